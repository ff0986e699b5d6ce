"""Sentences for what months refuse."""

from committee_desk.domain.months import MonthClosed, MonthState, NoSuchMonth, NoSuchQuarter, QuarterNotOver
from committee_desk.services.month_views import (
    ClosedWouldBeChanged,
    GradeChangedMeanwhile,
    GradeReasonMissing,
    MonthIncomplete,
    MonthNotBegun,
    MonthOutOfOrder,
    MonthReasonMissing,
    MonthStands,
    MonthWithoutPeople,
    NoSuchVersion,
    NotGradedThen,
    NothingToPublish,
    PublishedWouldBeLowered,
    RoutineGradesOff,
)
from committee_desk.wording.days import month_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.months import lack_title, lowered_in_words, months_named, of_the_year, state_name
from committee_desk.wording.saying import says

NAMED = 3


@says(MonthClosed)
def _month_closed(error: MonthClosed) -> str:
    return tr(
        "{month}{state}，不能再录入。确要改动的，请有关账权限的人在“评分录入”里写明理由重开这个月。",
        month=of_the_year(error.year, error.month),
        state=state_name(error.state),
    )


@says(NoSuchMonth)
def _no_such_month(error: NoSuchMonth) -> str:
    return tr("没有 {month} 月。请选 1 至 12 月。", month=error.month)


@says(NoSuchQuarter)
def _no_such_quarter(error: NoSuchQuarter) -> str:
    return tr("没有第 {quarter} 季度。请选 1 至 4 季度。", quarter=error.quarter)


@says(QuarterNotOver)
def _quarter_not_over(error: QuarterNotOver) -> str:
    return tr(
        "{year}年第 {quarter} 季度还没有结束，不能定平时考核等次。请在 {until} 当天或以后再定。",
        year=error.year,
        quarter=error.quarter,
        until=error.until,
    )


@says(MonthNotBegun)
def _month_not_begun(error: MonthNotBegun) -> str:
    return tr("{month}还没有开始，不能关账。请到月末再办。", month=of_the_year(error.year, error.month))


@says(MonthOutOfOrder)
def _month_out_of_order(error: MonthOutOfOrder) -> str:
    facts = {"month": month_name(error.month), "earlier": month_name(error.earlier)}
    if error.act == "close":
        return tr("{month}还不能关账：{earlier}没有关账。各月按先后关账，请先办{earlier}。", **facts)
    return tr("{month}还不能公布：{earlier}没有公布。各月累计计分，请先公布{earlier}。", **facts)


@says(MonthStands)
def _month_stands(error: MonthStands) -> str:
    month = of_the_year(error.year, error.month)
    if error.act == "publish":
        return tr("{month}还没有关账，不能公布。请先关账。", month=month)
    if error.act == "reopen":
        return tr("{month}本来就开着，不用重开。", month=month)
    if error.state is MonthState.PUBLISHED:
        return tr("{month}已经公布，不用再关账。要更正的，请先重开。", month=month)
    return tr("{month}已经关账。要改动的，请先重开。", month=month)


@says(MonthIncomplete)
def _month_incomplete(error: MonthIncomplete) -> str:
    return tr(
        "{month}关账前还差 {count} 项：{lacks}。请先补齐；确要关账的，请写明理由。",
        month=of_the_year(error.year, error.month),
        count=len(error.lacks),
        lacks=tr("；").join(map(lack_title, error.lacks)),
    )


@says(MonthReasonMissing)
def _month_reason_missing(error: MonthReasonMissing) -> str:
    return tr("重开{month}要写明理由，理由会记入日志。请填写理由。", month=of_the_year(error.year, error.month))


@says(NothingToPublish)
def _nothing_to_publish(error: NothingToPublish) -> str:
    return tr("{month}的公布表与最近一版完全相同，没有新的一版可公布。", month=of_the_year(error.year, error.month))


@says(MonthWithoutPeople)
def _month_without_people(error: MonthWithoutPeople) -> str:
    return tr("{month}没有参加考核的人，没有什么可公布。请先导入人员。", month=of_the_year(error.year, error.month))


@says(NoSuchVersion)
def _no_such_version(error: NoSuchVersion) -> str:
    return tr(
        "{month}没有{category}公布表第 {version} 版。请在各版中另选。",
        month=of_the_year(error.year, error.month),
        category=dictionary_word(error.category),
        version=error.version,
    )


@says(PublishedWouldBeLowered)
def _published_would_be_lowered(error: PublishedWouldBeLowered) -> str:
    first, *_ = error.lowered
    people = list(dict.fromkeys((each.code, month) for month, each in error.lowered))
    named = tr("；").join(lowered_in_words(each) for _, each in error.lowered[:NAMED])
    return tr(
        "已公布的得分会被改低，未作任何改动。{month}公布表上有 {count} 处（{named}）。"
        "请在窗口的“评分录入”里写明理由重开{month}，再导入或撤回，然后公布更正的一版。",
        month=of_the_year(error.year, first[0]),
        count=len(people),
        named=named,
    )


@says(ClosedWouldBeChanged)
def _closed_would_be_changed(error: ClosedWouldBeChanged) -> str:
    months = months_named(error.months)
    return tr_n(
        "{months}已关账，有 {count} 行会改动关账人看过的数据，未作任何改动。"
        "请在窗口的“评分录入”里写明理由重开{months}，再导入或撤回，然后重新关账。",
        "{months}已关账，有 {count} 行会改动关账人看过的数据，未作任何改动。"
        "请在窗口的“评分录入”里写明理由重开{months}，再导入或撤回，然后重新关账。",
        error.rows,
        months=months,
    )


@says(RoutineGradesOff)
def _routine_grades_off(_error: RoutineGradesOff) -> str:
    return tr("本院没有启用平时考核等次。请先在“系统—设置”里启用。")


@says(GradeReasonMissing)
def _grade_reason_missing(error: GradeReasonMissing) -> str:
    return tr(
        "工号 {code} 的平时考核等次定为“{grade}”而不是“较好”，要写明理由。请填写理由。",
        code=error.code,
        grade=error.grade,
    )


@says(GradeChangedMeanwhile)
def _grade_changed_meanwhile(error: GradeChangedMeanwhile) -> str:
    return tr(
        "{name}的平时考核等次已由{by}在 {at} 改为“{now}”，没有覆盖。请核对后再改。",
        name=error.name,
        by=error.by,
        at=f"{error.at:%Y-%m-%d %H:%M}",
        now=error.now or tr("无"),
    )


@says(NotGradedThen)
def _not_graded_then(error: NotGradedThen) -> str:
    return tr(
        "工号 {code} 在第 {quarter} 季度不参加本院考核，没有平时考核等次可定。请核对工号。",
        code=error.code,
        quarter=error.quarter,
    )
