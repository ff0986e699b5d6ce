"""若变更，对所有人的影响: what was found, who comes past whom, everybody who moves and why, and what follows in law."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.exact import figure
from committee_desk.domain.moved_people import MovedPerson
from committee_desk.domain.proceedings import OWN_MOTION
from committee_desk.services.proceeding_views import ProceedingCard
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, WARN, Chip, ChipLabel
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.surfaces import Banner, DetailPanel, EmptyState, button, label, scrolled
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.rereview.crossing import Crossing
from committee_desk.ui.rereview.follows import banners_of
from committee_desk.ui.rereview.moved_table import spec
from committee_desk.ui.rereview.reading import Foreseen
from committee_desk.ui.rereview.stops import change_words
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.effects import baseline_words, figure_words, rest_words
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

MOST_ROWS, SIDE, WIDE = 8, 16, 600


class EffectsPanel(DetailPanel):
    """The preview at the right. `foot` takes the acts that follow from it."""

    def __init__(self, page: "Page") -> None:
        super().__init__(tr("若变更，对所有人的影响"))
        self._page, self.wide = page, WIDE
        self.wrap_heading()
        self.heading.setText(tr("若变更，对所有人的影响"))
        self.chip = ChipLabel()
        self.tools.addWidget(self.chip)
        self.found, self.pictures = QVBoxLayout(), QVBoxLayout()
        self.walked = label("", "cap", wrap=True)
        self.crossings: list[Crossing] = []
        self.table: ListTable[MovedPerson] = ListTable(spec(), tr("受影响的人"), page.place.memory)
        self.rest, self.moved_lines = label("", "sub", wrap=True), label("", "cap", wrap=True)
        self.banners = QVBoxLayout()
        self.nothing = EmptyState("scale", tr("还没有可预览的影响"), tr(
            "登记查明事实、写明与原记录不同的各项以后，这里显示若变更对每个人的得分、名次、等次的影响。"
        ))  # fmt: skip
        self.over = EmptyState("scale", tr("对任何人都没有影响"), tr("没有改变任何事实，得分、名次、等次都不变。"))
        self.area = scrolled(self._content(), tr("影响预览"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(SIDE, 8, SIDE, 12)
        self.body.addWidget(hairline())
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self.over, 1)
        self.body.addWidget(hairline())
        self.body.addLayout(self.foot)
        self.closed.connect(lambda: page.show_detail(wanted=False))
        self.show_nothing()

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        self.found.setContentsMargins(SIDE, 10, SIDE, 10)
        self.found.setSpacing(4)
        self.pictures.setContentsMargins(0, 4, 0, 4)
        self.banners.setContentsMargins(SIDE, 8, SIDE, 8)
        self.banners.setSpacing(8)
        for each in (self.walked, self.rest, self.moved_lines):
            each.setContentsMargins(SIDE, 4, SIDE, 4)
        column.addLayout(self.found)
        column.addWidget(hairline())
        column.addLayout(self.pictures)
        column.addWidget(self.walked)
        column.addWidget(self.table)
        column.addWidget(self.rest)
        column.addWidget(self.moved_lines)
        column.addLayout(self.banners)
        column.addStretch(1)
        return content

    def add_acts(
        self, print_: Callable[[], object], ask: Callable[[], object]
    ) -> tuple[QLabel, QPushButton, QPushButton]:
        """What the committee is asked, beside what it will see: the words, the material, the act."""
        said = label(tr("表决结果为维持或变更，登记决定后生效"), "cap", wrap=True)
        material = button(tr("打印复核材料"), print_, icon_name="printer")
        act = button(tr("提请委员会表决"), ask, icon_name="gavel")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(material)
        line.addWidget(act)
        self.foot.addWidget(said)
        self.foot.addLayout(line)
        return said, material, act

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_nothing(self, *, over: bool = False) -> None:
        """Nothing was found yet, or nothing is chosen; `over`: it is decided or taken back, and moved nobody."""
        self.chip.show_chip(None)
        self.area.hide()
        self.nothing.setVisible(not over)
        self.over.setVisible(over)

    def show_working(self) -> None:
        """It is being worked out: what stood there stays until then."""
        self.chip.show_chip(Chip(tr("正在计算…"), NEUTRAL, "clock"))

    def show_refused(self, error: BaseException) -> None:
        """It cannot be worked out: the sentence why, where the preview would stand."""
        if not isinstance(error, DeskError | Trouble):
            tell_failure(self, error)
        self.show_nothing()
        self.chip.show_chip(Chip(tr("不能计算"), WARN, "alert-triangle", _why(error)))
        emptied(self.banners)
        self.nothing.hide()
        self.over.hide()
        self.area.show()
        for layout in (self.found, self.pictures):
            emptied(layout)
        for each in (self.table, self.walked, self.moved_lines):
            each.hide()
        self.rest.setText("")
        self.banners.addWidget(Banner("warn", _why(error)))

    def show_foreseen(self, card: ProceedingCard, shown: Foreseen) -> None:
        """Everything that the change does."""
        self.nothing.hide()
        self.over.hide()
        self.area.show()
        decided = Chip(tr("已作出决定"), OK, "circle-check", tr("委员会表决时所见的影响"))
        self.chip.show_chip(decided if shown.decided else Chip(tr("预览，未生效"), ACCENT, "info-circle"))
        self._show_found(card, shown)
        self._show_pictures(shown)
        people = shown.effects.people
        self.table.set_rows(people)
        self.table.setFixedHeight(HEADER_ROW + ROW * max(1, min(MOST_ROWS, len(people))) + 4)
        self.table.setVisible(bool(people))
        self.rest.setText(rest_words(shown.effects))
        lines = [baseline_words(each) for each in shown.effects.baselines]
        lines += [
            tr("{category}优秀名额 {before} → {after}", category=dictionary_word(each.category), before=each.before,
               after=each.after)
            for each in shown.effects.places
        ]  # fmt: skip
        self.moved_lines.setText(tr("；").join(lines))
        self.moved_lines.setVisible(bool(lines))
        emptied(self.banners)
        for banner in banners_of(card, shown):
            self.banners.addWidget(banner)

    def _show_found(self, card: ProceedingCard, shown: Foreseen) -> None:
        """The findings with the figures of whom it is about, as the picture has them."""
        emptied(self.found)
        held, mine = card.row.held, shown.effects.of(card.row.held.about)
        title = tr("更正内容") if held.kind in OWN_MOTION else tr("复核查明")
        total = ""
        if mine is not None:
            before, after = figure_words(mine.total)
            total = card.row.about_name + (f" {before} → {after}" if before != after else f" {after}")
            total += _difference(mine.total.before, mine.total.after)
        self.found.addWidget(_in_a_line(label(title, "strong"), label(total, "name")))
        for change in held.changes:
            said = label(change_words(change, card.names, shown.indicators), "sub", wrap=True, select=True)
            said.setToolTip(tr("{reason}（{evidence}）", reason=change.reason, evidence=change.evidence))
            self.found.addWidget(said)
        if not held.changes and shown.effects.people:
            self.found.addWidget(label(tr("事实没有变更；变动来自名册通过以后的处分、请假等情况"), "sub", wrap=True))
        if mine is not None and mine.indicators:
            self.found.addWidget(self._figures(mine, shown))

    def _figures(self, mine: MovedPerson, shown: Foreseen) -> QFrame:
        made = QFrame()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for at, each in enumerate(mine.indicators):
            before, after = figure_words(each)
            name = shown.indicators.get(each.name, each.name)
            cells = (label(name, "sub"), label(before or "—", "sub"), label("→", "cap"), label(after or "—", "strong"),
                     label(_signed(each.before, each.after), "sub"))  # fmt: skip
            for column, cell in enumerate(cells):
                grid.addWidget(cell, at, column, Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
        return made

    def _show_pictures(self, shown: Foreseen) -> None:
        emptied(self.pictures)
        self.walked.setText("")
        self.walked.setVisible(bool(shown.ladders))
        self.crossings = []
        for each in shown.ladders:
            picture = Crossing()
            picture.show_steps(each)
            picture.walked.connect(self.walked.setText)
            picture.opened.connect(self._lead)
            self.pictures.addWidget(picture)
            self.crossings.append(picture)
        if shown.ladders:
            self.walked.setText(tr("用上下方向键逐人查看，回车到下表中的这个人"))

    def _lead(self, code: str) -> None:
        if self.table.choose(code):
            self.table.setFocus()

    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        return self.crossings[0] if self.crossings else self.table if self.table.isVisible() else self.area


def _why(error: BaseException) -> str:
    return sentence(error) if isinstance(error, DeskError | Trouble) else tr("没有算出来")


def _signed(before: int | None, after: int | None) -> str:
    """+1.09, −0.06; nothing where one side is empty."""
    if before is None or after is None:
        return ""
    return f"{'+' if after > before else '−'}{figure(abs(after - before))}"


def _difference(before: int | None, after: int | None) -> str:
    said = _signed(before, after) if before != after else ""
    return tr("，") + said if said else ""


def _in_a_line(left: QWidget, right: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(left)
    line.addStretch(1)
    line.addWidget(right)
    return made
