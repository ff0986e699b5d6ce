"""Trying a secret: who fails too often waits, at most a quarter of an hour, and the journal keeps every failure."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple, Protocol, TypeVar

from committee_desk.domain.desk_file import NoPermission, ReadOnlyDesk
from committee_desk.services.account_book import Account, Attempt
from committee_desk.services.account_refusals import SignInLocked, SignInRefused
from committee_desk.services.actor import Actor
from committee_desk.services.passwords import Passwords, login_spelt
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


FREE = 5
"""So many wrong passwords in a row cost no waiting."""
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 15))
"""How long each further one costs; the last for all that follow."""

REFUSED, LOCKED = "accounts.refused", "accounts.locked"
SIGNED_IN, UNLOCKED, CONFIRMED = "accounts.sign_in", "accounts.unlock", "accounts.confirm"
RESET, HANDED_OVER, CHANGED = "accounts.reset", "accounts.hand_over", "accounts.password"
STARTS_ANEW = frozenset({SIGNED_IN, UNLOCKED, CONFIRMED, RESET, HANDED_OVER, CHANGED})
"""After one of these no failure counts any more."""


class Verbs(NamedTuple):
    """The acts by which the journal counts the tries of one kind of secret."""

    refused: str
    locked: str
    anew: frozenset[str]


PASSWORDS = Verbs(REFUSED, LOCKED, STARTS_ANEW)


class Then(Protocol[T_co]):
    """What is done for an account that was let in."""

    def __call__(self, uow: UnitOfWork, account: Account, *, writing: bool) -> T_co:
        """Do it; told whether anything can be written, its entry above all."""
        ...


class Wait(NamedTuple):
    """A time in which an account opens to nobody."""

    since: datetime
    until: datetime


class Tries(NamedTuple):
    """What the journal says of a login: failures in a row, and the wait that they led to."""

    failures: int
    wait: Wait | None


class Count:
    """Counts the wrong tries of one kind of secret in the journal, and makes whoever fails too often wait."""

    def __init__(self, clock: Clock, verbs: Verbs) -> None:
        self._clock, self._verbs = clock, verbs

    def tries(self, uow: UnitOfWork, subject: str) -> Tries:
        """The failures in a row, and the wait that they led to."""
        return _counted(uow.accounts.attempts(subject, (*self._verbs[:2], *sorted(self._verbs.anew))), self._verbs)

    def waits_until(self, uow: UnitOfWork, subject: str, tries: Tries, by: Actor) -> datetime | None:
        """Until when nothing may be tried now."""
        now = self._clock()
        if tries.wait is None or now >= tries.wait.until:
            return None
        if now >= tries.wait.since:
            return tries.wait.until
        # The clock was set back: the same wait begins again by the clock as it goes now, and is over when it is.
        until = now + (tries.wait.until - tries.wait.since)
        uow.journal.append(by, self._verbs.locked, subject, {"until": until, "failures": tries.failures})
        uow.commit()
        return until

    def failed(self, uow: UnitOfWork, subject: str, tries: Tries, by: Actor) -> None:
        """One more wrong try, and the wait that it costs."""
        failures = tries.failures + 1
        uow.journal.append(by, self._verbs.refused, subject, {"failures": failures})
        if failures >= FREE:
            until = self._clock() + WAITS[min(failures - FREE, len(WAITS) - 1)]
            uow.journal.append(by, self._verbs.locked, subject, {"until": until, "failures": failures})


class Doorkeeper:
    """Lets in who knows an account's password."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_work, clock
        self._count = Count(clock, PASSWORDS)
        self.passwords = Passwords()

    def let_in(self, login: str, password: str, by: Actor, then: Then[T]) -> T:
        """Do `then` for the open account of that login and password, in one transaction that is kept.

        The failure is kept too. SignInRefused says alike of a login that is not there and of a wrong password, after
        the same time; SignInLocked says until when to wait.
        """
        wanted = login_spelt(login)
        try:
            with self._open.writing() as uow:
                account = self._tried(uow, wanted, password, by)
                done = then(uow, self._strengthened(uow, account, password), writing=True) if account else None
                uow.commit()
        except (ReadOnlyDesk, NoPermission):  # nothing can be kept there: neither the failure nor the wait
            with self._open.reading() as uow:
                account = self._known(uow, wanted, password)
                done = then(uow, account, writing=False) if account else None
        if done is None:
            raise SignInRefused
        return done

    def waiting_until(self, uow: UnitOfWork, login: str) -> datetime | None:
        """Until when the account waits now."""
        wait, now = self._count.tries(uow, login).wait, self._clock()
        return wait.until if wait and wait.since <= now < wait.until else None

    def _tried(self, uow: UnitOfWork, login: str, password: str, by: Actor) -> Account | None:
        subject = login if uow.accounts.of(login) else _nobody(login)
        tries = self._count.tries(uow, subject)
        if (until := self._count.waits_until(uow, subject, tries, by)) is not None:
            raise SignInLocked(until)
        found = self._known(uow, login, password)
        if found is None:
            self._count.failed(uow, subject, tries, by)
        return found

    def _strengthened(self, uow: UnitOfWork, account: Account, password: str) -> Account:
        """The same account, its password encoded with today's costs."""
        if not self.passwords.outdated(account.password):
            return account
        entry = uow.journal.append(actor_of(account), "accounts.strengthen", account.login, {})
        uow.accounts.put(entry, replace(account, password=self.passwords.encode(password)))
        return uow.accounts.of(account.login) or account

    def _known(self, uow: UnitOfWork, login: str, password: str) -> Account | None:
        account = uow.accounts.of(login)
        standing = account if account and not account.closed else None
        return standing if self.passwords.fits(standing.password if standing else None, password) else None


def actor_of(account: Account) -> Actor:
    """The account's holder as the journal names who acts."""
    return Actor(account.holder, "+".join(account.roles))


def _counted(attempts: Iterable[Attempt], verbs: Verbs) -> Tries:
    failures, wait = 0, None
    for each in attempts:
        if each.verb in verbs.anew:
            failures, wait = 0, None
        elif each.verb == verbs.refused:
            failures += 1
        else:
            wait = Wait(each.at, datetime.fromisoformat(json.loads(each.what)["until"]))
    return Tries(failures, wait)


def _nobody(login: str) -> str:
    """Under what failures are counted of a login that nobody has, so that it waits as one that somebody has.

    One of 256 names, and never what was typed: people type their password into the field above it.
    """
    return f"? {sha256(login.encode()).hexdigest()[:2]}"
