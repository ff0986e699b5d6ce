"""Sentences for what opening a year refuses."""

from committee_desk.services.new_year import YearNotNext, YearTooEarly
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(YearNotNext)
def _year_not_next(error: YearNotNext) -> str:
    return tr(
        "只能结转到 {following} 年度：台账最新的年度是 {newest}。已由他人结转的，请在年度菜单中选它。",
        following=error.newest + 1,
        newest=error.newest,
    )


@says(YearTooEarly)
def _year_too_early(error: YearTooEarly) -> str:
    return tr("现在还不能结转到 {year} 年度：上一年度还没有开始。请到那年年初再办。", year=error.year)
