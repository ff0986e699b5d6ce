"""Sentences for what the calendar refuses."""

from committee_desk.domain.calendar import DayOutOfRange, TooFewDays, YearNotHeld
from committee_desk.services.calendar import DayNotListed, DocumentMissing, NewYearsDayStands, NoticeNotHeld
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(YearNotHeld)
def _year_not_held(error: YearNotHeld) -> str:
    return tr(
        "日历中没有 {year} 年：缺国务院办公厅关于 {year} 年部分节假日安排的通知（通常上一年 11 月发布），"
        "不能推算该年的工作日。请将该通知按“节假日”工作簿导入后再试，其中须列明 1 月 1 日（休）。",
        year=error.year,
    )


@says(TooFewDays)
def _too_few_days(error: TooFewDays) -> str:
    return tr(
        "公示期不得少于 {minimum} 个工作日，不能按 {days} 个计算。请改为 {minimum} 个或更多。",
        minimum=error.minimum,
        days=error.days,
    )


@says(DayOutOfRange)
def _day_out_of_range(_error: DayOutOfRange) -> str:
    return tr("日期超出可以计算的范围（公元 1 年至 9999 年）。请核对日期和天数。")


@says(DocumentMissing)
def _document_missing(_error: DocumentMissing) -> str:
    return tr("没有填写文号：日历只能依据通知改动。请填写该通知的文号。")


@says(DayNotListed)
def _day_not_listed(error: DayNotListed) -> str:
    return tr("{day} 不在日历的放假或上班名单中，无可取消。请核对日期。", day=error.day.isoformat())


@says(NoticeNotHeld)
def _notice_not_held(error: NoticeNotHeld) -> str:
    return tr(
        "日历中没有 {year} 年，不能单独填写一天。请先把该年的放假通知按“节假日”工作簿整份导入"
        "（空白表见 template calendar），再改个别日子。",
        year=error.year,
    )


@says(NewYearsDayStands)
def _new_years_day_stands(error: NewYearsDayStands) -> str:
    return tr("{year} 年 1 月 1 日标志该年的通知已经导入，不能取消放假，也不能改为上班。", year=error.year)
