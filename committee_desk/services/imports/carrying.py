"""What one workbook does inside a transaction: read, compare, write, report. Whether it is kept, the caller decides."""

from collections.abc import Iterable
from secrets import token_hex
from typing import NamedTuple

from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.imports.batch import Batch, Known, Subject, note_doubtful, read_batch
from committee_desk.services.imports.book import ImportRow
from committee_desk.services.imports.cases import Cases, Reviews
from committee_desk.services.imports.causeless import note_causeless
from committee_desk.services.imports.comparison import Comparison, compare, differences, merge, preview_rows
from committee_desk.services.imports.contradictions import complain_of_contradictions
from committee_desk.services.imports.digests import digest
from committee_desk.services.imports.examples import without_example
from committee_desk.services.imports.grid import Grid
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.outcomes import ImportOutcome, ImportPreview
from committee_desk.services.imports.people import People
from committee_desk.services.imports.problems import Doubt
from committee_desk.services.imports.rated_in_rounds import refuse_counted, refuse_rated_by_desk
from committee_desk.services.imports.refusals import (
    DifferencesFound,
    FiguresOverridden,
    ImportRefused,
)
from committee_desk.services.imports.shut_months import note_shut_months, replaced_in
from committee_desk.services.imports.standing import (
    Ballots,
    Calendar,
    Events,
    LeaderRatings,
    Leaves,
    Sanctions,
)
from committee_desk.services.imports.table import Table
from committee_desk.services.month_changes import Replaced
from committee_desk.services.ports import Progress, UnitOfWork

SUBJECTS: dict[Kind, Subject] = {
    subject.kind: subject
    for subject in (
        People(), Cases(), Reviews(), Events(), LeaderRatings(), Ballots(), Sanctions(), Leaves(), Calendar(),
    )
}  # fmt: skip
STEPS = 5
DIGEST_BYTES = 32
ROWS_AT_ONCE = 20_000
"""After so many rows written, the user is told how far it is, and may stop. Ballots go in shuffled, all at once."""


class Carried(NamedTuple):
    """What one workbook brought inside the transaction, before the rest of the desk was looked at."""

    batch: Batch
    found: Comparison
    entry: int | None


class Done(NamedTuple):
    """What one workbook did inside the transaction; `replaced` is what its rows took the place of."""

    preview: ImportPreview
    outcome: ImportOutcome
    replaced: tuple[Replaced, ...] = ()


def carry(  # noqa: PLR0913, PLR0917 - what one import needs
    uow: UnitOfWork, actor: Actor, known: Known, table: Table, kind: Kind, tell: Progress, why: str | None = None
) -> Carried | Done:
    """Everything that one workbook does inside a transaction. Whether it is kept, the caller decides."""
    if kind is Kind.BALLOTS and uow.facts.ballots_read(table.sha256) is not None:
        return _again(table, known, len(table.rows))
    if kind is Kind.BALLOTS:
        refuse_counted(uow, known.year)
    subject = SUBJECTS[kind]
    grid = Grid(kind, without_example(table, kind))
    grid.doubt_headings()
    batch = read_batch(subject, grid, known)
    tell(2, STEPS)
    held = uow.facts.held(kind, known.year, batch.facts)
    batch, by_key = merge(batch, held, known)
    subject.check_together(batch, held, known)
    note_doubtful(grid, known)
    batch = batch.without_bad()
    if kind is Kind.BALLOTS:
        refuse_rated_by_desk(uow, known.year, (each.code for each in batch.facts))
    found = compare(batch, by_key)
    note_shut_months(uow, batch, found, known)
    note_causeless(uow, batch, found, known)
    tell(3, STEPS)
    entry = _write(uow, actor, known.year, batch, found, why, tell)
    tell(4, STEPS)
    return Carried(batch, found, entry)


def finish(uow: UnitOfWork, known: Known, carried: Iterable[Carried | Done]) -> list[Done]:
    """Look at the desk as all these workbooks leave it, and report each."""
    brought = list(carried)
    together = {each.batch.subject.kind: each[:2] for each in brought if isinstance(each, Carried)}
    complain_of_contradictions(uow, known, together)
    return [_report(known, *each) if isinstance(each, Carried) else each for each in brought]


