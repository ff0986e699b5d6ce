"""What accounts refuse: who may not do what, and which account cannot be made, changed or signed in to."""

from collections.abc import Iterable
from datetime import datetime

from committee_desk.domain.errors import DeskError
from committee_desk.domain.names import shown
from committee_desk.domain.roles import Right, Role


class NotSignedIn(DeskError):
    """The desk has accounts and nobody has signed in."""


class NotAllowed(DeskError):
    """Who sits at the desk has no right to that."""

    def __init__(self, right: Right, roles: Iterable[Role] = ()) -> None:
        super().__init__(right)
        self.right, self.roles = right, tuple(roles)


class SomebodyElse(DeskError):
    """A command was given in the name of somebody who does not sit at the desk."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PasswordMustChange(DeskError):
    """Somebody else chose or reset the password: its owner chooses a password of their own before anything else."""


class SignInRefused(DeskError):
    """No open account has that login and password; which of the two is wrong is not said."""


class SignInLocked(DeskError):
    """Too many wrong passwords: the account waits until then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class PasswordRefused(DeskError):
    """A password that is too weak. `why` is short, login, common or same."""

    def __init__(self, why: str, least: int) -> None:
        super().__init__(why)
        self.why, self.least = why, least


class AccountIncomplete(DeskError):
    """An account lacks its login, its holder or every role. `lacking` is login, holder or roles."""

    def __init__(self, lacking: str) -> None:
        super().__init__(lacking)
        self.lacking = lacking


class NameUnclear(DeskError):
    """A name or login that can be taken for another one. `why` is unseen, mixed or login; `name` shows it whole."""

    def __init__(self, why: str, name: str) -> None:
        super().__init__(why)
        self.why, self.name = why, shown(name)


class LoginTaken(DeskError):
    """Another account, perhaps a closed one, has that login."""

    def __init__(self, login: str) -> None:
        super().__init__(login)
        self.login = login


class NoSuchAccount(DeskError):
    """No open account has that login."""

    def __init__(self, login: str) -> None:
        super().__init__(login)
        self.login = login


class RolesUnited(DeskError):
    """In 严格 one person would unite what must be apart."""

    def __init__(self, holder: str, roles: Iterable[Role]) -> None:
        super().__init__(holder)
        self.holder, self.roles = holder, tuple(sorted(roles, key=list(Role).index))


class KeeperMissing(DeskError):
    """Nobody would be left who keeps the accounts, or in 严格 one of the three would be missing."""

    def __init__(self, roles: Iterable[Role]) -> None:
        super().__init__()
        self.roles = tuple(roles)


class AccountsExist(DeskError):
    """The first accounts were to be made on a desk that has some."""


class SameHolder(DeskError):
    """An account was to be handed over to the person who holds it."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class SecondNeeded(DeskError):
    """An act for two was to be done by one. `act` is its verb in the journal."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class SecondIsFirst(DeskError):
    """Who confirms is who acts."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SecondNotAName(DeskError):
    """Who confirms is named by what is nobody's name: a single letter, digits, a full stop."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SecondWrong(DeskError):
    """The second person's login and password open no account."""


class SecondLocked(DeskError):
    """The second person's account waits after too many wrong passwords."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class SecondMayNot(DeskError):
    """The second person's roles confirm nothing of that kind."""

    def __init__(self, name: str, act: str) -> None:
        super().__init__(name, act)
        self.name, self.act = name, act


class TwoNeedWindow(DeskError):
    """An act that needs two people was asked of a command that can name only one."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act
