"""The acts of the committee's subject in words."""

import json
from collections.abc import Callable, Mapping

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr


def committee_act(verb: str) -> str | None:
    """What was done."""
    return {
        "committee.appoint": tr("登记考评委员会委员"),
        "committee.end": tr("结束委员任期"),
        "committee.strike": tr("取消委员登记"),
        "meeting.call": tr("召集考评委员会会议"),
        "meeting.amend": tr("更改会议通知"),
        "meeting.withdraw": tr("取消会议"),
        "meeting.presence": tr("登记到会情况"),
        "meeting.declare": tr("登记申报的回避"),
        "meeting.lift": tr("撤销申报的回避"),
        "meeting.open": tr("宣布开会"),
        "meeting.vote": tr("登记表决"),
        "meeting.correct_vote": tr("更正表决"),
        "meeting.close": tr("结束会议"),
        "meeting.reopen": tr("重新打开会议"),
        "meeting.draw": tr("打印会议文书"),
    }.get(verb)


def _member(row: JournalRow) -> str:
    told = json.loads(row.what)
    held = told.get("after") or told
    return str(held.get("name") or row.subject or "")


def _meeting(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr("{year} 年度第 {number} 次会议", year=told["year"], number=row.subject)


def _drawn(row: JournalRow) -> str:
    paper = {"minutes": tr("会议记录"), "slips": tr("表决票"), "register": tr("回避登记表")}
    named = paper.get(str(json.loads(row.what).get("paper")), "")
    return tr("{meeting}，{paper}", meeting=_meeting(row), paper=named)


def _vote(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr(
        "{year} 年度第 {number} 次会议，{title}",
        year=told["year"],
        number=row.subject,
        title=told["vote"]["question"],
    )


COMMITTEE_OBJECTS: Mapping[str, Callable[[JournalRow], str]] = {
    **dict.fromkeys(("committee.appoint", "committee.end", "committee.strike"), _member),
    **dict.fromkeys(
        (
            f"meeting.{each}"
            for each in ("call", "amend", "withdraw", "presence", "declare", "lift", "open", "close", "reopen")
        ),
        _meeting,
    ),
    "meeting.draw": _drawn,
    **dict.fromkeys(("meeting.vote", "meeting.correct_vote"), _vote),
}
