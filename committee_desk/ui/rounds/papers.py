"""打印: slips, envelopes, batches, the summary and the statistics report, looked at before they leave the desk."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import RoundState
from committee_desk.services.round_file import TOGETHER
from committee_desk.ui.common.paper.dialog import Paper as Drawn
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.common.paper.on_paper import Secret
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.rounds.lines import RoundLine
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import ballot_class_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

NARROW = 72


class Paper(Enum):
    """The papers of a round."""

    SLIPS = "slips"
    ENVELOPES = "envelopes"
    BATCHES = "batches"
    SUMMARY = "summary"
    STATISTICS = "statistics"


class _Drawing(NamedTuple):
    """How a paper is drawn to be looked at, and how it is handed out; what to know of it, why it may not leave, and why
    it is never kept as a file."""

    seen: Callable[[], bytes]
    handed: Callable[[], bytes]
    about: str
    why_not: str = ""
    in_a_file: str = ""


def paper_name(paper: Paper) -> str:
    """What a paper is called."""
    return {
        Paper.SLIPS: tr("民主测评票"),
        Paper.ENVELOPES: tr("验证码信封"),
        Paper.BATCHES: tr("计票批次表"),
        Paper.SUMMARY: tr("测评结果汇总表"),
        Paper.STATISTICS: tr("测评统计报告"),
    }[paper]


def papers_of(line: RoundLine) -> tuple[Paper, ...]:
    """Which papers a round has as it stands."""
    if line.is_imported:
        return (Paper.SUMMARY, Paper.STATISTICS) if line.state is RoundState.CLOSED else (Paper.SUMMARY,)
    return {
        RoundState.DRAFT: (Paper.SLIPS, Paper.ENVELOPES),
        RoundState.OPEN: (Paper.SLIPS, Paper.ENVELOPES, Paper.BATCHES),
        RoundState.CLOSED: (Paper.SUMMARY, Paper.STATISTICS, Paper.BATCHES),
        RoundState.VOID: (Paper.SUMMARY, Paper.BATCHES),
    }[line.state or RoundState.DRAFT]


class RoundPapersDialog(PaperDialog):
    """Which paper above, for slips the class and how many, its pages below, the ways out at the foot."""

    def __init__(self, page: "Page", line: RoundLine) -> None:
        self.paper, self.ballot_class, self.count, self.person = QComboBox(), QComboBox(), QLineEdit(), QComboBox()
        self.count.setFixedWidth(NARROW)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.count.setMaxLength(4)
        self._named: dict[QWidget, QWidget] = {}
        above = self._above()
        super().__init__(page.window(), page.place, page.desk, tr("打印：{label}", label=line.label), above)
        self._page, self._line = page, line
        place = page.place
        for each in papers_of(line):
            if each is not Paper.STATISTICS or place.may(Right.SEE_STATISTICS):
                self.paper.addItem(paper_name(each), each)
        self._fill()
        self.paper.currentIndexChanged.connect(lambda _at: self.pick())
        self.ballot_class.currentIndexChanged.connect(lambda _at: self._class_picked())
        self.paper.setFocus()
        self.pick()

    def _above(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for name, field in (
            (tr("文书"), self.paper), (tr("票类"), self.ballot_class), (tr("张数"), self.count),
            (tr("人员"), self.person),
        ):  # fmt: skip
            field.setAccessibleName(name)
            said = label(name, "sub")
            said.setBuddy(field)
            self._named[field] = said
            line.addWidget(said)
            line.addWidget(field, 0 if field is self.count else 1)
        return row

    def _fill(self) -> None:
        card = self._line.card
        for each in card.classes if card is not None else ():
            self.ballot_class.addItem(ballot_class_name(each.ballot_class), each.ballot_class)
        self.person.addItem(tr("所有还没有验证码的人"), None)
        for row in card.participants if card is not None else ():
            if row.participant.ballot_class is not None:
                self.person.addItem(f"{row.participant.code}　{row.name}　{row.department}", row.participant.code)
        self._offer_count()

    def _class_picked(self) -> None:
        self._offer_count()
        self.pick()

    def _offer_count(self) -> None:
        """As many as still lack a slip."""
        card, chosen = self._line.card, self.ballot_class.currentData()
        held = next((each for each in card.classes if each.ballot_class == chosen), None) if card is not None else None
        if held is not None:
            self.count.setText(str(max(TOGETHER, held.raters - held.progress.serials)))

    def pick(self) -> None:
        """Draw the paper that is chosen."""
        if self.paper.currentData() is None:
            self.show_refusal(tr("本轮还没有可以打印的文书。"))
            return
        chosen = Paper(self.paper.currentData())
        for field, wanted in (
            (self.ballot_class, chosen is Paper.SLIPS), (self.count, chosen is Paper.SLIPS),
            (self.person, chosen is Paper.ENVELOPES),
        ):  # fmt: skip
            field.setVisible(wanted)
            self._named[field].setVisible(wanted)
        drawing, name = self._drawing(chosen), f"{self._line.label}{paper_name(chosen)}"
        self.show_paper(
            Drawn(
                title=paper_name(chosen),
                file_name=name,
                draw=drawing.seen,
                about=drawing.about,
                hand=drawing.handed,
                why_not=drawing.why_not,
                secret=Secret(name, drawing.in_a_file) if drawing.in_a_file else None,
            )
        )

    def _drawing(self, chosen: Paper) -> _Drawing:
        papers, actor, place = self.desk.round_papers, self.place.actor, self.place
        year, number = self._page.year, self._line.number
        keep = place.why_not(Right.KEEP_ROUNDS)
        if chosen is Paper.SLIPS:
            kind = BallotClass(self.ballot_class.currentData() or BallotClass.A)
            return _Drawing(
                lambda: papers.preview_slips(year, number, kind),
                lambda: papers.slips(actor, year, number, kind, self.count.text()),
                tr("下面是样张。打印时生成新的票号，至少 5 张；先印的票照样有效，多印的票不要发出。"),
                keep or self._not_open(),
                tr("这个文件按打印的次序排着本轮的票号。打印后请马上删除它。"),
            )
        if chosen is Paper.ENVELOPES:
            return _Drawing(
                lambda: papers.preview_envelopes(actor, year, number),
                lambda: papers.envelopes(actor, year, number, self._people()),
                tr(
                    "下面是样张。打印时生成新的验证码，只出现这一次；给某人再印一次，原来没有用过的作废。由两人一起打印、封口、交出。"
                ),
                keep or self._not_open(),
                tr("拿到这个文件的人都能用里面的验证码投票。打印后请马上删除它。"),
            )
        told = tr("打印或保存时记入日志。")
        if chosen is Paper.BATCHES:
            return _Drawing(lambda: papers.preview_batches(actor, year, number),
                            lambda: papers.batches(actor, year, number), told, keep)  # fmt: skip
        if chosen is Paper.SUMMARY:
            return _Drawing(lambda: papers.preview_summary(actor, year, number),
                            lambda: papers.summary(actor, year, number), told, keep)  # fmt: skip
        return _Drawing(lambda: papers.preview_statistics(actor, year, number),
                        lambda: papers.statistics(actor, year, number), told, place.no_writing)  # fmt: skip

    def _people(self) -> tuple[str, ...] | None:
        chosen = self.person.currentData()
        return (str(chosen),) if chosen is not None else None

    def _not_open(self) -> str:
        if self._line.state is not RoundState.OPEN:
            return tr("启动以后才能打印：票号和验证码只属于启动了的轮次")
        card = self._line.card
        return tr("本轮的计票文件或密钥不在这里") if card is not None and not card.here else ""
