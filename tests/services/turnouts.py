"""The turnout of imported ballots as tests type it: everybody came, and every slip was valid."""

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import TypedTurnout

YEAR = 2026


def turn_out(desk: Desk, actor: Actor, year: int = YEAR) -> None:
    """Put down the turnout of the year's imported ballots, where there are any whose turnout nobody typed."""
    given = desk.imported_rounds.view(year)
    if given is not None and given.round is None:
        full = {ballot_class: TypedTurnout(*(slips,) * 4) for ballot_class, slips in given.slips.items()}
        desk.imported_rounds.count(actor, year, full)
