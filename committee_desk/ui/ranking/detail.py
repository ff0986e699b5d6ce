"""The detail panel of the ranking: one person's score as a tree, and the cells a figure came from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTreeView, QVBoxLayout

from committee_desk.domain.exact import figure
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade, PersonScore, Status
from committee_desk.services.views import ImportRecord, PersonCard
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, WARN, Chip, ChipLabel
from committee_desk.ui.common.history import Asked, HistoryDoor, Recorded
from committee_desk.ui.common.override_door import OverrideDoor
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.source_box import Imports, Origin, SourceBox, numbered_imports
from committee_desk.ui.common.surfaces import DetailPanel, label
from committee_desk.ui.ranking.nodes import Labels, Level, Node
from committee_desk.ui.ranking.rows import RankingRow
from committee_desk.ui.ranking.shown import Shown
from committee_desk.ui.ranking.tree import ScoreTree
from committee_desk.ui.ranking.tree_paint import ScorePaint
from committee_desk.wording.language import tr
from committee_desk.wording.scheme_names import indicator_name, part_name
from committee_desk.wording.scores import grade_in_words

if TYPE_CHECKING:
    from committee_desk.domain.explanation import Input, PersonExplanation
    from committee_desk.ui.ranking.page import RankingPage


class ScoreView(QTreeView):
    """The tree on screen; `given` speaks when an input becomes current (None: something else)."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tree = ScoreTree(Node(Level.PART, ""))
        self.setModel(self.tree)
        self.setItemDelegate(ScorePaint(self))
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(False)
        self.setAccessibleName(tr("得分构成"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._open_whole_row)

    def show_tree(self, root: Node) -> None:
        """Show a person's score, the parts open."""
        self.tree.show_root(root)
        for row in range(self.tree.rowCount()):
            node = root.children[row]
            self.setExpanded(self.tree.index(row, 0), node.level is Level.PART and len(node.children) > 1)
        self.given.emit(None)

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.given.emit(self.tree.node(now).given if now.isValid() else None)

    def _open_whole_row(self, index: QModelIndex) -> None:
        """A click anywhere on a row that holds others opens or closes it."""
        if self.tree.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open_whole_row(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew; the chosen line stays in sight when its source opens below."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))


class PersonDetail(DetailPanel):
    """Name, total, rank and distance to the line; the tree; the source."""

    def __init__(self, page: "RankingPage") -> None:
        super().__init__(tr("个人得分"))
        self._page = page
        self._code = ""
        self._imports: Imports = {}
        self.department = label("", "sub", wrap=True)
        self.total = label("", "figure")
        self.standing = label("", "sub")
        self.distance = label("", "cap")
        self.chip = ChipLabel()
        self.view = ScoreView()
        self.source = SourceBox(page)
        self.history = HistoryDoor(page, self._asked)
        self.overriding = OverrideDoor(page, self._recorded)
        self.tools.addWidget(self.overriding.tool)
        self.tools.addWidget(self.history.tool)
        self.body.addLayout(self._top())
        self.body.addWidget(hairline())
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.source)
        self.view.given.connect(self._show_source)
        self.closed.connect(self._close)

    def _top(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 10)
        column.setSpacing(4)
        above = QHBoxLayout()
        above.addWidget(self.department, 1)
        column.addLayout(above)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.total)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.standing)
        words.addWidget(self.distance)
        line.addLayout(words, 1)
        above.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        return column

    def show_person(self, row: RankingRow, shown: Shown) -> None:
        """Show the head at once and the explanation when it is read."""
        score = row.score
        self.heading.setText(score.name)
        self.code.setText(score.code)
        self.department.setText(score.department)
        self.total.setText(figure(score.total))
        self.total.setAccessibleName(tr("总分 {total}", total=figure(score.total)))
        ranked = sum(each.place is not None for each in shown.people)
        said = tr("第 {rank} 名，共 {count} 人", rank=score.rank, count=ranked) if score.rank else tr("不参加排名")
        self.standing.setText(said)
        self.distance.setText(distance(score, shown))
        self.chip.show_chip(person_chip(row))
        desk, year, code, category = self._page.desk, self._page.year, score.code, shown.category
        labels = labels_of(shown)
        if code != self._code:
            self.view.show_tree(Node(Level.PART, ""))
        self._page.read(
            lambda: (
                desk.scores.explain(year, code, category),
                rank_of(desk.people.card(code, year), category),
                numbered_imports(desk),
            ),
            lambda read: self._show_explanation(*read, labels, shown),
            kind="explain",
            behind=True,
        )

    def _show_explanation(
        self, explanation: "PersonExplanation", rank: str | None, imports: Imports, labels: Labels, shown: Shown
    ) -> None:
        from committee_desk.ui.ranking.explained import build  # noqa: PLC0415 - the ranking stands before

        self._code, self._imports = explanation.code, imports
        department = shown.scores.of(explanation.code).department
        self.department.setText(f"{department} · {rank}" if rank else department)
        not_applicable = shown.scores.of(explanation.code).not_applicable
        self.view.show_tree(build(explanation, labels, not_applicable))

    def _show_source(self, given: "Input | None") -> None:
        if given is not None and given.kind == "ballot_class":
            self.source.show_workbooks(ballot_workbooks(self._imports, self._page.year))
            return
        if given is None or given.source is None:
            self.source.show_origin(None, {})
            return
        number = given.facts.get("number")
        origin = Origin(given.source, given.headings, None if number is None else str(number))
        self.source.show_origin(origin, self._imports)

    def _recorded(self) -> Recorded | None:
        """The recorded fact under the cursor."""
        return self.view.tree.node(self.view.currentIndex()).recorded

    def _asked(self) -> Asked | None:
        """The figure under the cursor, or the whole score where there is none."""
        index = self.view.currentIndex()
        node = self.view.tree.node(index)
        name = f"{self.heading.text()} {node.text if index.isValid() else tr('总分')}"
        if node.recorded is not None:
            return Asked(name, (node.recorded,))
        indicators = node.indicators()
        return Asked(name, code=self._code, indicators=indicators) if indicators else None

    def focus_first(self) -> None:
        """Into the tree."""
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.view.tree.index(0, 0))

    def _close(self) -> None:
        self._page.show_detail(wanted=False)
        self._page.focus_first()


