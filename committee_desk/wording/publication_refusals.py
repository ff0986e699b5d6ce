"""Sentences for what publishing refuses."""

from datetime import datetime

from committee_desk.domain.notice import NothingCorrected, SlipTouchesResult
from committee_desk.domain.publication import NotHanging
from committee_desk.domain.slips import NoPhone, SlipTooLong
from committee_desk.services.publication_refusals import (
    BadCutOff,
    BoardIsAPlace,
    DayNotConfirmed,
    HangsThere,
    HangsThereNoMore,
    NoSuchPlace,
    NothingAffected,
    NothingPublished,
    NothingToRecount,
    NoticeUnknown,
    NotTheMeetingsDay,
    PlaceNotHung,
    PlanIncomplete,
    PostedOutOfTime,
    PublicationReasonMissing,
    RecordedTooLate,
    RecountFirst,
    TooEarlyToClose,
    TwoNamesNeeded,
    WindowNeverShortens,
    WindowWasFull,
)
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


def at_minute(moment: datetime) -> str:
    """A moment to the minute, such as 2026-02-14（周六）17:30."""
    return tr("{day}{time}", day=dated(moment.date()), time=f"{moment:%H:%M}")


@says(NotHanging)
def _not_hanging(error: NotHanging) -> str:
    return tr(
        "“{place}”的公示书已于 {taken} 撤下，尚未重新张贴，公示期未满。请重新张贴并登记，缺的天数顺延补足。",
        place=error.place,
        taken=at_minute(error.taken),
    )


@says(SlipTouchesResult)
def _slip_touches_result(error: SlipTouchesResult) -> str:
    return tr(
        "更正说明只能改标题、依据、公示范围和受理处的笔误，不能改动“{what}”：涉及人员、等次、得分或公示时间的，"
        "请撤回公示，改后作为新的一版重新公示，对受影响的人重新计满公示期。",
        what=slip_field(error.what),
    )


@says(NothingCorrected)
def _nothing_corrected(_error: NothingCorrected) -> str:
    return tr("更正后的文字为空，或与公示书上的相同，没有可更正的内容。请核对后填写。")


@says(SlipTooLong)
def _slip_too_long(error: SlipTooLong) -> str:
    return tr(
        "更正后的文字太长，最多 {most} 个字：更正说明只改笔误。要改的内容较多的，请撤回公示，改后重新公示。",
        most=error.most,
    )


@says(NoPhone)
def _no_phone(error: NoPhone) -> str:
    return tr("“{text}”不是电话号码。电话只能写数字、空格、“-”“+”、括号和“转”，如 0000-5521 转 8。", text=error.what)


@says(PostedOutOfTime)
def _posted_out_of_time(error: PostedOutOfTime) -> str:
    facts = {
        "moment": at_minute(error.moment),
        "earliest": at_minute(error.earliest),
        "latest": at_minute(error.latest),
    }
    if error.earliest == error.moment:
        return tr("张贴时间 {moment} 还没有到，现在是 {latest}。请核对日期和时刻。", **facts)
    if error.latest < error.earliest:
        return tr("电脑时间 {latest} 早于 {earliest}，不能登记这之后的时间。请先校正电脑时间。", **facts)
    if error.what == "posted":
        return tr("张贴时间 {moment} 不对：只能在 {earliest} 至 {latest} 之间。请核对日期和时刻。", **facts)
    return tr("撤下时间 {moment} 不对：只能在 {earliest} 至 {latest} 之间。请核对日期和时刻。", **facts)


@says(RecordedTooLate)
def _recorded_too_late(error: RecordedTooLate) -> str:
    return tr(
        "{moment} 张贴的公示书最迟应在 {latest} 以前登记，现在登记，已过去的日子没有人能据以提出异议，不能计入公示期。"
        "请现在重新张贴，按新的张贴时间登记。",
        moment=at_minute(error.moment),
        latest=at_minute(error.latest),
    )


@says(WindowWasFull)
def _window_was_full(error: WindowWasFull) -> str:
    return tr(
        "公示期已按计满至 {earliest} 关闭，不能再登记“{place}”于 {moment} 撤下。确在截止以前撤下、公示期没有计满的，"
        "请写明理由办理“退回重新公示”，另行张贴，重新计满公示期；截止以后撤下的，请填写截止以后的时间。",
        earliest=at_minute(error.earliest),
        place=error.place,
        moment=at_minute(error.moment),
    )


@says(NotTheMeetingsDay)
def _not_the_meetings_day(error: NotTheMeetingsDay) -> str:
    return tr(
        "公示书写明的审议日期只能是审议通过这份名册的会议的日期 {day}，不能是 {typed}。请留空，由系统填写。",
        day=dated(error.day),
        typed=dated(error.typed),
    )


@says(PlanIncomplete)
def _plan_incomplete(error: PlanIncomplete) -> str:
    names = {
        "places": tr("张贴地点"),
        "department": tr("受理部门"),
        "place": tr("受理地点"),
        "phone": tr("受理电话"),
        "handler": tr("受理经办人"),
        "hung": tr("张贴记录"),
    }
    return tr(
        "公示书还缺：{missing}。请补全后再办；常用的可以在“系统”页的设置中填好。",
        missing=tr("、").join(names.get(each, each) for each in error.missing),
    )


