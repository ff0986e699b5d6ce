"""Why an act on a meeting of the committee was refused: its calling, who is there, its minutes."""

from committee_desk.domain.committee import MeetingState
from committee_desk.services.meeting_refusals import (
    AgendaEmpty,
    DayNotTheMeetings,
    ItemTwice,
    ItemUntitled,
    ItemVoted,
    ItemWithoutPeople,
    MeetingBeforeItsMatter,
    MeetingChanged,
    MeetingNamed,
    MeetingNotClosed,
    MeetingOfAnotherTime,
    MeetingStateWrong,
    MeetingTooEarly,
    MeetingWithoutQuorum,
    MemberNotPresent,
    MinutesNumberMissing,
    MinutesNumberTaken,
    NobodyPresides,
    NoSuchItem,
    NoSuchMeeting,
    NotAMember,
    PaperNotTheMinutes,
    PlaceMissing,
    PresenceMissing,
    RecorderMissing,
    ReopeningReasonMissing,
    SameNames,
)
from committee_desk.wording.committee import first_names, meeting_state
from committee_desk.wording.days import moment
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


def _meeting(error: MeetingChanged | MeetingStateWrong | NoSuchMeeting) -> str:
    return tr("{year} 年度第 {number} 次会议", year=error.year, number=error.number)


# -- calling and holding -----------------------------------------------------------------------------------------------


@says(NoSuchMeeting)
def _no_meeting(error: NoSuchMeeting) -> str:
    return tr("没有{meeting}，或者它已取消。请在会议列表中选择。", meeting=_meeting(error))


@says(MeetingChanged)
def _changed(error: MeetingChanged) -> str:
    return tr(
        "{actor}在 {at} 改动了{meeting}。这次操作没有保存，也没有覆盖别人的内容；请看过刷新后的会议再做一次。",
        actor=error.actor,
        at=moment(error.at),
        meeting=_meeting(error),
    )


@says(MeetingStateWrong)
def _state(error: MeetingStateWrong) -> str:
    if error.state is MeetingState.CLOSED:
        return tr("{meeting}已结束，会议记录只供阅读。确需改动的，请先写明理由重新打开会议。", meeting=_meeting(error))
    if error.wanted is MeetingState.OPEN:
        return tr("{meeting}还没有开会。请先登记到会情况并宣布开会。", meeting=_meeting(error))
    state = meeting_state(error.state)
    return tr("{meeting}现在是“{state}”，不能这样操作。", meeting=_meeting(error), state=state)


@says(MeetingTooEarly)
def _too_early(error: MeetingTooEarly) -> str:
    return tr(
        "会议通知的时间是 {called}，今天还没到。请到那天再宣布开会，或先更改会议时间。", called=moment(error.called)
    )


@says(MeetingOfAnotherTime)
def _another_time(error: MeetingOfAnotherTime) -> str:
    return tr(
        "会议日期 {day} 不可能是讨论 {year} 年度考核的会议：应在当年年初之后、其后两年之内。请核对年份。",
        day=f"{error.day:%Y-%m-%d}",
        year=error.year,
    )


@says(PlaceMissing)
def _place(_error: PlaceMissing) -> str:
    return tr("没有填写会议地点。请填写。")


@says(AgendaEmpty)
def _agenda(_error: AgendaEmpty) -> str:
    return tr("会议没有议题。请至少列一项。")


@says(ItemUntitled)
def _untitled(error: ItemUntitled) -> str:
    return tr("第 {place} 项议题没有标题。请填写。", place=error.place)


@says(ItemTwice)
def _twice(error: ItemTwice) -> str:
    return tr("两项议题的编号都是“{item}”。请改其中一个。", item=quoted(error.item))


@says(ItemWithoutPeople)
def _nobody(error: ItemWithoutPeople) -> str:
    return tr("议题“{title}”没有写明涉及哪些人。请选择人员。", title=quoted(error.title))


@says(ItemVoted)
def _voted(error: ItemVoted) -> str:
    return tr(
        "议题“{title}”已经表决，不能删除、更换涉及的人员，会议也不能取消。表决有误的，请更正表决并写明理由。",
        title=quoted(error.title),
    )


@says(NoSuchItem)
def _no_item(error: NoSuchItem) -> str:
    return tr(
        "会议没有编号为“{item}”的议题或这样的表决事项：回避情况变化后，表决事项会重新划分。请看过刷新后的会议再做一次。",
        item=quoted(error.item),
    )


@says(PresenceMissing)
def _presence(error: PresenceMissing) -> str:
    return tr("还没有登记这些委员是否到会：{names}。请逐一登记出席、缺席或请假。", names=first_names(error.names))


