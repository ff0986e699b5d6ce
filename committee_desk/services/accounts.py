"""Accounts: who may sit down at the desk, as what, and how an account passes on."""

from collections.abc import Sequence

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import AccountRow, NewAccount, OneTimePassword, Welcome
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.seat import Seat
from committee_desk.services.second import Second, Witnessing


class AccountsDesk:
    """Signs people in and out and keeps the accounts."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, witnessing: Witnessing) -> None:
        self._open, self._clock, self._seat, self._witnessing = open_work, clock, seat, witnessing

    def sign_in(self, login: str, password: str) -> Welcome:
        """Seat the account's holder. SignInRefused, SignInLocked; a reset account may only change its password."""
        raise NotImplementedError

    def sign_out(self) -> None:
        """Leave the desk."""
        raise NotImplementedError

    def verify(self, password: str) -> None:
        """Whether it is the password of who sits here: what the idle lock asks. SignInRefused, SignInLocked."""
        raise NotImplementedError

    def way(self) -> Way:
        """How this office works."""
        raise NotImplementedError

    def rows(self) -> tuple[AccountRow, ...]:
        """Every account, closed ones too."""
        raise NotImplementedError

    def first(self, actor: Actor, way: Way, accounts: Sequence[NewAccount]) -> Change:
        """Make the first accounts of a desk without any: one that keeps accounts, in 严格 the three."""
        raise NotImplementedError

    def add(self, actor: Actor, account: NewAccount) -> Change:
        """Make one more account."""
        raise NotImplementedError

    def change_roles(self, actor: Actor, login: str, roles: Sequence[Role], why: str) -> Change:
        """Give the account other roles."""
        raise NotImplementedError

    def close(self, actor: Actor, login: str, why: str) -> Change:
        """Close the account for good; its login stays taken."""
        raise NotImplementedError

    def hand_over(self, actor: Actor, login: str, holder: str, password: str) -> Change:
        """Give the account to another person with a new password; who sat under it is signed out."""
        raise NotImplementedError

    def change_password(self, actor: Actor, old: str, new: str) -> Change:
        """Change one's own password."""
        raise NotImplementedError

    def reset(self, actor: Actor, login: str, why: str) -> OneTimePassword:
        """Give a forgotten account a password to be used once; it is printed and shown nowhere again."""
        raise NotImplementedError

    def change_way(self, actor: Actor, way: Way, why: str, second: Second | None = None) -> Change:
        """Work another way from now on. Two people."""
        raise NotImplementedError
