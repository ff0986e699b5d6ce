"""On whom nobody decides while a re-review is open: by or about whom it is, and whom its outcome could move."""

from committee_desk.domain.course import Move
from committee_desk.domain.proceedings import Motion, ProceedingKind
from tests.desks_decided import FOUND, RAISED
from tests.services.closing_years import YEAR
from tests.services.decided_years import decidable, decide, row, view
from tests.services.deciding_hands import Decider


def test_a_motion_to_uphold_bars_nobody_but_who_applied(posted: Decider) -> None:
    office = posted.office
    number = posted.open(ProceedingKind.OBJECTION, posted.object(RAISED))
    posted.find(number)
    office.move(Move.CLOSE)
    assert decidable(office) == ()
    posted.lay(number, Motion.UPHOLD)
    assert office.desk.effects.could_move(YEAR, number) == {RAISED}
    assert set(decidable(office)) == {each.code for each in view(office).rows} - {RAISED}
    decide(office)
    assert row(office, RAISED).result is None
    posted.find(number, *FOUND)
    assert len(office.desk.effects.could_move(YEAR, number)) > 2
