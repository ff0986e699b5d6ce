"""Grading (等次审议): what the scheme proposes, what 政工 and committee decide, and the lists that they lay down."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.domain.grade_rules import bound
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.course_moves import advance, require, stage_of
from committee_desk.services.grading_deciding import (
    decision,
    of_incomplete,
    of_left_over,
    of_pool,
    of_quarter,
    of_tie,
    pool_subject,
)
from committee_desk.services.grading_lacks import faults_of_approving, faults_of_proposing, lack_of
from committee_desk.services.grading_moved import moved_since
from committee_desk.services.grading_refusals import (
    BackReasonMissing,
    ConsentFileMissing,
    DecisionReasonMissing,
    DepartureReasonMissing,
    GradeBound,
    GradingClosed,
    MeetingUnnamed,
    NoPlaceLeft,
    NoSuchDecision,
    NotOnRoll,
    PlacesUsed,
)
from committee_desk.services.grading_reviewing import fitting_review
from committee_desk.services.grading_roll import Roll, laid_down, roll_of
from committee_desk.services.grading_views import (
    AbilityReview,
    Choice,
    DecisionKind,
    GradingView,
    ListVersion,
    Settlement,
    Spread,
)
from committee_desk.services.grading_voting import require_voted
from committee_desk.services.meeting_rules import meeting_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.reports import attach, told_of_file
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.settings import BAR_BY_QUARTERS, is_on

if TYPE_CHECKING:
    from committee_desk.services.attachment_views import AttachmentFiles
    from committee_desk.services.second import Second, Witnessing
    from committee_desk.services.year_figures import YearFigures

DECIDING = (Stage.SCORING, Stage.PROPOSED)
"""While the year stands there, grades are still chosen and decided."""
TOPICS = (Topic.GRADES, Topic.COURSE)


class GradingDesk:
    """Proposes and decides grades. Whatever it lays down, nobody has 优秀 without a place or beside his 业绩 grade."""

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

    # -- looking ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_GRADING)
    def view(self, year: int) -> GradingView:
        """The roll by category with quota, ties, who is incomplete, what was decided, and what is missing."""
        with self._open.reading() as uow:
            stage_of(uow, year)
            roll = self._roll(uow, year)
            faults = {Stage.SCORING: faults_of_proposing, Stage.PROPOSED: faults_of_approving}.get(roll.stage)
            laid = _in_force(uow, year)
            return GradingView(
                year,
                roll.stage,
                roll.categories,
                roll.office,
                roll.incomplete,
                uow.grades.decisions(year),
                tuple(map(lack_of, faults(uow, roll))) if faults else (),
                laid,
                moved_since(uow, year, laid) if laid is not None else (),
                is_on(uow, BAR_BY_QUARTERS),
            )

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
            roll = self._roll(uow, year)
        return tuple(
            Spread(
                each.category,
                Counter(str(row.listed.grade or "") for row in each.rows),
                Counter(row.listed.total // 100 for row in each.rows),
            )
            for each in roll.categories
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
    ) -> Change:
        """Depart from the proposal with a reason; the proposal's own grade lifts the departure.

        While the year is being scored it is the 政工's, once proposed the committee's, in a meeting.
        """
        with self._open.writing() as uow:
            stage = self._deciding(uow, year)
            if stage is Stage.PROPOSED:
                self._seat.require(Right.DECIDE_GRADES)
            roll = self._roll(uow, year)
            row = roll.row(code)
            if row is None:
                raise NotOnRoll(year, code)
            if (why := bound(roll.scores[code], roll.standings[code], grade)) is not None:
                raise GradeBound(year, code, row.listed.name, grade, why)
            whose = ListStage.APPROVED if stage is Stage.PROPOSED else ListStage.PROPOSED
            held = {each.stage: each for each in uow.grades.choices(year) if each.code == code}
            before = held.get(ListStage.PROPOSED) if whose is ListStage.APPROVED else None
            usual = before.grade if before is not None else row.listed.proposed
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
        )

    @allowed(Right.DECIDE_GRADES)
    def allow_quarter(  # noqa: PLR0913, PLR0917 - what consent needs
        self, actor: Actor, year: int, document: str, day: date, file: Path | None, percent: int = 25
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
        )

    @allowed(Right.DECIDE_GRADES)
    def lift(self, actor: Actor, year: int, kind: DecisionKind, subject: str, why: str) -> Change:
        """Let a decision hold no longer: recorded by mistake, or decided otherwise."""
        if not (why := said(why)):
            raise DecisionReasonMissing(year, kind)
        with self._open.writing() as uow:
            self._deciding(uow, year)
            held = {(each.kind, each.subject): each for each in uow.grades.decisions(year)}
            if (kind, subject) not in held:
                raise NoSuchDecision(year, kind, subject)
            what = {"year": year, "kind": kind, "document": held[kind, subject].document}
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
    ) -> Change:
        kind, subject = of
        with self._open.writing() as uow:
            self._deciding(uow, year)
            told = content(uow, self._roll(uow, year))
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

    # -- ability reviews -------------------------------------------------------------------------------------------

    @allowed(Right.REVIEW_ABILITY)
    def review(self, actor: Actor, year: int, review: AbilityReview) -> Change:
        """Record an ability review (业务能力评审), before the person is graded."""
        with self._open.writing() as uow:
            self._deciding(uow, year)
            row = self._roll(uow, year).row(review.code)
            if row is None:
                raise NotOnRoll(year, review.code)
            kept = fitting_review(year, review, row.listed, self._clock().date())
            what = {"year": year, "opinion": kept.opinion, "day": kept.day, "reviewers": kept.reviewers}
            entry = uow.journal.append(actor, "ability.review", review.code, what)
            uow.grades.put_review(entry, year, kept)
            uow.commit()
        return Change.of(*TOPICS, entry=entry)

    # -- laying lists down -----------------------------------------------------------------------------------------

    @allowed(Right.PROPOSE_GRADES)
    def propose(self, actor: Actor, year: int) -> Change:
        """Lay the proposed list down (提名): figures, proposals and departures, locked with a fingerprint."""
        with self._open.writing() as uow:
            require(uow, year, Move.PROPOSE)
            roll = roll_of(uow, year)
            for fault in faults_of_proposing(uow, roll):
                raise fault
            laid = laid_down(roll, ListStage.PROPOSED, uow.grades.versions(year, ListStage.PROPOSED) + 1)
            entry = uow.journal.append(actor, Move.PROPOSE.verb, str(year), _told(laid), dated=True)
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
            raise BackReasonMissing(year)
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

    # -- what all of them ask --------------------------------------------------------------------------------------

    def _roll(self, uow: UnitOfWork, year: int) -> Roll:
        return roll_of(uow, year, self._figures.live)

    def _deciding(self, uow: UnitOfWork, year: int) -> Stage:
        stage = stage_of(uow, year)
        if stage not in DECIDING:
            raise GradingClosed(year, stage)
        return stage

    @staticmethod
    def _refuse_without_place(uow: UnitOfWork, year: int, *, decided: bool = False) -> None:
        """No act leaves more 优秀 behind than there are places."""
        for each in roll_of(uow, year).categories:
            if each.wanted > each.quota.places:
                if decided:
                    raise PlacesUsed(year, each.category, each.wanted, each.quota.places)
                raise NoPlaceLeft(year, each.category, each.quota.places, each.quota.base, each.quota.percent)


def _in_force(uow: UnitOfWork, year: int) -> GradeList | None:
    return uow.grades.list(year, ListStage.APPROVED) or uow.grades.list(year, ListStage.PROPOSED)


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
