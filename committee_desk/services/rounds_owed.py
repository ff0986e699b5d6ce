"""What rating rounds owe: a draft to adopt, turnout to put down, a round to close, a void one to hold again."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.course import LOCKED
from committee_desk.domain.rounds import RoundState, RoundWay
from committee_desk.services.course_moves import stage_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_people import raters_of
from committee_desk.services.views import Owed

BALLOTS = "ballots"


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:  # noqa: ARG001 - every subject is asked so
    """The lines of 工作台; one a round, and none once the year's list is approved."""
    held = [each for each in uow.rounds.of_year(year) if each.way is RoundWay.DESK]
    if not held or stage_of(uow, year) in LOCKED:
        return
    again = {each.again for each in held}
    for each in held:
        facts: dict[str, object] = {"label": each.label, "title": each.title, "number": each.number}
        if each.state is RoundState.DRAFT:
            yield Owed("round_draft", BALLOTS, facts)
        elif each.state is RoundState.OPEN:
            raters, turnouts = raters_of(uow.rounds.people(year, each.number)), uow.rounds.turnouts(year, each.number)
            missing = tuple(str(name) for name in raters if name not in turnouts)
            yield Owed("round_turnout" if missing else "round_close", BALLOTS, facts | {"classes": missing})
        elif each.state is RoundState.VOID and each.number not in again:
            yield Owed("round_again", BALLOTS, facts)
