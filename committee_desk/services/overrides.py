"""Overriding imported figures: with a reason, evidence and a second person, both figures shown ever after."""

from datetime import date
from decimal import Decimal

from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.history import NEEDED
from committee_desk.services.history_views import FactKind
from committee_desk.services.override_rules import grades_for, read_value, require_fitting, rows_meant
from committee_desk.services.override_views import (
    FIELDS,
    HeldFact,
    NothingToOverride,
    NotImported,
    NotOverridable,
    OverridableFact,
    OverrideChanged,
    OverrideEvidenceMissing,
    OverrideSame,
    OverrideWhyMissing,
    Value,
)
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.second import Second, Witnessing

PUT = "override.put"
TOPICS = {
    FactKind.REVIEW: Topic.CASES,
    FactKind.EVENT: Topic.EVENTS,
    FactKind.CASE_SHARE: Topic.CASES,
    FactKind.LEADER_MARK: Topic.RATINGS,
}


class OverrideDesk:
    """Puts figures in the place of imported ones. The source's own figure put again lifts the override."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat, witnessing: Witnessing) -> None:
        self._open, self._seat, self._witnessing = open_work, seat, witnessing

    @allowed(Right.SEE_DESK)
    def card(self, kind: FactKind, key: tuple[object, ...], year: int | None = None) -> OverridableFact:
        """The fact with both figures; refused where no workbook brought it. A leader's mark needs its year."""
        self._seat.require(NEEDED[kind])
        with self._open.reading() as uow:
            held = uow.overrides.find(kind, key, year)
            _require_imported(held)
            first = held[0]
            grades = tuple(grades_for(uow, str(first.key[0]))) if kind is FactKind.REVIEW else ()
        return OverridableFact(
            kind=kind,
            key=first.key,
            name=_name(kind, first.key),
            values={name: first.values[name] for name in FIELDS[kind]},
            source_values={name: first.source_values[name] for name in FIELDS[kind]},
            source=first.source,
            overridden=first.overridden,
            version=first.entry,
            choices={"grade": grades} if grades else {},
        )

    @allowed(Right.OVERRIDE)
    def put(  # noqa: PLR0913, PLR0917 - what, instead of what, why, on what evidence, by whom
        self,
        actor: Actor,
        kind: FactKind,
        key: tuple[object, ...],
        field: str,
        value: Value,
        why: str,
        evidence: str,
        second: Second | None,
        *,
        year: int | None = None,
        seen: int | None = None,
    ) -> Change:
        """Let `value` count in the place of the source's figure. Text is read as the field wants it.

        `seen` is the version of the card that was looked at; None asks for none. Always an act for two.
        """
        self._seat.require(NEEDED[kind])
        if field not in FIELDS[kind]:
            raise NotOverridable(field)
        figure = read_value(field, value)
        if not (why := said(why)):
            raise OverrideWhyMissing
        if not (evidence := said(evidence, "evidence")):
            raise OverrideEvidenceMissing
        with self._open.reading() as uow:  # all that can be refused is, before the second person is asked
            _checked(uow, kind, key, field, figure, year, seen)
        authority = self._witnessing.confirm(second, PUT, actor=actor)
        with self._open.writing() as uow:
            held = _checked(uow, kind, key, field, figure, year, seen)
            what = _what(kind, held[0], field, figure) | {"evidence": evidence}
            entry = uow.journal.append(actor, PUT, _name(kind, held[0].key), what, why=why, authority=authority)
            for each in held:
                uow.overrides.replace(kind, entry, each, field, figure)
            uow.commit()
        return Change.of(TOPICS[kind], Topic.MONTHS, entry=entry)


def told(value: object) -> str:
    """A figure as the journal writes it: 52.5, 2026-03-05; nothing for none."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _what(kind: FactKind, fact: HeldFact, field: str, figure: Value) -> dict[str, object]:
    """What the journal keeps: which field of which fact, what counted, what counts now, what was imported."""
    return {
        "kind": kind.value,
        "key": [told(each) for each in fact.key],
        "field": field,
        "from": told(fact.values[field]),
        "to": told(figure),
        "imported": told(fact.source_values[field]),
    }


def _checked(  # noqa: PLR0913, PLR0917 - what is overridden, by what
    uow: UnitOfWork,
    kind: FactKind,
    key: tuple[object, ...],
    field: str,
    figure: Value,
    year: int | None,
    seen: int | None,
) -> tuple[HeldFact, ...]:
    held = rows_meant(uow, kind, key, field, year)
    _require_imported(held)
    mine = next(each for each in held if each.key[: len(key)] == key)
    if seen is not None and mine.entry != seen:
        raise OverrideChanged(field, mine.values[field])
    if all(each.values[field] == figure for each in held):
        raise OverrideSame(field)
    require_fitting(uow, kind, held, field, figure)
    return held


def _require_imported(held: tuple[HeldFact, ...]) -> None:
    if not held:
        raise NothingToOverride
    if not all(each.imported is not None or each.source.workbook for each in held):
        raise NotImported


def _name(kind: FactKind, key: tuple[object, ...]) -> str:
    """What the fact is called in the journal: the case's number, else whose it is."""
    if kind in {FactKind.REVIEW, FactKind.CASE_SHARE}:
        return str(key[0])
    return " ".join(told(each) for each in key)
