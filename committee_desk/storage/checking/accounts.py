"""Accounts: whole, their passwords encoded, apart where they must be, and somebody who keeps them."""

import json
from collections.abc import Iterator

from committee_desk.domain.roles import Role
from committee_desk.services.account_refusals import KeeperMissing, RolesUnited
from committee_desk.services.account_rules import lacking, require_together
from committee_desk.services.seat import way_in
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

_NEEDS = ("accounts",)
_ENCODED = "$argon2id$"


def _whole(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in Role}
    for login, holder, roles, entry in reading.each("SELECT login, holder, roles, entry FROM accounts"):
        held = _list(roles)
        if not login.strip() or not holder.strip() or not held or not known.issuperset(held):
            yield {"login": login, "entry": entry}


def _encoded(reading: Reading) -> Iterator[Facts]:
    for login, password, entry in reading.each("SELECT login, password, entry FROM accounts"):
        if not password.startswith(_ENCODED):
            yield {"login": login, "entry": entry}


def _apart(reading: Reading) -> Iterator[Facts]:
    clash = _clash(reading)
    if isinstance(clash, RolesUnited):
        yield {"holder": clash.holder}


def _kept(reading: Reading) -> Iterator[Facts]:
    if isinstance(_clash(reading), KeeperMissing):
        yield {}


def _three(reading: Reading) -> Iterator[Facts]:
    standing = reading.books.accounts.all()
    if not standing or isinstance(_clash(reading), KeeperMissing):  # that nobody keeps them is said above
        return
    for role in lacking(standing, way_in(reading.books)):
        yield {"role": role.value}


def _clash(reading: Reading) -> RolesUnited | KeeperMissing | None:
    """What the accounts that stand break together; nothing on a desk without any."""
    standing = reading.books.accounts.all()
    if not standing:
        return None
    try:
        require_together(standing, way_in(reading.books))
    except (RolesUnited, KeeperMissing) as clash:
        return clash
    return None


def _list(text: object) -> list[object]:
    try:
        told = json.loads(str(text))
    except ValueError:
        return []
    return told if isinstance(told, list) else []


INVARIANTS = (
    Invariant("accounts.whole", _whole, _NEEDS),
    Invariant("accounts.encoded", _encoded, _NEEDS),
    Invariant("accounts.apart", _apart, _NEEDS),
    Invariant("accounts.kept", _kept, _NEEDS),
    Invariant("accounts.three", _three, _NEEDS),
)
