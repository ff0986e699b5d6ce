"""What is read of a publication, and its papers: the notice (form 3), the posting record, what hangs beside it.

What is handed out is journalled; a preview shows the very same paper and leaves no trace.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move
from committee_desk.domain.notice import Notice
from committee_desk.domain.publication import PublicationWindow
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.certificate_rules import anchor_at, anchor_of
from committee_desk.services.course_moves import require, stage_of
from committee_desk.services.journal_views import on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.publication_at_best import as_before, at_best, require_possible
from committee_desk.services.publication_notice import notice_of, readable, saying, terms_of
from committee_desk.services.publication_reading import one_version, plan_of, view_of
from committee_desk.services.publication_refusals import NoticeUnknown
from committee_desk.services.publication_views import (
    HungNotice,
    NoteRow,
    NoticePlan,
    Preview,
    PublicationPaper,
    PublicationStamp,
    PublicationView,
    VersionView,
)
from committee_desk.services.publication_window import first_step, hangings_of
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.second import Witnessing

DRAW = "publication.draw"


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

    # -- form 3 and what belongs to it -----------------------------------------------------------------------------

    @allowed(Right.SEE_GRADING)
    def preview_draft(self, actor: Actor, year: int, plan: NoticePlan, *, to_hang: bool = False) -> bytes:
        """The notice by this plan as PDF, without a trace in the journal; marked as a draft unless it is `to_hang`."""
        notice, stamp = self._draft(actor, year, plan)
        return self._paper.notice(notice, stamp, draft=not to_hang)

    @allowed(Right.SEE_GRADING)
    def draft(self, actor: Actor, year: int, plan: NoticePlan) -> bytes:
        """The notice by this plan, to be hung before that is recorded: nothing marks it as a draft; journalled."""
        notice, stamp = self._draft(actor, year, plan)
        drawn = self._paper.notice(notice, stamp, draft=False)
        return self._handed_out(actor, notice, stamp, {"paper": "notice", "hung": False}, drawn)

    @allowed(Right.SEE_GRADING)
    def preview_notice(self, actor: Actor, year: int, version: int) -> bytes:
        """The very notice that `notice` would give, without a trace in the journal."""
        view, stamp = self._version(actor, year, version)
        return self._paper.notice(view.held.notice, stamp, draft=False)

    @allowed(Right.SEE_GRADING)
    def notice(self, actor: Actor, year: int, version: int) -> bytes:
        """公示书 of that version as PDF, as it was posted; journalled."""
        view, stamp = self._version(actor, year, version)
        drawn = self._paper.notice(view.held.notice, stamp, draft=False)
        return self._handed_out(actor, view.held.notice, stamp, {"paper": "notice"}, drawn)

    @allowed(Right.SEE_GRADING)
    def preview_record(self, actor: Actor, year: int, version: int) -> bytes:
        """The very posting record that `record` would give, without a trace in the journal."""
        return self._paper.record(*self._version(actor, year, version))

    @allowed(Right.SEE_GRADING)
    def record(self, actor: Actor, year: int, version: int) -> bytes:
        """张贴记录 of that version as PDF; journalled."""
        view, stamp = self._version(actor, year, version)
        return self._handed_out(actor, view.held.notice, stamp, {"paper": "record"}, self._paper.record(view, stamp))

    @allowed(Right.SEE_GRADING)
    def preview_note(self, actor: Actor, year: int, version: int, number: int) -> bytes:
        """The very note that `note` would give, without a trace in the journal."""
        view, stamp = self._version(actor, year, version)
        return self._paper.note(view, _note_of(view, year, number), stamp)

    @allowed(Right.SEE_GRADING)
    def note(self, actor: Actor, year: int, version: int, number: int) -> bytes:
        """补充公告 or 更正说明 as PDF; journalled."""
        view, stamp = self._version(actor, year, version)
        note = _note_of(view, year, number)
        drawn = self._paper.note(view, note, stamp)
        return self._handed_out(actor, view.held.notice, stamp, {"paper": note.kind, "number": number}, drawn)

    def _draft(self, actor: Actor, year: int, plan: NoticePlan) -> tuple[Notice, PublicationStamp]:
        with self._open.reading() as uow:
            require(uow, year, Move.POST)
            return self._previewed(uow, year, plan).notice, self._stamp(uow, actor)

    def _version(self, actor: Actor, year: int, version: int) -> tuple[VersionView, PublicationStamp]:
        with self._open.reading() as uow:
            view = one_version(uow, year, version)
            return view, self._stamp(uow, actor, view.window.posted)

    def _handed_out(
        self, actor: Actor, notice: Notice, stamp: PublicationStamp, paper: dict[str, object], drawn: bytes
    ) -> bytes:
        """The entry says which paper left the desk, and which head stands on it."""
        head = on_paper(Head(stamp.entries, stamp.head))
        what = {"version": notice.version, "fingerprint": notice.fingerprint, "head": head, **paper}
        with self._open.writing() as uow:
            uow.journal.append(actor, DRAW, str(notice.year), what, dated=True)
            uow.commit()
        return drawn

    def _previewed(self, uow: UnitOfWork, year: int, wanted: NoticePlan) -> Preview:
        """The notice with its words and its fingerprint, the window that it begins, and whom it is about."""
        plan, versions = readable(wanted), uow.publication.versions(year)
        hung = plan.hung or tuple(HungNotice(place, plan.posted, ("", "")) for place in plan.places)
        told = saying(uow, year, plan, versions)
        step = first_step(uow, hangings_of(hung), terms_of(uow, plan))
        notice = notice_of(uow, year, plan, told, step, versions)
        notice = replace(notice, words=self._paper.words(notice)).sealed()
        return Preview(notice, PublicationWindow(notice.version, (step,)), told.affected)

    def _stamp(self, uow: UnitOfWork, actor: Actor, posted: datetime | None = None) -> PublicationStamp:
        """A notice that hangs, and what hangs beside it, bear the certificate of its posting however late they are
        printed: people compare with what they read there."""
        identity, head, rows = uow.office.identity(), uow.journal.head(), uow.certificates.all()
        anchor = anchor_of(rows) if posted is None else anchor_at(rows, posted)
        return PublicationStamp(
            identity.office, identity.demo, self._clock(), actor.name, head.hash, head.entries,
            anchor.fingerprint if anchor is not None else "",
        )  # fmt: skip


def _note_of(view: VersionView, year: int, number: int) -> NoteRow:
    note = next((each for each in view.notes if each.number == number), None)
    if note is None:
        raise NoticeUnknown(year, number)
    return note
