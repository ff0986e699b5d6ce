"""The acts on results in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr


def result_act(verb: str) -> str | None:
    """What was done to a result; None of other acts."""
    return {
        "result.decide": tr("登记院党组决定"),
        "result.serve": tr("登记送达"),
        "result.sign": tr("登记签字"),
        "result.notice": tr("打印结果通知书"),
        "result.sheet": tr("打印定稿的考核等次确认表"),
        "result.publish": tr("制作公开版"),
        "result.draw": tr("打印决定与送达台账"),
    }.get(verb)


def _decision(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr(
        "{year} 年度，{document}，{count} 人",
        year=row.subject or "",
        document=told["document"],
        count=len(told["grades"]),
    )


def _person(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr("{year} 年度 {code}，第 {version} 版", year=told["year"], code=row.subject or "", version=told["version"])


def _year(row: JournalRow) -> str:
    return tr("{year} 年度", year=row.subject or "")


RESULT_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    "result.decide": _decision,
    **dict.fromkeys(("result.serve", "result.sign", "result.notice", "result.sheet"), _person),
    **dict.fromkeys(("result.publish", "result.draw"), _year),
}
"""What each of them was done to."""
