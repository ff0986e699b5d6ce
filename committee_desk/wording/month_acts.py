"""The acts on months in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.months import of_the_year


def month_act(verb: str) -> str | None:
    """What was done to a month; None of other acts."""
    return {
        "months.close": tr("月份关账"),
        "months.reopen": tr("重开月份"),
        "months.publish": tr("公布月度公布表"),
        "months.draw": tr("打印月度公布表"),
        "months.explain": tr("打印个人月度得分说明"),
        "months.grade": tr("定平时考核等次"),
    }.get(verb)


def _month(row: JournalRow) -> str:
    year, _, month = (row.subject or "").partition("-")
    return of_the_year(int(year), int(month))


def _published(row: JournalRow) -> str:
    versions = json.loads(row.what).get("versions", {})
    said = (
        tr("{category} 第 {version} 版", category=dictionary_word(category), version=version)
        for category, version in sorted(versions.items())
    )
    return tr("{month}：{versions}", month=_month(row), versions=tr("、").join(said))


def _explained(row: JournalRow) -> str:
    told = json.loads(row.what)
    return tr("{code}：{month}", code=row.subject, month=of_the_year(told["year"], told["month"]))


def _graded(row: JournalRow) -> str:
    told = json.loads(row.what)
    grade = told.get("grade") or tr("无")
    return tr(
        "{code}：{year} 年第 {quarter} 季度 {grade}",
        code=row.subject,
        year=told.get("year", ""),
        quarter=told.get("quarter", ""),
        grade=grade,
    )


MONTH_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    "months.close": _month,
    "months.reopen": _month,
    "months.publish": _published,
    "months.draw": _published,
    "months.explain": _explained,
    "months.grade": _graded,
}
