"""登记复核申请或申诉: filled in from top to bottom with Enter; what it comes to stands beside it while it is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.remedies import APPEAL_DECIDED, Remedy, application_label
from committee_desk.domain.roles import Right
from committee_desk.domain.said import TooLongForField
from committee_desk.services.application_refusals import (
    AppealNotOpen,
    ApplicationIncomplete,
    AppliedAlready,
    NoRemedyOpen,
    NoResultKnown,
    ReceivedOutOfTime,
)
from committee_desk.services.application_views import Applicant, ApplicationCounter, Applied, Applying, Clock
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector, ReceiverUnclear
from committee_desk.ui.common.chips import BAD, OK, WARN, Chip, ChipLabel
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.decisions.applications_forms import widen
from committee_desk.ui.decisions.applications_lacks import lacks_of, stands, what_it_comes_to
from committee_desk.ui.decisions.form import line
from committee_desk.ui.objections.counter_lacks import no_moment
from committee_desk.ui.objections.counter_words import what_is_wrong
from committee_desk.ui.objections.evidence_field import EvidenceField, Found
from committee_desk.ui.objections.moment_field import MomentField
from committee_desk.ui.publication.form import ActDialog, Fields
from committee_desk.wording.language import CHINESE, language, tr
from committee_desk.wording.results import remedy_name
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.changes import Change
    from committee_desk.ui.common.page import Page

WIDE_ZH, WIDE_EN, GROUNDS_HIGH, LONGEST_NAME = 560, 664, 84, 60
PAUSE = 120
"""Milliseconds after the last key before the time of receipt is looked at."""
_AT: dict[type[Exception], str] = {
    AppealNotOpen: "remedy",
    NoResultKnown: "person",
    NoRemedyOpen: "person",
    AppliedAlready: "person",
    ReceivedOutOfTime: "received",
    ReceiverIsObjector: "receiver",
    ReceiverIsKin: "receiver",
    ReceiverUnclear: "receiver",
}


class ApplicationDialog(ActDialog):
    """One application as it is taken down; `clock` is what it comes to, None while something stands against it."""

    def __init__(self, page: "Page", counter: ApplicationCounter) -> None:
        wide = WIDE_ZH if language() == CHINESE else WIDE_EN
        super().__init__(page, tr("登记一件复核申请或申诉"), tr("登记申请"), width=wide)
        self._counter, self.now = counter, counter.now
        self._known = {each.code: each for each in counter.applicants}
        self.clock: Clock | None = None
        self.applied: Applied | None = None
        self._make_fields()
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self._look)
        self.person.textChanged.connect(lambda _text: self._look())
        self.person.completer().activated.connect(lambda _text: QTimer.singleShot(0, self, self._person_taken))
        self.remedy.currentIndexChanged.connect(lambda _at: self._look())
        self.received.textChanged.connect(lambda _text: self._waiting.start())
        self._look()

    def _make_fields(self) -> None:
        counter, place = self._counter, self.page.place
        self.person = PersonField(Named(each.code, each.name, each.department) for each in counter.applicants)
        self.remedy = QComboBox()
        for each in Remedy:
            self.remedy.addItem(remedy_name(each), each)
        widen(self.remedy)
        self.received, self.chip = MomentField(counter.now), ChipLabel()
        self.organ, self.request = line(counter.organ), QLineEdit()
        self.grounds = QPlainTextEdit()
        self.grounds.setFixedHeight(GROUNDS_HIGH)
        self.grounds.setTabChangesFocus(True)
        self.evidence = EvidenceField(
            self.page.desk.attachments.judge, self._read_scans, why_no_scans=place.why_not(Right.ATTACH)
        )
        self.evidence.changed.connect(self._scans_changed)
        self.receiver = line(counter.receiver, LONGEST_NAME)

    def _lay_out(self) -> None:
        self.moment = QWidget()
        beside = QHBoxLayout(self.moment)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.received, 1)
        beside.addWidget(self.chip)
        self.moment.setFocusProxy(self.received)
        self.add_row(tr("提出人"), self.person, tr("姓名、工号或拼音首字母"))
        self.add_row(tr("种类"), self.remedy, tr("复核向本院提出，申诉向上一级机关提出"))
        self.add_row(tr("收到时间"), self.moment, tr("纸面收到的时间，不是录入时间"))
        self.received.setAccessibleName(tr("收到时间"))
        self._organ_at = self.form.rowCount()
        self.add_row(tr("申诉机关"), self.organ, tr("受理申诉的机关，照申诉书填写"))
        self.add_row(tr("事实和理由"), self.grounds, tr("照申请书填写；按 Tab 到下一项"))
        self.add_row(tr("请求"), self.request)
        self.add_row(tr("证据"), self.evidence)
        self.add_row(tr("接收人"), self.receiver)
        self.check(self.person, lambda: what_is_wrong(self.person) if self.person.text().strip() else "")
        self.form.setRowVisible(self._organ_at, False)  # noqa: FBT003 - Qt's signature
        self.fields: dict[str, QWidget] = {
            "person": self.person, "remedy": self.remedy, "received": self.moment, "organ": self.organ,
            "office": self.organ, "grounds": self.grounds, "request": self.request, "proofs": self.evidence,
            "receiver": self.receiver,
        }  # fmt: skip

    def _person_taken(self) -> None:
        """Somebody was chosen from the list: on to the next field, without a further Enter."""
        if self.person.person is not None and self.person.hasFocus():
            self.remedy.setFocus()

    def _read_scans(self, judge: Callable[[], tuple[Found, ...]], show: Callable[[tuple[Found, ...]], None]) -> None:
        self.page.read(judge, show, kind="scans", failed=self._scans_unread)

    def _scans_unread(self, error: BaseException) -> None:
        self.evidence.let_go()
        self.page.place.tell_failed_reading(self, error)

    def _scans_changed(self) -> None:
        self.unmark(self.evidence)
        QTimer.singleShot(0, self, self.fit)

    # -- what it comes to ------------------------------------------------------------------------------------------

    @property
    def applicant(self) -> Applicant | None:
        """Who applies, where the field names one."""
        person = self.person.person
        return self._known.get(person.code) if person is not None else None

    @property
    def chosen(self) -> Remedy:
        """复核 or 申诉."""
        return Remedy(self.remedy.currentData())

    def _look(self) -> None:
        """Ask what stands in the fields comes to."""
        who, remedy, moment = self.applicant, self.chosen, self.received.moment
        self.form.setRowVisible(self._organ_at, remedy is Remedy.APPEAL)
        self.hint(self.person, stands(who) if who is not None else tr("姓名、工号或拼音首字母"))
        self.hint(self.remedy, tr("复核向本院提出，申诉向上一级机关提出"))
        if moment is None:
            self._show(None, no_moment(self.now))
        elif who is None:
            self._show(None, "")
        elif who.known is not None and (moment.date() < who.known or moment > self.page.now()):
            self._show(None, sentence(ReceivedOutOfTime(moment, who.known, self.page.now())))
        else:
            desk, year, code = self.page.desk, self.page.year, who.code
            self.page.read(
                lambda: desk.applications.check(year, code, remedy, moment),
                lambda clock: self._show(clock, what_it_comes_to(clock)),
                kind="clock",
                failed=self._refused,
            )

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, DeskError | Trouble):
            self.page.place.tell_failed_reading(self, error)
            return
        fields = {AppealNotOpen: self.remedy, NoResultKnown: self.person, NoRemedyOpen: self.person}
        at = fields.get(type(error), self.moment)
        self._show(None, sentence(error), at)

    def _show(self, clock: Clock | None, told: str, at: QWidget | None = None) -> None:
        self.clock = clock
        if clock is None:
            self.chip.show_chip(Chip(tr("不能登记"), BAD, "alert-circle", told) if told else None)
        elif clock.in_time:
            self.chip.show_chip(Chip(tr("期限内"), OK, "check", told))
        else:
            self.chip.show_chip(Chip(tr("逾期"), WARN, "clock", told))
        field = at or self.moment
        self.hint(self.moment, tr("纸面收到的时间，不是录入时间"))
        if told:
            self.hint(field, told)
        if clock is not None:
            for each in (self.moment, self.remedy, self.person):
                self.unmark(each)
        self._say_consequence()
        self.fit()

    def _say_consequence(self) -> None:
        label = application_label(self.page.year, self._counter.next_number, self.chosen)
        if self.clock is not None and not self.clock.in_time:
            words = tr("登记后编号 {label}，逾期不予受理", label=label)
        elif self.clock is not None:
            by = tr("{day} 前作出决定", day=self.clock.decide_by.isoformat())
            if self.chosen is Remedy.APPEAL:
                by = tr("受理后 {days} 日内作出决定", days=APPEAL_DECIDED)
            words = tr("登记后编号 {label}，{by}", label=label, by=by)
        else:
            words = tr("登记后编号 {label}", label=label)
        self.consequence.setText(words)

    # -- taking it down --------------------------------------------------------------------------------------------

    def register(self) -> bool:
        """Take it down; everything that is wrong is said at its field."""
        self.clear_refusal()
        person, moment = self.person.person, self.received.moment
        wrong = lacks_of(self)
        if wrong or person is None or moment is None:
            self.refuse_all(wrong)
            return False
        wanted = Applying(
            person.code, self.chosen, self.grounds.toPlainText(), moment, self.receiver.text(),
            self.evidence.words.text(), self.request.text(),
            self.organ.text() if self.chosen is Remedy.APPEAL else "",
        )  # fmt: skip
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year

        def act() -> "Change":
            self.applied = desk.applications.register(actor, year, wanted)
            return self.applied.change

        return self.carry_out("", lambda _second: act(), {})

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """At the field that it names."""
        named = error.field if isinstance(error, ApplicationIncomplete | TooLongForField) else _AT.get(type(error), "")
        field = self.fields.get(named)
        super().say_refused(error, {type(error): field} if field is not None else fields, otherwise)
