"""Grades: lists that are what their fingerprint says and hold no more than the rules allow, departures with a reason,
decisions that can be read, nobody approved at the bottom without the 业务能力评审.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.scores import Grade, PerformanceGrade, Status
from committee_desk.services.grading_views import DecisionKind, Opinion, Settlement
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_NEEDS = ("grade_lists", "grade_choices", "grading_decisions", "ability_reviews")
_GOOD = (PerformanceGrade.EXCELLENT, PerformanceGrade.GOOD)
_LISTS = "SELECT year, stage, version, figures, fingerprint, entry FROM grade_lists ORDER BY id"

_SEQUENCE = """
    SELECT year, stage, max(version) AS version, max(entry) AS entry FROM grade_lists
    GROUP BY year, stage HAVING min(version) != 1 OR max(version) != count(DISTINCT version)
"""


def _lists(reading: Reading) -> Iterator[tuple[Facts, GradeList | None]]:
    """Every list with where it stands; None of one that cannot be read or is another than its row says."""
    for year, stage, version, figures, fingerprint, entry in reading.each(_LISTS):
        facts: Facts = {"year": year, "stage": stage, "version": version, "entry": entry}
        yield facts, _read(figures, (year, stage, version), fingerprint)


def _read(figures: str, named: tuple[int, str, int], fingerprint: str) -> GradeList | None:
    try:
        held = GradeList.from_json(figures)
        same = (held.year, str(held.stage), held.version) == named
        sealed = held.sealed().fingerprint == held.fingerprint == fingerprint
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    return held if same and sealed else None


def _unread(reading: Reading) -> Iterator[Facts]:
    for facts, held in _lists(reading):
        if held is None:
            yield facts


def _against_the_rules(reading: Reading) -> Iterator[Facts]:
    """More 优秀 than places or than the law has, a grade beside casework that forbids it, or of who has none."""
    for facts, held in _lists(reading):
        if held is None:
            continue
        excellent = [each for each in held.people if each.grade is Grade.EXCELLENT]
        per = {each.category: each.places for each in held.quotas}
        over = any(sum(e.category == name for e in excellent) > places for name, places in per.items())
        if over or len(excellent) > held.office.floor or any(map(_is_bound, held.people)):
            yield facts


def _is_bound(person: Listed) -> bool:
    if person.grade is None:
        return False
    coupled = person.grade is not Grade.EXCELLENT or person.performance_grade in _GOOD
    failed = person.performance_grade is PerformanceGrade.FAIL and person.grade in {Grade.EXCELLENT, Grade.COMPETENT}
    return person.status is not Status.GRADED or not coupled or failed


def _as_journalled(reading: Reading) -> Iterator[Facts]:
    asked = """
        SELECT l.year, l.stage, l.version, l.fingerprint, l.entry, j.what FROM grade_lists AS l
        JOIN journal AS j ON j.seq = l.entry
    """
    for year, stage, version, fingerprint, entry, what in reading.each(asked):
        told = json.loads(what)
        if (told.get("year"), told.get("version"), told.get("fingerprint")) != (year, version, fingerprint):
            yield {"year": year, "stage": stage, "version": version, "entry": entry}


def _unreviewed(reading: Reading) -> Iterator[Facts]:
    """先评审，后定等次: whoever is graded on an approved list had the review recorded before."""
    asked = """
        SELECT r.year, p.code, min(r.entry) FROM ability_reviews AS r JOIN persons AS p ON p.id = r.person_id
        GROUP BY r.year, p.code
    """
    first = {(year, code): entry for year, code, entry in reading.each(asked)}
    for facts, held in _lists(reading):
        if held is None or held.stage is not ListStage.APPROVED:
            continue
        for person in held.people:
            reviewed = first.get((held.year, person.code))
            late = reviewed is None or reviewed > int(str(facts["entry"]))
            if person.review_required and person.grade is not None and late:
                yield {**facts, "code": person.code}


def _choices(reading: Reading) -> Iterator[Facts]:
    asked = """
        SELECT p.code, c.year, c.stage, c.grade, c.reason, coalesce(c.meeting, j.verb = 'proceeding.decide' OR NULL),
        c.entry FROM grade_choices AS c JOIN persons AS p ON p.id = c.person_id
        LEFT JOIN journal AS j ON j.seq = c.entry
    """
    for code, year, stage, grade, reason, meeting, entry in reading.each(asked):
        known = stage in set(ListStage) and grade in {None, *Grade}
        by_committee = stage != ListStage.APPROVED or meeting is not None
        if not known or not by_committee or not str(reason or "").strip():
            yield {"code": code, "year": year, "entry": entry}


def _decisions(reading: Reading) -> Iterator[Facts]:
    asked = "SELECT year, kind, subject, content, document, meeting, entry FROM grading_decisions"
    for year, kind, subject, content, document, meeting, entry in reading.each(asked):
        if not _can_be_read(kind, subject, content, meeting) or not str(document or "").strip():
            yield {"year": year, "kind": kind, "entry": entry}


def _can_be_read(kind: str, subject: str, content: str, meeting: int | None) -> bool:
    try:
        told = json.loads(content)
        return bool(_READ[DecisionKind(kind)](told, subject, meeting))
    except (ValueError, TypeError, LookupError, AttributeError):
        return False


def _tie(told: Mapping[str, Any], _subject: str, meeting: int | None) -> bool:
    return meeting is not None and set(told["chosen"]) <= set(told["equals"]) and len(told["chosen"]) <= told["open"]


_READ: dict[DecisionKind, Callable[[Mapping[str, Any], str, int | None], Any]] = {
    DecisionKind.TIE: _tie,
    DecisionKind.INCOMPLETE: lambda told, subject, _: subject and told["how"] in set(Settlement) and told["missing"],
    DecisionKind.LEFT_OVER: lambda told, subject, _: subject and told["places"] >= 0,
    DecisionKind.POOL: lambda told, subject, _: subject == "+".join(sorted(told["places"])),
    DecisionKind.QUARTER: lambda told, _subject, _meeting: told["percent"] in range(21, 26) and told["sha256"],
}


def _reviews(reading: Reading) -> Iterator[Facts]:
    asked = """
        SELECT p.code, r.year, r.opinion, r.reviewers, r.looked_at, r.findings, r.entry FROM ability_reviews AS r
        JOIN persons AS p ON p.id = r.person_id
    """
    for code, year, opinion, reviewers, looked_at, findings, entry in reading.each(asked):
        if opinion not in set(Opinion) or not (_names(reviewers) and _names(looked_at) and str(findings or "").strip()):
            yield {"code": code, "year": year, "entry": entry}


def _names(text: str) -> list[str]:
    try:
        held = json.loads(text)
    except (ValueError, TypeError):
        return []
    return held if isinstance(held, list) and all(isinstance(each, str) and each for each in held) else []


INVARIANTS = (
    Invariant("grades.list", _unread, _NEEDS),
    Invariant("grades.as_journalled", _as_journalled, _NEEDS),
    Invariant("grades.sequence", found_by(_SEQUENCE), _NEEDS),
    Invariant("grades.rules", _against_the_rules, _NEEDS),
    Invariant("grades.reviewed", _unreviewed, _NEEDS),
    Invariant("grades.choice", _choices, _NEEDS),
    Invariant("grades.decision", _decisions, _NEEDS),
    Invariant("grades.review", _reviews, _NEEDS),
)
