"""Whose own facts a re-review is about, beside who applied: what is challenged, and what was found to be otherwise.

A case belongs to all its handlers: whoever examines it examines the own figure, if it is one of theirs (公务员法 76).
"""

from collections.abc import Iterable, Mapping

from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, FactChange
from committee_desk.services.override_views import OF_THE_CASE
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_keys import EVENTS


def concerned(uow: UnitOfWork, changes: Iterable[FactChange]) -> Mapping[str, int]:
    """Whose own facts these changes are, by code, and how many of them: of a case, all its handlers'."""
    found: dict[str, int] = {}
    for each in changes:
        for code in _of_whom(uow, each):
            found[code] = found.get(code, 0) + 1
    return found


def touched(uow: UnitOfWork, challenged: Iterable[Challenge], changes: Iterable[FactChange] = ()) -> Mapping[str, str]:
    """Everybody whose own facts are challenged or were found otherwise, by code, and the first fact of each."""
    found: dict[str, str] = {}
    for challenge in challenged:
        for code in _of_challenge(uow, challenge):
            found[code] = found.get(code) or challenge.label
    for change in changes:
        for code in _of_whom(uow, change):
            found[code] = found.get(code) or _named(change)
    return found


def parties_of(uow: UnitOfWork, held: Proceeding) -> tuple[str, ...]:
    """Who keeps no record of it and takes no part: who applied, whom it is about, and whose own facts it changes."""
    return tuple(dict.fromkeys((held.code, held.about, *concerned(uow, held.changes))))


def _of_whom(uow: UnitOfWork, change: FactChange) -> Iterable[str]:
    if change.kind is ChangeKind.BALLOT:
        return (change.key[1],)
    if change.kind is ChangeKind.SHARE and change.field not in OF_THE_CASE:
        return (change.key[1],)
    if change.kind in {ChangeKind.REVIEW, ChangeKind.SHARE}:
        return _handlers(uow, change.key[0])
    return (change.key[0],)


def _of_challenge(uow: UnitOfWork, challenge: Challenge) -> Iterable[str]:
    if challenge.kind is ChallengeKind.PROCEDURE:
        return ()
    if challenge.kind in {ChallengeKind.REVIEW, ChallengeKind.SHARE}:
        return challenge.key[1:] or _handlers(uow, challenge.key[0])
    return (challenge.key[0],)


def _handlers(uow: UnitOfWork, number: str) -> Iterable[str]:
    return dict.fromkeys(each.fact.code for each in uow.cases.shares(number))


def _named(change: FactChange) -> str:
    """What the fact is called: a case by its number, an event by its document. Of a slip nothing is said."""
    if change.kind in {ChangeKind.REVIEW, ChangeKind.SHARE}:
        return change.key[0]
    return " ".join(change.key[3:]) if change.kind in EVENTS else ""
