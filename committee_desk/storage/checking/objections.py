"""Objections and letters: what the counter takes, standing where a move leads, as timely as they say."""

import json
from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_YEARS = "(SELECT year FROM years)"
_STATES = frozenset(str(each) for each in ObjectionState)
_MATTERS = frozenset(str(each) for each in Matter)
_HELD = """
    SELECT year, number, matters, other_id, person_id, state, state_reason, state_document, in_time, entry
    FROM objections WHERE ended_by IS NULL
"""
_INCOMPLETE = f"""
    SELECT year, number, entry FROM objections
    WHERE trim(grounds) = '' OR trim(receiver) = '' OR number < 1 OR year NOT IN {_YEARS}
    OR version NOT IN (SELECT p.version FROM publications AS p WHERE p.year = objections.year)
"""
_TIMES = "SELECT year, number, version, received, typed, in_time, minutes_late, entry FROM objections"
_LETTERS = f"""
    SELECT year, number, entry FROM letters
    WHERE trim(content) = '' OR trim(receiver) = '' OR number < 1 OR year NOT IN {_YEARS}
    OR substr(received, 1, 4) < printf('%04d', year)
"""


def _about(reading: Reading) -> Iterator[Facts]:
    for year, number, matters, other, person, *_, entry in reading.each(_HELD):
        told = _read(matters)
        if not told or set(told) - _MATTERS or (str(Matter.OTHER) in told) != (other is not None) or other == person:
            yield {"year": year, "number": number, "entry": entry}


def _read(matters: str) -> list[str]:
    try:
        found = json.loads(matters)
    except ValueError:
        return []
    return [str(each) for each in found] if isinstance(found, list) else []


def _state(reading: Reading) -> Iterator[Facts]:
    for year, number, _, _, _, state, reason, document, in_time, entry in reading.each(_HELD):
        wrong = {
            ObjectionState.ACCEPTED: not in_time,
            ObjectionState.REFUSED: not in_time or not (reason or "").strip(),
            ObjectionState.ROUTED: bool(in_time),
            ObjectionState.WITHDRAWN: not (document or "").strip(),
            ObjectionState.UPHELD: not (document or "").strip(),
            ObjectionState.CHANGED: not (document or "").strip(),
        }
        if state not in _STATES or wrong.get(ObjectionState(state), False):
            yield {"year": year, "number": number, "state": state, "entry": entry}


def _timely(reading: Reading) -> Iterator[Facts]:
    """By one of the window's steps, as it stood when the objection was typed, or as it was lengthened since."""
    for year, number, version, received, typed, in_time, late, entry in reading.each(_TIMES):
        known = received <= typed and bool(in_time) == (late == 0)
        if not known or late not in _minutes_late(reading, year, version, received):
            yield {"year": year, "number": number, "minutes": late, "entry": entry}


def _minutes_late(reading: Reading, year: int, version: int, received: str) -> set[int]:
    """How late that moment is by each step of the window; none where it is no moment."""
    try:
        came = datetime.fromisoformat(received)
        steps = reading.books.publication.window(year, version).steps
        return {max(0, int((came - step.closes_at).total_seconds()) // 60) for step in steps}
    except (ValueError, TypeError, KeyError):
        return set()


INVARIANTS = (
    Invariant("objections.kept", found_by(_INCOMPLETE), ("objections",)),
    Invariant("objections.about", _about, ("objections",)),
    Invariant("objections.state", _state, ("objections",)),
    Invariant("objections.timely", _timely, ("objections",)),
    Invariant("objections.letter", found_by(_LETTERS), ("letters",)),
)