@says(MeetingWithoutQuorum)
def _no_quorum(error: MeetingWithoutQuorum) -> str:
    law = tr("请按决定增补委员后再表决或另行召集会议（委员总数不超过 9 人）；缺席的委员能到会的，也可改期再议。")
    if not error.title:
        return tr(
            "应到 {members} 人，实到 {remaining} 人，少于规定的 {needed} 人，不能开会。{law}",
            members=error.members,
            remaining=error.remaining,
            needed=error.needed,
            law=law,
        )
    gone = tr("{names}回避后", names=first_names(error.leaving)) if error.leaving else ""
    return tr(
        "议题“{title}”：{gone}可以表决的只有 {remaining} 人，全体委员 {members} 人，少于规定的 {needed} 人，"
        "不能表决。{law}",
        title=quoted(error.title),
        gone=gone,
        remaining=error.remaining,
        members=error.members,
        needed=error.needed,
        law=law,
    )


@says(NobodyPresides)
def _presides(error: NobodyPresides) -> str:
    if not error.title:
        return tr("主任{name}和副主任都不在场。请指定一名到会的委员主持。", name=error.name)
    return tr(
        "{name}须回避议题“{title}”，没有可以代为主持的副主任。请指定一名不需回避的委员主持这一项。",
        name=error.name,
        title=quoted(error.title),
    )


@says(RecorderMissing)
def _recorder(_error: RecorderMissing) -> str:
    return tr("没有写明由谁记录。请填写记录人。")


@says(MinutesNumberMissing)
def _no_number(_error: MinutesNumberMissing) -> str:
    return tr("会议纪要没有编号，会议不能结束。请填写纪要编号，如“检考委〔2027〕1号”。")


@says(MinutesNumberTaken)
def _number_taken(error: MinutesNumberTaken) -> str:
    if error.of != error.year:
        return tr(
            "纪要编号“{document}”已经用于 {year} 年度第 {other} 次会议。请换一个编号。",
            document=quoted(error.document),
            year=error.of,
            other=error.other,
        )
    return tr(
        "纪要编号“{document}”已经用于第 {other} 次会议。请换一个编号。",
        document=quoted(error.document),
        other=error.other,
    )


@says(MeetingNotClosed)
def _not_closed(error: MeetingNotClosed) -> str:
    return tr(
        "{year} 年度第 {number} 次会议还没有结束，会议纪要没有编号。请先填写纪要编号结束会议。",
        year=error.year,
        number=error.number,
    )


@says(PaperNotTheMinutes)
def _not_the_minutes(error: PaperNotTheMinutes) -> str:
    return tr(
        "第 {number} 次会议的纪要编号是“{minutes}”，决定的文号写的是“{document}”。请按纪要编号登记，或留空由程序填写。",
        number=error.number,
        minutes=quoted(error.minutes),
        document=quoted(error.document),
    )


@says(DayNotTheMeetings)
def _not_the_day(error: DayNotTheMeetings) -> str:
    return tr(
        "第 {number} 次会议是 {held} 开的，决定的日期写的是 {day}。请按会议日期登记。",
        number=error.number,
        held=error.held.isoformat(),
        day=error.day.isoformat(),
    )


@says(MeetingBeforeItsMatter)
def _before_its_matter(error: MeetingBeforeItsMatter) -> str:
    if not error.version:
        return tr(
            "会议时间 {called} 不对：平票和评价不全要到 {year} 年度结束才能审议。请核对日期。",
            called=moment(error.called),
            year=error.year,
        )
    return tr(
        "会议时间是 {called}，等次建议第 {version} 版到 {laid} 才提出，这次会议不可能审议它。"
        "请核对时间，或在提出之后另行召集会议。",
        called=moment(error.called),
        version=error.version,
        laid=moment(error.laid),
    )


@says(MeetingNamed)
def _named(error: MeetingNamed) -> str:
    return tr(
        "第 {number} 次会议已写在这些人的等次决定中：{names}，不能取消。请先撤销或更正这些决定。",
        number=error.number,
        names=first_names(error.names),
    )


@says(ReopeningReasonMissing)
def _why(_error: ReopeningReasonMissing) -> str:
    return tr("没有填写理由：重新打开或取消会议、撤销回避，都要写明为什么。请填写。")


# -- who is named ------------------------------------------------------------------------------------------------------


@says(NotAMember)
def _not_member(error: NotAMember) -> str:
    return tr("“{name}”当天不是考评委员会的委员。请核对姓名，或先在“人员”页登记任期。", name=quoted(error.name))


@says(SameNames)
def _same_names(error: SameNames) -> str:
    return tr(
        "叫“{name}”的不止一人：{options}。请连同工号一起写明是哪一位。",
        name=quoted(error.name),
        options=tr("、").join(error.options),
    )


@says(MemberNotPresent)
def _not_present(error: MemberNotPresent) -> str:
    return tr("{name}没有到会，不能参加表决或主持。请核对到会登记。", name=error.name)
