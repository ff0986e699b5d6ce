"""Desks with accounts for tests: one holder a role, all with the same password."""

from collections.abc import Sequence
from dataclasses import replace

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount, Welcome
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk

SECRET = "马到成功 2026"
FIRST = "第一次登录用 77"
HOLDERS = {
    Role.OPERATOR: "周敏",
    Role.REVIEWER: "李强",
    Role.CASE_MANAGEMENT: "陈静",
    Role.SECRETARY: "孙丽",
    Role.MEMBER: "吴刚",
    Role.CHAIR: "郑国平",
    Role.INSPECTOR: "冯洁",
    Role.LEADER: "褚卫东",
    Role.ADMINISTRATOR: "王伟",
    Role.AUDITOR: "赵静",
}
"""Who is what. The login is the role's own name."""


def account(role: Role, *more: Role, login: str | None = None, holder: str | None = None) -> NewAccount:
    """An account of that role, held by whom the list above says."""
    return NewAccount(login or role.value, holder or HOLDERS[role], (role, *more), SECRET)


def with_accounts(desk: Desk, way: Way, *roles: Role) -> Desk:
    """Give the desk its first accounts: of these roles, or of all."""
    return first_accounts(desk, Actor("周敏"), way, [account(role) for role in roles or Role])


def first_accounts(desk: Desk, actor: Actor, way: Way, accounts: Sequence[NewAccount]) -> Desk:
    """Give the desk these accounts; each owner has signed in and chosen the password that stands there."""
    desk.accounts.first(actor, way, [replace(new, password=FIRST) for new in accounts])
    for new in accounts:
        choose(desk, new.login, FIRST, new.password)
    desk.seating.sign_out()
    return desk


def add_account(desk: Desk, actor: Actor, new: NewAccount) -> None:
    """Make one more account, whose owner has signed in and chosen the password that stands there."""
    desk.accounts.add(actor, replace(new, password=FIRST))
    choose(open_desk(desk.path, clock=desk.clock), new.login, FIRST, new.password)


def choose(desk: Desk, login: str, given: str, own: str) -> None:
    """Sign in with the password that somebody gave and choose another."""
    assert desk.seating.sign_in(login, given).must_change
    desk.seating.change_password(desk.seat.actor, given, own)


def sit(desk: Desk, role: Role) -> Actor:
    """Sign the role's holder in."""
    desk.seating.sign_in(role.value, SECRET)
    return desk.seat.actor


def welcomed(desk: Desk, role: Role) -> Welcome:
    """Sign the role's holder in, and what was said."""
    return desk.seating.sign_in(role.value, SECRET)
