"""The desk's file, on which units of work are opened. One that proves damaged is only read from there on."""

# ruff: noqa: PLC0415 - what looks the file over or saves it loads when it is asked to
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import MultipleResultsFound, NoResultFound

from committee_desk.domain.checking import Problem, Report
from committee_desk.domain.desk_file import DeskDamaged, ReadOnly, ReadOnlyDesk
from committee_desk.domain.names import NotUnicode
from committee_desk.services.ports import Clock, Progress
from committee_desk.storage.build import require_built
from committee_desk.storage.engine import WRITING, engine_for
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import in_use
from committee_desk.storage.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.services.views import Head
    from committee_desk.storage.heads import HeadMemory

_DAMAGE = frozenset(f"file.{what}" for what in ("pages", "unreadable", "length", "missing", "foreign", "altered"))


def _is_damage(problem: Problem) -> bool:
    """Whether the file itself is broken or built otherwise, so that nothing more may be written into it."""
    return problem.code in _DAMAGE or problem.facts.get("of") in _DAMAGE


_WHAT_BROKEN_VALUES_DO = (
    ValueError, ArithmeticError, LookupError, TypeError, AttributeError, NoResultFound, MultipleResultsFound,
)  # fmt: skip
"""How a reader of stored values fails when one is no date, no number or no word it knows, or a row is not there."""


class SqlWork:
    """Opens units of work on one desk file."""

    def __init__(self, path: Path, key: Key | None, clock: Clock, read_only: ReadOnly | None = None) -> None:
        self._path = path.absolute()
        self._key = key
        self._read_only = read_only
        self._engine = engine_for(path, key, read_only)
        self._clock = clock
        self._memory: HeadMemory | None = None

    @property
    def key(self) -> Key | None:
        """The key that opens the desk now."""
        return self._key

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open the desk."""
        return self._key is not None

    def go_on_with(self, key: Key | None) -> None:
        """The desk was put under another key: open it with that one from here on."""
        self._key, self._engine = key, engine_for(self._path, key, self._read_only)

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the desk is only read; None while it can be written."""
        return self._read_only

    def found_damaged(self) -> None:
        """From here on the desk is only read, as far as it can be."""
        self._read_only = ReadOnly.DAMAGED
        self._engine = engine_for(self._path, self._key, self._read_only)

    @property
    def path(self) -> Path:
        """Where the desk's file lies."""
        return self._path

    def took_older(self, head: "Head") -> None:
        """Another state was put in place on purpose: this PC remembers its head, and a damaged file is whole again."""
        if self._read_only is ReadOnly.DAMAGED:
            self._read_only, self._engine = None, engine_for(self._path, self._key)
        if self._memory is not None:
            self._memory.take_instead(head, self._clock())

    def go_by(self, clock: Clock) -> None:
        """The clock by which it goes from here on."""
        self._clock = clock

    def tell(self, memory: "HeadMemory") -> None:
        """Whom to tell of each new head."""
        self._memory = memory

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        try:
            yield
        except DeskDamaged:
            if self._read_only is None:
                self.found_damaged()
            raise
        except UnicodeEncodeError:  # of what was asked or is to be written: what is stored is always text
            raise NotUnicode from None
        except _WHAT_BROKEN_VALUES_DO as error:
            if self.examine(thorough=True).ok:
                raise  # the desk is whole: a bug
            self.found_damaged()
            raise DeskDamaged(self._path) from error

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """A unit that reads one consistent state."""
        with in_use(self._path), self._noticing_damage(), self._engine.connect() as connection:
            yield SqlUnitOfWork(connection, self._clock)

    @contextmanager
    def writing(self) -> Iterator[SqlUnitOfWork]:
        """A unit that writes; other writers wait."""
        if self._read_only is not None:
            raise ReadOnlyDesk(self._path, self._read_only)
        with (
            in_use(self._path),
            self._noticing_damage(),
            self._engine.connect().execution_options(**WRITING) as connection,
        ):
            uow = SqlUnitOfWork(connection, self._clock, self.reading)
            require_built(connection, self._path)
            yield uow
        if uow.kept is not None and self._memory is not None:
            self._memory.remember(uow.kept, self._clock())

    def salvage(self, target: Path) -> "tuple[SavedTable, ...]":
        """Copy what can be read into a new desk under another name, with the same protection."""
        from committee_desk.storage.place import require_fit_place
        from committee_desk.storage.salvage import salvage

        require_fit_place(target)
        with in_use(self._path):
            return salvage(self._path, self._key, target)

    def examine(self, *, thorough: bool, tell: Progress | None = None) -> Report:
        """What is broken on the desk: everything that has to hold, or the part that is looked at when it opens."""
        from committee_desk.storage.checking.sound import looked_over, silent, sound

        report = sound(self._path, self._key, tell or silent) if thorough else looked_over(self._path, self._key)
        return self._noted(report)

    def examine_trail(self, tell: Progress | None = None) -> Report:
        """What is broken in the journal's chain and seals."""
        from committee_desk.storage.checking.sound import silent, trail_followed

        return self._noted(trail_followed(self._path, self._key, tell or silent))

    def _noted(self, report: Report) -> Report:
        """The report; one of damage bars writing from here on."""
        if self._read_only is None and any(map(_is_damage, report.problems)):
            self.found_damaged()
        return report
