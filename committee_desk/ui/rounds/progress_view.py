"""轮次: the year's rounds, and of the chosen one what is next, its turnout by class, and its rules."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Failing, RoundState, Turnout
from committee_desk.services.round_file import ClassProgress
from committee_desk.services.round_views import RoundCard
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.surfaces import Banner, Card, EmptyState, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.rounds.lines import RoundLine, next_words, spec
from committee_desk.ui.rounds.notes import note_of_open
from committee_desk.ui.rounds.terms import participation_words, terms_words
from committee_desk.ui.system.cards_tab import CardsTab, emptied
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import ballot_class_name, failing_name, turnout_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.ui.common.page import Page

MOST_LINES = 5


class ClassLine(NamedTuple):
    """A class's numbers; None where there are none yet."""

    ballot_class: BallotClass
    raters: int | None
    turnout: Turnout | None
    progress: ClassProgress = ClassProgress()
    waits: int = 0
    """Ballots in the booth's memory alone."""
    slips: int | None = None
    """So many slips workbooks brought: they are the valid ones."""

    def said(self, name: str) -> str:
        """A number of the turnout."""
        if name == "valid" and self.slips is not None:
            return str(self.slips)
        value = getattr(self.turnout, name) if self.turnout is not None else None
        return "" if value is None else str(value)


class ProgressView(CardsTab):
    """`draft` drafts a first round, `asked` records that raters were asked again."""

    def __init__(self, page: "Page", draft: "Callable[[], object]", asked: "Callable[[], object]") -> None:
        super().__init__(page, tr("测评轮次"))
        self._asked = asked
        self.table: ListTable[RoundLine] = ListTable(spec(), tr("测评轮次"), page.place.memory)
        self.empty = EmptyState(
            "clipboard-list",
            tr("本年度还没有民主测评"),
            tr("新建一轮：选票种和被测评的人，人员和票类按岗位生成，两人启动后印票、录票或开测评间，最后关闭计票。"),
            (tr("新建测评轮次…"), draft),
        )
        self.note = QVBoxLayout()
        self.turnout: Card = Card(tr("各票类"))
        self.classes: ListTable[ClassLine] = ListTable(_classes(), tr("各票类"), page.place.memory)
        self.remark = label("", "cap", wrap=True)
        self.turnout.body.addSpacing(6)
        self.turnout.body.addWidget(self.classes)
        self.turnout.body.addSpacing(6)
        self.turnout.body.addWidget(self.remark)
        self.terms = Card(tr("规则和人员"))
        self._rules = QWidget()
        self._grid = QGridLayout(self._rules)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.terms.body.addWidget(self._rules)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.table)
        self.column.addLayout(self.note)
        self.column.addWidget(self.turnout)
        self.column.addWidget(self.terms)
        self.column.addStretch(1)

    def show_lines(self, lines: Sequence[RoundLine]) -> None:
        """The list; nothing else where there is none."""
        self.empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        if not lines:
            self.show_line(None)
        self.table.setFixedHeight(HEADER_ROW + max(1, min(MOST_LINES, len(lines))) * ROW + 4)
        self.table.set_rows(lines)

    def show_line(self, line: RoundLine | None) -> None:
        """All of one round."""
        emptied(self.note)
        self.turnout.setVisible(line is not None and (line.card is not None or line.imported is not None))
        self.terms.setVisible(line is not None and line.round is not None)
        if line is None:
            return
        self._note(line)
        rows = _lines_of(line)
        self.classes.setFixedHeight(HEADER_ROW + len(rows) * ROW + 4)
        self.classes.set_rows(rows)
        self.remark.setText(_remark(line))
        self.remark.setVisible(bool(self.remark.text()))
        self._show_terms(line)

    def _note(self, line: RoundLine) -> None:
        """What is next, where that is more than a line of the list can say."""
        card = line.card
        if line.state is RoundState.VOID:
            why = failing_name(card.failing) if card is not None and card.failing is not None else ""
            reason = line.round.why if line.round is not None and not _is_kind(line.round.why) else ""
            sealed = tr("封存 {count} 个评分", count=card.sealed) if card is not None and card.sealed else ""
            words = tr("。").join(each for each in (reason, sealed, next_words(line)) if each)
            self.note.addWidget(Banner("warn", tr("本轮已作废：{why}", why=why) if why else tr("本轮已作废"), words))
        elif line.state is None or (line.imported is not None and line.imported.failing is not None):
            self.note.addWidget(Banner("warn", tr("导入的测评票还不能用来提名等次"), next_words(line)))
        elif line.state is RoundState.OPEN and card is not None and not line.is_imported:
            self._note_booth(card)
            self.note.addWidget(note_of_open(line, card))

    def _note_booth(self, card: RoundCard) -> None:
        """Whom to ask again after the program ended over ballots that waited."""
        if card.booth is not None and card.booth.interrupted:
            names = tr("、").join(each.name for each in card.booth.ask_again) or tr("没有人")
            told = tr(
                "等候合并的票没有写入，验证码恢复可用（另一个窗口里测评间还开着的，先在那里办完）。"
                "请这些人再投一次（已经写入的不在内）：{names}",
                names=names,
            )
            act = (tr("已请过"), self._asked)
            self.note.addWidget(Banner("bad", tr("测评间中断过，有票没有保存"), told, act))

    def _show_terms(self, line: RoundLine) -> None:
        emptied(self._grid)
        if line.round is None:
            return
        held = list(terms_words(line.round))
        if line.card is not None and not line.is_imported:
            held += participation_words(line.card)
        if line.round.day is not None:
            held.append(
                (tr("启动"), tr("{document}，{day}", document=line.round.document, day=line.round.day.isoformat()))
            )
        for at, (name, text) in enumerate(held):
            self._grid.addWidget(_top(label(name, "sub")), at, 0)
            self._grid.addWidget(_top(label(text, wrap=True, select=True)), at, 1)

    def first(self) -> QWidget:
        """Into the list."""
        return self.table if self.table.isVisibleTo(self) else self.empty.button


