"""A workbook against the desk: which facts are new, which are there already, which differ and in what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from committee_desk.services.imports.batch import Batch, Fact, Held, Known, keys_of
from committee_desk.services.imports.grid import Grid
from committee_desk.services.imports.outcomes import Difference, PreviewRow, RowState

SHOWN_ROWS = 500


@dataclass
class Comparison:
    """The batch's indexes by what would become of them; `replaced` maps a differing one to the row it replaces."""

    new: list[int] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    replaced: dict[int, Held] = field(default_factory=dict)


def merge(batch: Batch, held: list[Held], known: Known) -> tuple[Batch, dict[Any, Held]]:
    """Give facts that the desk knows what it knows of columns that the workbook does not have at all."""
    if not held:
        return batch, {}
    by_key = dict(zip(keys_of(batch.subject, [each.told for each in held]), held, strict=True))
    absent = [
        name
        for name, heading in batch.subject.headings(known).items()
        if name not in batch.subject.key and not batch.grid.has(heading)
    ]
    if absent:
        for index, key in enumerate(batch.keys):
            if key in by_key:
                kept = {name: getattr(by_key[key].told, name) for name in absent}
                batch.facts[index] = batch.facts[index]._replace(**kept)
    return batch, by_key


def compare(batch: Batch, by_key: Mapping[Any, Held]) -> Comparison:
    """Sort the batch's facts by what would become of them."""
    found = Comparison()
    if not by_key:
        found.new = list(range(len(batch.facts)))
        return found
    for index, key in enumerate(batch.keys):
        before = by_key.get(key)
        if before is None:
            found.new.append(index)
        elif before.told == batch.facts[index]:
            found.unchanged.append(index)
        else:
            found.replaced[index] = before
    return found


def differences(batch: Batch, comparison: Comparison, known: Known) -> Iterator[Difference]:
    """Every field that differs, with both values."""
    headings = batch.subject.headings(known)
    table = batch.grid.table
    for index, before in comparison.replaced.items():
        fact = batch.facts[index]
        key = {headings[name]: shown(getattr(fact, name)) for name in batch.subject.key}
        for name, old, new in zip(fact._fields, before.told, fact, strict=True):
            if old != new:
                heading = headings[name]
                column = table.columns.get(heading, "")
                old_text, new_text = shown(old, name), shown(new, name)
                by_hand = before.imported is not None
                yield Difference(
                    batch.subject.kind, key, heading, old_text, new_text, table.sheet, batch.row(index), column, by_hand
                )


def preview_rows(grid: Grid, batch: Batch, comparison: Comparison) -> tuple[PreviewRow, ...]:
    """The first rows as they stand, each with what would become of it; bad ones first, then differing ones."""
    states = dict.fromkeys(range(len(grid)), RowState.BAD)
    states |= dict.fromkeys(batch.repeated, RowState.REPEATED)
    for indexes, state in ((comparison.new, RowState.NEW), (comparison.unchanged, RowState.UNCHANGED)):
        states |= {batch.at[index]: state for index in indexes}
    states |= {batch.at[index]: RowState.DIFFERS for index in comparison.replaced}
    states |= dict.fromkeys(grid.bad, RowState.BAD)
    urgent = [at for at, state in states.items() if state in (RowState.BAD, RowState.DIFFERS)][:SHOWN_ROWS]
    chosen = sorted(set(urgent) | set(range(min(len(grid), SHOWN_ROWS))))
    headings = tuple(grid.table.columns)
    return tuple(
        PreviewRow(grid.table.rows[at], states[at], tuple(grid.shown(at, heading) for heading in headings))
        for at in chosen
    )


def shown(value: Any, name: str = "") -> str:  # noqa: ANN401 - whatever a fact holds
    """A stored value as the workbook would write it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return "弃权" if name == "mark" else ""
    return str(value)


def cells_of(fact: Fact) -> dict[str, str]:
    """A stored fact's values by attribute, as the workbook would write them."""
    return {name: shown(value, name) for name, value in zip(fact._fields, fact, strict=True)}
