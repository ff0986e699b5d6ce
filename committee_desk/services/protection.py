"""The protection of a desk: passphrase set, changed and lifted; recovery code and its printed sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.protection import AlreadyProtected, NotProtected, SamePassphrase, require_long_enough, spelt
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


@dataclass(frozen=True, slots=True)
class Reprotected:
    """What a change of protection did: its entry, and the automatic copies and leftovers that it reached.

    `copies_left` could be neither put under the new passphrase nor removed: whoever asked must remove them by hand.
    """

    entry: int
    copies_rekeyed: int
    copies_removed: int
    copies_left: int
    leftovers_removed: int


class Rewritten(NamedTuple):
    """What the vault did beside the desk itself."""

    copies_rekeyed: int
    copies_removed: int
    copies_left: int
    leftovers_removed: int


WriteEntry = Callable[[UnitOfWork, Mapping[str, str | None]], None]
"""Writes the entry of a change of protection, given by which marks the file is known before and after."""


class Vault(Protocol):
    """The desk's file as something that a passphrase opens."""

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open it."""
        ...

    @property
    def file_name(self) -> str:
        """What the desk's file is called."""
        ...

    def require(self, passphrase: str) -> None:
        """Refuse what does not open the desk (WrongPassphrase); a recovery code opens it too."""
        ...

    def recovery_code(self) -> str:
        """The desk's key in groups that a person can type."""
        ...

    def rewrite(self, passphrase: str | None, write_entry: WriteEntry) -> Rewritten:
        """The desk under another passphrase (None: under none), with that entry, whole or not at all."""
        ...


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the printed recovery sheet. The code is not in its repr."""

    office: str
    demo: bool
    uid: str
    file: str
    at: datetime
    maker: str
    entry: int
    groups: tuple[str, ...] = field(repr=False)


class RecoveryDrawer(Protocol):
    """Puts the recovery sheet on paper."""

    def draw(self, sheet: RecoverySheet) -> bytes:
        """The sheet as PDF."""
        ...


class ProtectionDesk:
    """Sets, changes and lifts the passphrase of the desk."""

    def __init__(  # noqa: PLR0913, PLR0917 - what guards, rewrites, draws and confirms
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        seat: Seat,
        vault: Vault,
        drawer: RecoveryDrawer,
        witnessing: "Witnessing",
    ) -> None:
        self._open, self._clock, self._seat, self._vault = open_work, clock, seat, vault
        self._drawer, self._witnessing = drawer, witnessing

    @allowed(Right.PROTECT)
    def protect(self, actor: Actor, new: str) -> Reprotected:
        """Put an open desk under a passphrase: the file and its automatic copies."""
        if self._vault.protected:
            raise AlreadyProtected
        require_long_enough(new)
        return self._rewrite(actor, "protection.set", new)

    @allowed(Right.PROTECT)
    def rekey(self, actor: Actor, old: str, new: str) -> Reprotected:
        """Put the desk under another passphrase; recovery sheets printed before open nothing any more."""
        self._require(old)
        require_long_enough(new)
        if spelt(new) == spelt(old):
            raise SamePassphrase
        return self._rewrite(actor, "protection.rekey", new)

    @allowed(Right.PROTECT)
    def unprotect(self, actor: Actor, old: str, second: "Second | None" = None) -> Reprotected:
        """Lift the protection; needs two people."""
        self._require(old)
        authority = self._witnessing.confirm(second, "protection.remove", actor=actor)
        return self._rewrite(actor, "protection.remove", None, authority)

    @allowed(Right.PROTECT)
    def recovery_code(self, passphrase: str) -> str:
        """The code that opens this desk without its passphrase, in groups of four."""
        self._require(passphrase)
        return self._vault.recovery_code()

    @allowed(Right.PROTECT)
    def recovery_sheet(self, actor: Actor, passphrase: str) -> bytes:
        """The printed recovery sheet as PDF; that it was printed is an entry, the code is not in it."""
        self._require(passphrase)
        groups = tuple(self._vault.recovery_code().split("-"))
        with self._open.writing() as uow:
            desk = uow.office.identity()
            entry = uow.journal.append(actor, "protection.sheet", None, {})
            sheet = RecoverySheet(
                desk.office, desk.demo, desk.uid, self._vault.file_name, self._clock(), actor.name, entry, groups
            )
            pdf = self._drawer.draw(sheet)
            uow.commit()
        return pdf

    def _require(self, passphrase: str) -> None:
        if not self._vault.protected:
            raise NotProtected
        self._vault.require(passphrase)

    def _rewrite(self, actor: Actor, verb: str, new: str | None, authority: str | None = None) -> Reprotected:
        entries: list[int] = []

        def write_entry(uow: UnitOfWork, marks: Mapping[str, str | None]) -> None:
            entries.append(uow.journal.append(actor, verb, None, marks, authority=authority))

        done = self._vault.rewrite(new, write_entry)
        return Reprotected(entries[-1], *done)
