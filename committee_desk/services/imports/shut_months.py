"""Rows that fall into months that are closed or published: taken, and named once for each workbook."""

from collections.abc import Iterator

from committee_desk.services.imports.batch import Batch, Known
from committee_desk.services.imports.comparison import Comparison
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Doubt
from committee_desk.services.month_changes import Month, Replaced, months_changed, months_of
from committee_desk.services.month_guard import closed_months
from committee_desk.services.ports import UnitOfWork

_DATED_BY = {
    Kind.PEOPLE: "到岗日期",
    Kind.CASES: "审结日期",
    Kind.REVIEWS: "评查日期",
    Kind.EVENTS: "日期",
    Kind.LEAVE: "起",
}
"""The heading under which each kind says when; what bears no date lies in no month."""


def replaced_in(batch: Batch, found: Comparison) -> tuple[Replaced, ...]:
    """What the workbook's rows take the place of."""
    return tuple(Replaced(before.fact, batch.facts[index]) for index, before in found.replaced.items())


def note_shut_months(uow: UnitOfWork, batch: Batch, found: Comparison, known: Known) -> None:
    """One warning that says how many rows would change which closed or published months."""
    heading = _DATED_BY.get(batch.subject.kind)
    if heading is None:
        return
    months = dict(_months(batch, found, known))
    shut = closed_months(uow, frozenset[Month]().union(*months.values()))
    rows = [index for index, own in months.items() if not own.isdisjoint(shut)]
    if rows:
        told = tuple((*month, shut[month]) for month in sorted(shut))
        batch.grid.doubt(batch.at[min(rows)], heading, Doubt.MONTH_SHUT, count=len(rows), months=told)


def _months(batch: Batch, found: Comparison, known: Known) -> Iterator[tuple[int, frozenset[Month]]]:
    """The months that each new or replaced row changes, by its index."""
    new = months_of((batch.facts[index] for index in found.new), known.closings)
    yield from zip(found.new, new, strict=True)
    replaced = replaced_in(batch, found)
    old = months_changed(replaced, known.closings)
    now = months_changed([Replaced(each.new, each.old) for each in replaced], known.closings)
    for index, (_, before), (_, after) in zip(found.replaced, old, now, strict=True):
        yield index, before | after
