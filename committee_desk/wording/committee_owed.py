"""What the committee owes, as 工作台 says it."""

from datetime import datetime

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr
from committee_desk.wording.owed_lines import Line, SaysLine


def _wrong(line: Owed) -> Line:
    held = line.facts.get("names", ())
    chairs = tr("、").join(map(str, held)) if isinstance(held, tuple) and held else tr("没有")
    return tr("考评委员会不符合法律规定"), tr(
        "现有 {members} 人，主任：{chairs}；须 5 至 9 人，主任由本院检察长担任，否则不能开会",
        members=line.facts["members"],
        chairs=chairs,
    )


def _open(line: Owed) -> Line:
    title = tr("考评委员会第 {number} 次会议还没有结束", number=line.facts["number"])
    return title, tr("补齐到会与表决，填写纪要编号后结束；以后只供阅读")


def _called(line: Owed) -> Line:
    title = tr("{at} 考评委员会第 {number} 次会议", at=_at(line), number=line.facts["number"])
    return title, tr("{place}；会前打印表决票，核对须回避的委员", place=line.facts["place"])


def _at(line: Owed) -> str:
    at = line.facts["at"]
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else str(at)


COMMITTEE_OWED: dict[str, SaysLine] = {
    "committee_wrong": _wrong,
    "minutes_open": _open,
    "meeting_called": _called,
}
"""By the kind of the line."""
