"""The step 评分录入 of the rail: done when every month is published and nothing is owed there."""

from dataclasses import fields

from committee_desk.domain.months import MonthState
from committee_desk.services.overview_book import Tally
from committee_desk.services.steps import DONE, ENTRY, GOING, Steps
from committee_desk.services.views import Owed


def test_a_year_of_published_months_is_not_done_while_a_correction_is_owed() -> None:
    tally = Tally(**dict.fromkeys((field.name for field in fields(Tally)), 0))  # type: ignore[arg-type]
    steps = Steps(tally, (True,), dict.fromkeys(range(1, 13), MonthState.PUBLISHED))
    assert steps.state(ENTRY, (), (), over=True).state == DONE
    owed = steps.state(ENTRY, (), [Owed("corrected", ENTRY, {"count": 2})], over=True)
    assert (owed.state, owed.owed) == (GOING, 2)
