"""Recorded decisions that grading rests on: ties, who lacks a rating, left-over and pooled places, more than 20 %."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.domain.course import Stage
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.course_moves import stage_of
from committee_desk.services.grading_deciding import (
    decision,
    of_incomplete,
    of_left_over,
    of_pool,
    of_quarter,
    of_tie,
    pool_subject,
)
from committee_desk.services.grading_decision_refusals import (
    ConsentFileMissing,
    DecisionReasonMissing,
    NoSuchDecision,
    PlacesUsed,
)
from committee_desk.services.grading_recusals import people_of_decision, require_hand_apart
from committee_desk.services.grading_refusals import GradingClosed, ListProposed, NoPlaceLeft
from committee_desk.services.grading_roll import Roll, roll_of
from committee_desk.services.grading_seen import decision_held, require_seen
from committee_desk.services.grading_views import DecisionKind, Settlement
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.reports import attach, told_of_file
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.attachment_views import AttachmentFiles
    from committee_desk.services.second import Witnessing
    from committee_desk.services.year_figures import YearFigures

DECIDING = (Stage.SCORING, Stage.PROPOSED)
"""While the year stands there, grades are still chosen and decided."""
TOPICS = (Topic.GRADES, Topic.COURSE)


class GradingDecisions:
    """Records decisions, each by a numbered paper, none of which leaves more 优秀 behind than there are places.

    `seen` is the entry of the decision on the same subject that the caller saw, None where there was none: what
    another recorded or lifted in between is not overwritten.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what scores, reads files, guards, confirms and keeps a copy
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        figures: "YearFigures",
        files: "AttachmentFiles",
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], object],
    ) -> None:
        self._open, self._clock, self._figures, self._files, self._seat = open_work, clock, figures, files, seat
        self._witnessing, self._keep_a_copy = witnessing, keep_a_copy

    # -- decisions -------------------------------------------------------------------------------------------------

    @allowed(Right.DECIDE_GRADES)
    def decide_tie(  # noqa: PLR0913, PLR0917 - of whom, for whom, on what authority
        self,
        actor: Actor,
        year: int,
        category: Category | str,
        chosen: Iterable[str],
        meeting: int,
        document: str,
        day: date,
        item: str = "",
        *,
        seen: int | None = None,
    ) -> Change:
        """Record how the committee voted on people equal at the last place; nobody chosen: all stay below."""
        name, wanted = str(category), tuple(chosen)
        return self._decide(
            actor,
            year,
            (DecisionKind.TIE, name),
            lambda uow, roll: of_tie(uow, roll, name, wanted, meeting, item),
            (document, day),
            meeting=meeting,
            seen=seen,
        )

    @allowed(Right.DECIDE_GRADES)
    def settle_incomplete(  # noqa: PLR0913, PLR0917 - whom, how, why, on what authority
        self,
        actor: Actor,
        year: int,
        code: str,
        how: Settlement,
        reason: str,
        document: str,
        day: date,
        meeting: int | None = None,
        item: str = "",
        *,
        seen: int | None = None,
    ) -> Change:
        """Record what becomes of somebody without a rating. A hand-over is an input of scoring from then on."""
        return self._decide(
            actor,
            year,
            (DecisionKind.INCOMPLETE, code),
            lambda _uow, roll: of_incomplete(roll, code, Settlement(how)),
            (document, day),
            reason=reason,
            meeting=meeting,
            item=item,
            seen=seen,
        )

    @allowed(Right.DECIDE_GRADES)
    def assign_left_over(  # noqa: PLR0913, PLR0917 - how many, to whom, on what authority
        self,
        actor: Actor,
        year: int,
        category: Category | str,
        places: int,
        document: str,
        day: date,
        reason: str = "",
        meeting: int | None = None,
        item: str = "",
        *,
        seen: int | None = None,
    ) -> Change:
        """Give a category places of the office that no category's floor holds; 0 takes them back."""
        return self._decide(
            actor,
            year,
            (DecisionKind.LEFT_OVER, str(category)),
            lambda _uow, roll: of_left_over(roll, str(category), places),
            (document, day),
            reason=reason,
            meeting=meeting,
            item=item,
            seen=seen,
        )

    @allowed(Right.DECIDE_GRADES)
    def pool(  # noqa: PLR0913, PLR0917 - whom, how many to each, on what authority
        self,
        actor: Actor,
        year: int,
        places: Mapping[str, int],
        document: str,
        day: date,
        reason: str = "",
        meeting: int | None = None,
        item: str = "",
        *,
        seen: int | None = None,
    ) -> Change:
        """Count categories as one, and give each its places of the pool's floor."""
        return self._decide(
            actor,
            year,
            (DecisionKind.POOL, pool_subject(map(str, places))),
            lambda _uow, roll: of_pool(roll, {str(each): number for each, number in places.items()}),
            (document, day),
            reason=reason,
            meeting=meeting,
            item=item,
            seen=seen,
        )

    @allowed(Right.DECIDE_GRADES)
    def allow_quarter(  # noqa: PLR0913, PLR0917 - what consent needs
        self,
        actor: Actor,
        year: int,
        document: str,
        day: date,
        file: Path | None,
        percent: int = 25,
        *,
        seen: int | None = None,
    ) -> Change:
        """Record the consent to more than 20 %: number, date and file; without any of them it is refused."""
        if file is None:
            raise ConsentFileMissing(year)
        read = self._files.read(file)
        content = of_quarter(year, percent, read.name, str(told_of_file(read)["sha256"]))
        return self._decide(
            actor,
            year,
            (DecisionKind.QUARTER, ""),
            lambda _uow, _roll: content,
            (document, day),
            keep=lambda uow, entry: attach(uow, entry, f"consent:{year}", read),
            seen=seen,
        )

    @allowed(Right.DECIDE_GRADES)
    def lift(  # noqa: PLR0913, PLR0917 - which decision, why, and which was seen
        self, actor: Actor, year: int, kind: DecisionKind, subject: str, why: str, seen: int | None = None
    ) -> Change:
        """Let a decision hold no longer: recorded by mistake, or decided otherwise; `seen` is its entry."""
        if not (why := said(why)):
            raise DecisionReasonMissing(year, kind)
        with self._open.writing() as uow:
            self._settling(uow, year, kind)
            held = decision_held(uow, year, kind, subject)
            if held is None:
                raise NoSuchDecision(year, kind, subject)
            if seen is not None:
                require_seen(uow, year, subject, held, seen)
            require_hand_apart(uow, year, actor, people_of_decision(kind, subject, held.content))
            what = {"year": year, "kind": kind, "document": held.document}
            entry = uow.journal.append(actor, "grading.lift", subject or str(year), what, why=why)
            uow.grades.end_decision(entry, year, kind, subject)
            if kind is DecisionKind.QUARTER:
                for each in uow.attachments.of(f"consent:{year}"):
                    uow.attachments.end(entry, each.number)
            self._refuse_without_place(uow, year)
            uow.commit()
        return Change.of(*TOPICS, Topic.ATTACHMENTS, entry=entry)

    @allowed(Right.DECIDE_GRADES)
    def unpool(self, actor: Actor, year: int, categories: Iterable[str], why: str) -> Change:
        """Count pooled categories by themselves again."""
        return self.lift(actor, year, DecisionKind.POOL, pool_subject(map(str, categories)), why)

    def _decide(  # noqa: PLR0913 - what of whom, by which paper
        self,
        actor: Actor,
        year: int,
        of: tuple[DecisionKind, str],
        content: Callable[[UnitOfWork, Roll], Mapping[str, object]],
        paper: tuple[str, date],
        *,
        reason: str = "",
        meeting: int | None = None,
        item: str = "",
        keep: Callable[[UnitOfWork, int], None] | None = None,
        seen: int | None,
    ) -> Change:
        kind, subject = of
        with self._open.writing() as uow:
            self._settling(uow, year, kind)
            roll = self._roll(uow, year)
            about = roll.names([subject])[0] if kind is DecisionKind.INCOMPLETE else subject
            require_seen(uow, year, about, decision_held(uow, year, kind, subject), seen)
            told = content(uow, roll)
            require_hand_apart(uow, year, actor, people_of_decision(kind, subject, told))
            today = self._clock().date()
            taken = decision(
                uow, year, kind, subject, told, paper, today=today, reason=reason, meeting=meeting, item=item
            )
            what = {"year": year, **told, "document": taken.document, "day": taken.day, "meeting": meeting}
            entry = uow.journal.append(actor, f"grading.{kind}", subject or str(year), what, why=taken.reason)
            uow.grades.put_decision(entry, year, taken)
            if keep is not None:
                keep(uow, entry)
            self._refuse_without_place(uow, year, decided=True)
            uow.commit()
        return Change.of(*TOPICS, Topic.ATTACHMENTS, entry=entry)

    # -- what all of them ask --------------------------------------------------------------------------------------

    def _roll(self, uow: UnitOfWork, year: int) -> Roll:
        return roll_of(uow, year, self._figures.live)

    def _deciding(self, uow: UnitOfWork, year: int) -> Stage:
        stage = stage_of(uow, year)
        if stage not in DECIDING:
            raise GradingClosed(year, stage)
        return stage

    def _settling(self, uow: UnitOfWork, year: int, kind: DecisionKind) -> None:
        """Once a list is proposed, a tie alone is still decided: what else moves its grades is settled before it."""
        if self._deciding(uow, year) is Stage.PROPOSED and kind is not DecisionKind.TIE:
            raise ListProposed(year, kind)

    @staticmethod
    def _refuse_without_place(uow: UnitOfWork, year: int, *, decided: bool = False) -> None:
        """No act leaves more 优秀 behind than there are places."""
        for each in roll_of(uow, year).categories:
            if each.wanted > each.quota.places:
                if decided:
                    raise PlacesUsed(year, each.category, each.wanted, each.quota.places)
                raise NoPlaceLeft(year, each.category, each.quota.places, each.quota.base, each.quota.percent)
