"""The acts on schemes in words."""

import json

from committee_desk.services.views import JournalRow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


def scheme_act(verb: str) -> str | None:
    """What was done to a scheme; None of other acts."""
    return {
        "scheme.draft": tr("起草方案"),
        "scheme.drop": tr("放弃方案草稿"),
        "scheme.adopt": tr("采用方案"),
        "scheme.take": tr("取用自带方案"),
    }.get(verb)


def _scheme(row: JournalRow) -> str:
    year, _, category = (row.subject or "").partition(":")
    return tr("{year} 年度{category}", year=year, category=dictionary_word(category))


def _adopted(row: JournalRow) -> str:
    return tr("{scheme}，第 {version} 版", scheme=_scheme(row), version=json.loads(row.what).get("version", ""))


def _taken(row: JournalRow) -> str:
    categories = map(dictionary_word, json.loads(row.what).get("schemes", ()))
    return tr("{year} 年度：{categories}", year=row.subject, categories=tr("、").join(categories))


SCHEME_OBJECTS = {"scheme.take": _taken, "scheme.draft": _scheme, "scheme.drop": _scheme, "scheme.adopt": _adopted}
