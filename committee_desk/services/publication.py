"""Publication (公示): the notice, where it hangs, its window of working days, its closing, and going back."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.publication_views import (
    HungNotice,
    NoticePlan,
    Preview,
    PublicationPaper,
    PublicationView,
    TakenDown,
)
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class PublicationDesk:
    """Publishes the approved grades for their days."""

    def __init__(  # noqa: PLR0913, PLR0917 - what an official act with paper needs
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        paper: PublicationPaper,
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], object],
    ) -> None:
        self._open, self._clock, self._paper, self._seat = open_work, clock, paper, seat
        self._witnessing, self._keep_a_copy = witnessing, keep_a_copy

    @allowed(Right.SEE_GRADING)
    def view(self, year: int) -> PublicationView:
        """Everything that the page shows."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def plan(self, year: int, posted: datetime | None = None) -> NoticePlan:
        """The plan that the office's settings make, posted now unless told otherwise."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def preview(self, year: int, plan: NoticePlan) -> Preview:
        """What would be posted by this plan: the notice, its window, and whom it is about."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def draft(self, year: int, plan: NoticePlan) -> bytes:
        """The notice by this plan as PDF, to be printed and hung before it is recorded."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def notice_pdf(self, year: int, version: int) -> bytes:
        """The notice of that version as PDF, as it was posted."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def record_pdf(self, year: int, version: int) -> bytes:
        """The posting record of that version as PDF."""
        raise NotImplementedError

    @allowed(Right.SEE_GRADING)
    def note_pdf(self, year: int, version: int, number: int) -> bytes:
        """A supplementary notice or a correction note as PDF."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def post(self, actor: Actor, year: int, plan: NoticePlan, second: "Second | None" = None) -> Change:
        """Record that the notice hangs at all its places: its window begins. In 严格 an act for two."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def record_posting(self, actor: Actor, year: int, hung: HungNotice) -> Change:
        """Record that the notice hangs again at a place where it had been taken down; the window is extended by the
        days on which it did not hang, with a supplementary notice."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def add_photo(self, actor: Actor, year: int, place: str, photo: str) -> Change:
        """Give the newest posting at a place the number of its photo."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def take_down(self, actor: Actor, year: int, down: TakenDown) -> Change:
        """Record that the notice was taken down at a place. Before its days are full the window waits until it hangs
        again."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def lengthen(self, actor: Actor, year: int, days: int, why: str, second: "Second | None" = None) -> Change:
        """Give the running window more days, with a supplementary notice. In 严格 an act for two."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def recount_calendar(self, actor: Actor, year: int) -> Change:
        """Count the running window anew by the calendar as it is now: it ends later or stays, with a supplementary
        notice where it ends later."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def correct_slip(  # noqa: PLR0913, PLR0917 - who, what, and by whom it is confirmed
        self, actor: Actor, year: int, what: str, after: str, why: str, second: "Second | None" = None
    ) -> Change:
        """A correction note for a slip (`domain.notice.Slip`) that touches no person, no result and no day."""
        raise NotImplementedError

    @allowed(Right.PUBLISH_GRADES)
    def close(self, actor: Actor, year: int, shown_day: date, second: "Second | None") -> Change:
        """Close the window: at or after its cut-off, today's date typed as it was shown, by two people."""
        raise NotImplementedError

    @allowed(Right.GO_BACK)
    def take_back(self, actor: Actor, year: int, why: str, second: "Second | None") -> Change:
        """Take the notice back before its window closes: what it says was wrong. It comes down everywhere."""
        raise NotImplementedError

    @allowed(Right.GO_BACK)
    def publish_again(self, actor: Actor, year: int, why: str, second: "Second | None") -> Change:
        """Open the way to a new version after a closed window: a full new window for those whose grade is another."""
        raise NotImplementedError
