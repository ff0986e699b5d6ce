"""What a sheet asks of the page that uses it: columns, rows, cells, and what became of a value that was typed."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple, Protocol, TypeAlias, runtime_checkable

RowKey: TypeAlias = Hashable
"""What makes a row itself. It stays the same as long as the row is shown, even when an empty row becomes an event."""


class Kind(Enum):
    """What stands in a column; decides alignment, input method and how it is copied."""

    TEXT = auto()
    NAME = auto()
    NUMBER = auto()
    DATE = auto()
    MARK = auto()
    """Nothing but the mark of its cells."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column. Frozen ones stand first and stay in sight; a column that is not editable is passed over."""

    id: str
    heading: str
    width: int = 96
    kind: Kind = Kind.TEXT
    editable: bool = True
    frozen: bool = False
    stretch: bool = False
    hint: str = ""
    """The heading's tooltip."""


class State(Enum):
    """How a cell stands."""

    SAVED = auto()
    """What is shown is what the desk holds, or there is nothing."""
    DRAFT = auto()
    """Held by the desk, but it does not count: something is owed."""
    READ_ONLY = auto()
    """Cannot be typed here."""
    CLOSED = auto()
    """Cannot be typed any more: the month is closed."""
    SAVING = auto()
    """Left, and on its way into the desk. Only the sheet says this."""
    REFUSED = auto()
    """Typed and not accepted: shown, not saved. Usually only the sheet says this."""
    CHANGED = auto()
    """Typed while another changed it: both are shown, nothing is overwritten. Usually only the sheet says this."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the desk holds it.

    `text` is what may be typed again: committing a cell's own text changes nothing. `why` is said in tooltip and to
    screen readers (why a draft does not count, why nothing can be typed). `role` names another colour for the text,
    `mark` an icon at the right, `mark_role` its colour.
    """

    text: str = ""
    state: State = State.SAVED
    why: str = ""
    role: str = ""
    mark: str = ""
    mark_role: str = "sub"


@dataclass(frozen=True, slots=True)
class Change:
    """A text put into a cell; an empty one empties it."""

    row: RowKey
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out of a refusal, as a button: puts `text` into the row's `column` (the refused cell's when empty).

    Or calls `act`. One with `ask` asks first, and puts its text only where that says yes. A fix for another column
    takes the refused text as settled: its cell is committed anew afterwards.
    """

    words: str
    text: str = ""
    column: str = ""
    act: Callable[[], None] | None = None
    ask: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Committed. The cell's own text from now on is what the source says (3 becomes +3.00)."""

    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Not accepted, in one sentence, with ways out. Nothing was saved.

    A cell that `waits` has no fault of its own: it is committed again once another cell of its row was accepted.
    """

    sentence: str
    fixes: tuple[Fix, ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class ChangedByAnother:
    """Somebody else changed the cell since it was read; nothing was saved.

    From now on the source knows their value: `cell` gives it, and committing once more overwrites it knowingly.
    """

    who: str
    at: datetime
    text: str


Outcome: TypeAlias = Kept | Refused | ChangedByAnother


class Completion(NamedTuple):
    """A text offered while typing (a person's name found by zs), and what tells it apart (code, department)."""

    text: str
    detail: str = ""


class SheetSource(Protocol):
    """A page's rows and columns, read from memory and committed to the desk.

    `keys`, `cell` and `completions` are asked at every paint and keystroke: they look up and never read the desk.
    """

    @property
    def columns(self) -> Sequence[SheetColumn]:
        """The columns, frozen ones first. They stay the same for the life of the source."""

    def keys(self) -> Sequence[RowKey]:
        """The rows in their order, empty ones for typing included; the same object while nothing changed."""

    def cell(self, row: RowKey, column: str) -> Cell:
        """The cell as it was last read."""

    def commit(self, row: RowKey, column: str, text: str) -> Outcome:
        """Save one cell, and read again what it changed. Knows by itself which version was seen."""

    def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
        """Save many cells as one act; one outcome for each change, in the same order. Good ones are kept."""

    def completions(self, column: str, typed: str) -> Sequence[Completion]:
        """What could be meant by what is typed, best first; none for most columns."""


@runtime_checkable
class GrowingSource(Protocol):
    """A source whose rows are not given: it may also make room for a block pasted at the end."""

    def add_rows(self, count: int) -> None:
        """So many more empty rows at the end (fewer where that is too many)."""


@runtime_checkable
class WatchedSource(Protocol):
    """A source that is read anew while somebody types: the commit must rest on what was seen when typing began."""

    def begin(self, row: RowKey, column: str) -> None:
        """Somebody began to type in that cell, and in no other."""

    def let_go(self, row: RowKey, column: str) -> None:
        """Nothing was typed there after all."""
