"""The acts on re-reviews, corrections and applications in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr


def proceeding_act(verb: str) -> str | None:
    """What was done to a re-review, a correction or an application; None of other acts."""
    return {
        "proceeding.open": tr("复核或更正立项"),
        "proceeding.appoint": tr("更换复核承办人"),
        "proceeding.declare": tr("登记回避声明"),
        "proceeding.find": tr("登记查明事实"),
        "proceeding.hear": tr("登记听取意见"),
        "proceeding.lay": tr("提出复核意见"),
        "proceeding.decide": tr("作出复核或更正决定"),
        "proceeding.told": tr("告知受影响的人"),
        "proceeding.withdraw": tr("终止更正"),
        "proceeding.serve": tr("送达复核决定书"),
        "proceeding.paper": tr("打印复核材料或决定书"),
        "proceeding.draw": tr("打印复核申诉台账"),
        "application.register": tr("登记复核申请或申诉"),
        "application.accept": tr("受理复核申请或申诉"),
        "application.refuse": tr("不予受理复核申请或申诉"),
        "application.withdraw": tr("撤回复核申请或申诉"),
        "application.extend": tr("申诉延长办理期限"),
        "application.answer": tr("登记申诉处理决定"),
    }.get(verb)


def _label(row: JournalRow) -> str:
    return row.subject or ""


def _accepted(row: JournalRow) -> str:
    """Which one; and where its organ accepted it on a day that was typed, on which."""
    day = json.loads(row.what).get("accepted")
    return tr("{label}，{day} 受理", label=row.subject or "", day=day) if day else row.subject or ""


def _opened(row: JournalRow) -> str:
    told = json.loads(row.what)
    names = tr("、").join(told["examiners"])
    return tr("{label}，承办人：{names}", label=row.subject or "", names=names)


def _declared(row: JournalRow) -> str:
    return tr("{label}，{name}", label=row.subject or "", name=json.loads(row.what)["name"])


PROCEEDING_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    **dict.fromkeys(("proceeding.open", "proceeding.appoint"), _opened),
    "application.accept": _accepted,
    "proceeding.declare": _declared,
    "proceeding.draw": lambda row: tr("{year} 年度", year=row.subject or ""),
    **dict.fromkeys(
        (
            "proceeding.find",
            "proceeding.hear",
            "proceeding.lay",
            "proceeding.decide",
            "proceeding.told",
            "proceeding.withdraw",
            "proceeding.serve",
            "proceeding.paper",
            "application.register",
            "application.refuse",
            "application.withdraw",
            "application.extend",
            "application.answer",
        ),
        _label,
    ),
}
"""What each of them was done to."""
