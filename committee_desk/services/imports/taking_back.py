"""Undoing an import as a whole, while nothing later rests on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from committee_desk.domain.people import Stay
from committee_desk.domain.said import said
from committee_desk.domain.scheme_file import load
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.imports.batch import Held, Subject, keys_of
from committee_desk.services.imports.cases import agree
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.people import overlap
from committee_desk.services.imports.rated_in_rounds import refuse_counted
from committee_desk.services.imports.refusals import BuiltUpon, NotAnImport, WhyMissing
from committee_desk.services.month_changes import Replaced
from committee_desk.services.ports import UnitOfWork


class TakenBack(NamedTuple):
    """The entry of the act, what it changed, and the facts that hold no longer."""

    by: int
    change: Change
    gone: tuple[Replaced, ...]


def take_back(  # noqa: PLR0913, PLR0917 - what, by whom, why and on whose authority
    uow: UnitOfWork,
    subjects: Mapping[Kind, Subject],
    actor: Actor,
    entry: int,
    why: str,
    authority: str | None = None,
) -> TakenBack:
    """End what the import brought and bring back what it had replaced, under one journal entry."""
    if not (why := said(why)):
        raise WhyMissing
    came = uow.facts.recorded(entry)
    if came is None or came.taken_back_by is not None:
        raise NotAnImport(entry)
    if came.kind is Kind.BALLOTS:
        refuse_counted(uow, came.year)
    orphans_before = uow.facts.orphans()
    _refuse_if(uow, entry, uow.facts.superseded(came.kind, entry))
    what = {"entry": entry, "workbook": came.workbook, "sha256": came.sha256, "digest": came.digest}
    by = uow.journal.append(actor, "take_back_import", came.kind.value, what, why=why, authority=authority)
    ended, restored = uow.facts.take_back(came.kind, entry, by)
    touched = [*ended, *restored]
    _refuse_if(uow, entry, uow.facts.orphans() - orphans_before)
    _refuse_if(uow, entry, _in_conflict(uow.facts.held(came.kind, came.year, touched), came.kind) - {entry})
    if came.kind is Kind.CASES:
        _refuse_if(uow, entry, _graded_otherwise(uow, came.year, touched))
    change = Change.of(subjects[came.kind].kind.topic, Topic.IMPORTS, entry=by)
    return TakenBack(by, change, tuple(_gone(subjects[came.kind], ended, restored)))


def _gone(subject: Subject, ended: list[Any], restored: list[Any]) -> Iterator[Replaced]:
    """What holds no longer, each with what came back in its place."""
    before = dict(zip(keys_of(subject, restored), restored, strict=True)) if restored else {}
    if ended:
        for key, fact in zip(keys_of(subject, ended), ended, strict=True):
            yield Replaced(fact, before.get(key))


def _refuse_if(uow: UnitOfWork, entry: int, later: Iterable[int]) -> None:
    named = {each: _workbook(uow, each) for each in sorted(later)}
    if named:
        raise BuiltUpon(entry, named)


def _workbook(uow: UnitOfWork, entry: int) -> str:
    """What an entry read in; of another act, its verb."""
    came = uow.facts.recorded(entry)
    return came.workbook if came is not None else uow.journal.rows(1, before=entry + 1)[0].verb


def _in_conflict(held: list[Held], kind: Kind) -> set[int]:
    """The imports of facts that no longer go together with what came back."""
    if kind is Kind.PEOPLE:
        return _newest(group for group in _grouped(held, "code") if _overlapping([each.fact for each in group]))
    if kind is Kind.CASES:
        return _newest(group for group in _grouped(held, "number") if not _agreeing(group))
    return set()


def _graded_otherwise(uow: UnitOfWork, year: int, shares: list[Any]) -> set[int]:
    """The imports of reviews whose grade the year does not know in which their case closes again."""
    scheme = load(uow.office.scheme(year))
    closings = uow.facts.closings({share.number for share in shares})
    return {
        each.source
        for each in uow.facts.held(Kind.REVIEWS, year, shares)
        if each.fact.number in closings
        and each.fact.grade not in scheme.review_points((closings[each.fact.number] or date(year, 1, 1)).year)
    }


def _grouped(held: list[Held], attribute: str) -> Iterable[list[Held]]:
    groups: dict[Any, list[Held]] = defaultdict(list)
    for each in held:
        groups[getattr(each.fact, attribute)].append(each)
    return groups.values()


def _newest(groups: Iterable[list[Held]]) -> set[int]:
    return {max(each.source for each in group) for group in groups}


def _agreeing(group: list[Held]) -> bool:
    return len(group) == 1 or agree(each.fact for each in group)


def _overlapping(stays: list[Stay]) -> bool:
    in_order = sorted(stays, key=lambda stay: (stay.since is not None, stay.since))
    return any(overlap(one, other) for one, other in pairwise(in_order))
