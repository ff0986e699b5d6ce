"""The acts on evaluations, causes and overridden figures in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.field_names import field_name
from committee_desk.wording.language import tr


def evaluation_act(verb: str) -> str | None:
    """What was done to an evaluation or to an imported figure; None of other acts."""
    return {
        "evaluations.enter": tr("录入案件评价"),
        "evaluations.reply": tr("登记承办人意见"),
        "evaluations.withdraw": tr("撤回案件评价"),
        "evaluations.cause": tr("原因认定"),
        "evaluations.draw": tr("打印案件评价表"),
        "override.put": tr("更正导入值"),
    }.get(verb)


def _cause(row: JournalRow) -> str:
    return tr(
        "{number}：{cause}", number=row.subject, cause=dictionary_word(str(json.loads(row.what).get("cause", "")))
    )


def _overridden(row: JournalRow) -> str:
    what = json.loads(row.what)
    return tr(
        "{subject}：{field} {old} → {new}",
        subject=row.subject,
        field=field_name(str(what.get("field", ""))),
        old=dictionary_word(str(what.get("from", ""))) or tr("空"),
        new=dictionary_word(str(what.get("to", ""))) or tr("空"),
    )


def _drawn(row: JournalRow) -> str:
    return tr("{number} 第 {version} 版", number=row.subject, version=json.loads(row.what).get("version", ""))


EVALUATION_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    "evaluations.cause": _cause,
    "evaluations.draw": _drawn,
    "override.put": _overridden,
}