@says(PlaceNotHung)
def _place_not_hung(error: PlaceNotHung) -> str:
    return tr("“{place}”还没有张贴记录。公示书写明的地点都张贴以后，才开始计算公示期。", place=error.place)


@says(NoSuchPlace)
def _no_such_place(error: NoSuchPlace) -> str:
    return tr("公示书没有写明在“{place}”张贴。请选：{places}。", place=error.place, places=tr("、").join(error.places))


@says(BoardIsAPlace)
def _board_is_a_place(error: BoardIsAPlace) -> str:
    return tr(
        "“{board}”是这份公示书的另一个张贴地点，“{place}”的不能改贴到那里。请填写别的张贴处；原处重新张贴的，“改贴到”不填。",
        board=error.board,
        place=error.place,
    )


@says(HangsThere)
def _hangs_there(error: HangsThere) -> str:
    return tr(
        "“{place}”的公示书自 {since} 起一直张贴着，不用重新张贴。中间撤下过的，请先登记撤下。",
        place=error.place,
        since=at_minute(error.since),
    )


@says(HangsThereNoMore)
def _hangs_there_no_more(error: HangsThereNoMore) -> str:
    return tr("“{place}”的公示书已于 {taken} 撤下，不用再登记。", place=error.place, taken=at_minute(error.taken))


@says(TwoNamesNeeded)
def _two_names_needed(_error: TwoNamesNeeded) -> str:
    return tr("张贴和撤下都要两个人在场。请填写两个不同的姓名。")


@says(BadCutOff)
def _bad_cut_off(error: BadCutOff) -> str:
    return tr(
        "截止时刻不能是“{typed}”。请写成 12:00 至 24:00 之间的时和分，如 17:30；不印时刻的写 24:00。",
        typed=error.typed,
    )


@says(WindowNeverShortens)
def _window_never_shortens(error: WindowNeverShortens) -> str:
    return tr(
        "公示期只能延长：现为 {now} 个工作日，不能改为 {days} 个。请填写更多的天数。", now=error.now, days=error.days
    )


@says(NothingToRecount)
def _nothing_to_recount(_error: NothingToRecount) -> str:
    return tr("按现在的日历计算，公示期没有变化，不用重新计算。")


@says(RecountFirst)
def _recount_first(error: RecountFirst) -> str:
    return tr(
        "日历已有变动，公示期现应到 {now}届满（原为 {last_day}），不能关闭。请先按新日历重新计算，并张贴补充公告。",
        now=dated(error.now),
        last_day=dated(error.last_day),
    )


@says(TooEarlyToClose)
def _too_early_to_close(error: TooEarlyToClose) -> str:
    return tr(
        "公示期到 {closes_at} 才截止，现在是 {now}，不能提前关闭。请在截止以后再办。",
        closes_at=at_minute(error.closes_at),
        now=at_minute(error.now),
    )


@says(DayNotConfirmed)
def _day_not_confirmed(error: DayNotConfirmed) -> str:
    return tr(
        "填写的日期 {typed}与这台电脑的日期 {today}不一致，没有办理。请两人对照日历核对："
        "填错的改正；电脑日期不对的，请先校正时钟。",
        typed=dated(error.typed),
        today=dated(error.today),
    )


@says(NothingPublished)
def _nothing_published(error: NothingPublished) -> str:
    return tr("{year} 年度现在没有在公示的公示书。请先张贴公示。", year=error.year)


@says(NoticeUnknown)
def _notice_unknown(error: NoticeUnknown) -> str:
    return tr(
        "{year} 年度没有编号为 {number} 的公示书、公告或说明。请在列表中选择。", year=error.year, number=error.number
    )


@says(NothingAffected)
def _nothing_affected(_error: NothingAffected) -> str:
    return tr("与已公示的结果相比，没有人的等次或公示内容有变化，不用部分公示。确要重新公示的，请选择公示全部人员。")


@says(PublicationReasonMissing)
def _reason_missing(_error: PublicationReasonMissing) -> str:
    return tr("延长、更正、撤回和重新公示都要写明理由，理由会记入日志。请填写理由。")


def slip_field(name: str) -> str:
    """What a correction note was to touch, as the notice calls it; a word of the list as it stands."""
    return {
        "title": tr("标题"),
        "basis": tr("依据"),
        "scope": tr("公示范围"),
        "department": tr("受理部门"),
        "place": tr("受理地点"),
        "phone": tr("受理电话"),
        "handler": tr("受理经办人"),
        "name": tr("姓名"),
        "person": tr("人员"),
        "grade": tr("等次"),
        "score": tr("得分"),
        "rank": tr("名次"),
        "window": tr("公示时间"),
        "counted": tr("公示时间"),
        "cut_off": tr("截止时刻"),
    }.get(name, name)
