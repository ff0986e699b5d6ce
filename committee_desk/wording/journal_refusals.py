"""Refusals about the journal and the clock, in words."""

from committee_desk.domain.journal import AlreadyOverruled, ClockBehind, NoSuchEntry, NotAHead, NotInTheFuture
from committee_desk.services.history import NoSuchIndicator
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(ClockBehind)
def _clock_behind(error: ClockBehind) -> str:
    return tr(
        "电脑时间 {now} 早于日志第 {entry} 条的时间 {newest}，以日期为准的操作暂停。"
        "请校正电脑时间；如系第 {entry} 条的时间有误，请两人在“系统”页的“日志”中更正这条的时间。",
        now=f"{error.now:%Y-%m-%d %H:%M}",
        entry=error.entry,
        newest=f"{error.newest:%Y-%m-%d %H:%M}",
    )


@says(NoSuchEntry)
def _no_such_entry(error: NoSuchEntry) -> str:
    return tr("日志中没有第 {entry} 条。请核对条目编号。", entry=error.entry)


@says(NotInTheFuture)
def _not_in_the_future(error: NotInTheFuture) -> str:
    return tr(
        "日志第 {entry} 条的时间 {at} 并不晚于电脑时间，不能推翻。只有时间晚于现在的条目才可推翻。",
        entry=error.entry,
        at=f"{error.at:%Y-%m-%d %H:%M}",
    )


@says(AlreadyOverruled)
def _already_overruled(error: AlreadyOverruled) -> str:
    return tr("日志第 {entry} 条的时间已经推翻过，无须再次推翻。", entry=error.entry)


@says(NotAHead)
def _not_a_head(error: NotAHead) -> str:
    return tr("“{typed}”不是日志头。请照纸面键入，至少四组、每组四个 0—9 或 a—f 的字符。", typed=error.typed)


@says(NoSuchIndicator)
def _no_such_indicator(error: NoSuchIndicator) -> str:
    return tr("{year} 年度的方案中没有指标“{indicator}”。请核对指标名称。", year=error.year, indicator=error.indicator)
