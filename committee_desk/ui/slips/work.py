"""What every view of the typing works on: the open round, its lines, and who sits here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid, invalid_because
from committee_desk.domain.rounds import Round
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.slip_reading import slip_of, without_blanks
from committee_desk.services.slip_views import RatedLine
from committee_desk.ui.common.page import Workplace

if TYPE_CHECKING:
    from committee_desk.services.slips import SlipsDesk

R = TypeVar("R")


@dataclass
class Work:
    """An open round at this desk. `written` says whether anything was, for the screens to hear of at the end: while
    somebody types, nothing else reads."""

    place: Workplace
    desk: Desk
    round: Round
    lines: tuple[RatedLine, ...]
    written: bool = False

    @property
    def at(self) -> tuple[int, int]:
        """Year and number, as every command takes them."""
        return self.round.year, self.round.number

    @property
    def slips(self) -> "SlipsDesk":
        """The desk's slips."""
        return self.desk.slips

    @property
    def actor(self) -> Actor:
        """Who sits here."""
        return self.desk.seat.actor

    def do(self, command: Callable[[], R]) -> R:
        """Carry out what writes."""
        done = command()
        self.written = True
        return done

    def invalid(self, ballot_class: BallotClass, values: dict[str, str]) -> Invalid | None:
        """Why a slip with these values would not count; their spelling is the desk's already."""
        rated = tuple(each.code for each in self.lines)
        return invalid_because(slip_of(ballot_class, without_blanks(values)), rated, self.round.terms)


def open_work(place: Workplace, desk: Desk, year: int, number: int) -> Work:
    """The round as it can be typed on; DeskError where it cannot."""
    lines = desk.slips.lines(year, number)
    held = next(each for each in desk.rounds.view(year) if each.number == number)
    return Work(place, desk, held, lines)
