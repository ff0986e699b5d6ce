"""Carrying out what the committee decided on re-review: worked out twice, kept once, by two people."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.grade_list import GradeList
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Motion, moved
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.collector import resting_collector
from committee_desk.services.effect_answering import answer, inform, move_for, publish_again
from committee_desk.services.effect_foreseeing import DECIDE, Made, make
from committee_desk.services.effect_laying import effects_of, next_list
from committee_desk.services.effect_refusals import EffectsMoved
from committee_desk.services.effect_rules import (
    MOVE,
    proceeding_of,
    require_as_seen,
    require_decidable,
    require_own_number,
    require_settled,
    require_voted,
)
from committee_desk.services.effect_standing import require_standing
from committee_desk.services.effect_ties import TieTaken, tie_taken
from committee_desk.services.grading_roll import roll_of
from committee_desk.services.marks import require_year
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.objection_rules import people_of
from committee_desk.services.on_paper import MissingGlyphs, on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_examiners import require_fit_examiners
from committee_desk.services.proceeding_touched import parties_of
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing
    from committee_desk.services.year_figures import YearFigures

Tie = Mapping[str, Iterable[str]]
"""By category, whom of its equals the committee gave a place."""
TOPICS = (
    Topic.PROCEEDINGS, Topic.OBJECTIONS, Topic.RESULTS, Topic.GRADES, Topic.COURSE, Topic.PUBLICATION,
    Topic.CASES, Topic.EVENTS, Topic.RATINGS, Topic.MONTHS,
)  # fmt: skip


class Asked(NamedTuple):
    """What is to be decided, by whom in which meeting, and on which day as it was typed."""

    year: int
    number: int
    document: str
    meeting: int
    item: str
    shown_day: date
    tie: Mapping[str, tuple[str, ...]]


class Decision(NamedTuple):
    """A decision worked out in a transaction: what it does, the list that it lays down, the paper and the minutes."""

    given: Proceeding
    document: str
    minutes: str
    made: Made | None = None
    laid: GradeList | None = None
    ties: tuple[TieTaken, ...] = ()


class DecidingDesk:
    """Carries out decisions on re-review. All that can be refused is, before a second person is asked."""

    def __init__(  # noqa: PLR0913, PLR0917 - what scores, guards, confirms and keeps a copy
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        figures: "YearFigures",
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], object],
        missing: MissingGlyphs,
    ) -> None:
        self._open, self._clock, self._figures, self._seat = open_work, clock, figures, seat
        self._witnessing, self._keep_a_copy, self._missing = witnessing, keep_a_copy, missing

    @allowed(Right.DECIDE_REREVIEW)
    @on_paper
    def decide(  # noqa: PLR0913, PLR0917 - which, by which paper, in which meeting, on which day, with whom
        self,
        actor: Actor,
        year: int,
        number: int,
        document: str,
        meeting: int,
        item: str,
        shown_day: date,
        second: "Second | None",
        tie: Tie | None = None,
    ) -> Change:
        """Carry out what the committee decided on the motion: 维持, or 变更 with everything that follows. For two.

        A tie that the change opens is decided in the same meeting: `tie` says whom of the equals it gave a place.
        """
        chosen = {category: tuple(codes) for category, codes in (tie or {}).items()}
        asked = Asked(year, number, document, meeting, item, shown_day, chosen)
        with self._open.writing() as uow:  # never committed: all that can be refused is, before a second is asked
            planned = self._worked_out(uow, asked, lambda: uow.journal.append(actor, DECIDE, str(number), {}))
            people, held = people_of(uow, year), planned.given
            about = parties_of(uow, held)
            require_no_part(uow, people, actor.name, about, planned.given.label)
        authority = self._witnessing.confirm(second, DECIDE, actor=actor)
        with self._open.writing() as uow:
            require_no_part(uow, people_of(uow, year), authority, about, planned.given.label)
            given, what = planned.given, _told_of(uow, planned, asked)
            begun = cache(  # one entry: where the change is made, and at the latest where the proceeding ends
                lambda: uow.journal.append(
                    actor, DECIDE, given.label, what, why=given.reasons or None, authority=authority, dated=True
                )
            )
            done = self._worked_out(uow, asked, begun)
            if _fingerprint(done.laid) != _fingerprint(planned.laid):
                raise EffectsMoved(given.label)
            entry = begun()
            _keep(uow, entry, asked, given, done)
            self._keep_a_copy()
            uow.commit()
        return Change.of(*TOPICS, entry=entry)

    def _worked_out(self, uow: UnitOfWork, asked: Asked, entry: Callable[[], int]) -> Decision:
        """The decision within that transaction; refuses whatever stands against it."""
        require_year(uow, asked.year)
        now = self._clock()
        uow.journal.refuse_clock_behind(now)
        given = proceeding_of(uow, asked.year, asked.number)
        document = require_decidable(given, asked.document, asked.shown_day, now.date())
        require_own_number(given, document, uow.proceedings.of_year(asked.year))
        people = people_of(uow, asked.year)
        require_fit_examiners(uow, people, given)
        names = {code: people[code].name if code in people else code for code in (given.about, given.code)}
        if given.motion is not Motion.CHANGE:
            return Decision(given, document, require_voted(uow, given, asked.meeting, asked.item, names))
        require_standing(uow, given)
        begun = cache(entry)  # asked for where the first thing is written, and again for a tie
        with resting_collector():
            made = make(uow, given, begun)
        require_as_seen(given, made.effects)
        names |= {each.code: each.name for each in made.effects.people if each.code in made.effects.regraded}
        minutes = require_voted(uow, given, asked.meeting, asked.item, names)
        ties = tuple(
            tie_taken(uow, made.roll, each.category, asked.tie[each.category], asked.meeting)
            for each in made.effects.ties
            if each.category in asked.tie
        )
        if ties:
            made = self._with_ties(uow, begun(), given, made, ties)
        require_settled(given, made.effects, made.roll)
        return Decision(given, document, minutes, made, next_list(uow, made.roll).sealed(), ties)

    def _with_ties(
        self, uow: UnitOfWork, entry: int, given: Proceeding, made: Made, ties: tuple[TieTaken, ...]
    ) -> Made:
        """The same with the ties that it opened decided."""
        for each in ties:
            uow.grades.put_decision(entry, given.year, each.decision)
        roll = roll_of(uow, given.year)
        own = {each.code: next(why.number for why in each.why) for each in made.effects.people if each.own}
        return made._replace(effects=effects_of(uow, given, made.was, roll, own), roll=roll)


def _keep(uow: UnitOfWork, entry: int, asked: Asked, given: Proceeding, done: Decision) -> None:
    """End the proceeding and answer it; lay down the new list, post and inform where grades changed."""
    ended = given._replace(
        state=moved(given.label, given.state, MOVE[given.motion or Motion.UPHOLD]),
        meeting=asked.meeting,
        document=done.document,
        day=asked.shown_day,
        list_version=done.laid.version if done.laid is not None else None,
    )
    uow.proceedings.put(entry, ended)
    answer(uow, entry, ended, done.document, asked.shown_day)
    if done.made is not None and done.laid is not None:
        uow.grades.put_list(entry, done.laid, asked.meeting)
        publish_again(uow, entry, asked.year, done.made.effects)
        inform(uow, entry, ended, done.made.effects)


def _told_of(uow: UnitOfWork, planned: Decision, asked: Asked) -> dict[str, object]:
    """What the journal keeps of a decision: motion, meeting, paper; of a change every fact, the list, the course."""
    what: dict[str, object] = {
        "year": asked.year,
        "number": asked.number,
        "motion": planned.given.motion,
        "meeting": asked.meeting,
        "document": planned.document,
        "minutes": planned.minutes,
        "shown_day": asked.shown_day,
    }
    if planned.made is None or planned.laid is None:
        return what
    effects = planned.made.effects
    return what | {
        "version": planned.laid.version,
        "fingerprint": planned.laid.fingerprint,
        "effects": effects.fingerprint,
        "changes": [each.told() for each in planned.made.applied],
        "informed": effects.told,
        "republished": effects.republished,
        "move": move_for(uow, asked.year, effects),
        "ties": [each.told for each in planned.ties],
    }


def _fingerprint(laid: GradeList | None) -> str:
    return laid.fingerprint if laid is not None else ""
