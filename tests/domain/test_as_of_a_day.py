"""As of a day: the same rules over what is dated up to it."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.events import Event
from committee_desk.domain.grading import score_year
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.scores import Status
from committee_desk.domain.standing import Sanction
from committee_desk.domain.summing import YearFacts, sum_up
from tests.domain.offices import SCHEME, offices
from tests.domain.test_scoring_by_the_book import thorough

HERE = Stay("J001", "甲", "第一检察部", Category.PROSECUTOR, until=date(2026, 9, 30))


def _as_of(facts: YearFacts, day: date):
    return score_year(SCHEME, sum_up(SCHEME, facts, 2026, day))


def test_an_event_after_the_day_is_not_yet_counted() -> None:
    later = Event("J001", "skill", date(2026, 4, 2), Decimal(3), "课题", "1号")
    facts = YearFacts([HERE], events=[later])

    assert _as_of(facts, date(2026, 4, 1)).of("J001").indicators["skill"] == 0
    assert _as_of(facts, date(2026, 4, 2)).of("J001").indicators["skill"] == 300


def test_somebody_who_leaves_later_is_still_here_on_the_day() -> None:
    assert _as_of(YearFacts([HERE]), date(2026, 9, 30)).of("J001").status is Status.INCOMPLETE
    assert _as_of(YearFacts([HERE]), date(2026, 10, 1)).of("J001").status is Status.LEFT


def test_somebody_who_comes_later_is_not_scored_yet() -> None:
    facts = YearFacts([HERE._replace(since=date(2026, 5, 1))])

    assert _as_of(facts, date(2026, 4, 30)).people == ()


def test_an_investigation_closed_after_the_day_was_open_on_it() -> None:
    opened = Sanction("J001", "立案未结", "立1号", date(2026, 2, 1), date(2026, 6, 1))
    facts = YearFacts([HERE], sanctions=[opened])

    assert _as_of(facts, date(2026, 5, 31)).of("J001").status is Status.PENDING
    assert _as_of(facts, date(2026, 6, 1)).of("J001").status is Status.INCOMPLETE


def test_ratings_that_are_not_there_yet_are_named() -> None:
    assert _as_of(YearFacts([HERE]), date(2026, 4, 1)).of("J001").unrated == ("leader_rating", "peer_rating")


@thorough
@given(offices(), st.randoms())
def test_a_day_after_everything_scores_as_the_year_does(facts, chance) -> None:
    facts = YearFacts(**{name: getattr(facts, name) for name in facts._fields if name != "sanctions"})
    stays = [stay for stay in facts.stays if stay.since is None or stay.since.year <= 2026]
    facts = YearFacts(**{name: getattr(facts, name) for name in facts._fields if name != "stays"} | {"stays": stays})
    year, day = score_year(SCHEME, sum_up(SCHEME, facts, 2026)), _as_of(facts, date(2028, 1, 1))

    assert (year.people, year.quota) == (day.people, day.quota)
