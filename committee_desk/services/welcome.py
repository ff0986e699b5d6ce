"""What an owner is told on signing in: last time, failures, and what was confirmed in their name since."""

import json

from committee_desk.services.account_book import Account, Attempt
from committee_desk.services.account_views import Confirmation, WasReset, Welcome
from committee_desk.services.attempts import CONFIRMED, HANDED_OVER, REFUSED, RESET, SIGNED_IN
from committee_desk.services.ports import UnitOfWork

_TOLD = (SIGNED_IN, REFUSED, CONFIRMED, RESET, HANDED_OVER)


def welcome(uow: UnitOfWork, account: Account) -> Welcome:
    """What happened in the account's name since its holder last signed in."""
    held = _since_handed_over(uow.accounts.attempts(account.login, _TOLD))
    signed_in = [each for each in held if each.verb == SIGNED_IN]
    since = [each for each in held if not signed_in or each.seq > signed_in[-1].seq]
    others = {each.holder for each in uow.accounts.all()} - {account.holder}  # who asked a second person acts
    resets = [each for each in since if each.verb == RESET]
    return Welcome(
        login=account.login,
        holder=account.holder,
        roles=account.roles,
        last_sign_in=signed_in[-1].at if signed_in else None,
        failed_since=sum(each.verb == REFUSED for each in since),
        confirmed_since=tuple(_confirmation(each) for each in since if each.verb == CONFIRMED),
        reset=WasReset(resets[-1].actor, resets[-1].at) if resets else None,
        must_change=account.must_change,
        refused_as_second=sum(each.verb == REFUSED and each.actor in others for each in since),
    )


def _since_handed_over(attempts: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    """Whose account it was before is no business of its holder's."""
    begins = max((number for number, each in enumerate(attempts) if each.verb == HANDED_OVER), default=-1)
    return attempts[begins + 1 :]


def _confirmation(attempt: Attempt) -> Confirmation:
    told = json.loads(attempt.what)
    return Confirmation(told["act"], attempt.at, told["for"])
