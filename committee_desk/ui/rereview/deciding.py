"""登记委员会决定: paper, meeting, today's date in large and typed, a tie where one opens, and a second person."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from committee_desk.domain.committee import ItemKind, MeetingState
from committee_desk.domain.effects import OpenedTie
from committee_desk.domain.proceedings import Motion
from committee_desk.domain.publication import CHINA
from committee_desk.domain.said import TooLongForField
from committee_desk.services.effect_refusals import (
    DecisionDayNotShown,
    DecisionNumberNeeded,
    DecisionNumberTaken,
    NotAReviewItem,
    NotVotedOnAll,
    TieToDecide,
    VotedBeforeMotion,
)
from committee_desk.services.grading_decision_refusals import TieItemMissing
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.today_well import TodayWell
from committee_desk.ui.grading.asking import OF_MEETING
from committee_desk.ui.rereview.form import RereviewForm, framed
from committee_desk.ui.rereview.reading import Foreseen, One
from committee_desk.wording.days import dated
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.effects import dates_words, republished_words, waiting_words
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.proceedings import motion_name, proposal_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

CODE = int(Qt.ItemDataRole.UserRole)


class DecideDialog(RereviewForm):
    """Everything that follows is said before; two people carry it out."""

    def __init__(self, page: "Page", read: One, shown: Foreseen | None, meetings: Sequence[MeetingRow]) -> None:
        held = read.card.row.held
        motion = held.motion or Motion.UPHOLD
        title = tr("{motion}：{label}", motion=motion_name(motion), label=held.label)
        verb = tr("决定变更…") if motion is Motion.CHANGE else tr("决定维持…")
        super().__init__(page, title, verb, held.entry)
        self._held, self._motion = held, motion
        self.today = page.now().astimezone(CHINA).date()
        self.form.addRow(TodayWell(self.today))
        self.add_words(tr("承办意见"), tr("{motion}：{reasons}", motion=proposal_name(motion), reasons=held.reasons))
        self.add_words(tr("决定以后"), self._follows(shown, read.card.names))
        self.document, self.meeting = QLineEdit(), QComboBox()
        self.document.setMaxLength(60)
        self.meeting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meeting.setMinimumContentsLength(20)  # a long title would scroll a low form sideways
        self.meeting.setSizePolicy(QSizePolicy.Policy.Expanding, self.meeting.sizePolicy().verticalPolicy())
        self._offer(meetings)
        self.day = DayField(tr("今天的日期"), last=False, wide=True)
        self.add_row(tr("决定书编号"), self.document, tr("复核决定书的文号，如：检考委复〔2027〕1号"))
        self.add_row(tr("会议"), self.meeting, tr("表决了这一件、已编定纪要的会议"))
        self.ties: dict[str, QListWidget] = {}
        self.tie_rows: list[QWidget] = []
        for tie in shown.effects.ties if shown is not None and motion is Motion.CHANGE else ():
            self._ask_tie(tie)
        self.add_row(tr("今天的日期"), self.day, tr("两人对照日历核对后，照样填写，如 2026-02-14"))
        self.consequence.setText(tr("下一步由第二人确认；决定不能撤销，再有错误的另立更正"))

    def _follows(self, shown: Foreseen | None, names: Mapping[str, str]) -> str:
        if self._motion is Motion.UPHOLD:
            return tr("原来的得分、名次、等次不变；书面答复本人并送达。")
        if shown is None:
            return tr("按查明的事实重新计算，通过新的一版名册，逐人告知受影响的人。")
        effects = shown.effects
        told = [tr_n("{count} 人的得分、名次或等次变动，逐人告知。", "{count} 人的得分、名次或等次变动，逐人告知。",
                     len(effects.people))]  # fmt: skip
        regraded = [f"{each.name}" for each in effects.people if each.graded_anew]
        if regraded:
            told.append(tr("等次变动：{names}。", names=tr("、").join(regraded)))
        if words := republished_words(effects):
            told += words, waiting_words(effects, names)
            told.append(dates_words(effects.dates) if effects.dates is not None else "")
        return "\n".join(each for each in told if each)

    def _offer(self, meetings: Sequence[MeetingRow]) -> None:
        """The items on re-reviews of meetings with minutes; the newest that names this one is chosen."""
        for row in meetings:
            for item in row.held.agenda:
                if item.kind is ItemKind.REVIEW and row.held.state is MeetingState.CLOSED:
                    words = tr("第 {number} 次会议　{document}　{title}", number=row.held.number,
                               document=row.held.document, title=item.title)  # fmt: skip
                    self.meeting.addItem(words, (row.held.number, item.id))
                    if self._held.label in item.title:
                        self.meeting.setCurrentIndex(self.meeting.count() - 1)
        if not self.meeting.count():
            self.meeting.addItem(tr("还没有表决这一件的会议"), None)

    def _ask_tie(self, tie: OpenedTie) -> None:
        """Whom of the equals the same meeting gave a place."""
        box = QListWidget()
        box.setFixedHeight(24 * min(5, len(tie.equals)) + 8)
        for code, name in zip(tie.equals, tie.names, strict=True):
            line = QListWidgetItem(f"{name}（{code}）")
            line.setData(CODE, code)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked)
            box.addItem(line)
        box.setCurrentRow(0)
        box.installEventFilter(self)
        self.ties[tie.category] = box
        hint = tr_n(
            "同一次会议表决给谁，空格选中；还有 {count} 个名额",
            "同一次会议表决给谁，空格选中；还有 {count} 个名额",
            tie.open,
        )
        row = framed(box)
        self.tie_rows.append(row)
        self.add_row(tr("{category}平票", category=dictionary_word(tie.category)), row, hint)

    def _taken(self) -> dict[str, tuple[str, ...]]:
        chosen: dict[str, tuple[str, ...]] = {}
        for category, box in self.ties.items():
            lines = (box.item(at) for at in range(box.count()))
            ticked = tuple(str(each.data(CODE)) for each in lines if each.checkState() is Qt.CheckState.Checked)
            chosen[category] = ticked
        return chosen

    def carry(self) -> bool:
        """Decide with the date that was typed."""
        day, at = self.day.day, self.meeting.currentData()
        wrong = [] if self.document.text().strip() else [(tr("请填写复核决定书的文号。"), self.document)]
        if at is None:
            wrong.append((tr("先在等次审议的会议上表决这一件，编定纪要后再登记决定。"), self.meeting))  # type: ignore[arg-type]
        if day is None:
            wrong.append((tr("请填写今天的日期，如 2026-02-14。"), self.day))
        if wrong or day is None or at is None:
            self.refuse_all(wrong)
            return False
        number, item = int(at[0]), str(at[1])
        desk, actor, held, document = self.page.desk, self.page.place.actor, self._held, self.document.text()
        tie = self._taken()
        words = tr("{motion} {label}（{name}），今天是 {day}", motion=motion_name(self._motion), label=held.label,
                   name=document, day=dated(day))  # fmt: skip
        tied: QWidget = next(iter(self.tie_rows), self.meeting)
        return self.act_for_two(
            words,
            lambda second, _seen: self.away(
                tr("正在计算并登记决定"),
                lambda: desk.effects.decide(
                    actor, held.year, held.number, document, number, item, day, second, tie or None
                ),
            ),
            {
                DecisionNumberNeeded: self.document, DecisionNumberTaken: self.document,
                TooLongForField: self.document, DecisionDayNotShown: self.day,
                TieToDecide: tied, TieItemMissing: self.meeting, NotAReviewItem: self.meeting,
                NotVotedOnAll: self.meeting, VotedBeforeMotion: self.meeting,
                **dict.fromkeys(OF_MEETING, self.meeting),
            },
        )  # fmt: skip
