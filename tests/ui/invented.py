"""Scores that no sample office has: a tie at the cut, a whole province; and a desk that answers with them."""

from datetime import date
from types import SimpleNamespace

from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.scheme_file import load
from committee_desk.domain.scores import Grade, PerformanceGrade, PersonScore, Quota, Status, YearScores
from committee_desk.paths import resource
from committee_desk.services.views import CaseRow, Traced
from tests.conftest import frozen_clock

YEAR = 2026
SCHEME = load(resource("schemes", "prosecutor-2026.json").read_text(encoding="utf-8"))


def score(code: str, total: int, rank: int | None = 1, **other: object) -> PersonScore:
    """One person with figures that are right where a test does not say otherwise."""
    plain = {
        "code": code,
        "name": f"名{code}",
        "department": "第一检察部",
        "indicators": {},
        "not_applicable": (),
        "parts": {"performance": 6000, "common": 1000, "overall": 900, "bonus": 0},
        "uncut": total,
        "total": total,
        "performance_grade": PerformanceGrade.GOOD,
        "status": Status.GRADED,
        "rank": rank,
        "proposed_grade": Grade.COMPETENT,
    }
    return PersonScore(**(plain | other))


def tied() -> YearScores:
    """One place left for two people who are equal on all four; two others without rank."""
    tie = {"status": Status.TIE_AT_QUOTA, "proposed_grade": None}
    people = (
        score("A1", 9500, 1, proposed_grade=Grade.EXCELLENT),
        score("A2", 9300, 2, **tie),
        score("A3", 9300, 2, **tie),
        score("A4", 8800, 4),
        score("A5", 6000, None, status=Status.PENDING, proposed_grade=None),
        score("A6", 6100, None, status=Status.NO_GRADE, proposed_grade=None),
    )
    return YearScores(YEAR, Quota(10, 20, 2), people)


def province(count: int) -> YearScores:
    """Many people, each with a total of their own."""
    people = tuple(score(f"J{n:05}", 10_000 - n, n + 1, department=f"第{n % 40}检察部") for n in range(count))
    return YearScores(YEAR, Quota(count, 20, count // 5), people)


def many_cases(count: int) -> tuple[CaseRow, ...]:
    """Many cases, one in seven open."""
    return tuple(
        CaseRow(
            number=f"检〔2026〕{n}号",
            title=f"第{n}案",
            kind=("审查起诉", "审查逮捕")[n % 2],
            department=f"第{n % 8}检察部",
            handlers=(f"名{n % 50}",),
            accepted=date(2026, 1, 5),
            closed=None if n % 7 == 0 else date(2026, 5, 1 + n % 28),
            due=date(2026, 5, 14),
            persons=1,
            difficulty=None,
            mark=None,
            grade=None,
        )
        for n in range(count)
    )


def _stay(code: str) -> Stay:
    return Stay(code, f"名{code}", "第一检察部", Category.PROSECUTOR, rank="一级检察官")


def desk_of(scores: YearScores) -> SimpleNamespace:
    """A desk that holds nothing but these scores."""
    return SimpleNamespace(
        clock=frozen_clock,
        scores=SimpleNamespace(
            by_scheme=lambda _year, _category: (SCHEME, scores),
            explain=lambda year, code, _category: PersonExplanation(code, year, (), ()),
        ),
        people=SimpleNamespace(card=lambda code, year: SimpleNamespace(stays=[Traced(_stay(code), None)])),
        import_history=SimpleNamespace(history=lambda: ()),
    )
