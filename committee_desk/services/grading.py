"""Grading (等次审议): what the scheme proposes, what 政工 and committee decide, and the lists that they lay down."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.domain.grade_rules import Bound, bound
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.course import standing
from committee_desk.services.course_moves import advance, require, stage_of
from committee_desk.services.course_views import Lack
from committee_desk.services.grading_decisions import TOPICS, GradingDecisions
from committee_desk.services.grading_lacks import (
    faults_of_approving,
    faults_of_proposing,
    lack_of,
    lacks_of_proposing,
    open_to_approve,
)
from committee_desk.services.grading_moved import moved_since
from committee_desk.services.grading_prepared import unprepared
from committee_desk.services.grading_recusals import require_hand_apart
from committee_desk.services.grading_refusals import (
    BackReasonMissing,
    DepartureReasonMissing,
    GradeBound,
    MeetingUnnamed,
    NoGradeByHand,
    NotOnRoll,
)
from committee_desk.services.grading_reviewing import fitting_review
from committee_desk.services.grading_roll import Roll, laid_down, roll_of
from committee_desk.services.grading_seen import require_seen, review_held
from committee_desk.services.grading_views import (
    AbilityReview,
    CategoryRoll,
    Choice,
    GradingView,
    ListVersion,
    Spread,
)
from committee_desk.services.grading_voting import require_voted
from committee_desk.services.meeting_rules import meeting_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.seat import allowed
from committee_desk.services.settings import BAR_BY_QUARTERS, is_on

if TYPE_CHECKING:
    from committee_desk.services.second import Second


class GradingDesk(GradingDecisions):
    """Proposes and decides grades. Whatever it lays down, nobody has 优秀 without a place or beside his 业绩 grade."""

    # -- looking ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_GRADING)
    def view(self, year: int) -> GradingView:
        """The roll by category with quota, ties, who is incomplete, what was decided, and what is missing. Grades are
        those of the approved list once there is one."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            roll = self._roll(uow, year)
            laid = _in_force(uow, year)
            rolls = roll.categories if self._sees_why() else tuple(map(_without_bars, roll.categories))
            return GradingView(
                year,
                roll.stage,
                tuple(_as_approved(each, laid) for each in rolls),
                roll.office,
                roll.incomplete,
                uow.grades.decisions(year),
                tuple(_lacks(uow, roll, self._clock().date())),
                laid,
                moved_since(uow, year, laid) if laid is not None else (),
                is_on(uow, BAR_BY_QUARTERS),
                _despite(uow, year, roll.stage),
            )

    def _sees_why(self) -> bool:
        """Whether who sits here may know that a decision bars somebody; without accounts 人员 alone says it."""
        return self._seat.has_accounts and self._seat.may(Right.SEE_SANCTIONS)

    def _told(self, why: Bound) -> Bound | None:
        """The rule that binds, for who may know it: a bar is told by nothing, not by being told apart either."""
        return None if why in _AS_A_BAR and not self._sees_why() else why

    @allowed(Right.SEE_GRADING)
    def lists(self, year: int) -> tuple[ListVersion, ...]:
        """Every version of the year's lists, oldest first."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            return uow.grades.lists(year)

    @allowed(Right.SEE_GRADING)
    def in_force(self, year: int) -> GradeList | None:
        """The approved list, else the proposed one; None while the year is being scored."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            return _in_force(uow, year)

    @allowed(Right.SEE_GRADING)
    def spread(self, year: int) -> tuple[Spread, ...]:
        """How grades and scores spread, by category: no grade yet under an empty name, totals by whole points."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            rolls = self._roll(uow, year).categories
            laid = _in_force(uow, year)
        return tuple(
            Spread(
                each.category,
                Counter(str(row.listed.grade or "") for row in each.rows),
                Counter(row.listed.total // 100 for row in each.rows),
            )
            for each in (_as_approved(roll, laid) for roll in rolls)
        )

    # -- departing from the proposal -------------------------------------------------------------------------------

    @allowed(Right.PROPOSE_GRADES)
    def choose(  # noqa: PLR0913, PLR0917 - whom, what, why, on what authority
        self,
        actor: Actor,
        year: int,
        code: str,
        grade: Grade | None,
        reason: str,
        meeting: int | None = None,
        document: str = "",
        *,
        seen: int | None = None,
    ) -> Change:
        """Depart from the proposal with a reason; the proposal's own grade lifts the departure.

        While the year is being scored it is the 政工's, once proposed the committee's, in a meeting. `seen` is the
        entry of the departure that the caller saw, None where there was none: another's in between is not overwritten.
        """
        with self._open.writing() as uow:
            stage = self._deciding(uow, year)
            if stage is Stage.PROPOSED:
                self._seat.require(Right.DECIDE_GRADES)
            roll = self._roll(uow, year)
            row = roll.row(code)
            if row is None:
                raise NotOnRoll(year, code)
            require_hand_apart(uow, year, actor, (code,))
            if grade is None and roll.scores[code].status is Status.GRADED:
                raise NoGradeByHand(year, row.listed.name)
            if (why := bound(roll.scores[code], roll.standings[code], grade)) is not None:
                raise GradeBound(year, code, row.listed.name, grade, self._told(why))
            whose = ListStage.APPROVED if stage is Stage.PROPOSED else ListStage.PROPOSED
            held = {each.stage: each for each in uow.grades.choices(year) if each.code == code}
            before = held.get(ListStage.PROPOSED) if whose is ListStage.APPROVED else None
            usual = before.grade if before is not None else row.listed.proposed
            require_seen(uow, year, row.listed.name, held.get(whose), seen)
            if grade is usual and whose not in held:
                return Change.of()
            choice = Choice(code, whose, grade, said(reason), meeting, said(document, "document") or None)
            if grade is not usual:
                self._refuse_baseless(uow, year, choice, row.listed.name)
            what = {"year": year, "grade": grade, "instead_of": usual, "stage": whose, "meeting": meeting}
            entry = uow.journal.append(actor, "grading.choose", code, what, why=choice.reason or None)
            if grade is usual:
                uow.grades.end_choice(entry, year, code, whose)
            else:
                uow.grades.put_choice(entry, year, choice)
            self._refuse_without_place(uow, year)
            uow.commit()
        return Change.of(*TOPICS, entry=entry)

    def _refuse_baseless(self, uow: UnitOfWork, year: int, choice: Choice, name: str) -> None:
        if not choice.reason:
            raise DepartureReasonMissing(year, name)
        if choice.stage is ListStage.APPROVED:
            if choice.meeting is None:
                raise MeetingUnnamed(year)
            meeting_of(uow, year, choice.meeting)

    # -- ability reviews -------------------------------------------------------------------------------------------

    @allowed(Right.REVIEW_ABILITY)
    def review(self, actor: Actor, year: int, review: AbilityReview, *, seen: int | None = None) -> Change:
        """Record an ability review (业务能力评审), before the person is graded; `seen` as above, of the review."""
        with self._open.writing() as uow:
            self._deciding(uow, year)
            row = self._roll(uow, year).row(review.code)
            if row is None:
                raise NotOnRoll(year, review.code)
            require_hand_apart(uow, year, actor, (review.code,))
            require_seen(uow, year, row.listed.name, review_held(uow, year, row.code), seen)
            kept = fitting_review(uow, year, review, row.listed, self._clock().date())
            what = {"year": year, "opinion": kept.opinion, "day": kept.day, "reviewers": kept.reviewers}
            entry = uow.journal.append(actor, "ability.review", review.code, what)
            uow.grades.put_review(entry, year, kept)
            uow.commit()
        return Change.of(*TOPICS, entry=entry)

    # -- laying lists down -----------------------------------------------------------------------------------------

    @allowed(Right.PROPOSE_GRADES)
    def propose(self, actor: Actor, year: int, reason: str = "") -> Change:
        """Lay the proposed list down (提名): figures, proposals and departures, locked with a fingerprint.

        Months that are not published and duty reports that are missing are passed over with a reason alone.
        """
        with self._open.writing() as uow:
            require(uow, year, Move.PROPOSE)
            roll = roll_of(uow, year)
            for fault in faults_of_proposing(uow, roll, self._clock().date()):
                raise fault
            why, open_ones = said(reason), unprepared(uow, year)
            if open_ones is not None and not why:
                raise open_ones.refusal(year)
            laid = laid_down(roll, ListStage.PROPOSED, uow.grades.versions(year, ListStage.PROPOSED) + 1)
            what = _told(laid) | (open_ones.told if open_ones is not None else {})
            entry = uow.journal.append(actor, Move.PROPOSE.verb, str(year), what, why=why or None, dated=True)
            for each in uow.grades.choices(year):
                if each.stage is ListStage.APPROVED:  # of an earlier list: the committee decides on this one anew
                    uow.grades.end_choice(entry, year, each.code, each.stage)
            uow.grades.put_list(entry, laid)
            advance(uow, entry, year, Move.PROPOSE)
            self._keep_a_copy()
            uow.commit()
        return Change.of(*TOPICS, entry=entry)

    @allowed(Right.DECIDE_GRADES)
    def approve(self, actor: Actor, year: int, meeting: int, item: str = "", second: "Second | None" = None) -> Change:
        """Lay the approved list down (审议通过): voted on by the committee, nobody graded before the 业务能力评审."""
        with self._open.reading() as uow:  # all that can be refused is, before a second person is asked
            _to_approve(uow, year, meeting, item)
        authority = self._witnessing.confirm_in_strict(second, Move.APPROVE.verb)
        with self._open.writing() as uow:
            laid, document = _to_approve(uow, year, meeting, item)
            what = {**_told(laid), "meeting": meeting, "document": document}
            entry = uow.journal.append(actor, Move.APPROVE.verb, str(year), what, authority=authority, dated=True)
            uow.grades.put_list(entry, laid, meeting)
            advance(uow, entry, year, Move.APPROVE)
            self._keep_a_copy()
            uow.commit()
        return Change.of(*TOPICS, entry=entry)

    @allowed(Right.GO_BACK)
    def withdraw(self, actor: Actor, year: int, why: str, second: "Second | None" = None) -> Change:
        """Take the proposed list back; the year is being scored again. An act for two."""
        return self._go_back(actor, year, Move.WITHDRAW, ListStage.PROPOSED, why, second)

    @allowed(Right.GO_BACK)
    def return_(self, actor: Actor, year: int, why: str, second: "Second | None" = None) -> Change:
        """Send the approved list back (退回); what was proposed stands again. An act for two."""
        return self._go_back(actor, year, Move.RETURN, ListStage.APPROVED, why, second)

    def _go_back(  # noqa: PLR0913, PLR0917 - which list, why, with whom
        self, actor: Actor, year: int, move: Move, stage: ListStage, why: str, second: "Second | None"
    ) -> Change:
        with self._open.reading() as uow:
            require(uow, year, move)
        if not (why := said(why)):
            raise BackReasonMissing(year, move)
        authority = self._witnessing.confirm(second, move.verb, actor=actor)
        with self._open.writing() as uow:
            require(uow, year, move)
            held = uow.grades.list(year, stage)
            what = {"year": year, "version": held.version if held else 0}
            entry = uow.journal.append(actor, move.verb, str(year), what, why=why, authority=authority, dated=True)
            uow.grades.end_list(entry, year, stage)
            advance(uow, entry, year, move)
            self._keep_a_copy()
            uow.commit()
        return Change.of(*TOPICS, entry=entry)


_AS_A_BAR = frozenset({Bound.STANDING, Bound.WEAK_CASEWORK, Bound.FAILED_CASEWORK, Bound.QUARTERS})
"""What reads alike to who may not know that a decision bars somebody."""


def _without_bars(roll: CategoryRoll) -> CategoryRoll:
    return replace(roll, rows=tuple(replace(row, barred=False) for row in roll.rows))


def _lacks(uow: UnitOfWork, roll: Roll, today: date) -> Iterator[Lack]:
    """What the next list lacks before it is laid down."""
    if roll.stage is Stage.SCORING:
        yield from lacks_of_proposing(uow, roll, today)
    elif roll.stage is Stage.PROPOSED:
        yield from map(lack_of, open_to_approve(uow, roll))


def _despite(uow: UnitOfWork, year: int, stage: Stage) -> str:
    proposed = standing(uow.course.taken(year), Move.PROPOSE, stage)
    return proposed.why or "" if proposed is not None else ""


def _in_force(uow: UnitOfWork, year: int) -> GradeList | None:
    return uow.grades.list(year, ListStage.APPROVED) or uow.grades.list(year, ListStage.PROPOSED)


def _as_approved(roll: CategoryRoll, laid: GradeList | None) -> CategoryRoll:
    """Once the committee approved, everybody's line is the one of its list, whatever moved since (domain rules 1.2)."""
    if laid is None or laid.stage is not ListStage.APPROVED:
        return roll
    held = {each.code: each for each in laid.people}
    return replace(roll, rows=tuple(replace(row, listed=held.get(row.code, row.listed)) for row in roll.rows))


def _to_approve(uow: UnitOfWork, year: int, meeting: int, item: str) -> tuple[GradeList, str]:
    """The list that the committee approves, and the number of its minutes; refused where anything is open."""
    require(uow, year, Move.APPROVE)
    roll = roll_of(uow, year)
    for fault in faults_of_approving(uow, roll):
        raise fault
    laid = laid_down(roll, ListStage.APPROVED, uow.grades.versions(year, ListStage.APPROVED) + 1)
    return laid, require_voted(uow, laid, meeting, item)


def _told(laid: GradeList) -> dict[str, object]:
    """What the journal keeps of a list: its number, its fingerprint, and how many have which grade."""
    grades = Counter(str(each.grade or "") for each in laid.people)
    return {
        "year": laid.year,
        "version": laid.version,
        "fingerprint": laid.fingerprint,
        "people": len(laid.people),
        "grades": dict(grades),
    }
