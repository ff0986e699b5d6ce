"""What accounts look like to screens and to the command line, and what is said when one is made."""

from dataclasses import dataclass, field
from datetime import datetime

from committee_desk.domain.roles import Role


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be made: how its owner signs in, who that is, and what they are at the desk."""

    login: str
    holder: str
    roles: tuple[Role, ...]
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account in the list."""

    login: str
    holder: str
    roles: tuple[Role, ...]
    closed: bool
    must_change: bool
    last_sign_in: datetime | None
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """An act that was confirmed in an account's name: its journal verb, when, and by whom at the desk."""

    act: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class WasReset:
    """Who gave the account a new password, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Welcome:
    """What an owner is told on signing in: enough to notice that somebody else used the account."""

    login: str
    holder: str
    roles: tuple[Role, ...]
    last_sign_in: datetime | None
    failed_since: int
    confirmed_since: tuple[Confirmation, ...]
    reset: WasReset | None
    must_change: bool
    refused_as_second: int = 0
    """How many of the failures were a second person's confirmation."""


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """A reset account's password, told once, on a printed slip; the owner changes it on signing in."""

    login: str
    holder: str
    at: datetime
    by: str
    password: str = field(repr=False)
    entry: int = 0
