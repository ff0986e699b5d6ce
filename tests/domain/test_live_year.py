"""A year that goes on with the typing equals the year scored from its facts, ranks, places and reviews included."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.events import Event
from committee_desk.domain.grading import score_year
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.summing import event_sums, sum_up
from tests.domain.offices import SCHEME, offices

thorough = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
POINTS = st.decimals(-12, 12, places=2)


@st.composite
def typed(draw, facts):
    """Events typed one after the other, each for somebody of the office."""
    codes = sorted({stay.code for stay in facts.stays}) or ["J001"]
    ledgers = [each.id for each in SCHEME.ledger_indicators]
    one = st.builds(
        Event,
        st.sampled_from(codes),
        st.sampled_from(ledgers),
        st.just(date(2026, 6, 30)),
        POINTS,
        st.just("录入"),
        st.uuids().map(str),
    )
    return draw(st.lists(one, min_size=1, max_size=6))


@thorough
@given(offices().flatmap(lambda facts: st.tuples(st.just(facts), typed(facts))))
def test_a_year_gone_on_from_equals_the_year_scored_anew(drawn):
    facts, events = drawn
    live = LiveYear.of(SCHEME, sum_up(SCHEME, facts, 2026))
    for event in events:
        facts = facts._replace(events=[*facts.events, event])
        sums = event_sums([each for each in facts.events if each.code == event.code], 2026)
        live = live.with_events({event.code: sums.get(event.code, {})})
        assert live.scores == score_year(SCHEME, sum_up(SCHEME, facts, 2026))


@thorough
@given(offices())
def test_taking_the_last_event_back_brings_the_former_year_back(facts):
    live = LiveYear.of(SCHEME, sum_up(SCHEME, facts, 2026))
    for code in {stay.code for stay in facts.stays}:
        before = live.scoring.inputs.events.get(code, {})
        there = live.with_events({code: {**before, "skill": before.get("skill", 0) + int(Decimal("2e9"))}})
        assert there.with_events({code: before}).scores == live.scores
