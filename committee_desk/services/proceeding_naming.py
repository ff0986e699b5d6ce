"""Challenged figures as people call them: the case's number, the indicator's name, the event's paper."""

from collections.abc import Iterable

from committee_desk.domain.proceedings import Challenge, ChallengeKind
from committee_desk.domain.said import said
from committee_desk.services import typed_values
from committee_desk.services.history_views import FactKind
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_refusals import ChallengeMissing, NothingLikeThat
from committee_desk.services.year_schemes import scheme_of

_LENGTHS = {
    ChallengeKind.INDICATOR: 2, ChallengeKind.REVIEW: 1, ChallengeKind.LEADER_MARK: 2, ChallengeKind.BALLOTS: 1,
    ChallengeKind.EVENT: 5, ChallengeKind.SHARE: 2, ChallengeKind.STANDING: 1, ChallengeKind.PROCEDURE: 0,
}  # fmt: skip


def as_named(
    uow: UnitOfWork, year: int, challenged: Iterable[Challenge], *, standing: bool = False
) -> tuple[Challenge, ...]:
    """The challenges with a label each; refused where nothing is challenged, or something that the year has not.

    With `standing` there may be none: what came after the list was laid down is then the whole matter.
    """
    found = tuple(_named(uow, year, each) for each in challenged)
    if not found and not standing:
        raise ChallengeMissing
    return tuple(dict.fromkeys(found))


def _named(uow: UnitOfWork, year: int, challenge: Challenge) -> Challenge:
    kind, key = challenge.kind, challenge.key
    whole = len(key) == _LENGTHS[kind] or (kind is ChallengeKind.SHARE and len(key) == 1)
    if not whole or not _there(uow, year, kind, key):
        raise NothingLikeThat(kind, key)
    return Challenge(kind, key, said(challenge.label, "fact") or _label(uow, year, kind, key))


def _there(  # noqa: PLR0911 - one answer for each kind of figure
    uow: UnitOfWork, year: int, kind: ChallengeKind, key: tuple[str, ...]
) -> bool:
    if kind is ChallengeKind.REVIEW:
        return uow.cases.review(key[0]) is not None
    if kind is ChallengeKind.SHARE:
        return any(each.fact.code in {*key[1:], each.fact.code if not key[1:] else ""}
                   for each in uow.cases.shares(key[0]))  # fmt: skip
    if kind is ChallengeKind.EVENT:
        day = typed_values.day(key[2])
        return day is not None and bool(uow.overrides.find(FactKind.EVENT, (*key[:2], day, *key[3:]), None))
    if kind is ChallengeKind.LEADER_MARK:
        return any(each.rater == key[1] for each in uow.marks.of_year(year, key[0]))
    if kind is ChallengeKind.PROCEDURE:
        return True
    people = people_of(uow, year)
    if key[0] not in people:
        return False
    return kind is not ChallengeKind.INDICATOR or (
        scheme_of(uow, year, people[key[0]].category).indicator(key[1]) is not None
    )


def _label(uow: UnitOfWork, year: int, kind: ChallengeKind, key: tuple[str, ...]) -> str:
    if kind is ChallengeKind.INDICATOR:
        found = scheme_of(uow, year, people_of(uow, year)[key[0]].category).indicator(key[1])
        return found.name if found is not None else key[1]
    if kind is ChallengeKind.EVENT:
        return f"{key[3]} {key[4]}"
    if kind in {ChallengeKind.LEADER_MARK, ChallengeKind.SHARE}:
        return key[-1] if kind is ChallengeKind.LEADER_MARK else key[0]
    return key[0] if kind is ChallengeKind.REVIEW else ""
