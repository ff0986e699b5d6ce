"""Months in words: their states, what one lacks, what two versions of a sheet show differently."""

from collections.abc import Callable, Iterable

from committee_desk.domain.exact import figure
from committee_desk.domain.months import Differing, MonthSheet, MonthState
from committee_desk.services.month_views import Lack, MonthView
from committee_desk.wording.days import month_name, short
from committee_desk.wording.dictionary import dictionary_words
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.scheme_names import named as scheme_word


def of_the_year(year: int, month: int) -> str:
    """The month with its year."""
    return tr("{year}年{month}", year=year, month=month_name(month))


def months_named(months: Iterable[tuple[int, int]]) -> str:
    """Months with their years."""
    return tr("、").join(of_the_year(year, month) for year, month in months)


def rank_column(was: bool, now: bool) -> str:  # noqa: FBT001 - before and after
    """That a version ranks and the one before it did not, or the other way round; nothing where both agree."""
    if was == now:
        return ""
    return tr("本版起列名次") if now else tr("本版起不列名次")


def state_name(state: MonthState) -> str:
    """How far a month is."""
    return {
        MonthState.OPEN: tr("录入中"),
        MonthState.CLOSED: tr("已关账"),
        MonthState.PUBLISHED: tr("已公布"),
    }[state]


def state_in_words(month: MonthView, *, corrected: bool = False) -> str:
    """How far the month is, as the strip says it."""
    if month.state is MonthState.PUBLISHED:
        return tr("有更正未公布") if corrected else state_name(month.state)
    if month.reopened:
        return tr("已重开") if month.state is MonthState.OPEN else tr("待重新公布")
    return tr("未到") if month.future else state_name(month.state)


def state_on_the_strip(month: MonthView) -> str:
    """The same where there is room for a few letters only."""
    if month.reopened and month.state is MonthState.CLOSED:
        return tr("待再公布")
    return state_in_words(month)


def lack_title(lack: Lack) -> str:
    """What is missing, in a few words."""
    return _said(lack)[0]


def lack_detail(lack: Lack) -> str:
    """Which, and what to do."""
    return _said(lack)[1]


def _said(lack: Lack) -> tuple[str, str]:
    return _LACKS[lack.kind](lack) if lack.kind in _LACKS else (lack.kind, "")


def _count(lack: Lack) -> int:
    return int(str(lack.facts["count"]))


def _some(lack: Lack, key: str) -> str:
    """The first few, and that there are more."""
    held = lack.facts[key]
    named = [str(each) for each in held] if isinstance(held, tuple) else []
    said = tr("、").join(named)
    return said if len(named) >= _count(lack) else tr("{names}等", names=said)


def _drafts(lack: Lack) -> tuple[str, str]:
    count = _count(lack)
    numbers = _some(lack, "numbers")
    return (
        tr_n("{count} 条草稿还没有计入", "{count} 条草稿还没有计入", count),
        tr("登记号 {numbers}：请补齐事由、凭证号或审批人；关账后草稿仍是草稿，不计分", numbers=numbers),
    )


def _unapproved(lack: Lack) -> tuple[str, str]:
    count = _count(lack)
    return (
        tr_n("{count} 条加减分没有审批人", "{count} 条加减分没有审批人", count),
        tr("请在评分录入中审批，或补齐后重新导入"),
    )


def _unevaluated(lack: Lack) -> tuple[str, str]:
    count = _count(lack)
    return (
        tr_n("本月审结的 {count} 件案件没有评查", "本月审结的 {count} 件案件没有评查", count),
        tr("一案一评：{numbers}", numbers=_some(lack, "numbers")),
    )


def _silent(lack: Lack) -> tuple[str, str]:
    count = _count(lack)
    return (
        tr_n("{count} 个部门本月未报", "{count} 个部门本月未报", count),
        tr("{names}：没有加减分，也没有审结案件，请催办", names=_some(lack, "names")),
    )


def _ungraded(lack: Lack) -> tuple[str, str]:
    count = _count(lack)
    quarter = lack.facts["quarter"]
    return (
        tr_n("{count} 人没有平时考核等次", "{count} 人没有平时考核等次", count),
        tr("第 {quarter} 季度的等次印在本月公布表上", quarter=quarter),
    )


def _unadopted(lack: Lack) -> tuple[str, str]:
    held = lack.facts["categories"]
    names = dictionary_words(str(each) for each in held) if isinstance(held, tuple) else ""
    return tr("考核方案还没有采用"), tr("{names}的方案没有委员会决定文号", names=names)


def _calendar(lack: Lack) -> tuple[str, str]:
    return tr("缺 {year} 年工作日日历", year=lack.facts["year"]), tr("请导入国务院办公厅的放假通知")


def _running(lack: Lack) -> tuple[str, str]:
    until = lack.facts["until"]
    day = short(until) if hasattr(until, "month") else str(until)  # type: ignore[arg-type] # a date
    return tr("本月还没有结束"), tr("到 {day} 才结束；关账后本月不能再录入", day=day)


_LACKS: dict[str, Callable[[Lack], tuple[str, str]]] = {
    "drafts": _drafts,
    "unapproved": _unapproved,
    "unevaluated": _unevaluated,
    "silent": _silent,
    "ungraded": _ungraded,
    "unadopted": _unadopted,
    "calendar": _calendar,
    "running": _running,
}


def differing_item(each: Differing, sheet: MonthSheet) -> str:
    """Which figure two versions show differently."""
    own = {"department": tr("部门"), "total": tr("累计总分"), "rank": tr("名次"), "grade": tr("平时考核等次")}
    return own.get(each.what) or next(
        (scheme_word(column.name) for column in sheet.indicators if column.id == each.what), each.what
    )


def differing_value(each: Differing, value: int | str | None) -> str:
    """One side of a difference; a dash where that version has none."""
    if value is None:
        return "—"
    if isinstance(value, int) and each.what != "rank":
        return figure(value)
    return str(value)


def lowered_in_words(each: Differing) -> str:
    """A published figure that would be lower, as a refusal names it."""
    before, after = differing_value(each, each.before), differing_value(each, each.after)
    return tr("{name} {code} {before} → {after}", name=each.name, code=each.code, before=before, after=after)
