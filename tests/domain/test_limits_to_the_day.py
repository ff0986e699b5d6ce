"""Where a rule begins: the day, the month and the point on either side of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.duty import duties, long_leave, month_middles, scored_stays
from committee_desk.domain.events import Event
from committee_desk.domain.grading import score_year
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.scores import PersonScore, Status
from committee_desk.domain.standing import Leave
from committee_desk.domain.summing import YearFacts, sum_up
from tests.domain.offices import SCHEME

STAY = Stay("J001", "甲", "第一检察部", Category.PROSECUTOR)


def away(kind: str, first: date, days: int) -> Leave:
    return Leave("J001", kind, first, first + timedelta(days - 1))


def scored(year: int, *leave: Leave, **facts: list[object]) -> PersonScore:
    known = YearFacts(
        [STAY],
        leader_marks=[LeaderMark("J001", "检察长", Decimal(100))],
        ballots=[BallotMark("票", BallotClass.A, "J001", Decimal(100))],
        leave=leave,
        **facts,
    )
    return score_year(SCHEME, sum_up(SCHEME, known, year)).of("J001")


@pytest.mark.parametrize(
    ("year", "days", "status"),
    [
        (2026, 182, Status.GRADED),
        (2026, 183, Status.NO_GRADE),
        (2024, 183, Status.GRADED),
        (2024, 184, Status.NO_GRADE),
    ],
)
def test_sick_leave_of_more_than_half_the_days_of_the_year_leaves_no_grade(
    year: int, days: int, status: Status
) -> None:
    assert scored(year, away("病假", date(year, 2, 1), days)).status is status


def test_half_a_year_is_told_from_sick_and_private_leave_together_and_a_day_counts_once() -> None:
    sick, private = away("病假", date(2026, 2, 1), 120), away("事假", date(2026, 5, 1), 62)
    assert scored(2026, sick, private).status is Status.GRADED
    assert scored(2026, sick, private._replace(until=date(2026, 8, 2))).status is Status.NO_GRADE


@pytest.mark.parametrize(("days", "months"), [(14, 12), (15, 11)])
def test_a_month_is_lost_to_leave_of_fifteen_days_or_more_over_its_middle(days: int, months: int) -> None:
    leave = long_leave([away("产假", date(2026, 3, 10), days)], SCHEME.month_lost_from_days, 2026)
    held = scored_stays([STAY], Category.PROSECUTOR, 2026)
    (duty,) = duties(held, leave, month_middles(2026))["J001"]
    assert duty.months == months


def test_a_total_above_a_hundred_is_cut_and_says_what_it_was() -> None:
    case = CaseShare("1号", "审查起诉", "J001", date(2026, 1, 5), date(2026, 3, 5), due=date(2026, 3, 5))
    full = {"effect": 2, "skill": 10, "bonus": 5}
    events = [Event("J001", name, date(2026, 3, 1), Decimal(points), "事由", "1号") for name, points in full.items()]
    review = Review("1号", Decimal(60), Decimal(40), "优质")

    person = scored(2026, shares=[case], reviews=[review], events=events)

    assert (person.uncut, person.total) == (105_00, 100_00)
