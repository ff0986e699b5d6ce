"""Publication (公示): posting, correcting a slip, closing, and going back."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move
from committee_desk.domain.publication import CHINA
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.domain.scores import Grade
from committee_desk.domain.slips import require_slip
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.course_drift import require_current_list
from committee_desk.services.course_moves import advance, require
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_acts import (
    is_afterwards,
    next_note,
    require_closing,
    require_why,
    take_down_everywhere,
    told_of_step,
)
from committee_desk.services.publication_hanging import all_hung, require_recorded_in_time
from committee_desk.services.publication_reading import hung_or_closed, running
from committee_desk.services.publication_refusals import (
    PlanIncomplete,
)
from committee_desk.services.publication_running import HangingDesk
from committee_desk.services.publication_views import (
    Closing,
    Correction,
    HeldVersion,
    HungNotice,
    NoteKind,
    NoteRow,
    NoticePlan,
    PostingRow,
    Preview,
)
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second


class PublicationDesk(HangingDesk):
    """Publishes the approved grades for their days."""

    @allowed(Right.PUBLISH_GRADES)
    def post(self, actor: Actor, year: int, plan: NoticePlan, second: "Second | None" = None) -> Change:
        """Record that the notice hangs at all its places: its window begins. In 严格 an act for two."""
        with self._open.reading() as uow:
            self._to_post(uow, year, plan)
        authority = self._witnessing.confirm_in_strict(second, Move.POST.verb)
        with self._open.writing() as uow:
            preview, rows = self._to_post(uow, year, plan)
            notice, step = preview.notice, preview.window.now
            what = {
                "version": notice.version,
                "list_version": notice.list_version,
                "fingerprint": notice.fingerprint,
                "places": notice.places,
                "hung": [(row.place, row.posted) for row in rows],
                "afterwards": is_afterwards(step.posted, self._clock()),
                "affected": preview.affected,
                "window": told_of_step(step),
            }
            why = said(plan.why) or None
            entry = uow.journal.append(actor, Move.POST.verb, str(year), what, why=why, authority=authority, dated=True)
            held = HeldVersion(
                version=notice.version,
                list_version=notice.list_version,
                notice=notice,
                affected=preview.affected,
                replaces=notice.replaces,
                why=why or "",
                entry=entry,
                at=self._clock(),
                by=actor.name,
            )
            uow.publication.put_version(entry, year, held)
            for row in rows:
                uow.publication.put_posting(entry, year, notice.version, row)
            uow.publication.put_step(entry, year, notice.version, step)
            advance(uow, entry, year, Move.POST)
            self._keep_a_copy()  # of what everybody else still reads: the desk before the act
            uow.commit()
        return Change.of(Topic.PUBLICATION, Topic.COURSE, entry=entry)

    @allowed(Right.PUBLISH_GRADES)
    def correct_slip(  # noqa: PLR0913, PLR0917 - who, what, and by whom it is confirmed
        self, actor: Actor, year: int, what: str, after: str, why: str, second: "Second | None" = None
    ) -> Change:
        """A correction note for a slip (`domain.notice.Slip`) that touches no person, no result and no day."""
        reason, wanted = require_why(why), said(after, "slip")
        with self._open.reading() as uow:
            require_slip(running(uow, year).effective, what, wanted, _GRADES)
        authority = self._witnessing.confirm_in_strict(second, "publication.correct")
        with self._open.writing() as uow:
            view = running(uow, year)
            slip = require_slip(view.effective, what, wanted, _GRADES)
            told = Correction(slip, view.effective.value_of(slip), wanted, reason)
            entry = uow.journal.append(
                actor, "publication.correct", str(year), {"version": view.version, "correction": told},
                why=reason, authority=authority, dated=True,
            )  # fmt: skip
            note = NoteRow(next_note(view), NoteKind.CORRECTION, told, self._clock().astimezone(CHINA).date())
            uow.publication.put_note(entry, year, view.version, note)
            uow.commit()
        return Change.of(Topic.PUBLICATION, entry=entry)

    @allowed(Right.PUBLISH_GRADES)
    def close(self, actor: Actor, year: int, shown_day: date, second: "Second | None") -> Change:
        """Close the window: at or after its cut-off, today's date typed as it was shown, by two people."""
        with self._open.reading() as uow:
            require_closing(uow, year, shown_day, self._clock())
        authority = self._witnessing.confirm(second, Move.CLOSE.verb, actor=actor)
        with self._open.writing() as uow:
            now = self._clock()
            view = require_closing(uow, year, shown_day, now)
            came = sum(each.version == view.version for each in uow.objections.of_year(year))
            closing = Closing(now, shown_day, came)
            what = {"version": view.version, "shown_day": shown_day, "last_day": view.window.last_day}
            entry = uow.journal.append(
                actor, Move.CLOSE.verb, str(year), {**what, "objections": came}, authority=authority, dated=True
            )
            uow.publication.put_closing(entry, year, view.version, closing)
            advance(uow, entry, year, Move.CLOSE)
            self._keep_a_copy()  # as above
            uow.commit()
        return Change.of(Topic.PUBLICATION, Topic.COURSE, entry=entry)

    def _stepping_back(self, actor: Actor, year: int, move: Move, why: str, second: "Second | None") -> tuple[str, str]:
        """The reason and the second person of a step back, asked for only where it can be taken."""
        reason = require_why(why)
        with self._open.reading() as uow:
            require(uow, year, move)
        return reason, self._witnessing.confirm(second, move.verb, actor=actor)

    @allowed(Right.GO_BACK)
    def take_back(self, actor: Actor, year: int, why: str, second: "Second | None") -> Change:
        """Take the notice back before its window closes: what it says was wrong. It comes down everywhere."""
        reason, authority = self._stepping_back(actor, year, Move.TAKE_BACK, why, second)
        with self._open.writing() as uow:
            require(uow, year, Move.TAKE_BACK)
            view, now = running(uow, year), self._clock()
            what = {"version": view.version}
            entry = uow.journal.append(
                actor, Move.TAKE_BACK.verb, str(year), what, why=reason, authority=authority, dated=True
            )
            uow.publication.take_back(entry, year, view.version)
            take_down_everywhere(uow, entry, year, view, now, (actor.name, authority), reason)
            advance(uow, entry, year, Move.TAKE_BACK)
            uow.commit()
        return Change.of(Topic.PUBLICATION, Topic.COURSE, entry=entry)

    @allowed(Right.GO_BACK)
    def publish_again(self, actor: Actor, year: int, why: str, second: "Second | None") -> Change:
        """Open the way to a new version after a closed window: a full new window for those whose grade is another."""
        reason, authority = self._stepping_back(actor, year, Move.PUBLISH_AGAIN, why, second)
        with self._open.writing() as uow:
            what = {"version": hung_or_closed(uow, year).version}
            entry = uow.journal.append(
                actor, Move.PUBLISH_AGAIN.verb, str(year), what, why=reason, authority=authority, dated=True
            )
            advance(uow, entry, year, Move.PUBLISH_AGAIN)
            uow.commit()
        return Change.of(Topic.PUBLICATION, Topic.COURSE, entry=entry)

    def _to_post(self, uow: UnitOfWork, year: int, plan: NoticePlan) -> tuple[Preview, tuple[PostingRow, ...]]:
        """What is to be posted, and where it hangs; refuses what stands against it."""
        require(uow, year, Move.POST)
        require_current_list(uow, year, Move.POST)
        now = self._clock()
        uow.journal.refuse_clock_behind(now)
        if not plan.hung:
            raise PlanIncomplete(("hung",))
        since = _may_hang_since(uow, year)
        preview = self._previewed(uow, year, replace(plan, hung=_to_the_minute(plan.hung)))
        rows = all_hung(people_of(uow, year), preview.notice.places, plan.hung, since, now)
        require_recorded_in_time(preview.window.now, now)
        return preview, rows


_GRADES = tuple(map(str, Grade))


def _may_hang_since(uow: UnitOfWork, year: int) -> datetime:
    """The moment of the move that led to the stage: what was not approved cannot have hung."""
    entry = uow.course.entry_of(year)
    since = uow.journal.moment_of(entry) if entry is not None else None
    if since is None:
        raise AssertionError("an approved year without the entry that approved it")
    return since


def _to_the_minute(hung: tuple[HungNotice, ...]) -> tuple[HungNotice, ...]:
    return tuple(
        each._replace(
            place=said(each.place, "place"), posted=each.posted.astimezone(CHINA).replace(second=0, microsecond=0)
        )
        for each in hung
    )
