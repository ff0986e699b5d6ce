"""Overriding an imported figure: what can be overridden, what the desk then holds, and what is refused."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.domain.sources import Overridden, Source
from committee_desk.services.history_views import FactKind

Value = Decimal | date | str | int | None

FIELDS: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.REVIEW: ("substance", "procedure", "grade"),
    FactKind.EVENT: ("points", "day"),
    FactKind.CASE_SHARE: ("share", "persons", "difficulty", "due", "closed"),
    FactKind.LEADER_MARK: ("mark",),
}
"""The figures of an imported fact that two people may replace, with a reason and evidence."""

OF_THE_CASE = frozenset({"persons", "difficulty", "due", "closed"})
"""What belongs to the case: overridden for all its handlers at once."""


class HeldFact(NamedTuple):
    """One imported fact as it counts now: its row, its figures, those of the source, and where that stood.

    `entry` wrote the row, `imported` is the id of the row that a workbook brought, which the overriding one replaced.
    """

    id: int
    entry: int
    key: tuple[object, ...]
    values: Mapping[str, Value]
    source_values: Mapping[str, Value]
    source: Source
    imported: int | None
    overridden: tuple[Overridden, ...] = ()


class OverridableFact(NamedTuple):
    """A fact as the dialog shows it: what counts and what the source says, field by field; who overrode what.

    `choices` are the values of a field that is one of a list; `version` is what `put` wants as `seen`.
    """

    kind: FactKind
    key: tuple[object, ...]
    name: str
    values: Mapping[str, Value]
    source_values: Mapping[str, Value]
    source: Source
    overridden: tuple[Overridden, ...]
    version: int
    choices: Mapping[str, tuple[str, ...]]


class OverridesBook(Protocol):
    """Facts whose figures can be replaced by hand."""

    def find(self, kind: FactKind, key: tuple[object, ...], year: int | None) -> tuple[HeldFact, ...]:
        """The rows that hold of that fact: every handler's for what belongs to the case."""
        ...

    def replace(self, kind: FactKind, entry: int, held: HeldFact, field: str, value: Value) -> None:
        """Put a row with that figure in the place of the one that holds; the source's own figure lifts it."""
        ...

    def taken(self, kind: FactKind, held: HeldFact, field: str, value: Value) -> bool:
        """Whether another fact stands already where this one would stand with that figure."""
        ...


class OverrideRefused(DeskError):
    """An override that is not taken. `field` is where."""

    def __init__(self, field: str = "") -> None:
        super().__init__(field)
        self.field = field


class NothingToOverride(OverrideRefused):
    """No such fact stands on the desk."""


class NotImported(OverrideRefused):
    """The figure was typed at the desk: it is changed where it was typed."""


class NotOverridable(OverrideRefused):
    """No such figure of that fact can be overridden."""


class OverrideSame(OverrideRefused):
    """The figure counts so already."""


class OverrideWhyMissing(OverrideRefused):
    """An override without its reason."""

    def __init__(self) -> None:
        super().__init__("why")


class OverrideEvidenceMissing(OverrideRefused):
    """An override without the number of the paper that proves it."""

    def __init__(self) -> None:
        super().__init__("evidence")


class OverrideValueRefused(OverrideRefused):
    """A value that the field cannot hold.

    `why` is number, whole, date, range, fine, grade, order or shares; `least`, `most` and `known` are what it may be.
    """

    def __init__(
        self, field: str, why: str, least: object = "", most: object = "", known: tuple[str, ...] = ()
    ) -> None:
        super().__init__(field)
        self.why, self.least, self.most, self.known = why, least, most, known


class OverrideTaken(OverrideRefused):
    """With that figure the fact would be another one that stands on the desk already."""


class OverrideChanged(OverrideRefused):
    """Somebody else changed the fact meanwhile; `now` is what counts."""

    def __init__(self, field: str, now: Value) -> None:
        super().__init__(field)
        self.now = now
