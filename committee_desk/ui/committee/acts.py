"""What a secretary does with a meeting, each act through its form: refused in its field, nothing typed is lost."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.domain.committee import AgendaItem, MeetingState
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.changes import Change
from committee_desk.services.meeting_refusals import (
    MeetingBeforeItsMatter,
    MeetingChanged,
    MeetingOfAnotherTime,
    PlaceMissing,
    RecorderMissing,
)
from committee_desk.services.meeting_views import HeldMeeting, MeetingView, QuestionView
from committee_desk.ui.committee.agenda import needed, still_missing
from committee_desk.ui.committee.calling import CallDialog
from committee_desk.ui.committee.closing import CloseDialog
from committee_desk.ui.committee.member_field import meant
from committee_desk.ui.committee.presence import OpenDialog, PresenceDialog
from committee_desk.ui.committee.question_rows import key_of
from committee_desk.ui.committee.stakes import DeclareDialog, LiftDialog, declared_in
from committee_desk.ui.committee.voting import VoteDialog
from committee_desk.ui.common.dialogs import FormDialog, ask_reason
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.wording.committee import question_title
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

FieldOf = Callable[[Exception], QWidget | None]
Renew = Callable[[MeetingView], None]


class MeetingActs:
    """The acts on one meeting. `show` takes the meeting as another secretary left it."""

    def __init__(self, page: "Page", show: Callable[[MeetingView], None]) -> None:
        self._page, self._show = page, show

    # -- calling ---------------------------------------------------------------------------------------------------

    def call(self, held: HeldMeeting | None, seen: int, also: Sequence[AgendaItem] = ()) -> bool:
        """Call a meeting, or change its notice; `also` are items that another page lays before the committee."""
        page = self._page
        desk, actor, year = page.desk, page.place.actor, page.year
        try:
            wanted = needed(desk.grading.view(year))
            people = [Named(each.code, each.name, each.department) for each in desk.people.roster(year)]
            places = [row.held.place for row in desk.meetings.rows(year)]
        except (DeskError, Trouble) as error:
            tell_failure(page, error)
            return False
        offered = still_missing((*also, *wanted), held.agenda if held else ())
        today = page.now().date()
        dialog = CallDialog(page.window(), held, offered, people, today, places[-1] if places else "")

        def command(entry: int) -> Change | None:
            told = dialog.called()
            if told is None:
                return None
            if held is None:
                return desk.meetings.call(actor, year, told)
            return desk.meetings.amend(actor, year, held.number, told, entry)

        def field_of(error: Exception) -> QWidget | None:
            if isinstance(error, MeetingOfAnotherTime | MeetingBeforeItsMatter):
                return dialog.day
            return dialog.where if isinstance(error, PlaceMissing) else dialog.agenda

        return self._run(dialog, command, held.number if held else 0, seen, field_of)

    def withdraw(self, view: MeetingView) -> None:
        """Call the meeting off."""
        held = view.row.held
        text = tr(
            "取消 {at} 的第 {number} 次会议。会议次序号不再使用，通知和登记仍保存在台账里。",
            at=f"{held.called:%Y-%m-%d %H:%M}",
            number=held.number,
        )
        why = ask_reason(self._page.window(), tr("取消会议"), text, tr("取消会议"))
        if why is not None:
            desk, actor = self._page.desk, self._page.place.actor
            self._perform(lambda: desk.meetings.withdraw(actor, held.year, held.number, why, view.row.entry))

    # -- who is there, who leaves ----------------------------------------------------------------------------------

    def presence(self, view: MeetingView) -> bool:
        """Write down who came."""
        held, desk, actor = view.row.held, self._page.desk, self._page.place.actor
        dialog = PresenceDialog(self._page.window(), view)
        return self._run(
            dialog,
            lambda seen: (
                desk.meetings.presence(actor, held.year, held.number, dialog.came(), seen)
                if dialog.complete()
                else None
            ),
            held.number,
            view.row.entry,
        )

    def declare(self, view: MeetingView, item: str) -> bool:
        """Write a declared stake down."""
        held, desk, actor = view.row.held, self._page.desk, self._page.place.actor
        dialog = DeclareDialog(self._page.window(), view, item)
        return self._run(
            dialog,
            lambda seen: (
                desk.meetings.declare(actor, held.year, held.number, dialog.declared(), seen)
                if dialog.complete()
                else None
            ),
            held.number,
            view.row.entry,
            dialog.field_of,
        )

    def lift(self, view: MeetingView) -> bool:
        """Lift a stake that was declared."""
        held, desk, actor = view.row.held, self._page.desk, self._page.place.actor
        dialog = LiftDialog(self._page.window(), declared_in(view))

        def command(seen: int) -> Change:
            gone, why = dialog.chosen.recusal, dialog.reason.text()
            number = held.number
            return desk.meetings.lift(actor, held.year, number, gone.item, gone.member, gone.about, why, seen)

        return self._run(dialog, command, held.number, view.row.entry, lambda _error: dialog.reason)

    # -- holding ---------------------------------------------------------------------------------------------------

    def open(self, view: MeetingView, recorder: str) -> bool:
        """Open the meeting."""
        held, desk, actor = view.row.held, self._page.desk, self._page.place.actor
        dialog = OpenDialog(self._page.window(), view, recorder)

        def command(seen: int) -> Change:
            writer, presiding = dialog.recorder.text(), meant(dialog.presiding)
            return desk.meetings.open(actor, held.year, held.number, writer, seen, presiding)

        def field_of(error: Exception) -> QWidget:
            return dialog.recorder if isinstance(error, RecorderMissing) else dialog.presiding

        return self._run(dialog, command, held.number, view.row.entry, field_of)

    def vote(self, view: MeetingView, question: QuestionView, majority: Fraction) -> bool:
        """Write a vote down, or correct it."""
        held, desk, actor = view.row.held, self._page.desk, self._page.place.actor
        dialog = VoteDialog(self._page.window(), question, view, majority)
        item, subject = key_of(question)

        def command(seen: int) -> Change | None:
            counted = dialog.counted()
            if counted is None:
                return None
            why = dialog.reason.text() if dialog.reason.isEnabled() else ""
            return desk.meetings.vote(actor, held.year, held.number, item, subject, counted, seen, why)

        def renew(now: MeetingView) -> None:
            again = next((each for each in now.questions if key_of(each) == (item, subject)), None)
            if again is not None:
                dialog.take(again)

        done = self._run(dialog, command, held.number, view.row.entry, dialog.field_of, renew)
        if done:
            self._page.place.say(tr("已登记表决：{title}", title=question_title(question)))
        return done

    def close(self, view: MeetingView) -> bool:
        """Close the meeting with its minutes."""
        held, desk, actor = view.row.held, self._page.desk, self._page.place.actor
        dialog = CloseDialog(self._page.window(), view)

        def command(seen: int) -> Change:
            number, minutes = dialog.document.text(), dialog.minutes.toPlainText()
            return desk.meetings.close(actor, held.year, held.number, number, minutes, seen)

        return self._run(dialog, command, held.number, view.row.entry, dialog.field_of)

    def reopen(self, view: MeetingView) -> None:
        """Open a closed meeting again: a reason, and in the strict way a second person."""
        held, page = view.row.held, self._page
        text = tr("重新打开第 {number} 次会议（{document}），以便更正。", number=held.number, document=held.document)
        why = ask_reason(page.window(), tr("重新打开会议"), text, tr("重新打开"))
        if why is None:
            return
        desk, actor, seen = page.desk, page.place.actor, view.row.entry
        self._perform(
            lambda: with_second_if_needed(
                page.window(),
                desk,
                text,
                lambda second: desk.meetings.reopen(actor, held.year, held.number, why, seen, second),
            )
        )

    # -- carrying out ----------------------------------------------------------------------------------------------

    def _perform(self, command: Callable[[], Change | None]) -> None:
        self._page.perform(command)

    def _run(  # noqa: PLR0913, PLR0917 - an act and where its refusals belong
        self,
        dialog: FormDialog,
        command: Callable[[int], Change | None],
        number: int,
        seen: int,
        field_of: FieldOf = lambda _error: None,
        renew: Renew = lambda _view: None,
    ) -> bool:
        """Show the form until the act is done or cancelled.

        Where another secretary wrote into the meeting meanwhile the form says so, shows it, and may be confirmed again.
        """
        place, entry = self._page.place, [seen]

        def act() -> bool:
            dialog.clear_refusal()
            try:
                change = command(entry[0])
            except MeetingChanged as error:
                now = self._page.desk.meetings.view(self._page.year, number)
                entry[0] = now.row.entry
                renew(now)
                self._show(now)
                dialog.refuse(sentence(error))
                return False
            except (DeskError, Trouble) as error:
                _refuse(dialog, error, field_of(error))
                return False
            place.changes.announce(change)
            return change is not None

        return dialog.run(act)


def _refuse(dialog: FormDialog, error: DeskError | Trouble, field: QWidget | None) -> None:
    """Say it above the form, and beneath the field where it belongs to one."""
    if field is None:
        dialog.refuse(sentence(error))
    else:
        dialog.refuse_all([(sentence(error), field)])


def is_running(view: MeetingView | None) -> bool:
    """Whether anything may still be written into the meeting."""
    return view is not None and view.row.held.state in {MeetingState.CALLED, MeetingState.OPEN}
