"""复核与更正的影响: what a change does to everybody, before it is decided; deciding it; telling whom it moved."""

from datetime import date

from committee_desk.domain.effects import Effects
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.collector import resting_collector
from committee_desk.services.effect_deciding import DecidingDesk
from committee_desk.services.effect_foreseeing import DECIDE, foreseen, make
from committee_desk.services.effect_reach import could_move
from committee_desk.services.effect_refusals import (
    HowToldMissing,
    NobodyToTell,
    NoReviewAsked,
    ToldAlready,
    ToldOutOfTime,
)
from committee_desk.services.effect_rules import proceeding_of
from committee_desk.services.effect_views import Informing, InformingRow
from committee_desk.services.grading_reviewing import fitting_review
from committee_desk.services.grading_views import AbilityReview
from committee_desk.services.marks import require_year
from committee_desk.services.on_paper import on_paper
from committee_desk.services.seat import allowed

TOLD = "proceeding.told"


class EffectsDesk(DecidingDesk):
    """Shows what a re-review does to everybody, and carries out what the committee decided on it."""

    # -- looking ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_GRADING)
    def preview(self, year: int, number: int) -> Effects:
        """What the changes found in that proceeding do to everybody, as things stand now. Nothing of it is kept."""
        with self._open.reading() as uow:
            require_year(uow, year)
            given = proceeding_of(uow, year, number)
        with resting_collector():
            return foreseen(self._open, self._seat.actor, given, self._clock(), self._figures.live)

    @allowed(Right.SEE_GRADING)
    def kept(self, year: int, number: int) -> Effects | None:
        """What the committee saw before it voted; None where no motion to change was laid."""
        with self._open.reading() as uow:
            given = proceeding_of(uow, year, number)
        return Effects.from_json(given.effects) if given.effects else None

    @allowed(Right.SEE_GRADING)
    def could_move(self, year: int, number: int) -> frozenset[str]:
        """Everybody whom the outcome of an open proceeding could move, by code."""
        with self._open.reading() as uow:
            return could_move(uow, year, number)

    @allowed(Right.SEE_OBJECTIONS)
    def informings(self, year: int, number: int | None = None) -> tuple[InformingRow, ...]:
        """Whom decisions of the year moved, or one decision, and who was told."""
        with self._open.reading() as uow:
            labels = {each.number: each.label for each in uow.proceedings.of_year(year)}
            return tuple(
                InformingRow(each, labels.get(each.proceeding, ""), each.moved.name, each.moved.department)
                for each in uow.informings.of_year(year, number)
            )

    # -- telling ---------------------------------------------------------------------------------------------------

    @allowed(Right.REREVIEW)
    @on_paper
    def told(  # noqa: PLR0913, PLR0917 - who told whom of what, how and when
        self, actor: Actor, year: int, number: int, code: str, how: str, day: date
    ) -> Change:
        """Record that a person whom the decision moved was told of it, on which day and how."""
        with self._open.writing() as uow:
            given = proceeding_of(uow, year, number)
            held = next((each for each in uow.informings.of_year(year, number) if each.code == code), None)
            if held is None or given.day is None:
                raise NobodyToTell(given.label, code)
            self._require_untold(given.label, held, given.day, day)
            if not (kept := said(how, "document")):
                raise HowToldMissing(given.label)
            what = {"year": year, "code": code, "day": day, "how": kept}
            entry = uow.journal.append(actor, TOLD, given.label, what, dated=True)
            uow.informings.put(entry, held._replace(told=day, told_by=actor.name, how=kept))
            uow.commit()
        return Change.of(Topic.PROCEEDINGS, Topic.RESULTS, entry=entry)

    def _require_untold(self, label: str, held: Informing, decided: date, day: date) -> None:
        if held.told is not None:
            raise ToldAlready(label, held.moved.name, held.told)
        today = self._clock().date()
        if not decided <= day <= today:
            raise ToldOutOfTime(label, day, decided, today)

    # -- reviewing -------------------------------------------------------------------------------------------------

    @allowed(Right.REVIEW_ABILITY)
    def review(self, actor: Actor, year: int, number: int, review: AbilityReview) -> Change:
        """Record an ability review (业务能力评审) of somebody whom the change brings to the bottom of the ranks."""
        with self._open.reading() as uow:
            given = proceeding_of(uow, year, number)
        with self._open.writing() as uow:  # never committed
            effects = make(uow, given, lambda: uow.journal.append(actor, DECIDE, given.label, {})).effects
            after = mine.after if (mine := effects.of(review.code)) is not None else None
            if review.code not in effects.reviews or after is None:
                raise NoReviewAsked(given.label, review.code)
        with self._open.writing() as uow:
            kept = fitting_review(uow, year, review, after, self._clock().date())
            what = {"year": year, "opinion": kept.opinion, "day": kept.day, "reviewers": kept.reviewers,
                    "proceeding": given.label}  # fmt: skip
            entry = uow.journal.append(actor, "ability.review", review.code, what)
            uow.grades.put_review(entry, year, kept)
            uow.commit()
        return Change.of(Topic.GRADES, Topic.PROCEEDINGS, entry=entry)
