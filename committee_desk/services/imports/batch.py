"""The facts of one workbook: each once, with their rows; the base of every kind's own reading and checking."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple

from committee_desk.domain.evaluations import Handler
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.relationships import Kin
from committee_desk.domain.scheme import Indicator, Scheme
from committee_desk.services.imports.cells import Bad
from committee_desk.services.imports.grid import Field, Grid
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Doubt, Why

Key = tuple[Any, ...]
Fact = Any
"""One of the domain's facts, a NamedTuple; which, the kind says."""


class KnownPerson(NamedTuple):
    """A person on the desk: every name their stays bear, and whether one of the stays is a prosecutor's."""

    names: frozenset[str]
    prosecutor: bool


class Held(NamedTuple):
    """A fact that the desk holds: the row's number in its table, the import it came from and its row there.

    `imported` is what the source says where two people let something else count (an override).
    """

    id: int
    source: int
    row: int | None
    fact: Fact
    imported: Fact | None = None

    @property
    def told(self) -> Fact:
        """What the source says: what a workbook is compared with."""
        return self.fact if self.imported is None else self.imported


@dataclass
class Known:
    """What an import is checked against.

    `doubtful_codes` and `doubtful_cases` stood in bad rows of another workbook of the same folder: they are no
    further problem here.
    """

    year: int
    scheme: Scheme
    people: Mapping[str, KnownPerson]
    closings: Callable[[Iterable[str]], Mapping[str, date | None]]
    doubtful_codes: set[str] = field(default_factory=set)
    doubtful_cases: set[str] = field(default_factory=set)
    doubtful_names: set[str] = field(default_factory=set)
    handlers: Callable[[Iterable[str]], Mapping[str, tuple[Handler, ...]]] = field(default=lambda _numbers: {})
    """Who handled each of these cases."""
    kin: Kin = field(default_factory=lambda: Kin(()))
    ledgers: Mapping[Category, tuple[Indicator, ...]] = field(default_factory=dict)
    """The ledgers of the schemes that the year has, for each category."""
    stays: Callable[[int], Iterable[Stay]] = field(default=lambda _year: ())
    """Everybody's stays of a year."""


class Subject:
    """How one kind of workbook is read and checked. Subclasses say the fields; `key` names what makes facts equal."""

    kind: ClassVar[Kind]
    fact: ClassVar[Any]
    key: ClassVar[tuple[str, ...]]
    key_sorts: ClassVar[bool] = True
    """Whether every part of a key can be put in order; a day that may be empty cannot."""

    def fields(self, known: Known) -> tuple[Field, ...]:
        """The columns, in the order of the fact's attributes; then those that only help to check."""
        raise NotImplementedError

    def columns(self, grid: Grid, known: Known) -> dict[str, list[Any]]:
        """Every column's values under its attribute (or its heading, where it has none)."""
        return {field.attribute or field.heading: grid.column(field) for field in self.fields(known)}

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """Check each row by itself."""

    def check_together(self, batch: "Batch", held: list[Held], known: Known) -> None:
        """Check rows against each other and against what the desk holds besides."""

    def headings(self, known: Known) -> dict[str, str]:
        """The heading of each attribute."""
        return {field.attribute: field.heading for field in self.fields(known) if field.attribute}


@dataclass
class Batch:
    """The good rows of a workbook: `facts[i]` stood in `grid`'s row `at[i]`; no two have the same key."""

    subject: Subject
    grid: Grid
    facts: list[Fact]
    at: list[int]
    keys: list[Key]
    repeated: set[int]

    def complain(self, index: int, heading: str, why: Why, **facts: object) -> None:
        """Note a problem of the fact with that index."""
        self.grid.complain(self.at[index], heading, why, **facts)

    def row(self, index: int) -> int:
        """The row's number in the workbook."""
        return self.grid.table.rows[self.at[index]]

    def without_bad(self) -> "Batch":
        """The facts whose rows are still good."""
        if not self.grid.bad.intersection(self.at):
            return self
        kept = [index for index, at in enumerate(self.at) if at not in self.grid.bad]
        return Batch(
            self.subject,
            self.grid,
            [self.facts[index] for index in kept],
            [self.at[index] for index in kept],
            [self.keys[index] for index in kept],
            self.repeated,
        )


