"""The acts on objections and letters in words."""

import json
from collections.abc import Callable
from datetime import datetime

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr
from committee_desk.wording.objections import between


def objection_act(verb: str) -> str | None:
    """What was done to an objection or a letter; None of other acts."""
    return {
        "objection.register": tr("登记异议"),
        "objection.correct": tr("更正异议登记"),
        "objection.accept": tr("受理异议"),
        "objection.refuse": tr("不予受理异议"),
        "objection.route": tr("异议转结果通知后复核"),
        "objection.withdraw": tr("撤回异议"),
        "objection.inform": tr("告知被异议人"),
        "objection.draw": tr("打印异议文书"),
        "objection.receipt": tr("打印异议回执"),
        "objection.explain": tr("打印个人得分说明"),
        "letter.register": tr("登记情况反映"),
        "letter.handle": tr("办理情况反映"),
    }.get(verb)


def _registered(row: JournalRow) -> str:
    """Which one; and where it was typed well after it came, that it was, and by how much."""
    told = json.loads(row.what)
    if not told.get("typed_afterwards"):
        return tr("{label}，{code}", label=row.subject or "", code=told["code"])
    received, typed = (datetime.fromisoformat(told[name]) for name in ("received", "typed"))
    return tr(
        "{label}，{code}，补录：{receiver} {received} 收到，{after}后录入",
        label=row.subject or "",
        code=told["code"],
        receiver=told["receiver"],
        received=f"{received:%Y-%m-%d %H:%M}",
        after=between(received, typed),
    )


def _label(row: JournalRow) -> str:
    return row.subject or ""


def _explained(row: JournalRow) -> str:
    return tr("{year} 年度 {codes}", year=json.loads(row.what).get("year", ""), codes=row.subject or "")


def _drawn(row: JournalRow) -> str:
    """Which paper of which objection, or of which year; a form that lies blank at the counter has none."""
    label, told = row.subject or "", json.loads(row.what)
    blank = label == str(told["year"])
    return {
        "form": tr("{year} 年度空白异议申请表", year=label) if blank else tr("{label} 异议申请表", label=label),
        "told": tr("{label} 告知书", label=label),
        "register": tr("{year} 年度异议台账", year=label),
    }.get(told["paper"], label)


OBJECTION_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    "objection.register": _registered,
    **dict.fromkeys(
        ("objection.correct", "objection.accept", "objection.refuse", "objection.route", "objection.withdraw",
         "objection.inform", "objection.receipt", "letter.register", "letter.handle"),
        _label,
    ),
    "objection.draw": _drawn,
    "objection.explain": _explained,
}  # fmt: skip
"""What each of them was done to."""
