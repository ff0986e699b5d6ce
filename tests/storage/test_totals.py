"""SQL adds up a year to the same sums as the domain does from single facts."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.bootstrap import open_desk
from committee_desk.domain.grading import score_year
from committee_desk.domain.summing import YearFacts, sum_up
from committee_desk.domain.sums import YearInputs
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock
from tests.domain.offices import SCHEME, edge_days, offices
from tests.services.facts_held import hold

BY_KIND = {
    Kind.PEOPLE: "stays",
    Kind.CASES: "shares",
    Kind.REVIEWS: "reviews",
    Kind.EVENTS: "events",
    Kind.LEADER_RATINGS: "leader_marks",
    Kind.BALLOTS: "ballots",
    Kind.SANCTIONS: "sanctions",
    Kind.LEAVE: "leave",
}


def _unlike(facts: YearFacts) -> YearFacts:
    """The facts as a desk can hold them: one fact for each key."""

    def once(rows, *fields):
        return list({tuple(getattr(row, f) for f in fields): row for row in rows}.values())

    return YearFacts(
        stays=once(facts.stays, "code", "department", "since"),
        shares=facts.shares,
        reviews=facts.reviews,
        events=once(facts.events, "code", "indicator", "day", "voucher", "reason"),
        leader_marks=facts.leader_marks,
        ballots=[each._replace(slip=f"票{n}") for n, each in enumerate(facts.ballots)],
        leave=once(facts.leave, "code", "kind", "since"),
        sanctions=once(facts.sanctions, "code", "document"),
    )


def _held(desk: Desk, facts: YearFacts) -> None:
    for kind, name in BY_KIND.items():
        if rows := getattr(facts, name):
            hold(desk, kind, rows)


def _read(desk: Desk, day=None) -> YearInputs:
    with SqlWork(desk.identity().path, None, frozen_clock).reading() as uow:
        return uow.totals.year_inputs(SCHEME, 2026, day)


def _comparable(inputs: YearInputs):
    """The sums without the order in which they were found, and without sums of nothing."""
    cases = sorted(inputs.cases, key=lambda each: (each.code, each.department or ""))
    events = {code: dict(found) for code, found in inputs.events.items()}
    ballots = {code: sorted(sums) for code, sums in inputs.ballots.items()}
    return (
        cases,
        events,
        dict(inputs.leader_marks),
        ballots,
        sorted(inputs.leave),
        {each._replace(note=None) for each in inputs.sanctions},
    )


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(offices().map(_unlike), st.one_of(st.none(), edge_days(2026)))
def test_sql_adds_up_what_the_domain_adds_up(
    template_desk: Path, tmp_path_factory: pytest.TempPathFactory, facts: YearFacts, day
) -> None:
    path = tmp_path_factory.mktemp("sums") / "考评.desk"
    shutil.copyfile(template_desk, path)
    desk = open_desk(path, clock=frozen_clock)
    _held(desk, facts)

    ours, theirs = _read(desk, day), sum_up(SCHEME, facts, 2026, day)

    assert _comparable(ours) == _comparable(theirs)
    assert score_year(SCHEME, ours) == score_year(SCHEME, theirs)
    shutil.rmtree(path.parent)


def test_what_was_superseded_is_not_added_up(sample_desk: Desk, actor) -> None:
    before = _comparable(_read(sample_desk))
    entry = next(each.entry for each in sample_desk.imports.history() if each.kind == Kind.EVENTS)

    sample_desk.imports.take_back(actor, entry, "导错了")

    cases, events, *rest = _comparable(_read(sample_desk))
    assert events == {}
    assert [cases, *rest] == [before[0], *before[2:]]
