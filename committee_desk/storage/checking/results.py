"""Results: each with its decision and the locked sheet that says the same, one version after the other."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from committee_desk.domain.grade_list import ListStage
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

_DECISIONS = "SELECT year, number, day, document, list_version, people, entry FROM party_decisions ORDER BY id"
_RESULTS = """
    SELECT r.year, p.code, r.version, r.grade, r.decision, r.list_version, r.sheet, r.fingerprint, r.replaces, r.why,
    r.entry FROM results AS r JOIN persons AS p ON p.id = r.person_id ORDER BY r.year, p.code, r.id
"""
_JOURNALLED = """
    SELECT e.year, e.number, j.what FROM party_decisions AS e JOIN journal AS j ON j.seq = e.entry
    WHERE json_valid(j.what)
"""
_LISTS = f"SELECT year, version, figures FROM grade_lists WHERE stage = '{ListStage.APPROVED}'"


def _sheets(reading: Reading) -> Iterator[Facts]:
    """The locked data are those of the fingerprint, which the journal knows, and say what the result says."""
    days = {(year, number): (str(day), paper) for year, number, day, paper, *_ in reading.each(_DECISIONS)}
    marks = {(year, number): _read(what).get("sheets") for year, number, what in reading.each(_JOURNALLED)}
    for year, code, version, grade, decision, _, sheet, fingerprint, replaces, _, entry in reading.each(_RESULTS):
        told = _read(sheet)
        day, paper = days.get((year, decision), (None, None))
        said = (
            _person(told), told.get("version"), told.get("grade"), told.get("replaces"), told.get("decided_on"),
            told.get("decision"),
        )  # fmt: skip
        marked = _of(marks.get((year, decision))).get(code) == fingerprint
        same = said == (code, version, grade, replaces, day, paper)
        if not same or not marked or sha256(str(sheet).encode()).hexdigest() != fingerprint:
            yield {"year": year, "code": code, "version": version, "entry": entry}


def _decided(reading: Reading) -> Iterator[Facts]:
    """Each result rests on a decision that names the person with that grade, on the list that it names."""
    people = {
        (year, number): (version, _grades(told)) for year, number, _, _, version, told, _ in reading.each(_DECISIONS)
    }
    for year, code, version, grade, decision, laid, *_, entry in reading.each(_RESULTS):
        listed, grades = people.get((year, decision), (None, {}))
        if listed != laid or code not in grades or grades[code] != grade:
            yield {"year": year, "code": code, "version": version, "entry": entry}


def _versions(reading: Reading) -> Iterator[Facts]:
    """1, 2, 3 …, each in place of the one before, and with the reason why."""
    seen: defaultdict[tuple[int, str], dict[int, Facts]] = defaultdict(dict)
    for year, code, version, *_, replaces, why, entry in reading.each(_RESULTS):
        seen[year, code][version] = {"replaces": replaces, "why": str(why or "").strip(), "entry": entry}
    for (year, code), versions in seen.items():
        for place, version in enumerate(sorted(versions), start=1):
            held = versions[version]
            before = place - 1 or None
            if version != place or held["replaces"] != before or (before and not held["why"]):
                yield {"year": year, "code": code, "version": version, "entry": held["entry"]}
                break


def _listed(reading: Reading) -> Iterator[Facts]:
    """A decision is on an approved list, and says of everybody the grade that stands there."""
    lists = {(year, version): _listed_grades(figures) for year, version, figures in reading.each(_LISTS)}
    for year, number, _, document, version, people, entry in reading.each(_DECISIONS):
        grades, there = _grades(people), lists.get((year, version))
        same = there is not None and all(code in there and there[code] == grade for code, grade in grades.items())
        if not same or not grades or not str(document).strip():
            yield {"year": year, "number": number, "entry": entry}


def _read(text: object) -> dict[str, Any]:
    try:
        found = json.loads(str(text))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _of(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, dict) else {}


def _person(told: Mapping[str, Any]) -> object:
    return _of(_of(told.get("sheet")).get("person")).get("code")


def _grades(people: str) -> dict[str, str | None]:
    try:
        return {str(code): grade for code, grade in json.loads(people)}
    except (ValueError, TypeError):
        return {}


def _listed_grades(figures: str) -> dict[str, str | None]:
    people = _read(figures).get("people")
    return {str(_of(each).get("code")): _of(each).get("grade") for each in people} if isinstance(people, list) else {}


_NEEDS = ("results", "party_decisions", "grade_lists")
INVARIANTS = (
    Invariant("results.sheet", _sheets, _NEEDS),
    Invariant("results.decision", _decided, _NEEDS),
    Invariant("results.versions", _versions, _NEEDS),
    Invariant("results.list", _listed, _NEEDS),
)
