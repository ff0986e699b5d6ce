"""Who produced a challenged figure, as the desk has the name: marked, reviewed, typed, approved, counted or read in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from committee_desk.domain.proceedings import Challenge, ChallengeKind
from committee_desk.domain.rounds import RoundState
from committee_desk.domain.scheme import CASE_RULES, RuleKind
from committee_desk.services.history_views import NATURAL_KEYS, FactKind, Version
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.marks import LeadersOfYear
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.year_schemes import scheme_of

_TYPED = ("evaluations.", "override.", "marks.", "events.", "proceeding.")
"""Whoever acted so wrote the figure himself; a workbook of reviews was read in, and is others' work."""


def producers_of(uow: UnitOfWork, year: int, leaders: LeadersOfYear, challenge: Challenge) -> Iterator[str]:
    """Whoever produced the figure, as the desk has the name."""
    kind, key = challenge.kind, challenge.key
    if kind is ChallengeKind.REVIEW:
        yield from _reviewing(uow, key[:1])
    elif kind is ChallengeKind.LEADER_MARK:
        yield from _marking(uow, year, leaders, *key)
    elif kind is ChallengeKind.EVENT:
        yield from _registering(uow, dict(zip(NATURAL_KEYS[FactKind.EVENT], _as_kept(key), strict=False)))
    elif kind is ChallengeKind.SHARE:
        yield from _sharing(uow, {"number": key[0]})
    elif kind is ChallengeKind.BALLOTS:
        yield from _counting(uow, year, key[0])
    elif kind is ChallengeKind.INDICATOR:
        yield from _of_indicator(uow, year, leaders, *key)


def _of_indicator(uow: UnitOfWork, year: int, leaders: LeadersOfYear, code: str, indicator: str) -> Iterator[str]:
    led = leaders.of(code)
    found = scheme_of(uow, year, led.stay.category).indicator(indicator) if led else None
    if found is None:
        return
    if found.rule is RuleKind.LEDGER:
        yield from _registering(uow, {"code": code, "year": year, "indicator": indicator})
    elif found.rule is RuleKind.LEADER_MARKS:
        yield from _marking(uow, year, leaders, code)
    elif found.rule is RuleKind.BALLOTS:
        yield from _counting(uow, year, code)
    elif found.rule in CASE_RULES:
        cases = uow.history.versions(FactKind.CASE_SHARE, {"code": code, "year": year})
        yield from (name for each in cases for name in _hands(each))
        if found.rule is RuleKind.CASE_REVIEW:
            yield from _reviewing(uow, frozenset(str(each.key[0]) for each in cases))


def _reviewing(uow: UnitOfWork, numbers: Iterable[str]) -> Iterator[str]:
    for each in uow.history.versions(FactKind.REVIEW, {"number": frozenset(numbers)}):
        yield str(each.values["reviewer"] or "")
        yield from _hands(each)


def _marking(uow: UnitOfWork, year: int, leaders: LeadersOfYear, code: str, rater: str | None = None) -> Iterator[str]:
    for each in uow.marks.of_year(year, code):
        if rater in {None, each.rater}:
            yield from leaders.given_by(each)
            yield each.rater
    for version in uow.history.versions(FactKind.LEADER_MARK, {"code": code, "year": year}):
        if rater in {None, version.key[1]}:
            yield str(version.key[1])
            yield from _hands(version)


def _registering(uow: UnitOfWork, limits: Mapping[str, object]) -> Iterator[str]:
    """Of an event whoever approved it, typed it or read it in."""
    for each in uow.history.versions(FactKind.EVENT, limits):
        yield str(each.values["approver"] or "")
        yield from _hands(each, everybody=True)


def _sharing(uow: UnitOfWork, limits: Mapping[str, object]) -> Iterator[str]:
    for each in uow.history.versions(FactKind.CASE_SHARE, limits):
        yield from _hands(each)


def _counting(uow: UnitOfWork, year: int, code: str) -> Iterator[str]:
    """Whoever read the slips in, and whoever counted a batch of a round that rated the person."""
    for each in uow.imports.history():
        if each.kind == Kind.BALLOTS and each.year == year:
            yield each.actor
    for held in uow.rounds.of_year(year):
        if held.state is RoundState.CLOSED and any(
            person.rated and person.code == code for person in uow.rounds.people(year, held.number)
        ):
            for batch in uow.rounds.batches(year, held.number):
                yield from (name for name in (batch.typed_by, batch.compared_by, batch.settled_by) if name)


def _hands(version: Version, *, everybody: bool = False) -> Iterator[str]:
    """Who wrote a figure by hand, and who confirmed it."""
    if everybody or version.brought.verb.startswith(_TYPED):
        yield version.brought.actor
        yield version.brought.authority or ""


def _as_kept(key: tuple[str, ...]) -> tuple[object, ...]:
    """An event's key with its day as a day."""
    return (*key[:2], date.fromisoformat(key[2]), *key[3:])