def _write(  # noqa: PLR0913, PLR0917 - what one import needs
    uow: UnitOfWork, actor: Actor, year: int, batch: Batch, found: Comparison, why: str | None, tell: Progress
) -> int | None:
    """End what is replaced, keep what is new, journal it with the digest of all rows. Nothing new: nothing at all.

    Of ballots a random number takes the place of that digest: by it somebody could try out which marks were one slip's.
    """
    chosen = [*found.new, *found.replaced]
    if not chosen:
        return None
    kind, table = batch.subject.kind, batch.grid.table
    secret = kind is Kind.BALLOTS
    row = ImportRow(
        entry=0,
        kind=kind,
        year=year,
        workbook=table.workbook,
        sha256=table.sha256,
        sheet="" if secret else table.sheet,
        columns={} if secret else table.columns,
        digest=token_hex(DIGEST_BYTES) if secret else digest(batch),
        added=len(found.new),
        replaced=len(found.replaced),
        unchanged=len(found.unchanged),
    )
    what = {name: value for name, value in row._asdict().items() if name not in ("entry", "taken_back_by")}
    what["warnings"] = [] if secret else [(each.cell, each.doubt) for each in batch.grid.warnings]
    for each in batch.grid.warnings:
        if each.doubt is Doubt.MONTH_SHUT:
            what["shut"] = dict(each.facts)
    entry = uow.journal.append(actor, "import", kind.value, what, why=why)
    uow.facts.end(kind, entry, (before.id for before in found.replaced.values()))
    whole = len(chosen) == len(batch.facts)
    facts = batch.facts if whole else [batch.facts[index] for index in chosen]
    numbers = batch.grid.table.rows
    at = batch.at if whole else [batch.at[index] for index in chosen]
    rows = [numbers[each] for each in at]
    at_once = len(facts) if secret else ROWS_AT_ONCE
    for first in range(0, len(facts), at_once):
        tell((STEPS - 2) * len(facts) + first, STEPS * len(facts))
        uow.facts.write(kind, year, entry, facts[first : first + at_once], rows[first : first + at_once])
    uow.facts.record(row._replace(entry=entry))
    return entry


def _report(known: Known, batch: Batch, found: Comparison, entry: int | None) -> Done:
    grid, kind = batch.grid, batch.subject.kind
    table = grid.table
    warnings = tuple(sorted(grid.warnings, key=lambda each: each.row))
    change = Change.of(kind.topic, Topic.IMPORTS, entry=entry) if entry is not None else Change.of()
    ignored = tuple(heading for heading, _ in table.ignored)
    differing = tuple(differences(batch, found, known))
    outcome = ImportOutcome(
        kind, known.year, table.workbook, table.sha256, change,
        len(found.new), len(found.replaced), len(found.unchanged), warnings,
        differences=differing, ignored=ignored,
    )  # fmt: skip
    preview = ImportPreview(
        kind=kind,
        year=known.year,
        workbook=table.workbook,
        sha256=table.sha256,
        sheet=table.sheet,
        columns=table.columns,
        added=len(found.new),
        unchanged=len(found.unchanged),
        repeated=len(batch.repeated),
        differences=differing,
        problems=tuple(sorted(grid.problems, key=lambda each: (each.row, len(each.column), each.column))),
        warnings=warnings,
        headings=tuple(table.columns),
        rows=preview_rows(grid, batch, found),
        total_rows=len(grid),
        ignored=ignored,
    )
    return Done(preview, outcome, replaced_in(batch, found))


def _again(table: Table, known: Known, rows: int) -> Done:
    outcome = ImportOutcome(Kind.BALLOTS, known.year, table.workbook, table.sha256, Change.of(), 0, 0, rows, again=True)
    preview = ImportPreview(
        kind=Kind.BALLOTS,
        year=known.year,
        workbook=table.workbook,
        sha256=table.sha256,
        sheet=table.sheet,
        columns=table.columns,
        added=0,
        unchanged=rows,
        repeated=0,
        differences=(),
        problems=(),
        warnings=(),
        headings=tuple(table.columns),
        rows=(),
        total_rows=rows,
        again=True,
    )
    return Done(preview, outcome)


def require_clean(done: Iterable[Done], *, replace: bool) -> None:
    """Refuse bad rows, and differences that nobody asked to have replaced."""
    previews = tuple(each.preview for each in done)
    problems = tuple(problem for preview in previews for problem in preview.problems)
    if problems:
        raise ImportRefused(problems, previews)
    found = tuple(difference for preview in previews for difference in preview.differences)
    by_hand = tuple(difference for difference in found if difference.overridden)
    if by_hand:
        raise FiguresOverridden(by_hand)
    if found and not replace:
        raise DifferencesFound(found, previews)


def within(tell: Progress, before: int, rows: int, total: int) -> Progress:
    """Tells one workbook's steps as rows among all workbooks' rows."""
    return lambda done, of: tell(before + rows * done // of, total)


def silent(_done: int, _total: int) -> None:
    """Nobody watches."""
