"""工作台: the steps of the year, and what is owed, each line leading to the page that settles it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.scores import PerformanceGrade as P
from committee_desk.domain.scores import PersonScore, Quota, Status, YearScores
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.overview import OverviewDesk
from committee_desk.services.steps import BLOCKED, DONE, GOING, STEPS, UNTOUCHED
from committee_desk.services.views import Overview, Owed
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock
from tests.services.facts_held import hold

TODAY = date(2026, 6, 1)
AFTERWARDS = date(2027, 1, 11)
CASE = CaseShare("演检刑诉〔2026〕1号", "审查起诉", "J001", date(2026, 1, 4), date(2026, 2, 1))


def _score(code: str, status: Status = Status.GRADED, *, review_required: bool = False) -> PersonScore:
    return PersonScore(
        code, f"姓{code}", "第一检察部", {}, (), {}, 0, 0, P.GOOD, status, review_required=review_required
    )


def _overview(desk: Desk, today: date, *scores: PersonScore) -> Overview:
    work = SqlWork(desk.identity().path, None, frozen_clock)
    return OverviewDesk(work, lambda year: YearScores(year, Quota(1, 20, 0), scores), desk.seat)(2026, today)


def _owed(overview: Overview, kind: str) -> Owed | None:
    return next((line for line in overview.owed if line.kind == kind), None)


def _state(overview: Overview, page: str) -> str:
    return next(step.state for step in overview.steps if step.page == page)


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    hold(desk, Kind.PEOPLE, [Stay(f"J00{n}", f"姓J00{n}", "第一检察部", Category.PROSECUTOR) for n in (1, 2)])
    return desk


def test_the_steps_stand_in_the_order_of_the_year_and_one_comes_later(desk: Desk) -> None:
    overview = _overview(desk, TODAY)
    assert tuple(step.page for step in overview.steps) == STEPS
    assert [step.page for step in overview.steps if step.state == "absent"] == ["rewards"]


def test_an_empty_desk_owes_people_first(desk: Desk) -> None:
    overview = _overview(desk, TODAY)
    assert [line.kind for line in overview.owed] == ["no_people"]
    assert (_state(overview, "cases"), _state(overview, "ranking")) == (UNTOUCHED, UNTOUCHED)


def test_people_without_cases_of_the_year_owe_cases(staffed: Desk) -> None:
    line = _owed(_overview(staffed, TODAY, _score("J001")), "no_cases")
    assert line is not None
    assert (line.page, line.blocking) == ("cases", True)


def test_cases_without_review_are_owed_and_a_joint_one_once(staffed: Desk) -> None:
    half = CASE._replace(share=Decimal("0.5"))
    hold(staffed, Kind.CASES, [half, half._replace(code="J002"), CASE._replace(number="2号")])
    overview = _overview(staffed, TODAY)
    line = _owed(overview, "unreviewed")
    assert line is not None
    assert line.facts["count"] == 2
    assert next(step.owed for step in overview.steps if step.page == "cases") == 2
    assert _state(overview, "cases") == GOING


def test_the_cases_are_done_when_the_year_is_over_and_each_has_its_review(staffed: Desk) -> None:
    hold(staffed, Kind.CASES, [CASE])
    hold(staffed, Kind.REVIEWS, [Review(CASE.number, Decimal(50), Decimal(30), "合格")])
    assert _state(_overview(staffed, TODAY), "cases") == GOING
    assert _state(_overview(staffed, AFTERWARDS), "cases") == DONE


def test_open_cases_are_spoken_of_before_and_after_their_last_day(staffed: Desk) -> None:
    due = [CASE._replace(number=f"{day}号", closed=None, due=date(2026, 6, day)) for day in (1, 9, 20)]
    hold(staffed, Kind.CASES, [*due, CASE._replace(number="过期", closed=None, due=date(2026, 5, 31)), CASE])
    overview = _overview(staffed, TODAY)
    overdue, soon = _owed(overview, "overdue"), _owed(overview, "case_due")
    assert overdue is not None
    assert soon is not None
    assert overdue.facts["count"] == 1
    assert (soon.facts, soon.due) == ({"count": 2, "number": "1号"}, date(2026, 6, 1))


def test_whoever_is_graded_here_owes_marks_and_ballots(staffed: Desk) -> None:
    hold(staffed, Kind.LEADER_RATINGS, [LeaderMark("J001", "检察长", Decimal(90))])
    hold(staffed, Kind.BALLOTS, [BallotMark("1", BallotClass.A, "J001", None)])
    overview = _overview(staffed, TODAY, _score("J001"), _score("J002"))
    marks, ballots = _owed(overview, "without_leader_mark"), _owed(overview, "without_ballots")
    assert marks is not None
    assert ballots is not None
    assert marks.facts == {"count": 1, "names": ("姓J002",), "codes": ("J002",)}
    assert ballots.facts["codes"] == ("J001", "J002")


@pytest.mark.parametrize("status", [Status.EXTERNAL, Status.LEFT, Status.NO_GRADE, Status.PENDING])
def test_nobody_waits_for_marks_of_whom_they_do_not_grade(staffed: Desk, status: Status) -> None:
    overview = _overview(staffed, TODAY, _score("J001", status), _score("J002", status))
    assert _owed(overview, "without_leader_mark") is None
    assert _owed(overview, "without_ballots") is None


def test_events_without_approver_are_owed(staffed: Desk) -> None:
    event = Event("J001", "bonus", date(2026, 3, 1), Decimal(1), "表彰", "1号")
    hold(staffed, Kind.EVENTS, [event, event._replace(voucher="2号", approver="检察长")])
    line = _owed(_overview(staffed, TODAY), "unapproved_events")
    assert line is not None
    assert line.facts["count"] == 1


def test_a_prosecutor_without_any_case_is_named_once_there_are_cases(staffed: Desk) -> None:
    assert _owed(_overview(staffed, TODAY), "without_cases") is None
    hold(staffed, Kind.CASES, [CASE])
    line = _owed(_overview(staffed, TODAY), "without_cases")
    assert line is not None
    assert line.facts["names"] == ("姓J002",)


def test_a_tie_and_reviews_before_grading_are_owed_once_there_is_something_to_rank(staffed: Desk) -> None:
    scores = (_score("J001", Status.TIE_AT_QUOTA), _score("J002", review_required=True))
    assert _owed(_overview(staffed, TODAY, *scores), "tie_at_quota") is None
    hold(staffed, Kind.CASES, [CASE])
    hold(staffed, Kind.LEADER_RATINGS, [LeaderMark("J001", "检察长", Decimal(90))])
    overview = _overview(staffed, AFTERWARDS, *scores)
    tie, review = _owed(overview, "tie_at_quota"), _owed(overview, "review_required")
    assert tie is not None
    assert review is not None
    assert (tie.facts["codes"], tie.blocking, review.facts["codes"]) == (("J001",), True, ("J002",))
    assert _state(overview, "ranking") == BLOCKED
    assert _state(_overview(staffed, TODAY, *scores), "ranking") == GOING


def test_the_ranking_is_done_when_the_year_is_over_and_it_owes_nothing(staffed: Desk) -> None:
    half = CASE._replace(share=Decimal("0.5"))
    scores = (_score("J001"), _score("J002"))
    hold(staffed, Kind.CASES, [half, half._replace(code="J002")])
    hold(staffed, Kind.LEADER_RATINGS, [LeaderMark(code, "检察长", Decimal(90)) for code in ("J001", "J002")])
    hold(staffed, Kind.BALLOTS, [BallotMark("1", BallotClass.A, "J001", Decimal(90))])
    assert _state(_overview(staffed, AFTERWARDS, *scores), "ranking") == GOING
    hold(staffed, Kind.BALLOTS, [BallotMark("1", BallotClass.A, "J002", Decimal(90))])
    assert _state(_overview(staffed, AFTERWARDS, *scores), "ranking") == DONE
    assert _state(_overview(staffed, TODAY, *scores), "ranking") == GOING


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        (date(2026, 10, 31), []),
        (date(2026, 11, 1), ["next_calendar_missing"]),
        (date(2026, 12, 31), ["next_calendar_missing"]),
        (date(2027, 1, 1), ["calendar_missing"]),
        (date(2025, 12, 1), []),
    ],
)
def test_next_years_calendar_is_asked_for_from_november_on(desk: Desk, today: date, kinds: list[str]) -> None:
    lines = [line for line in _overview(desk, today).owed if line.page == "system"]
    assert [line.kind for line in lines] == kinds
    assert all(line.facts["year"] == 2027 for line in lines)


def test_the_sample_office_is_told_what_it_still_owes(
    open_copy: Callable[[Path], Desk], template_sample_desk: Path
) -> None:
    overview = open_copy(template_sample_desk).overview(2026, AFTERWARDS)
    assert "no_people" not in {line.kind for line in overview.owed}
    pages = {line.page for line in overview.owed}
    assert pages <= {"scheme", "cases", "entry", "ballots", "ranking", "people", "system", "grading"}