def read_batch(subject: Subject, grid: Grid, known: Known) -> Batch:
    """Read all rows, check each by itself, drop repeated ones and note those that contradict each other."""
    columns = grid.values = subject.columns(grid, known)
    subject.check_rows(grid, columns, known)
    facts = list(map(subject.fact._make, zip(*(columns[name] for name in subject.fact._fields), strict=True)))
    at = list(range(len(facts)))
    if grid.bad:
        at = [index for index in at if index not in grid.bad]
        facts = [facts[index] for index in at]
    return _each_once(Batch(subject, grid, facts, at, keys_of(subject, facts), set()), known)


def keys_of(subject: Subject, facts: list[Fact]) -> list[Key]:
    """What makes each fact the same as another."""
    return list(zip(*(map(attrgetter(name), facts) for name in subject.key), strict=True))


def _each_once(batch: Batch, known: Known) -> Batch:
    """Rows that stand twice count once; one fact with two values is bad in every place it stands."""
    if len(set(batch.keys)) == len(batch.keys):
        return batch
    places: dict[Key, list[int]] = {}
    for index, key in enumerate(batch.keys):
        places.setdefault(key, []).append(index)
    dropped: set[int] = set()
    for indexes in places.values():
        if len(indexes) > 1:
            if len({batch.facts[index] for index in indexes}) == 1:
                dropped.update(indexes[1:])
            else:
                _contradict(batch, indexes, known)
    kept = [index for index in range(len(batch.facts)) if index not in dropped]
    repeated = {batch.at[index] for index in dropped}
    again = Batch(
        batch.subject,
        batch.grid,
        [batch.facts[index] for index in kept],
        [batch.at[index] for index in kept],
        [batch.keys[index] for index in kept],
        repeated,
    )
    return again.without_bad()


def _contradict(batch: Batch, indexes: list[int], known: Known) -> None:
    headings = batch.subject.headings(known)
    for index in indexes:
        fact = batch.facts[index]
        other = next(each for each in indexes if batch.facts[each] != fact)
        for name, mine, theirs in zip(fact._fields, fact, batch.facts[other], strict=True):
            if mine != theirs:
                batch.complain(index, headings.get(name, ""), Why.TWO_VALUES, other=theirs, other_row=batch.row(other))


def note_doubtful(grid: Grid, known: Known) -> None:
    """Remember who and what stood in bad rows, so that the folder's other workbooks do not complain of it again."""
    for name, doubtful in (
        ("code", known.doubtful_codes if grid.kind is Kind.PEOPLE else set()),
        ("name", known.doubtful_names if grid.kind is Kind.PEOPLE else set()),
        ("number", known.doubtful_cases if grid.kind is Kind.CASES else set()),
    ):
        doubtful.update(_values(grid.values.get(name, []), grid.bad))


def _values(column: list[Any], indexes: Iterable[int]) -> Iterable[Any]:
    return (column[index] for index in indexes if column and type(column[index]) is not Bad)


def check_codes(grid: Grid, column: list[Any], heading: str, known: Known) -> None:
    """Every person must be on the desk."""
    strange = {code for code in set(column) if type(code) is not Bad and code not in known.people}
    strange -= known.doubtful_codes
    if strange:
        for index, code in enumerate(column):
            if code in strange:
                grid.complain(index, heading, Why.UNKNOWN_PERSON)


def check_order(grid: Grid, starts: list[Any], ends: list[Any], start_heading: str, end_heading: str) -> None:
    """No end before its beginning; both days may be one."""
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start is not None and end is not None and type(start) is not Bad and type(end) is not Bad and end < start:
            grid.complain(index, end_heading, Why.ENDS_BEFORE, start_heading=start_heading, start=start)


def check_names(grid: Grid, codes: list[Any], names: list[Any], heading: str, known: Known) -> None:
    """A name beside a code that the desk knows by another name is odd: the code may be a slip."""
    for index, (code, name) in enumerate(zip(codes, names, strict=True)):
        if name and type(name) is not Bad:
            person = known.people.get(code) if type(code) is str else None
            if person is not None and name not in person.names:
                grid.doubt(index, heading, Doubt.OTHER_NAME, code=code, name=min(person.names))
