"""The port of the facts' book: what an import needs from storage."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from committee_desk.services.imports.batch import Held, KnownPerson
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.views import ImportRecord


class ImportRow(NamedTuple):
    """One workbook that was read in. `columns` maps headings to column letters."""

    entry: int
    kind: Kind
    year: int
    workbook: str
    sha256: str
    sheet: str
    columns: Mapping[str, str]
    digest: str
    added: int
    replaced: int
    unchanged: int
    taken_back_by: int | None = None


class FactBook(Protocol):
    """Facts read from workbooks: compared, written, ended, taken back."""

    def known_people(self) -> Mapping[str, KnownPerson]:
        """Everybody who has a stay on the desk."""
        ...

    def closings(self, numbers: Iterable[str]) -> Mapping[str, date | None]:
        """The closing day of each of these cases that the desk holds; None while it is open."""
        ...

    def handled(self, codes: Iterable[str]) -> Mapping[str, str]:
        """One case of each of these people who handle any."""
        ...

    def held(self, kind: Kind, year: int, facts: Sequence[Any]) -> list[Held]:
        """What the desk holds of the people or cases that these facts are about."""
        ...

    def write(self, kind: Kind, year: int, entry: int, facts: Sequence[Any], rows: Sequence[int]) -> None:
        """Keep facts under that journal entry, with their rows; ballots shuffled and without."""
        ...

    def end(self, kind: Kind, entry: int, ids: Iterable[int]) -> None:
        """End rows: something takes their place, or an import is taken back."""
        ...

    def record(self, row: ImportRow) -> None:
        """Note that a workbook was read in."""
        ...

    def recorded(self, entry: int) -> ImportRow | None:
        """The workbook that was read in by that entry."""
        ...

    def ballots_read(self, sha256: str) -> ImportRow | None:
        """The import of that very ballot file, unless it was taken back."""
        ...

    def superseded(self, kind: Kind, entry: int) -> set[int]:
        """The entries that took the place of facts which that import brought, and still do."""
        ...

    def take_back(self, kind: Kind, entry: int, by: int) -> tuple[list[Any], list[Any]]:
        """End what the import brought, bring back what it had replaced, and answer the facts of either."""
        ...

    def orphans(self) -> set[int]:
        """The imports of facts whose person or case is no longer on the desk."""
        ...

    def near(self, kind: Kind, entry: int, first: int, last: int) -> list[Held]:
        """What that import brought from these rows, whether or not it still holds."""
        ...


class ImportsBook(Protocol):
    """What was read in."""

    def history(self) -> tuple[ImportRecord, ...]:
        """Every workbook that was read in, newest first."""
        ...
