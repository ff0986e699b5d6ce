"""What the acts on accounts were done to, in words."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from committee_desk.domain.roles import Role, Way
from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr
from committee_desk.wording.roles import role_name, way_name


def _told(row: JournalRow) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(row.what)
    return told


def _roles(words: list[str]) -> str:
    known = set(Role)
    return tr("、").join(role_name(Role(word)) if word in known else word for word in words)


def _whose(row: JournalRow) -> str:
    return tr("{holder}（{login}）", holder=_told(row).get("holder", ""), login=row.subject or "")


def _with_roles(row: JournalRow) -> str:
    return tr("{account}：{roles}", account=_whose(row), roles=_roles(_told(row).get("roles", [])))


def _handed_over(row: JournalRow) -> str:
    told = _told(row)
    return tr("{login}：由{before}交给{after}", login=row.subject or "", before=told["from"], after=told["to"])


def _login(row: JournalRow) -> str:
    return tr("没有的登录名") if (row.subject or "").startswith("?") else row.subject or ""


def _waits(row: JournalRow) -> str:
    until = datetime.fromisoformat(_told(row)["until"])
    return tr("{login}，到 {until}", login=_login(row), until=format(until, "%H:%M:%S"))


def _first(row: JournalRow) -> str:
    told = _told(row)
    holders = tr("、").join(account["holder"] for account in told["accounts"])
    return tr("{way}：{holders}", way=way_name(Way(told["way"])), holders=holders)


ACCOUNT_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    "accounts.first": _first,
    "accounts.add": _with_roles,
    "accounts.roles": _with_roles,
    "accounts.close": _whose,
    "accounts.reset": _whose,
    "accounts.hand_over": _handed_over,
    "accounts.refused": _login,
    "accounts.locked": _waits,
    "accounts.way": lambda row: way_name(Way(_told(row)["way"])),
}
