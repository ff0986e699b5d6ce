"""Sitting down at the desk and getting up: signing in and out, the idle lock, one's own password."""

from dataclasses import replace

from committee_desk.services.account_book import Account
from committee_desk.services.account_refusals import NotSignedIn, PasswordRefused
from committee_desk.services.account_views import Welcome
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.attempts import Doorkeeper, actor_of
from committee_desk.services.changes import Change, Topic
from committee_desk.services.passwords import LEAST, require_good
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.seat import Seat, Session, anybody
from committee_desk.services.welcome import welcome


class SeatingDesk:
    """Signs people in and out."""

    def __init__(self, seat: Seat, door: Doorkeeper) -> None:
        self._seat, self._door = seat, door

    @anybody("this is how a right begins")
    def sign_in(self, login: str, password: str) -> Welcome:
        """Seat the account's holder. SignInRefused, SignInLocked; a reset account may only change its password."""

        def seated(uow: UnitOfWork, account: Account, *, writing: bool) -> tuple[Welcome, Account]:
            told = welcome(uow, account)
            if writing:
                uow.journal.append(actor_of(account), "accounts.sign_in", account.login, {})
            return told, account

        told, account = self._door.let_in(login, password, pc_user(), seated)
        self._seat.take(_session(account))
        return told

    @anybody("whoever sits there may get up")
    def sign_out(self) -> None:
        """Leave the desk."""
        self._seat.take(None)

    @anybody("asks for the password itself")
    def verify(self, password: str) -> None:
        """Whether it is the password of who sits here: what the idle lock asks. SignInRefused, SignInLocked."""

        def unlocked(uow: UnitOfWork, account: Account, *, writing: bool) -> Account:
            if writing:
                uow.journal.append(actor_of(account), "accounts.unlock", account.login, {})
            return account

        self._door.let_in(self._session().login, password, self._seat.actor, unlocked)

    @anybody("asks for the password itself; one that was reset has no other right")
    def change_password(self, actor: Actor, old: str, new: str) -> Change:
        """Change one's own password."""
        session = self._session()
        self._seat.require_own(actor)
        require_good(session.login, new)
        if old == new:
            raise PasswordRefused("same", LEAST)

        def changed(uow: UnitOfWork, account: Account, *, writing: bool) -> tuple[int, Account]:  # noqa: ARG001 - must
            entry = uow.journal.append(actor, "accounts.password", account.login, {})
            kept = replace(account, password=self._door.passwords.encode(new), must_change=False)
            uow.accounts.put(entry, kept)
            return entry, uow.accounts.of(account.login) or kept

        entry, account = self._door.let_in(session.login, old, actor, changed)
        self._seat.take(_session(account))
        return Change.of(Topic.ACCOUNTS, entry=entry)

    def _session(self) -> Session:
        session = self._seat.session
        if session is None:
            raise NotSignedIn
        return session


def _session(account: Account) -> Session:
    return Session(account.row, account.login, account.holder, account.roles, account.must_change)
