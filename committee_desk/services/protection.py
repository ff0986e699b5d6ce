"""The protection of a desk: passphrase set, changed and lifted; recovery code and its printed sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.protection import AlreadyProtected, NotProtected, SamePassphrase, require_long_enough, spelt
from committee_desk.services.actor import Actor
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork

if TYPE_CHECKING:
    from committee_desk.services.second import Second


@dataclass(frozen=True, slots=True)
class Reprotected:
    """What a change of protection did: its entry, and the automatic copies and leftovers that it reached."""

    entry: int
    copies_rekeyed: int
    copies_removed: int
    leftovers_removed: int


class Rewritten(NamedTuple):
    """What the vault did beside the desk itself."""

    copies_rekeyed: int
    copies_removed: int
    leftovers_removed: int


class Vault(Protocol):
    """The desk's file as something that a passphrase opens."""

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open it."""
        ...

    def require(self, passphrase: str) -> None:
        """Refuse what does not open the desk (WrongPassphrase); a recovery code opens it too."""
        ...

    def recovery_code(self) -> str:
        """The desk's key in groups that a person can type."""
        ...

    def rewrite(self, passphrase: str | None, write_entry: Callable[[UnitOfWork], None]) -> Rewritten:
        """The desk under another passphrase (None: under none), with that entry, whole or not at all."""
        ...


class Witness(Protocol):
    """Who confirms acts for two."""

    def confirm(self, second: "Second | None", act: str) -> str:
        """On whose authority the act goes: the second person, checked."""
        ...


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the printed recovery sheet. The code is not in its repr."""

    office: str
    uid: str
    file: str
    at: datetime
    maker: str
    groups: tuple[str, ...]

    def __repr__(self) -> str:
        return f"RecoverySheet({self.uid})"


class RecoveryDrawer(Protocol):
    """Puts the recovery sheet on paper."""

    def draw(self, sheet: RecoverySheet) -> bytes:
        """The sheet as PDF."""
        ...


class ProtectionDesk:
    """Sets, changes and lifts the passphrase of the desk."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, vault: Vault, drawer: RecoveryDrawer, witness: Witness | None
    ) -> None:
        self._open, self._clock, self._vault, self._drawer, self._witness = open_work, clock, vault, drawer, witness

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open the desk."""
        return self._vault.protected

    def protect(self, actor: Actor, new: str) -> Reprotected:
        """Put an open desk under a passphrase: the file and its automatic copies."""
        if self._vault.protected:
            raise AlreadyProtected
        require_long_enough(new)
        return self._rewrite(actor, "protection.set", new)

    def rekey(self, actor: Actor, old: str, new: str) -> Reprotected:
        """Put the desk under another passphrase; recovery sheets printed before open nothing any more."""
        self._require(old)
        require_long_enough(new)
        if spelt(new) == spelt(old):
            raise SamePassphrase
        return self._rewrite(actor, "protection.rekey", new)

    def unprotect(self, actor: Actor, old: str, second: "Second | None" = None) -> Reprotected:
        """Lift the protection; needs two people."""
        self._require(old)
        authority = self._witness.confirm(second, "protection.remove") if self._witness else None
        return self._rewrite(actor, "protection.remove", None, authority)

    def recovery_code(self, passphrase: str) -> str:
        """The code that opens this desk without its passphrase, in groups of four."""
        self._require(passphrase)
        return self._vault.recovery_code()

    def recovery_sheet(self, actor: Actor, passphrase: str) -> bytes:
        """The printed recovery sheet as PDF; that it was printed is an entry, the code is not in it."""
        code = self.recovery_code(passphrase)
        with self._open.writing() as uow:
            desk = uow.office.identity()
            uow.journal.append(actor, "protection.sheet", None, {})
            sheet = RecoverySheet(desk.office, desk.uid, "", self._clock(), actor.name, tuple(code.split("-")))
            pdf = self._drawer.draw(sheet)
            uow.commit()
        return pdf

    def _require(self, passphrase: str) -> None:
        if not self._vault.protected:
            raise NotProtected
        self._vault.require(passphrase)

    def _rewrite(self, actor: Actor, verb: str, new: str | None, authority: str | None = None) -> Reprotected:
        entries: list[int] = []

        def write_entry(uow: UnitOfWork) -> None:
            entries.append(uow.journal.append(actor, verb, None, {}, authority=authority))

        done = self._vault.rewrite(new, write_entry)
        return Reprotected(entries[-1], *done)
