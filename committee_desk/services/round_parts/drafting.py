"""Rounds before they are adopted: drafted, corrected by hand, dropped, and a void one drafted again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import Participant, Round, RoundState, require_state
from committee_desk.services import round_drafting as drafting
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.round_finding import require_early, round_of
from committee_desk.services.round_parts.held import RoundsPart
from committee_desk.services.round_views import RoundForm
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.services.ports import UnitOfWork

DRAFT, DISCARD, AGAIN = "rounds.draft", "rounds.discard", "rounds.again"
AMEND, DERIVE, PLACE = "rounds.amend", "rounds.derive", "rounds.place"


class RoundsDrafting(RoundsPart):
    """Drafts rounds. Their people are derived from posts, their terms from the scheme."""

    @allowed(Right.KEEP_ROUNDS)
    def draft(self, actor: Actor, year: int, form: RoundForm) -> tuple[int, Change]:
        """Draft a round under the next number, its people derived from the roster, its terms from the scheme."""
        with self._open.writing() as uow:
            require_early(uow, year)
            number = uow.rounds.next_number(year)
            given, people = drafting.drafted(uow, year, number, form)
            entry = uow.journal.append(actor, DRAFT, given.label, drafting.told(given, people))
            uow.rounds.put(entry, given)
            uow.rounds.put_people(entry, year, number, people)
            uow.commit()
        return number, Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def amend(self, actor: Actor, year: int, number: int, form: RoundForm) -> Change:
        """Change what was typed of a draft. With other categories its people are derived anew, by hand ones kept."""
        return self._redraft(actor, year, number, AMEND, lambda uow, given: drafting.amended(uow, given, form))

    @allowed(Right.KEEP_ROUNDS)
    def derive(self, actor: Actor, year: int, number: int) -> Change:
        """Derive a draft's people anew from the roster; those corrected by hand stay as they are."""
        return self._redraft(actor, year, number, DERIVE, drafting.derived_anew)

    @allowed(Right.KEEP_ROUNDS)
    def place(self, actor: Actor, year: int, number: int, placed: Participant) -> Change:
        """Correct one person of a draft by hand: the class in which he may rate (None: none), and whether rated."""
        return self._redraft(actor, year, number, PLACE, lambda uow, given: drafting.placed(uow, given, placed))

    @allowed(Right.KEEP_ROUNDS)
    def discard(self, actor: Actor, year: int, number: int) -> Change:
        """Drop a draft; its number is not given again."""
        with self._open.writing() as uow:
            given = round_of(uow, year, number)
            require_state(given, "discard", RoundState.DRAFT)
            entry = uow.journal.append(actor, DISCARD, given.label, {"title": given.title})
            uow.rounds.end(entry, year, number)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def rerun(self, actor: Actor, year: int, number: int) -> tuple[int, Change]:
        """Draft a void round again under a new number, with the same people and terms."""
        with self._open.writing() as uow:
            require_early(uow, year)
            void = round_of(uow, year, number)
            require_state(void, "rerun", RoundState.VOID)
            fresh, people = drafting.held_again(uow, void)
            entry = uow.journal.append(actor, AGAIN, fresh.label, {"again": void.label})
            uow.rounds.put(entry, fresh)
            uow.rounds.put_people(entry, year, fresh.number, people)
            uow.commit()
        return fresh.number, Change.of(Topic.ROUNDS, entry=entry)

    def _redraft(
        self, actor: Actor, year: int, number: int, verb: str, change: "Callable[[UnitOfWork, Round], drafting.Drafted]"
    ) -> Change:
        with self._open.writing() as uow:
            given = round_of(uow, year, number)
            require_state(given, verb.removeprefix("rounds."), RoundState.DRAFT)
            held = uow.rounds.people(year, number)
            fresh, people = change(uow, given)
            if (replace(fresh, entry=given.entry), people) == (given, held):
                return Change.of()
            what = drafting.told(fresh, people, before=held)
            entry = uow.journal.append(actor, verb, fresh.label, what)
            uow.rounds.put(entry, fresh)
            uow.rounds.put_people(entry, year, number, people)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)
