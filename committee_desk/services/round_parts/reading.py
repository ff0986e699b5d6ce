"""The year's rounds as they are read: before their closing in counts alone, afterwards as far as it may be shown."""

from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import Round, RoundState, RoundWay, require_state
from committee_desk.services.marks import require_year
from committee_desk.services.round_file import RoundElsewhere, RoundFileGone
from committee_desk.services.round_finding import round_of
from committee_desk.services.round_parts.held import RoundsPart
from committee_desk.services.round_people import roster_of, rows_of
from committee_desk.services.round_reading import card_of
from committee_desk.services.round_results import results_of
from committee_desk.services.round_views import ParticipantRow, RoundCard, RoundResult
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from committee_desk.domain.ratings import BallotClass
    from committee_desk.services.booth_views import BoothWaiting
    from committee_desk.services.round_file import ClassProgress


class RoundsReading(RoundsPart):
    """Shows rounds. Nobody sees what slips say while a round is open."""

    @allowed(Right.SEE_SCORES)
    def view(self, year: int) -> tuple[Round, ...]:
        """The year's rounds, void ones too, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return uow.rounds.of_year(year)

    @allowed(Right.KEEP_ROUNDS)
    def card(self, year: int, number: int) -> RoundCard:
        """One round: people, classes, what it waits for, what would void it."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
            here, progress, booth = self._seen(given)
            return card_of(uow, given, progress, booth, here=here)

    @allowed(Right.KEEP_ROUNDS)
    def participants(self, year: int, number: int) -> tuple[ParticipantRow, ...]:
        """Who is rated and who may rate, in the order in which slips name them."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
            return rows_of(roster_of(uow, year), given, uow.rounds.people(year, number))

    @allowed(Right.SEE_SCORES)
    def results(self, year: int, number: int) -> RoundResult:
        """What closing counted, as far as it may be shown. RoundStands while the round is not closed."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
            require_state(given, "results", RoundState.CLOSED)
            return results_of(uow, given)

    def _seen(self, given: Round) -> "tuple[bool, Mapping[BallotClass, ClassProgress], BoothWaiting | None]":
        """Whether an open round can be worked on here, how far its count is, and what waits in the booth."""
        if given.state is not RoundState.OPEN or given.way is RoundWay.IMPORTED:
            return True, {}, None
        at = given.year, given.number
        try:
            return True, self._slips().progress(*at), self._booth().state(*at)
        except (RoundElsewhere, RoundFileGone):
            return False, {}, None
