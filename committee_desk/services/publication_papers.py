"""What is read of a publication, and its papers: the notice (form 3), the posting record, what hangs beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move
from committee_desk.domain.publication import PublicationWindow
from committee_desk.domain.roles import Right
from committee_desk.services.course_moves import require, stage_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.publication_at_best import as_before, at_best, require_possible
from committee_desk.services.publication_notice import notice_of, readable, saying, terms_of
from committee_desk.services.publication_reading import one_version, plan_of, view_of
from committee_desk.services.publication_refusals import NoticeUnknown
from committee_desk.services.publication_views import (
    HungNotice,
    NoticePlan,
    Preview,
    PublicationPaper,
    PublicationStamp,
    PublicationView,
    VersionView,
)
from committee_desk.services.publication_window import first_step, hangings_of
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Witnessing


class PublicationReading:
    """Shows a publication, and puts it on paper."""

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
        with self._open.reading() as uow:
            return view_of(uow, year, self._clock())

    @allowed(Right.SEE_GRADING)
    def plan(self, year: int, posted: datetime | None = None) -> NoticePlan:
        """The plan that the office's settings make, or the last version, posted now unless told otherwise."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            return as_before(uow, year, plan_of(uow, posted or self._clock()))

    @allowed(Right.SEE_GRADING)
    def at_best(self, year: int) -> VersionView | None:
        """The running version if it hung again now wherever it came down; None where it came down nowhere."""
        with self._open.reading() as uow:
            return at_best(uow, year, self._clock())

    @allowed(Right.SEE_GRADING)
    def preview(self, year: int, plan: NoticePlan) -> Preview:
        """What would be posted by this plan: the notice, its window, and whom it is about."""
        with self._open.reading() as uow:
            require(uow, year, Move.POST)
            return self._previewed(uow, year, plan)

    @allowed(Right.SEE_GRADING)
    def require_possible(self, year: int, plan: NoticePlan) -> None:
        """Refuse moments of hanging that cannot be, as posting would."""
        with self._open.reading() as uow:
            require_possible(uow, year, plan, self._previewed(uow, year, plan), self._clock())

    @allowed(Right.SEE_GRADING)
    def draft(self, year: int, plan: NoticePlan, *, to_hang: bool = False) -> bytes:
        """The notice by this plan as PDF; `to_hang` is printed and hung before it is recorded: nothing marks it as a
        draft."""
        with self._open.reading() as uow:
            require(uow, year, Move.POST)
            notice, stamp = self._previewed(uow, year, plan).notice, self._stamp(uow)
        return self._paper.notice(notice, stamp, draft=not to_hang)

    @allowed(Right.SEE_GRADING)
    def notice_pdf(self, year: int, version: int) -> bytes:
        """The notice of that version as PDF, as it was posted."""
        with self._open.reading() as uow:
            notice, stamp = one_version(uow, year, version).held.notice, self._stamp(uow)
        return self._paper.notice(notice, stamp, draft=False)

    @allowed(Right.SEE_GRADING)
    def record_pdf(self, year: int, version: int) -> bytes:
        """The posting record of that version as PDF."""
        with self._open.reading() as uow:
            view, stamp = one_version(uow, year, version), self._stamp(uow)
        return self._paper.record(view, stamp)

    @allowed(Right.SEE_GRADING)
    def note_pdf(self, year: int, version: int, number: int) -> bytes:
        """A supplementary notice or a correction note as PDF."""
        with self._open.reading() as uow:
            view, stamp = one_version(uow, year, version), self._stamp(uow)
        for note in view.notes:
            if note.number == number:
                return self._paper.note(view, note, stamp)
        raise NoticeUnknown(year, number)

    def _previewed(self, uow: UnitOfWork, year: int, wanted: NoticePlan) -> Preview:
        """The notice with its words and its fingerprint, the window that it begins, and whom it is about."""
        plan, versions = readable(wanted), uow.publication.versions(year)
        hung = plan.hung or tuple(HungNotice(place, plan.posted, ("", "")) for place in plan.places)
        told = saying(uow, year, plan, versions)
        step = first_step(uow, hangings_of(hung), terms_of(uow, plan))
        notice = notice_of(uow, year, plan, told, step, versions)
        notice = replace(notice, words=self._paper.words(notice)).sealed()
        return Preview(notice, PublicationWindow(notice.version, (step,)), told.affected)

    def _stamp(self, uow: UnitOfWork) -> PublicationStamp:
        identity, head = uow.office.identity(), uow.journal.head()
        return PublicationStamp(
            identity.office, identity.demo, self._clock(), self._seat.actor.name, head.hash, head.entries
        )
