"""The answer of `score --json`: the year's scores as plain JSON, in the order of the interface."""

from typing import Any

from committee_desk.domain.exact import figure
from committee_desk.domain.scores import PersonScore, Status, YearScores


def score_answer(scores: YearScores) -> dict[str, Any]:
    """What a script reads: figures are strings with two places."""
    quota = scores.quota
    return {
        "year": scores.year,
        "quota": {"base": quota.base, "percent": quota.percent, "places": quota.places},
        "people": [_person(person) for person in scores.people],
    }


def _person(person: PersonScore) -> dict[str, Any]:
    return {
        "code": person.code,
        "name": person.name,
        "indicators": {name: figure(points) for name, points in person.indicators.items()},
        "not_applicable": sorted(person.not_applicable),
        "total": figure(person.total),
        "rank": person.rank,
        "performance_grade": str(person.performance_grade),
        "status": None if person.status is Status.SETTLED_APART else str(person.status),
        "proposed_grade": None if person.proposed_grade is None else str(person.proposed_grade),
        "review_required": person.review_required,
    }
