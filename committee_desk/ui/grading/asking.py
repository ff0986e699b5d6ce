"""What the forms of grading share: refusals that land in their field, and the paper and meeting a decision rests on."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QWidget

from committee_desk.domain.committee import MeetingState
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.changes import Change
from committee_desk.services.grading_decision_refusals import (
    DecisionDayWrong,
    DecisionNumberMissing,
    DecisionReasonMissing,
    TieItemMissing,
)
from committee_desk.services.grading_refusals import MeetingUnnamed
from committee_desk.services.grading_seen import GradingChanged
from committee_desk.services.meeting_refusals import (
    DayNotTheMeetings,
    MeetingBeforeItsMatter,
    MeetingNotClosed,
    MeetingWithoutQuorum,
    NoSuchItem,
    NoSuchMeeting,
    PaperNotTheMinutes,
)
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.services.meeting_vote_refusals import RecusedVoted, VoteLost, VoteMissing
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.page import Page
from committee_desk.wording.committee import meeting_state
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

WIDE = 600
OF_MEETING = (
    MeetingUnnamed, TieItemMissing, NoSuchMeeting, NoSuchItem, VoteMissing, VoteLost, MeetingWithoutQuorum,
    MeetingNotClosed, RecusedVoted, MeetingBeforeItsMatter,
)  # fmt: skip


class GradingForm(FormDialog):
    """A form of which each refusal lands in the field that it is about."""

    def __init__(self, page: Page, title: str, verb: str) -> None:
        super().__init__(page.window(), title, verb, width=WIDE)
        self.page = page
        self.fields: dict[type[DeskError], QWidget] = {}
        self.preset: tuple[QWidget, ...] = ()
        self._read: dict[str, int | None] = {}

    def _focus_first(self) -> None:
        """What is decided comes first, though it is filled in already; a number preset by law is none."""
        first = next((each for each in self._fields if each.isEnabled() and each not in self.preset), self.verb)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def add_row(self, name: str, field: QWidget, hint: str = "") -> QLabel:
        """A field as wide as the others, so that the hint beneath has room."""
        field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
        return super().add_row(name, field, hint)

    def field_of(self, error: DeskError | Trouble) -> QWidget | None:
        """The field that a refusal is about."""
        return next((each for kind, each in self.fields.items() if isinstance(error, kind)), None)

    def missing(self, *needed: tuple[QLineEdit | DayField, str]) -> list[tuple[str, QWidget]]:
        """What each empty field asks for, to be said all at once."""
        return [(said, each) for each, said in needed if not each.text().strip()]

    def seen(self, about: str, opened_with: int | None) -> int | None:
        """The entry that whoever decides about that has seen: the form's own, or one of which a refusal told since."""
        return self._read.get(about, opened_with)

    def learn(self, error: GradingChanged) -> None:
        """Whoever read that refusal has seen what stands now."""
        self._read[error.about] = error.entry

    def carry_out(self, command: Callable[[], Change | None]) -> bool:
        """Do it and tell the screens; whether it was done. A refusal stands above the form and beneath its field."""
        self.clear_refusal()
        try:
            change = command()
        except (DeskError, Trouble) as error:
            if isinstance(error, GradingChanged):
                self.learn(error)
            field = self.field_of(error)
            if field is None:
                self.refuse(sentence(error))
            else:
                self.refuse_all([(sentence(error), field)])
            return False
        if change is None:
            return False
        self.page.place.changes.announce(change)
        return True


class MeetingBox(QComboBox):
    """The meetings of the year, the newest chosen; `without` is what stands first where none is needed."""

    def __init__(self, meetings: Sequence[MeetingRow], without: str = "") -> None:
        super().__init__()
        self._held = {row.held.number: row for row in meetings if row.held.state is not MeetingState.WITHDRAWN}
        if without or not self._held:
            self.addItem(without or tr("还没有会议"), None)
        for number, row in self._held.items():
            said = tr(
                "第 {number} 次会议　{day}　{state}",
                number=number,
                day=row.held.called.date().isoformat(),
                state=meeting_state(row.held.state),
            )
            self.addItem(said, number)
        self.setCurrentIndex(self.count() - 1)

    @property
    def row(self) -> MeetingRow | None:
        """The meeting chosen."""
        return self._held.get(self.number) if self.number is not None else None

    @property
    def number(self) -> int | None:
        """Its number."""
        chosen = self.currentData()
        return int(chosen) if chosen is not None else None

    def choose(self, number: int | None) -> None:
        """Choose that one."""
        at = self.findData(number)
        if at >= 0:
            self.setCurrentIndex(at)


class DecisionForm(GradingForm):
    """A form of a recorded decision: subclasses add what is decided, then call `add_paper`."""

    def __init__(self, page: Page, title: str, meetings: Sequence[MeetingRow], *, meeting_needed: bool = False) -> None:
        super().__init__(page, title, tr("登记决定"))
        self.meeting = MeetingBox(meetings, "" if meeting_needed else tr("不经会议表决"))
        self.document, self.day = QLineEdit(), DayField(tr("决定日期"), last=False, wide=True)
        self.document.setMaxLength(60)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)

    def add_meeting(self, hint: str = "") -> None:
        """Which meeting took it."""
        self.add_row(tr("会议"), self.meeting, hint)
        self.meeting.currentIndexChanged.connect(lambda _at: self._offer_paper())

    def add_paper(self, number: str = "", day: str = "", *, reason: str | None = None) -> None:
        """The paper's number and day, and where asked the reason with its hint."""
        self.add_row(number or tr("纪要编号"), self.document, tr("写明决定的文件，如：检考委〔2027〕3号"))
        self.add_row(day or tr("决定日期"), self.day)
        if reason is not None:
            self.add_row(tr("理由"), self.reason, reason)
        self.fields |= {
            **dict.fromkeys(OF_MEETING, self.meeting),
            DecisionNumberMissing: self.document,
            PaperNotTheMinutes: self.document,
            DecisionDayWrong: self.day,
            DayNotTheMeetings: self.day,
            DecisionReasonMissing: self.reason,
        }
        self.day.setText(self.page.now().date().isoformat())
        self._offer_paper()

    def _offer_paper(self) -> None:
        """What the chosen meeting's minutes say, where it has any."""
        row = self.meeting.row
        if row is not None:
            self.document.setText(row.held.document or self.document.text())
            self.day.setText(min(row.held.called.date(), self.page.now().date()).isoformat())

    def paper_day(self, wrong: Sequence[tuple[str, QWidget]] = ()) -> date | None:
        """The day; None after saying everything that is missing, that of the paper with it, at its fields."""
        told = list(wrong)
        if self.meeting.number is None:
            told += self.missing((self.document, tr("请填写文号或纪要编号。")))
        if self.day.day is None:
            told.append((tr("请填写决定日期，如 2027-01-08。"), self.day))
        if told:
            self.refuse_all(told)
            return None
        return self.day.day

    def decided_on(self) -> date | None:
        """The day; None after saying that none stands there."""
        if self.day.day is None:
            self.refuse_all([(tr("请填写决定日期，如 2027-01-08。"), self.day)])
        return self.day.day

    def meeting_chosen(self) -> int | None:
        """The meeting's number; None after saying that one is needed."""
        if self.meeting.number is None:
            self.refuse_all([(tr("请先在“会议”中召集会议并表决，再登记。"), self.meeting)])
        return self.meeting.number
