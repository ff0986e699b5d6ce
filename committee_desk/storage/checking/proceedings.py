"""Re-reviews, corrections and applications: each step rests on those before it, and papers end as they were decided."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from committee_desk.domain.proceedings import FEWEST_EXAMINERS, ChallengeKind, Motion, ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

P, A = ProceedingState, ApplicationState
_YEARS = "(SELECT year FROM years)"
_HELD = """
    SELECT year, number, kind, person_id, source, basis, challenged, state, examiners, findings, motion, reasons,
    effects, meeting, document, day, entry FROM proceedings WHERE ended_by IS NULL
"""
_DECIDED = {str(P.UPHELD): str(Motion.UPHOLD), str(P.CHANGED): str(Motion.CHANGE)}
_FOUND = frozenset(map(str, (P.EXAMINED, P.MOVED, P.UPHELD, P.CHANGED)))
_LAID = frozenset(map(str, (P.MOVED, P.UPHELD, P.CHANGED)))
_SOURCE = f"""
    SELECT p.year, p.number, p.kind, p.entry FROM proceedings AS p WHERE p.ended_by IS NULL AND NOT CASE
    WHEN p.kind = '{ProceedingKind.CORRECTION}' THEN p.source IS NULL
    WHEN p.kind = '{ProceedingKind.OBJECTION}' THEN EXISTS (SELECT 1 FROM objections AS o
        WHERE o.year = p.year AND o.number = p.source AND o.person_id = p.person_id AND o.ended_by IS NULL)
    ELSE EXISTS (SELECT 1 FROM applications AS a WHERE a.year = p.year AND a.number = p.source
        AND a.person_id = p.person_id AND a.proceeding = p.number AND a.ended_by IS NULL
        AND a.kind = CASE p.kind WHEN '{ProceedingKind.APPEAL}' THEN '{Remedy.APPEAL}' ELSE '{Remedy.REVIEW}' END)
    END
"""
_ANSWERED = f"""
    SELECT o.year, o.number, o.entry FROM objections AS o WHERE o.ended_by IS NULL
    AND CASE WHEN o.state IN ('upheld', 'changed') THEN o.state ELSE '' END != coalesce((SELECT p.state
        FROM proceedings AS p WHERE p.year = o.year AND p.source = o.number AND p.kind = '{ProceedingKind.OBJECTION}'
        AND p.state IN ('upheld', 'changed') AND p.ended_by IS NULL), '')
"""
_APPLIED = """
    SELECT year, number, kind, version, grounds, receiver, received, typed, last_day, in_time, decide_by, extended_to,
    organ, state, outcome, document, decided, entry,
    (SELECT count(*) FROM results AS r WHERE r.year = a.year AND r.person_id = a.person_id AND r.version = a.version)
    FROM applications AS a WHERE ended_by IS NULL
"""


def _kept(reading: Reading) -> Iterator[Facts]:
    """Every part can be read, and says what is looked at again and why."""
    years = {row[0] for row in reading.rows(_YEARS.strip("()"))}
    for year, number, kind, _, _, basis, challenged, state, examiners, *_, entry in reading.each(_HELD):
        told = _parts(challenged, "kind")
        known = kind in set(ProceedingKind) and state in set(P) and set(told) <= set(ChallengeKind)
        named = told or (kind == ProceedingKind.CORRECTION and _read(challenged) == [])
        whole = known and named and _parts(examiners, "name") and str(basis).strip() and number >= 1 and year in years
        if not whole:
            yield {"year": year, "number": number, "entry": entry}


def _examined(reading: Reading) -> Iterator[Facts]:
    """Two people or more, each declared before anything was found."""
    for year, number, *_, state, examiners, findings, _, _, _, _, _, _, entry in reading.each(_HELD):
        told = _read(examiners)
        people = {each.get("code") or each.get("name") for each in told if isinstance(each, dict)}
        undeclared = any(not (isinstance(each, dict) and each.get("declared")) for each in told)
        found = bool(str(findings or "").strip())
        if len(people) < FEWEST_EXAMINERS or (state in _FOUND) > found or (found and undeclared):
            yield {"year": year, "number": number, "entry": entry}


def _decided(reading: Reading) -> Iterator[Facts]:
    """A motion with reasons where one was laid, and of a decision its meeting, paper and day, as it was moved."""
    for *head, motion, reasons, effects, meeting, document, day, entry in reading.each(_HELD):
        year, number, state = head[0], head[1], head[7]
        laid, decided = state in _LAID, state in _DECIDED
        said_so = bool(str(reasons or "").strip()) and (motion != str(Motion.CHANGE) or bool(effects))
        whole = meeting is not None and bool(str(document or "").strip()) and day is not None
        wrong = (laid and not (motion and said_so)) or (decided and (motion != _DECIDED[state] or not whole))
        if wrong or (not decided and (day is not None or document)):
            yield {"year": year, "number": number, "state": state, "entry": entry}


def _applied(reading: Reading) -> Iterator[Facts]:
    """In time or late as its days say, against a result that was decided, with what its state asks for."""
    for row in reading.each(_APPLIED):
        if not _is_whole(*row):
            yield {"year": row[0], "number": row[1], "entry": row[17]}


def _is_whole(  # noqa: PLR0913, PLR0917 - the columns of an application
    _year: int,
    number: int,
    kind: str,
    _version: int,
    grounds: str,
    receiver: str,
    received: str,
    typed: str,
    last_day: str,
    in_time: int,
    decide_by: str,
    extended_to: str | None,
    organ: str | None,
    state: str,
    outcome: str | None,
    document: str | None,
    decided: str | None,
    _entry: int,
    results: int,
) -> bool:
    if kind not in set(Remedy) or state not in set(A) or number < 1 or not grounds.strip() or not receiver.strip():
        return False
    came, last, due = _day(received), _day(last_day), _day(decide_by)
    if came is None or last is None or due is None or received > typed or results == 0:
        return False
    wrong = {
        A.ACCEPTED: not in_time,
        A.REFUSED: bool(in_time) and not (outcome or "").strip(),
        A.WITHDRAWN: not (document or "").strip(),
        A.UPHELD: decided is None or not (document or "").strip(),
        A.CHANGED: decided is None or not (document or "").strip(),
    }.get(A(state), False)
    appeal = kind == Remedy.APPEAL
    later = extended_to is None or (appeal and extended_to > decide_by)
    return bool(in_time) == (came <= last) and due > came and later and not wrong and (not appeal or bool(organ))


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _parts(text: str, name: str) -> list[str]:
    return [str(each.get(name)) for each in _read(text) if isinstance(each, dict) and each.get(name)]


def _read(text: str) -> list[Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return [None]
    return found if isinstance(found, list) else [None]


_NEEDS = ("proceedings", "objections", "applications", "results")
INVARIANTS = (
    Invariant("proceedings.kept", _kept, ("proceedings",)),
    Invariant("proceedings.source", found_by(_SOURCE), _NEEDS),
    Invariant("proceedings.examined", _examined, ("proceedings",)),
    Invariant("proceedings.decided", _decided, ("proceedings",)),
    Invariant("proceedings.answered", found_by(_ANSWERED), _NEEDS),
    Invariant("proceedings.application", _applied, _NEEDS),
)