def rank_of(card: PersonCard, category: Category) -> str | None:
    """The rank in the latest stay of that category."""
    return next((stay.fact.rank for stay in reversed(card.stays) if stay.fact.category is category), None)


def labels_of(shown: Shown) -> Labels:
    """Names and maxima from the year's scheme."""
    parts = shown.scheme.parts
    return Labels(
        parts={part.id: part_name(part) for part in parts},
        maxima={part.id: part.maximum for part in parts},
        indicators={indicator.id: indicator_name(indicator) for part in parts for indicator in part.indicators},
    )


def distance(score: PersonScore, shown: Shown) -> str:
    """How far the total lies from the lowest that got a place (above the line: from the highest that did not)."""
    if score.rank is None:
        return ""
    given = [row.score.total for row in shown.people if row.score.proposed_grade is Grade.EXCELLENT]
    if not given or score.status is Status.TIE_AT_QUOTA:
        return ""
    if score.proposed_grade is Grade.EXCELLENT:
        below = [
            row.score.total for row in shown.people if row.place and row.score.proposed_grade is not Grade.EXCELLENT
        ]
        return tr("比未列入名额的最高分高 {points} 分", points=figure(score.total - max(below))) if below else ""
    gap = min(given) - score.total
    return tr("距名额线 −{points} 分", points=figure(gap)) if gap >= 0 else ""


def person_chip(row: RankingRow) -> Chip | None:
    """The proposed grade, or what is said of somebody without one."""
    grade = row.score.proposed_grade
    if grade is not None:
        kind = ACCENT if grade is Grade.EXCELLENT else NEUTRAL
        return Chip(tr("建议 {grade}", grade=grade_in_words(grade)), kind)
    return row.chip or Chip(tr("未定等次"), WARN)


def ballot_workbooks(imports: Imports, year: int) -> list[ImportRecord]:
    """The workbooks of ballots that the year's figures rest on."""
    records = (record for _, record in imports.values())
    return [each for each in records if each.kind == "ballots" and each.year == year and not each.taken_back]
