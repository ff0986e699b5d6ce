"""Accounts: who may sit down at the desk, as what, and how an account passes on."""

from collections.abc import Sequence
from dataclasses import replace

from committee_desk.domain.roles import Right, Role, Way
from committee_desk.domain.said import said
from committee_desk.services import account_rules as rules
from committee_desk.services.account_book import Account
from committee_desk.services.account_refusals import (
    AccountsExist,
    LoginTaken,
    NoSuchAccount,
    SameHolder,
)
from committee_desk.services.account_views import AccountRow, NewAccount, OneTimePassword
from committee_desk.services.actor import Actor
from committee_desk.services.attempts import SIGNED_IN, Doorkeeper
from committee_desk.services.changes import Change, Topic
from committee_desk.services.passwords import holder_spelt, login_spelt, one_time, require_good
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import WAY, Seat, allowed, anybody, way_in
from committee_desk.services.second import Second, Witnessing
from committee_desk.services.settings import ReasonMissing


class AccountsDesk:
    """Keeps the accounts, and the way in which the office works."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, door: Doorkeeper, witnessing: Witnessing
    ) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat
        self._door, self._witnessing = door, witnessing

    @anybody("the sign-in says how the office works")
    def way(self) -> Way:
        """How this office works."""
        return self._seat.way

    @allowed(Right.SEE_ACCOUNTS)
    def rows(self) -> tuple[AccountRow, ...]:
        """Every account, closed ones too."""
        with self._open.reading() as uow:
            return tuple(self._row(uow, account) for account in uow.accounts.all())

    @anybody("refused as soon as the desk has an account")
    def first(self, actor: Actor, way: Way, accounts: Sequence[NewAccount]) -> Change:
        """Make the first accounts of a desk without any: one that keeps accounts, in 严格 the three.

        Whoever makes them may know every password: each owner chooses another on first signing in.
        """
        for new in accounts:
            rules.require_whole(new)
        made = [self._encoded(new) for new in accounts]
        for number, account in enumerate(made):
            if account.login in {other.login for other in made[:number]}:
                raise LoginTaken(account.login)
        rules.require_fit(made, way)
        with self._open.writing() as uow:
            if uow.accounts.exist():
                raise AccountsExist
            what = {"way": way, "accounts": [_named(account) for account in made]}
            entry = uow.journal.append(actor, "accounts.first", None, what)
            for account in made:
                uow.accounts.put(entry, account)
            uow.settings.put(entry, WAY, way.value)
            uow.commit()
        self._seat.now_has_accounts()
        return Change.of(Topic.ACCOUNTS, entry=entry)

    @allowed(Right.KEEP_ACCOUNTS)
    def add(self, actor: Actor, account: NewAccount) -> Change:
        """Make one more account. Its owner chooses a password of their own on first signing in."""
        rules.require_whole(account)
        made = self._encoded(account)
        with self._open.writing() as uow:
            if uow.accounts.of(made.login):
                raise LoginTaken(made.login)
            entry = uow.journal.append(actor, "accounts.add", made.login, _named(made))
            self._keep(uow, entry, made)
        return Change.of(Topic.ACCOUNTS, entry=entry)

    @allowed(Right.KEEP_ACCOUNTS)
    def change_roles(
        self, actor: Actor, login: str, roles: Sequence[Role], why: str, second: Second | None = None
    ) -> Change:
        """Give the account other roles. In 严格 an act for two."""
        rules.require_roles(roles)
        wanted, reason = _in_order(roles), _reason(why)
        with self._open.reading() as uow:
            if _standing(uow, login).roles == wanted:
                return Change.of()
            self._refuse_unfit(uow, replace(_standing(uow, login), roles=wanted))
        authority = self._witnessed(second, "accounts.roles")
        with self._open.writing() as uow:
            account = _standing(uow, login)
            what = {"holder": account.holder, "roles": wanted, "before": account.roles}
            entry = uow.journal.append(actor, "accounts.roles", account.login, what, why=reason, authority=authority)
            self._keep(uow, entry, replace(account, roles=wanted))
        return Change.of(Topic.ACCOUNTS, entry=entry)

    @allowed(Right.KEEP_ACCOUNTS)
    def close(self, actor: Actor, login: str, why: str, second: Second | None = None) -> Change:
        """Close the account for good; its login stays taken. In 严格 an act for two."""
        reason = _reason(why)
        with self._open.reading() as uow:
            self._refuse_unfit(uow, replace(_standing(uow, login), closed=True))
        authority = self._witnessed(second, "accounts.close")
        with self._open.writing() as uow:
            account = _standing(uow, login)
            what = _named(account)
            entry = uow.journal.append(actor, "accounts.close", account.login, what, why=reason, authority=authority)
            self._keep(uow, entry, replace(account, closed=True))
        return Change.of(Topic.ACCOUNTS, entry=entry)

    @allowed(Right.KEEP_ACCOUNTS)
    def hand_over(self, actor: Actor, login: str, holder: str, password: str) -> Change:
        """Give the account to another person with a first password; who sat under it is signed out."""
        rules.require_holder(holder)
        require_good(login, password)
        with self._open.writing() as uow:
            account = _standing(uow, login)
            if holder_spelt(holder) == holder_spelt(account.holder):
                raise SameHolder(account.holder)
            what = {"from": account.holder, "to": holder.strip(), "roles": account.roles}
            entry = uow.journal.append(actor, "accounts.hand_over", account.login, what)
            encoded = self._door.passwords.encode(password)
            self._keep(uow, entry, replace(account, holder=holder.strip(), password=encoded, must_change=True))
        return Change.of(Topic.ACCOUNTS, entry=entry)

    @allowed(Right.KEEP_ACCOUNTS)
    def reset(self, actor: Actor, login: str, why: str) -> OneTimePassword:
        """Give a forgotten account a password to be used once; it is printed and shown nowhere again."""
        password = one_time()
        with self._open.writing() as uow:
            account = _standing(uow, login)
            what = {"holder": account.holder}
            entry = uow.journal.append(actor, "accounts.reset", account.login, what, why=_reason(why))
            encoded = self._door.passwords.encode(password)
            self._keep(uow, entry, replace(account, password=encoded, must_change=True))
        return OneTimePassword(account.login, account.holder, self._clock(), actor.name, password, entry)

    @allowed(Right.KEEP_ACCOUNTS)
    def change_way(self, actor: Actor, way: Way, why: str, second: Second | None = None) -> Change:
        """Work another way from now on. Two people."""
        before, reason = self._seat.way, _reason(why)
        if way is before:
            return Change.of()
        with self._open.reading() as uow:
            self._refuse_way(uow, way)
        authority = self._witnessing.confirm(second, "accounts.way", actor=actor)
        with self._open.writing() as uow:
            self._refuse_way(uow, way)
            what = {"way": way, "before": before}
            entry = uow.journal.append(actor, "accounts.way", None, what, why=reason, authority=authority)
            uow.settings.put(entry, WAY, way.value)
            uow.commit()
        return Change.of(Topic.ACCOUNTS, entry=entry)

    def _refuse_way(self, uow: UnitOfWork, way: Way) -> None:
        rules.require_fit(uow.accounts.all(), way)

    def _refuse_unfit(self, uow: UnitOfWork, changed: Account) -> None:
        """Say before anybody confirms it that the accounts would not fit together with this one changed."""
        others = [account for account in uow.accounts.all() if account.login != changed.login]
        rules.require_fit((*others, changed), way_in(uow))

    def _witnessed(self, second: Second | None, act: str) -> str | None:
        """In 严格 who confirmed it: one who confirms other acts too, or the auditor, who watches over the accounts."""
        return self._witnessing.confirm_in_strict(second, act, right=Right.SEE_ACCOUNTS)

    def _keep(self, uow: UnitOfWork, entry: int, account: Account) -> None:
        """Write one account, unless all of them together would break a rule, and keep it."""
        uow.accounts.put(entry, account)
        rules.require_fit(uow.accounts.all(), way_in(uow))
        uow.commit()

    def _encoded(self, new: NewAccount) -> Account:
        encoded = self._door.passwords.encode(new.password)
        return Account(login_spelt(new.login), new.holder.strip(), _in_order(new.roles), encoded, must_change=True)

    def _row(self, uow: UnitOfWork, account: Account) -> AccountRow:
        signed_in = uow.accounts.attempts(account.login, (SIGNED_IN,))
        return AccountRow(
            account.login,
            account.holder,
            account.roles,
            account.closed,
            account.must_change,
            signed_in[-1].at if signed_in else None,
            self._door.waiting_until(uow, account.login),
        )


def _standing(uow: UnitOfWork, login: str) -> Account:
    account = uow.accounts.of(login_spelt(login))
    if account is None or account.closed:
        raise NoSuchAccount(login)
    return account


def _named(account: Account) -> dict[str, object]:
    """What the journal says of an account: never its password."""
    return {"login": account.login, "holder": account.holder, "roles": account.roles}


def _in_order(roles: Sequence[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)


def _reason(why: str) -> str:
    if not (why := said(why)):
        raise ReasonMissing
    return why
