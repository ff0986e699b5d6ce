"""The statistics of closed rounds, and what the committee looked into. They change no score."""

from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import Round, RoundState, require_state
from committee_desk.domain.said import said
from committee_desk.services import typed_values
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.round_book import Look
from committee_desk.services.round_finding import round_of
from committee_desk.services.round_parts.held import RoundsPart
from committee_desk.services.round_reading import known_flags
from committee_desk.services.round_refusals import AdoptedAhead, LookIncomplete, NoSuchFlag
from committee_desk.services.round_statistics import statistics_read
from committee_desk.services.round_views import TypedLook
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from committee_desk.domain.rater_statistics.findings import RoundStatistics

LOOK = "rounds.look"
CLOSED = RoundState.CLOSED


class RoundsStatistics(RoundsPart):
    """Shows what the statistics ask, and keeps what was decided on it."""

    @allowed(Right.SEE_STATISTICS)
    def statistics(self, year: int, number: int) -> "RoundStatistics":
        """The statistics that closing worked out, while the slips were whole."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
        require_state(given, "statistics", CLOSED)
        return statistics_read(given)

    @allowed(Right.SEE_STATISTICS)
    def looks(self, year: int, number: int) -> tuple[Look, ...]:
        """What the committee looked into and decided."""
        with self._open.reading() as uow:
            round_of(uow, year, number)
            return uow.rounds.looks(year, number)

    @allowed(Right.SEE_STATISTICS)
    def look(self, actor: Actor, year: int, number: int, typed: TypedLook) -> Change:
        """Record that the committee looked into a flag, who, when, and what it decided. It changes no score."""
        with self._open.writing() as uow:
            given = round_of(uow, year, number)
            require_state(given, "look", CLOSED)
            look = self._looked(given, typed)
            what = {"flag": look.flag, "looked_by": look.looked_by, "day": look.day, "decided": look.decided}
            entry = uow.journal.append(actor, LOOK, given.label, what)
            uow.rounds.put_look(entry, year, number, look)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    def _looked(self, given: Round, typed: TypedLook) -> Look:
        if typed.flag not in known_flags(given):
            raise NoSuchFlag(given.label, typed.flag)
        by, day, decided = (
            said(typed.looked_by, "looked_by"),
            typed_values.day(typed.day),
            said(typed.decided, "opinion"),
        )
        if not by or day is None or not decided:
            raise LookIncomplete(given.label)
        if day > (today := self._clock().date()):
            raise AdoptedAhead(given.label, day, today)
        return Look(typed.flag, by, day, decided)
