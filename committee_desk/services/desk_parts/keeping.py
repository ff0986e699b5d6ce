"""The services that keep the desk: accounts, protection, journal, check, the file's state."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.domain.desk_file import OlderThanRemembered
from committee_desk.services.access import AcceptOlder
from committee_desk.services.desk_parts.held import DeskPart

if TYPE_CHECKING:
    from committee_desk.services.accounts import AccountsDesk
    from committee_desk.services.actor import Actor
    from committee_desk.services.check import CheckDesk
    from committee_desk.services.journal import JournalDesk
    from committee_desk.services.older import Remember
    from committee_desk.services.password_slips import SlipDesk
    from committee_desk.services.protection import ProtectionDesk
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.services.seating import SeatingDesk
    from committee_desk.services.settings import SettingsDesk


class KeepingPart(DeskPart):
    """Who may sit down, what is done to the file, and what is written down of both."""

    @cached_property
    def seating(self) -> "SeatingDesk":
        """Sitting down at the desk and getting up."""
        from committee_desk.services.seating import SeatingDesk  # noqa: PLC0415 - a desk without accounts never asks

        return SeatingDesk(self.seat, self._door)

    @cached_property
    def accounts(self) -> "AccountsDesk":
        """Who may sit down at the desk."""
        from committee_desk.services.accounts import AccountsDesk  # noqa: PLC0415 - a desk without accounts never asks

        return AccountsDesk(self._open, self.clock, self.seat, self._door, self.witnessing)

    @cached_property
    def password_slips(self) -> "SlipDesk":
        """Slips that hand a password over on paper."""
        from committee_desk.services.password_slips import SlipDesk  # noqa: PLC0415 - the window opens without

        return SlipDesk(self._open, self.clock, self.seat, self._paper.slips)

    @cached_property
    def protection(self) -> "ProtectionDesk":
        """Passphrase, recovery code and recovery sheet."""
        from committee_desk.services.protection import ProtectionDesk  # noqa: PLC0415 - the window opens without

        return ProtectionDesk(self._open, self.clock, self.seat, self._vault, self._paper.recovery, self.witnessing)

    @cached_property
    def journal(self) -> "JournalDesk":
        """Who did what."""
        from committee_desk.services.journal import JournalDesk  # noqa: PLC0415 - read after the first page stands

        return JournalDesk(self._open, self.seat, self.clock, self._second_person)

    @cached_property
    def check(self) -> "CheckDesk":
        """Whether the desk is sound."""
        from committee_desk.services.check import CheckDesk  # noqa: PLC0415 - looked at after the first page stands

        return CheckDesk(self._open)

    @cached_property
    def settings(self) -> "SettingsDesk":
        """What the office set for itself."""
        from committee_desk.services.settings import SettingsDesk  # noqa: PLC0415 - the window opens without

        return SettingsDesk(self._open, self.seat)

    def accept_older(self, older: OlderThanRemembered, accept: AcceptOlder | None, remember: "Remember") -> None:
        """Two people take the desk in an older state than this PC saw; refused where nobody does.

        The first of them signs in where the desk has accounts.
        """
        if accept is None:
            raise older
        from committee_desk.services.older import OlderDesk  # noqa: PLC0415 - hardly ever

        if accept.first is not None and self.seat.has_accounts:
            self.seating.sign_in(accept.first.name, accept.first.password)
        taking = OlderDesk(self._open, self.clock, self.seat, self.witnessing)
        taking.accept(older, accept.why, accept.second, remember)

    def salvage(self, actor: "Actor", target: Path) -> "tuple[SavedTable, ...]":
        """Save what can be read of a damaged desk into a new one."""
        from committee_desk.services.salvage import SalvageDesk  # noqa: PLC0415 - hardly ever

        return SalvageDesk(self._open, self.seat).to(actor, target)
