"""登记异议: the counter's dialog, filled in from top to bottom with Enter; what the time of receipt comes to stands
beside it while it is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.objections import Matter
from committee_desk.services.objection_refusals import GroundWithdrawn
from committee_desk.services.objection_views import Checked, Counter, Filing, HeldObjection, Objector, Turning
from committee_desk.ui.common.chips import BAD, OK, WARN, Chip
from committee_desk.ui.objections.counter_fields import CounterFields
from committee_desk.ui.objections.counter_lacks import lacks_of, no_moment
from committee_desk.ui.objections.counter_words import stands_at
from committee_desk.wording.language import tr
from committee_desk.wording.objections import timeliness, what_follows, what_turns
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

PAUSE = 120
"""Milliseconds after the last key before the time of receipt is looked at."""


class CounterDialog(CounterFields):
    """One objection as it is taken down; with `held` the one whose slip is put right, which asks why."""

    def __init__(self, page: "Page", counter: Counter, held: HeldObjection | None = None) -> None:
        super().__init__(page, counter, held)
        self.checked: Checked | None = None
        self._turning: Turning | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        self._listen()
        if held is not None:
            self._fill(held)
        self._show_person()
        self._show_matters()
        self._look()

    # -- listening -------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.person.textChanged.connect(lambda _text: self._show_person())
        completer = self.person.completer()
        completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self._person_taken))
        self.received.textChanged.connect(lambda _text: self._pause.start())
        self.version.currentIndexChanged.connect(lambda _at: self._look())
        self.matters.ticked.connect(self._show_matters)

    def _person_taken(self) -> None:
        """Somebody was chosen from the list: on to the next field, without a further Enter."""
        if self.person.person is not None and self.person.hasFocus():
            self.received.setFocus()
            self.received.selectAll()

    # -- what stands beside the fields -----------------------------------------------------------------------------

    @property
    def objector(self) -> Objector | None:
        """Who objects, where the field names one."""
        person = self.person.person
        return next((each for each in self._counter.objectors if person and each.code == person.code), None)

    def _show_person(self) -> None:
        found = self.objector
        self.hint(self.person, stands_at(found) if found else tr("姓名、工号或拼音首字母"))
        others = found is None or found.about_others
        self.matters.bar(Matter.OTHER, "" if others else tr("对他人结果的异议，只受理检察官提出的"))

    def _show_matters(self) -> None:
        about_other = Matter.OTHER in self.matters.chosen
        if about_other == self.other.isHidden():
            self._show_row(self.other, shown=about_other)
            if not about_other:
                self.other.clear()

    def _look(self) -> None:
        """Ask what the typed moment comes to."""
        moment, version = self.received.moment, self.version.currentData()
        if moment is None:
            self._show_moment(None, no_moment(self._counter.now))
            return
        desk, year, held = self._page.desk, self._page.year, self._held
        if held is not None:
            self._page.read(
                lambda: desk.objections.check_correction(year, held.number, version, moment),
                self._show_turning,
                kind="moment",
                failed=self._refused_moment,
            )
            return
        self._page.read(
            lambda: desk.objections.check(year, version, moment),
            lambda checked: self._show_moment(checked, self._said(checked)),
            kind="moment",
            failed=self._refused_moment,
        )

    def _show_turning(self, turning: Turning) -> None:
        self._turning = turning
        self._show_moment(turning.now, self._said(turning.now))

    def _refused_moment(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self._show_moment(None, sentence(error))
        else:
            self._page.place.tell_failed_reading(self, error)

    @staticmethod
    def _said(checked: Checked) -> str:
        follows = what_follows(checked)
        if not checked.typed_afterwards:
            return follows
        return tr("{follows}；补录：收到后过了一段时间才录入。", follows=follows.rstrip("。."))

    def _show_moment(self, checked: Checked | None, said: str) -> None:
        self.checked = checked
        if checked is None:
            self.chip.show_chip(Chip(tr("不能登记"), BAD, "alert-circle", said))
        else:
            kind, mark = (OK, "check") if checked.in_time else (WARN, "clock")
            self.chip.show_chip(Chip(timeliness(checked, checked.nth_day), kind, mark, said))
        self.hint(self.moment, said)
        if checked is not None:
            self.unmark(self.moment)
        missing = checked is not None and checked.calendar_missing is not None
        if missing == self.answer_by.isHidden():
            self._show_row(self.answer_by, shown=missing)
        self._show_consequence()
        self.fit()

    def _show_consequence(self) -> None:
        label = self._held.label if self._held else self._counter.next_label
        checked = self.checked
        if self._held is not None:
            turns = what_turns(self._turning) if self._turning is not None and checked is not None else ""
            said = tr("更正 {label}：{turns}", label=label, turns=turns) if turns else tr("更正 {label}", label=label)
            self.consequence.setText(said)
        elif checked is not None and not checked.in_time:
            self.consequence.setText(tr("登记后编号 {label}，转结果通知后复核", label=label))
        elif checked is not None and checked.answer_by is not None:
            self.consequence.setText(
                tr("登记后编号 {label}，答复期限 {day}", label=label, day=checked.answer_by.isoformat())
            )
        else:
            self.consequence.setText(tr("登记后编号 {label}", label=label))

    # -- what was typed --------------------------------------------------------------------------------------------

    def filing(self) -> Filing | None:
        """What was typed; None after saying at each field what is wrong with it."""
        wrong = lacks_of(self, self._counter.now)
        person, moment, other = self.person.person, self.received.moment, self.other.person
        if wrong or person is None or moment is None:
            self.refuse_all(wrong)
            return None
        return Filing(
            code=person.code,
            version=self.version.currentData(),
            matters=self.matters.chosen,
            grounds=self.grounds.toPlainText(),
            received=moment,
            receiver=self.receiver.text(),
            evidence=self.evidence.words.text(),
            request=self.request.text(),
            signed=self.signed.isChecked(),
            other=other.code if other is not None else None,
            new_facts=self.new_facts.text(),
            answer_by=self.answer_by.day if not self.answer_by.isHidden() else None,
        )

    def attempt(self, act: Callable[[Filing], object]) -> bool:
        """Do it with what was typed; a refusal is said at the field that it is about."""
        filing = self.filing()
        if filing is None:
            return False
        try:
            act(filing)
        except (DeskError, Trouble) as error:
            if isinstance(error, GroundWithdrawn):
                self._show_row(self.new_facts, shown=True)
            self.refuse_all([(sentence(error), self._field_of(error))])
            return False
        return True

    def _field_of(self, error: Exception) -> QWidget:
        from committee_desk.ui.objections.refused_fields import REFUSED_AT, name_of_field  # noqa: PLC0415 - when refused

        by_name: dict[str, QWidget] = {
            "person": self.person, "other": self.other, "matters": self.matters, "grounds": self.grounds,
            "receiver": self.receiver, "received": self.moment, "answer_by": self.answer_by, "version": self.version,
            "new_facts": self.new_facts, "proofs": self.evidence, "request": self.request, "why": self.why,
        }  # fmt: skip
        found = by_name.get(name_of_field(error, REFUSED_AT), self.person)
        return found if not found.isHidden() else self.person