def _top(each: QLabel) -> QLabel:
    each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return each


def _is_kind(why: str) -> bool:
    """Whether a void round says by a name why it is void, not by somebody's reason."""
    return why in list(Failing)


def _lines_of(line: RoundLine) -> list[ClassLine]:
    if line.imported is not None:
        held = line.imported
        return [ClassLine(each, None, held.turnouts.get(each), slips=held.slips.get(each)) for each in BallotClass
                if each in held.turnouts or held.slips.get(each)]  # fmt: skip
    classes = line.card.classes if line.card is not None else ()
    waiting = line.card.booth.waiting if line.card is not None and line.card.booth is not None else {}
    return [
        ClassLine(each.ballot_class, each.raters, each.turnout, each.progress, waiting.get(each.ballot_class, 0))
        for each in classes
    ]


def _remark(line: RoundLine) -> str:
    """What to know of the numbers; that a class is too small to stand alone is said before anybody votes."""
    return tr("。").join(each for each in (_about(line), _small(line)) if each)


def _small(line: RoundLine) -> str:
    held, given = line.card, line.round
    if held is None or given is None or line.is_imported or line.state not in {RoundState.DRAFT, RoundState.OPEN}:
        return ""
    if not held.small:
        return ""
    return tr(
        "{classes} 票不足 {count} 人，结果只与别的票类合并显示，个人的评分仍可能被人猜到",
        classes=tr("、").join(held.small),
        count=given.terms.shown_from,
    )


def _about(line: RoundLine) -> str:
    if line.is_imported:
        return tr("有效票数就是工作簿里的票数；到会和收发的数字从现场记录填写")
    if line.state is RoundState.OPEN:
        return tr("应到至收回只填纸质票，测评间的票在关闭时加上；票里写了什么，关闭以前谁也看不到")
    if line.state is RoundState.DRAFT:
        return tr("启动以后登记到会和收发的票数")
    return ""


def _raters(line: ClassLine) -> str:
    return "" if line.raters is None else str(line.raters)


def _number(name: str) -> Column[ClassLine]:
    return Column(name, turnout_field(name).capitalize(), lambda line: line.said(name), 52, right=True)


def _classes() -> TableSpec[ClassLine]:
    def made(name: str, heading: str, hint: str = "") -> Column[ClassLine]:
        return Column(name, heading, lambda line: str(getattr(line.progress, name) or ""), 56, right=True,
                      style=Style.SUB, spare=True, hint=hint)  # fmt: skip

    return TableSpec(
        id="round-classes",
        columns=(
            Column("class", tr("票类"), lambda line: ballot_class_name(line.ballot_class), 110, style=Style.NAME,
                   sort=lambda line: line.ballot_class, fits=True, stretch=True),
            Column("raters", tr("投票人"), _raters, 60, right=True),
            *map(_number, ("due", "present", "issued", "returned", "valid", "invalid")),
            made("serials", tr("印票"), tr("印好的纸质票")),
            made("typed", tr("已录票"), tr("录入的纸质票")),
            made("counted", tr("已核对"), tr("核对完的纸质票")),
            made("codes", tr("验证码"), tr("测评间的一次性验证码")),
            made("used", tr("测评间"), tr("在测评间投的票，成批显示")),
            Column("waits", tr("等候"), lambda line: str(line.waits or ""), 56, right=True, style=Style.SUB, spare=True,
                   hint=tr("测评间等候合并的票，只在内存里")),
        ),
        key=lambda line: line.ballot_class,
        sort_by="class",
    )  # fmt: skip
