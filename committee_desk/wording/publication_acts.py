"""What happens to a notice while its window runs, in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr


def publication_act(verb: str) -> str | None:
    """What was done to a publication; None of other acts."""
    return {
        "publication.post_again": tr("重新张贴公示书"),
        "publication.photo": tr("登记张贴照片编号"),
        "publication.take_down": tr("登记撤下公示书"),
        "publication.lengthen": tr("延长公示期"),
        "publication.recount": tr("按新日历重新计算公示期"),
        "publication.correct": tr("张贴更正说明"),
        "publication.draw": tr("打印公示文书"),
    }.get(verb)


def notice_of(row: JournalRow) -> str:
    """Which version of the notice; 补录 where it was recorded on a later day than it happened on."""
    told = json.loads(row.what)
    facts = {"year": row.subject or "", "version": told.get("version", "")}
    if told.get("afterwards"):
        return tr("{year} 年度公示书第 {version} 版（补录）", **facts)
    return tr("{year} 年度公示书第 {version} 版", **facts)


def _drawn(row: JournalRow) -> str:
    """Which paper of which version; printed before it hung, where it was."""
    told = json.loads(row.what)
    facts = {"year": row.subject or "", "version": told.get("version", ""), "number": told.get("number", "")}
    if told.get("paper") == "record":
        return tr("{year} 年度公示书第 {version} 版的张贴记录", **facts)
    if told.get("paper") == "supplement":
        return tr("{year} 年度公示书第 {version} 版的补充公告第 {number} 号", **facts)
    if told.get("paper") == "correction":
        return tr("{year} 年度公示书第 {version} 版的更正说明第 {number} 号", **facts)
    if told.get("hung") is False:
        return tr("{year} 年度公示书第 {version} 版，张贴前", **facts)
    return notice_of(row)


PUBLICATION_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    **dict.fromkeys(
        (
            "publication.post_again",
            "publication.photo",
            "publication.take_down",
            "publication.lengthen",
            "publication.recount",
            "publication.correct",
        ),
        notice_of,
    ),
    "publication.draw": _drawn,
}
"""What each of them was done to."""
