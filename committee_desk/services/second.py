"""The second person: who confirms an act that one alone may not do."""

from dataclasses import dataclass, field
from datetime import date

from committee_desk.domain.roles import Right, Way, rights_of
from committee_desk.services.account_book import Account
from committee_desk.services.account_refusals import (
    PasswordMustChange,
    SecondIsFirst,
    SecondLocked,
    SecondMayNot,
    SecondNeeded,
    SecondNotAName,
    SecondWrong,
    SignInLocked,
    SignInRefused,
)
from committee_desk.services.account_rules import require_clear_name
from committee_desk.services.actor import Actor
from committee_desk.services.attempts import Doorkeeper, actor_of
from committee_desk.services.passwords import holder_spelt, login_spelt
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, anybody, way_in
from committee_desk.services.typed_people import meant_by, names_somebody


@dataclass(frozen=True, slots=True)
class Second:
    """Who confirms: with accounts a login and its password, without a name."""

    name: str
    password: str = field(default="", repr=False)


RESCUES = frozenset({"journal.overrule", "desk.restore", "desk.accept_older"})
"""Acts that put a desk right again. Inspector and auditor may confirm them too: they stand apart from the figures."""


SEEN = {
    "course": Right.SEE_GRADING,
    "grading": Right.SEE_GRADING,
    "publication": Right.SEE_GRADING,
    "proceeding": Right.SEE_GRADING,
    "objection": Right.SEE_OBJECTIONS,
    "rounds": Right.SEE_SCORES,
}
"""What whoever confirms acts of these kinds must be able to see: nobody confirms blindly."""
FEWEST_LETTERS = 2
"""So many letters, or Chinese characters, has a person's name at least."""


class Witnessing:
    """Has a second person confirm an act. Call it before the act's own transaction: it keeps one of its own."""

    def __init__(self, seat: Seat, door: Doorkeeper, open_work: OpenUnitOfWork) -> None:
        self._seat, self._door, self._open = seat, door, open_work

    @anybody("asks the second person for the right to it")
    def confirm(
        self, second: Second | None, act: str, *, actor: Actor | None = None, right: Right | None = None
    ) -> str:
        """Who confirmed, as the act's journal entry names it under `authority`.

        `act` is the act's verb in the journal; `right` one that the second may have instead of CONFIRM. A wrong
        password counts for the second's account, and each confirmation is shown to its owner at the next sign-in.
        """
        if second is None or not second.name.strip():
            raise SecondNeeded(act)
        first = actor or self._seat.actor
        if not self._seat.has_accounts:
            return self._somebody_else(second, first)
        return self._by_account(second, act, first, right)

    @anybody("as above")
    def confirm_in_strict(self, second: Second | None, act: str, *, right: Right | None = None) -> str | None:
        """The same for an act that needs two in 严格 alone; None in 简易."""
        if not self._seat.has_accounts or self._seat.way is not Way.STRICT:
            return None
        return self.confirm(second, act, right=right)

    @anybody("writes into the transaction of an act that was confirmed")
    def keep_confirmed(self, uow: UnitOfWork, authority: str, act: str, first: Actor) -> None:
        """Write a confirmation once more where its entry went with the state that the act replaced.

        Its owner is to be told of it all the same.
        """
        holder, _, login = authority.removesuffix(")").rpartition(" (")
        account = uow.accounts.of(login)
        if account is not None:
            roles = "+".join(account.roles)
            uow.journal.append(Actor(holder, roles), "accounts.confirm", login, {"act": act, "for": first.name})

    def _somebody_else(self, second: Second, first: Actor) -> str:
        """A desk without accounts knows names alone: the second's must be another, and look it.

        周敏同志 is 周敏; 王芳芳 is not 王芳 where the roster or the committee knows somebody of that name.
        """
        require_clear_name(second.name)
        name, mine, theirs = second.name.strip(), _letters(first.name), _letters(second.name)
        if holder_spelt(name) == holder_spelt(first.name):
            raise SecondIsFirst(first.name)
        if len(theirs) < FEWEST_LETTERS or not names_somebody(name):
            raise SecondNotAName(name)
        if theirs == mine or self._one_person(first.name, name):
            raise SecondIsFirst(first.name)
        held_in = len(mine) >= FEWEST_LETTERS and (mine in theirs or theirs in mine)
        if held_in and not self._both_known(name, first.name if theirs in mine else name):
            raise SecondIsFirst(first.name)
        return name

    def _one_person(self, one: str, other: str) -> bool:
        """Whether both name one person of the roster, by name, by code, or dressed."""
        with self._open.reading() as uow:
            people = {each.stay.code: each.stay for each in uow.people.latest_stays(date.min, date.max)}
        return bool(set(meant_by(people, one)) & set(meant_by(people, other)))

    def _both_known(self, *names: str) -> bool:
        """Whether the roster or the committee has somebody of each of these names."""
        with self._open.reading() as uow:
            known = {holder_spelt(each.stay.name) for each in uow.people.latest_stays(date.min, date.max)}
            known |= {holder_spelt(each.member.name) for each in uow.members.all()}
        return all(holder_spelt(each) in known for each in names)

    def _by_account(self, second: Second, act: str, first: Actor, right: Right | None) -> str:
        session = self._seat.session
        if session and session.login == login_spelt(second.name):
            raise SecondIsFirst(first.name)

        def confirmed(uow: UnitOfWork, account: Account, *, writing: bool) -> str:
            self._refuse_who_may_not(uow, account, act, first, right)
            what = {"act": act, "for": first.name}
            if writing:
                uow.journal.append(actor_of(account), "accounts.confirm", account.login, what)
            return f"{account.holder} ({account.login})"

        try:
            return self._door.let_in(second.name, second.password, first, confirmed)
        except SignInRefused:
            raise SecondWrong from None
        except SignInLocked as locked:
            raise SecondLocked(locked.until) from None

    def _refuse_who_may_not(
        self, uow: UnitOfWork, account: Account, act: str, first: Actor, right: Right | None
    ) -> None:
        if holder_spelt(account.holder) == holder_spelt(first.name):
            raise SecondIsFirst(first.name)
        if account.must_change:
            raise PasswordMustChange
        way = way_in(uow)
        enough = {Right.CONFIRM, *([right] if right else []), *([Right.CONFIRM_RESCUE] if act in RESCUES else [])}
        held = rights_of(account.roles, way)
        seeing = SEEN.get(act.partition(".")[0])
        if not enough & held or (seeing is not None and seeing not in held):
            raise SecondMayNot(account.holder, act)


def _letters(name: str) -> str:
    """What of a name is letters, as it is compared: 周敏 of 周敏2 and of 周.敏."""
    return "".join(each for each in holder_spelt(name) if each.isalpha())
