"""Decisions on re-review: each rests on a vote of the committee, laid down the list that its effects say, and informs
exactly those whom it moved.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.committee import ItemKind, MeetingState, Outcome
from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.domain.moved_people import MovedPerson, differs, moved_from_json
from committee_desk.domain.proceedings import ProceedingState
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

_NEEDS = ("proceedings", "informings")
_ENDED = (str(ProceedingState.UPHELD), str(ProceedingState.CHANGED))
_DECIDED = f"""
    SELECT p.year, p.number, p.state, p.meeting, p.list_version, p.effects, (SELECT min(q.entry) FROM proceedings AS q
        WHERE q.year = p.year AND q.number = p.number AND q.state IN {_ENDED}) AS entry
    FROM proceedings AS p WHERE p.ended_by IS NULL AND p.state IN {_ENDED} ORDER BY p.year, p.number
"""
_INFORMED = """
    SELECT i.year, i.proceeding, c.code, i.moved, i.told, i.told_by, i.how, i.entry, p.state, p.day
    FROM informings AS i JOIN persons AS c ON c.id = i.person_id
    LEFT JOIN proceedings AS p ON p.year = i.year AND p.number = i.proceeding AND p.ended_by IS NULL
    WHERE i.ended_by IS NULL ORDER BY i.id
"""


def _voted(reading: Reading) -> Iterator[Facts]:
    """The committee passed it in a meeting that was closed, before it was recorded."""
    for year, number, _, meeting, _, _, entry in reading.each(_DECIDED):
        items = _review_items(reading, year, meeting)
        asked = "SELECT item, outcome FROM votes WHERE year = ? AND meeting = ? AND entry < ?"
        votes = list(reading.each(asked, year, meeting, entry))
        if not any(item in items and outcome == str(Outcome.PASSED) for item, outcome in votes):
            yield {"year": year, "number": number, "entry": entry}


def _review_items(reading: Reading, year: int, meeting: int | None) -> frozenset[str]:
    asked = "SELECT agenda FROM meetings WHERE year = ? AND number = ? AND state = ? AND ended_by IS NULL"
    for (agenda,) in reading.each(asked, year, meeting, str(MeetingState.CLOSED)):
        try:
            return frozenset(each["id"] for each in json.loads(agenda) if each["kind"] == str(ItemKind.REVIEW))
        except (ValueError, TypeError, LookupError):
            return frozenset()
    return frozenset()


def _listed(reading: Reading) -> Iterator[Facts]:
    """A change laid the list down that it names, other than the one before in exactly what it told people of."""
    for year, number, state, _, version, effects, entry in reading.each(_DECIDED):
        if state != str(ProceedingState.CHANGED):
            continue
        if not _as_told(reading, (year, number, version, entry), effects):
            yield {"year": year, "number": number, "version": version, "entry": entry}


def _as_told(reading: Reading, of: tuple[int, int, int | None, int], effects: str) -> bool:
    year, number, version, entry = of
    try:
        before = _list_of(reading, year, Effects.from_json(effects).list_version)
        after = _list_of(reading, year, version)
        moved = _moved_by(reading, year, number, entry)
    except (ValueError, TypeError, LookupError, AttributeError):
        return False
    if before is None or after is None or after[1] != entry:
        return False
    held, laid = ({each.code: each for each in side[0].people} for side in (before, after))
    for code in held.keys() | laid.keys() | moved.keys():
        told = moved.get(code)
        if differs(held.get(code), laid.get(code)) is not (told is not None):
            return False
        if told is not None and (differs(told.before, held.get(code)) or differs(told.after, laid.get(code))):
            return False
    return True


def _list_of(reading: Reading, year: int, version: int | None) -> tuple[GradeList, int] | None:
    asked = "SELECT figures, entry FROM grade_lists WHERE year = ? AND stage = ? AND version = ?"
    found = list(reading.each(asked, year, str(ListStage.APPROVED), version))
    return (GradeList.from_json(found[0][0]), found[0][1]) if len(found) == 1 else None


def _moved_by(reading: Reading, year: int, number: int, entry: int) -> Mapping[str, MovedPerson]:
    asked = "SELECT moved FROM informings WHERE year = ? AND proceeding = ? AND entry = ?"
    moved = (moved_from_json(text) for (text,) in reading.each(asked, year, number, entry))
    return {each.code: each for each in moved}


def _informed(reading: Reading) -> Iterator[Facts]:
    """Whom a decision moved can be read, and was told after it, by somebody, in some way, or not yet."""
    for year, number, code, moved, told, told_by, how, entry, state, day in reading.each(_INFORMED):
        whole = all(str(each or "").strip() for each in (told, told_by, how)) or not any((told, told_by, how))
        fits = state == str(ProceedingState.CHANGED) and _is_of(moved, code)
        if not whole or not fits or (told and not _follows(told, day)):
            yield {"year": year, "number": number, "code": code, "entry": entry}


def _is_of(text: str, code: str) -> bool:
    try:
        return moved_from_json(text).code == code
    except (ValueError, TypeError, LookupError, AttributeError):
        return False


def _follows(told: str, day: object) -> bool:
    try:
        return date.fromisoformat(told) >= date.fromisoformat(str(day))
    except ValueError:
        return False


INVARIANTS = (
    Invariant("effects.vote", _voted, (*_NEEDS, "votes", "meetings")),
    Invariant("effects.list", _listed, (*_NEEDS, "grade_lists")),
    Invariant("effects.informing", _informed, _NEEDS),
)
