"""What the accounts of a desk must be together: whole, apart in 严格, and never without a keeper."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from committee_desk.domain import names
from committee_desk.domain.roles import APART, Right, Role, Way, rights_of, united
from committee_desk.services.account_book import Account
from committee_desk.services.account_refusals import AccountIncomplete, KeeperMissing, NameUnclear, RolesUnited
from committee_desk.services.passwords import holder_spelt, login_spelt, require_good

if TYPE_CHECKING:
    from committee_desk.services.account_views import NewAccount


def require_whole(new: "NewAccount") -> None:
    """Refuse an account without login, holder or role, or with a weak password."""
    if not login_spelt(new.login):
        raise AccountIncomplete("login")
    require_clear_login(new.login)
    require_holder(new.holder)
    require_roles(new.roles)
    require_good(new.login, new.password)


def require_holder(holder: str) -> None:
    """Refuse an account that is nobody's."""
    if not holder_spelt(holder):
        raise AccountIncomplete("holder")
    require_clear_name(holder)


def require_clear_name(name: str) -> None:
    """Refuse a person's name that only looks like what it is."""
    if names.hides_something(name):
        raise NameUnclear("unseen", name)
    if names.mixes_scripts(name):
        raise NameUnclear("mixed", name)


def require_clear_login(login: str) -> None:
    """Refuse a login that can be taken for another one: only what everybody sees and types."""
    if names.hides_something(login):
        raise NameUnclear("unseen", login)
    if not names.is_login(login_spelt(login)):
        raise NameUnclear("login", login)


def require_roles(roles: Iterable[Role]) -> None:
    """Refuse an account that is nothing at the desk."""
    if not tuple(roles):
        raise AccountIncomplete("roles")


def require_together(accounts: Iterable[Account], way: Way) -> None:
    """Refuse accounts that unite in one person what must be apart, or that nobody keeps."""
    standing = [account for account in accounts if not account.closed]
    people: defaultdict[str, set[Role]] = defaultdict(set)
    for account in standing:
        people[holder_spelt(account.holder)].update(account.roles)
    for account in standing:
        if clash := united(people[holder_spelt(account.holder)], way):
            raise RolesUnited(account.holder, clash)
    if not any(Right.KEEP_ACCOUNTS in rights_of(account.roles, way) for account in standing):
        raise KeeperMissing((Role.ADMINISTRATOR,) if way is Way.STRICT else (Role.REVIEWER,))


def require_fit(accounts: Iterable[Account], way: Way) -> None:
    """The same, and in 严格 each of the three powers has its open account: together that is three people."""
    kept = tuple(accounts)
    require_together(kept, way)
    if missing := lacking(kept, way):
        raise KeeperMissing(missing)


def lacking(accounts: Iterable[Account], way: Way) -> tuple[Role, ...]:
    """Which of the three powers nobody has; in 简易 there are no three."""
    held = {role for account in accounts if not account.closed for role in account.roles}
    return tuple(role for role in APART if role not in held) if way is Way.STRICT else ()
