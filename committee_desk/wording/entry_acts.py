"""The acts of 评分录入 in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr, tr_n


def entry_act(verb: str) -> str | None:
    """What was done; None where it is no act of typing."""
    return {
        "events.enter": tr("录入加减分"),
        "events.mark": tr("录入评分格"),
        "events.block": tr("整块录入加减分"),
        "events.line": tr("填写批次"),
        "events.approve": tr("审批加减分"),
        "events.withdraw": tr("撤回加减分"),
    }.get(verb)


def _events(row: JournalRow) -> str:
    """Which event, or of which month and how many."""
    told = json.loads(row.what).get("events")
    if isinstance(told, list) and len(told) == 1:
        return tr("登记号 {number}", number=row.subject or "")
    count = told if isinstance(told, int) else len(told or ())
    return tr_n("{subject} 共 {count} 条", "{subject} 共 {count} 条", count, subject=row.subject or "").strip()


def _line(row: JournalRow) -> str:
    told = json.loads(row.what)
    month = (row.subject or "").partition(" ")[0]
    return tr("{month} 第 {line} 批：{reason}", month=month, line=told.get("line", ""), reason=told.get("reason") or "")


ENTRY_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    **dict.fromkeys(("events.enter", "events.mark", "events.block", "events.approve", "events.withdraw"), _events),
    "events.line": _line,
}
