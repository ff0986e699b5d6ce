"""Why a member was not appointed, and what is wrong with a committee."""

from datetime import date

from committee_desk.domain.committee import FEWEST, MOST
from committee_desk.services.committee_views import (
    ChairNotChief,
    CommitteeSizeWrong,
    MemberOfTheDesk,
    MemberSitsAlready,
    MemberUnnamed,
    NoChair,
    SeveralChairs,
    TermDecisionMissing,
    TermEndsBefore,
    TermGone,
    TermTooEarly,
)
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


def _day(day: date) -> str:
    return f"{day:%Y-%m-%d}"


@says(CommitteeSizeWrong)
def _size(error: CommitteeSizeWrong) -> str:
    return tr(
        "{day} 考评委员会有 {count} 名委员，法律规定为 {fewest} 至 {most} 人（检察官法第四十条）。"
        "请先在“人员”页的考评委员会中登记或结束任期。",
        day=_day(error.day),
        count=error.count,
        fewest=FEWEST,
        most=MOST,
    )


@says(NoChair)
def _no_chair(error: NoChair) -> str:
    return tr(
        "{day} 考评委员会没有主任：主任由本院检察长担任（检察官法第四十条）。请先在“人员”页的考评委员会中登记。",
        day=_day(error.day),
    )


@says(SeveralChairs)
def _several_chairs(error: SeveralChairs) -> str:
    return tr(
        "{day} 考评委员会有不止一名主任：{names}。主任只有一人，由本院检察长担任。请先更正任期。",
        day=_day(error.day),
        names=tr("、").join(error.names),
    )


@says(ChairNotChief)
def _not_chief(error: ChairNotChief) -> str:
    why = (
        tr("花名册中{name}的职务是“{post}”", name=error.name, post=error.post)
        if error.post
        else tr("花名册中{name}没有检察长的职务", name=error.name)
    )
    chief = tr("，检察长是{chief}", chief=error.chief) if error.chief else ""
    return tr(
        "{day} 考评委员会的主任{name}不是本院检察长：{why}{chief}。主任由检察长担任（检察官法第四十条），"
        "请更正委员名单，或先导入改正的花名册。",
        day=_day(error.day),
        name=error.name,
        why=why,
        chief=chief,
    )


@says(MemberUnnamed)
def _unnamed(_error: MemberUnnamed) -> str:
    return tr("没有写明委员是谁。请选一人，或填写姓名。")


@says(MemberOfTheDesk)
def _of_the_desk(error: MemberOfTheDesk) -> str:
    return tr(
        "本院名册上有{options}。请选定是哪一位，以便确定回避；确是院外同名的人，请在姓名后注明单位。",
        options=tr("、").join(error.options),
    )


@says(MemberSitsAlready)
def _sits_already(error: MemberSitsAlready) -> str:
    until = _day(error.held.until) if error.held.until else tr("至今")
    return tr(
        "{name}在这段时间里已经是委员（{since} 至 {until}）。请更正那一条，或改任期的起止日期。",
        name=error.name,
        since=_day(error.held.since),
        until=until,
    )


@says(TermEndsBefore)
def _ends_before(error: TermEndsBefore) -> str:
    return tr("任期的截止日 {until} 早于开始日 {since}。请改正日期。", since=_day(error.since), until=_day(error.until))


@says(TermTooEarly)
def _too_early(error: TermTooEarly) -> str:
    return tr(
        "任期从 {since} 开始，早于 {earliest}：设立考评委员会的检察官法那天才施行。请核对年份。",
        since=_day(error.since),
        earliest=_day(error.earliest),
    )


@says(TermDecisionMissing)
def _decision(error: TermDecisionMissing) -> str:
    return tr("没有写明{name}任委员或不再任委员的决定文号。请填写。", name=quoted(error.name))


@says(TermGone)
def _gone(_error: TermGone) -> str:
    return tr("这一任期刚刚被更正或取消。名单已刷新，请重新选择。")
