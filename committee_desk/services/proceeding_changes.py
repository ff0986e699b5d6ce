"""Figures that a re-review found to be otherwise: read, fitted to the rest of what the desk holds, with what they were.

The rules are those of overriding and of typing, for typed facts and imported ones alike. Ballots are counted again and
never judged again: what a slip says can be put right, and nothing else of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.people import Stay
from committee_desk.domain.proceedings import ABSTAINED, DEPARTURE_LIFTED, FIELDS, ChangeKind, FactChange
from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.domain.said import said
from committee_desk.domain.scores import Grade
from committee_desk.services import typed_values
from committee_desk.services.entry_reading import points, within
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.mark_views import LEAST, MOST, PLACES
from committee_desk.services.override_rules import read_value, require_fitting
from committee_desk.services.override_views import OF_THE_CASE, HeldFact, OverrideValueRefused, Value
from committee_desk.services.overrides import told
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_keys import (
    KINDS,
    as_kept,
    counted_mark,
    family,
    is_among_equals,
    whole_key,
)
from committee_desk.services.proceeding_refusals import (
    BallotRejudged,
    ChangeChangesNothing,
    ChangeOfAnotherYear,
    ChangeTwice,
    ChangeUnproved,
    NoDepartureToLift,
    NothingLikeThat,
    SharesBeyondTheCase,
)
from committee_desk.services.proceeding_views import Found
from committee_desk.services.year_schemes import ledgers_of


def fitted(uow: UnitOfWork, year: int, people: Mapping[str, Stay], found: Iterable[Found]) -> tuple[FactChange, ...]:
    """The changes as they are kept; refused where one cannot be, is no change, or stands twice."""
    changes: list[FactChange] = []
    seen: Counter[tuple[ChangeKind, tuple[str, ...], str]] = Counter()
    for each in found:
        change = _fitted(uow, year, people, each)
        same = (family(change.kind), change.key, change.field)
        if seen[same] >= _how_many(uow, year, change):
            raise ChangeTwice(change)
        seen[same] += 1
        changes.append(change)
    _refuse_shares_beyond(uow, changes)
    return tuple(changes)


def _how_many(uow: UnitOfWork, year: int, change: FactChange) -> int:
    """How often a figure can be found otherwise: once; of marks that were counted alike, each of them."""
    return len(equals_of(uow, year, change.key)) if is_among_equals(change.kind, change.key) else 1


def held_facts(uow: UnitOfWork, year: int, change: FactChange) -> tuple[HeldFact, ...]:
    """The rows of the fact as the desk holds them: every handler's for what belongs to the case."""
    key = change.key[:1] if change.field in OF_THE_CASE else change.key
    whose = year if change.kind is ChangeKind.MARK else None
    return uow.overrides.find(KINDS[change.kind], as_kept(change.kind, key), whose)


def value_of(change: FactChange) -> Value:
    """The figure that is to count."""
    if change.kind is ChangeKind.GRADE:
        return change.after
    if change.kind is ChangeKind.BALLOT:
        return Decimal(change.after) if change.after else None
    return read_value(change.field, change.after)


def as_told(change: FactChange) -> dict[str, object]:
    """What the journal says of a change: of a ballot that it was counted again, and by which record."""
    if change.kind is ChangeKind.BALLOT:
        return {"kind": change.kind, "evidence": change.evidence, "why": change.reason}
    return change._asdict()


def _fitted(uow: UnitOfWork, year: int, people: Mapping[str, Stay], found: Found) -> FactChange:
    key = tuple(said(each, "fact") for each in found.key)
    change = FactChange(
        found.kind, key, found.field, "", found.after.strip(), said(found.reason), said(found.evidence, "evidence")
    )
    if found.field not in FIELDS[found.kind]:
        raise NothingLikeThat(found.kind, key)
    change = change._replace(key=whole_key(found.kind, key))
    if found.kind is ChangeKind.SHARE and found.field not in OF_THE_CASE and len(key) == 1:
        raise NothingLikeThat(found.kind, key)  # the case's, and nobody's part in it
    if not change.reason or not change.evidence:
        raise ChangeUnproved(change)
    if found.kind is ChangeKind.BALLOT:
        return _recounted(uow, year, change)
    if found.kind is ChangeKind.GRADE:
        return _regraded(uow, year, change)
    if found.kind is ChangeKind.NEW_EVENT:
        return _new_event(uow, year, people, change)
    held = held_facts(uow, year, change)
    if not held:
        raise NothingLikeThat(found.kind, key)
    _require_year(year, change, held)
    if found.kind is ChangeKind.WITHDRAWN_EVENT:
        return change._replace(before=told(held[0].values["points"]), after="")
    return _corrected(uow, change, held)


def _corrected(uow: UnitOfWork, change: FactChange, held: tuple[HeldFact, ...]) -> FactChange:
    value = read_value(change.field, change.after)
    mine = next((each for each in held if each.key[: len(change.key)] == as_kept(change.kind, change.key)), None)
    if mine is None:  # the case is there, and is none of that person's
        raise NothingLikeThat(change.kind, change.key)
    change = change._replace(before=told(mine.values[change.field]), after=told(value))
    if all(each.values[change.field] == value for each in held):
        raise ChangeChangesNothing(change)
    if change.kind is not ChangeKind.SHARE or change.field != "share":  # shares are weighed together afterwards
        require_fitting(uow, KINDS[change.kind], held, change.field, value)
    return change


