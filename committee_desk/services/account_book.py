"""The port of the accounts: what storage keeps of them, and what the journal says was tried in their name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from committee_desk.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands. `row` is the fact that says so; a later one ends it."""

    login: str
    holder: str
    roles: tuple[Role, ...]
    password: str = field(repr=False)
    must_change: bool = False
    closed: bool = False
    row: int = 0


class Attempt(NamedTuple):
    """One journal entry about an account: a sign-in, a refusal, a lock, a confirmation, a reset."""

    seq: int
    verb: str
    at: datetime
    actor: str
    what: str


class AccountsBook(Protocol):
    """Accounts as they stand, and what happened to them."""

    def exist(self) -> bool:
        """Whether the desk has ever had an account."""
        ...

    def all(self) -> tuple[Account, ...]:
        """Every account, closed ones too, by login."""
        ...

    def of(self, login: str) -> Account | None:
        """The account of that login, open or closed."""
        ...

    def put(self, entry: int, account: Account) -> None:
        """Supersede what stood under that login."""
        ...

    def attempts(self, subject: str, verbs: Sequence[str]) -> tuple[Attempt, ...]:
        """The entries of these verbs about that subject, oldest first."""
        ...