def _require_year(year: int, change: FactChange, held: tuple[HeldFact, ...]) -> None:
    """Only facts of the year: an event's and a mark's own, a case's in which it closed."""
    for each in held:
        closed, own = each.values.get("closed"), each.values.get("year")
        if isinstance(closed, date) and closed.year != year and change.field != "closed":
            raise ChangeOfAnotherYear(change, year)
        if own is not None and own != year:
            raise ChangeOfAnotherYear(change, year)
    if change.field == "day":
        day = typed_values.day(change.after)
        if day is not None and day.year != year:
            raise ChangeOfAnotherYear(change, year)


def _new_event(uow: UnitOfWork, year: int, people: Mapping[str, Stay], change: FactChange) -> FactChange:
    code, indicator, day, *_ = change.key
    if code not in people:
        raise NothingLikeThat(change.kind, change.key)
    if date.fromisoformat(day).year != year:
        raise ChangeOfAnotherYear(change, year)
    ledgers = ledgers_of(uow, year).get(people[code].category, ())
    ledger = next((each for each in ledgers if each.id == indicator), None)
    if ledger is None:
        raise NothingLikeThat(change.kind, change.key)
    value = within(points(change.after), ledger)
    change = change._replace(after=told(value))
    if held_facts(uow, year, change):
        raise ChangeChangesNothing(change)
    return change


def _regraded(uow: UnitOfWork, year: int, change: FactChange) -> FactChange:
    """The grade itself: one of the law's, other than the list in force has, or none of the committee's own any more.

    What bounds it is said with the effects.
    """
    listed = uow.grades.list(year, ListStage.APPROVED)
    mine = next((each for each in listed.people if each.code == change.key[0]), None) if listed else None
    if mine is None:
        raise NothingLikeThat(change.kind, change.key)
    change = change._replace(before=str(mine.grade or ""))
    if change.after == DEPARTURE_LIFTED:
        if all(each.code != mine.code for each in uow.grades.choices(year)):
            raise NoDepartureToLift(mine.name)
        return change
    if change.after not in set(Grade):
        raise OverrideValueRefused("grade", "grade", known=tuple(map(str, Grade)))
    if change.before == change.after:
        raise ChangeChangesNothing(change)
    return change


def _recounted(uow: UnitOfWork, year: int, change: FactChange) -> FactChange:
    """What the slip says: a mark, or 弃权. The slip must be there, of that person; of a parted one, such a mark."""
    before = mark_now(uow, year, change.key)
    typed = "" if change.after == ABSTAINED else change.after
    value = typed_values.number(typed) if typed else None
    if typed and (value is None or not LEAST <= value <= MOST or not typed_values.fits(value, PLACES)):
        raise BallotRejudged(change.key[0], typed)
    change = change._replace(before=told(before), after=told(value))
    if before == value:
        raise ChangeChangesNothing(change)
    return change


def mark_now(uow: UnitOfWork, year: int, key: tuple[str, ...]) -> Decimal | None:
    """The mark of that line as it counts, None for 弃权; NothingLikeThat where the year has no such line."""
    if is_among_equals(ChangeKind.BALLOT, key):
        if not equals_of(uow, year, key):
            raise NothingLikeThat(ChangeKind.BALLOT, key)
        return counted_mark(key)
    slip, code = key
    held = ballot_of(uow, year, slip, code)
    if held is None:
        raise NothingLikeThat(ChangeKind.BALLOT, key)
    return held.mark


def equals_of(uow: UnitOfWork, year: int, key: tuple[str, ...]) -> tuple[int, ...]:
    """The rows of the person's marks in that class that were counted alike: nobody can tell one from another."""
    return uow.found_facts.equal_ballots(year, BallotClass(key[0]), key[1], counted_mark(key))


def ballot_of(uow: UnitOfWork, year: int, slip: str, code: str) -> BallotMark | None:
    """One line of one slip; None where the year has none."""
    asked = [BallotMark(slip, BallotClass.A, code, None)]
    facts = (each.fact for each in uow.facts.held(Kind.BALLOTS, year, asked))
    return next((each for each in facts if (each.slip, each.code) == (slip, code)), None)


def _refuse_shares_beyond(uow: UnitOfWork, changes: Iterable[FactChange]) -> None:
    """The shares of one case, as all changes together leave them, are at most the case."""
    shares = [each for each in changes if each.kind is ChangeKind.SHARE and each.field == "share"]
    for number in dict.fromkeys(each.key[0] for each in shares):
        wanted = {each.key[1]: Decimal(each.after) for each in shares if each.key[0] == number}
        held = {each.fact.code: each.fact.share for each in uow.cases.shares(number)}
        if sum((held | wanted).values(), Decimal(0)) > 1:
            first = next(each for each in shares if each.key[0] == number)
            others = sum((value for code, value in (held | wanted).items() if code != first.key[1]), Decimal(0))
            raise SharesBeyondTheCase(number, Decimal(1) - others)
