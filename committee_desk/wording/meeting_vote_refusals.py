"""Why a recusal or a vote at a meeting of the committee was refused."""

from committee_desk.domain.committee import Ground
from committee_desk.services.meeting_vote_refusals import (
    DecidedOnHimself,
    RecusalNotDeclared,
    RecusalUnclear,
    RecusedAlready,
    RecusedNamed,
    RecusedVoted,
    StakeUndecided,
    StakeUnsaid,
    VoteInUse,
    VoteLost,
    VoteMissing,
    VoteReasonMissing,
    VotesImpossible,
)
from committee_desk.wording.committee import first_names
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


@says(RecusedNamed)
def _recused(error: RecusedNamed) -> str:
    why = {
        Ground.OWN_FILE: tr("这一项涉及本人"),
        Ground.KINSHIP: tr("与{about}有亲属关系", about=error.about),
        Ground.STAKE: tr("与{about}有利害关系", about=error.about) if error.about else tr("与本议题有利害关系"),
    }[error.ground]
    part = {
        "voter": tr("不能参加表决"),
        "recorder": tr("不能记录这一项的表决"),
        "presiding": tr("不能主持这一项"),
    }.get(error.part, error.part)
    return tr(
        "{name}须回避议题“{title}”，{part}：{why}（公务员法第七十六条）。请换不需回避的人。",
        name=error.name,
        title=quoted(error.title),
        part=part,
        why=why,
    )


@says(RecusalUnclear)
def _recusal_unclear(error: RecusalUnclear) -> str:
    return tr(
        "“{name}”可能是{options}，其中有须回避议题“{title}”的人，分不清是谁。请写全姓名，同名的连同工号。",
        name=quoted(error.name),
        options=tr("、").join(error.options),
        title=quoted(error.title),
    )


@says(StakeUnsaid)
def _stake(_error: StakeUnsaid) -> str:
    return tr("没有写明有什么利害关系。请填写。")


@says(StakeUndecided)
def _undecided(_error: StakeUndecided) -> str:
    return tr("没有写明由谁决定是否回避。请填写决定人。")


@says(DecidedOnHimself)
def _himself(error: DecidedOnHimself) -> str:
    return tr("{name}不能决定自己的回避。请填写另一名决定人。", name=error.name)


@says(RecusedAlready)
def _already(error: RecusedAlready) -> str:
    return tr("{name}对“{about}”的回避已经登记，不必再登记。", name=error.name, about=quoted(error.about))


@says(RecusalNotDeclared)
def _derived(error: RecusalNotDeclared) -> str:
    return tr(
        "{name}的回避是法律规定的，不能在这里撤销：涉及本人的必须回避；亲属关系登记有误的，请在“人员”页更正。",
        name=error.name,
    )


@says(VotesImpossible)
def _impossible(error: VotesImpossible) -> str:
    if error.given <= 0:
        return tr("议题“{title}”的票数不对：请填写不小于 0 的整数，合计至少 1 票。", title=quoted(error.title))
    return tr(
        "议题“{title}”的赞成、反对、弃权合计 {given} 票，多于可以表决的 {entitled} 人。请核对票数。",
        title=quoted(error.title),
        given=error.given,
        entitled=error.entitled,
    )


@says(VoteReasonMissing)
def _vote_reason(_error: VoteReasonMissing) -> str:
    return tr("这一项已经有表决结果。更正表决要写明理由，原结果保留在日志中。请填写理由。")


@says(VoteInUse)
def _in_use(error: VoteInUse) -> str:
    return tr(
        "{year} 年度第 {number} 次会议的表决已经作为决定或等次名册的依据，不能改动。"
        "确需改动的，请先退回或撤销以它为依据的决定。",
        year=error.year,
        number=error.number,
    )


@says(VoteMissing)
def _missing(error: VoteMissing) -> str:
    if error.people:
        names = first_names(error.people)
        return tr(
            "{year} 年度第 {number} 次会议对“{title}”还没有表决这些人：{names}。请先在会上表决。",
            year=error.year,
            number=error.number,
            title=quoted(error.title),
            names=names,
        )
    return tr(
        "{year} 年度第 {number} 次会议对“{title}”没有表决，或者表决的是旧版名册。请先在会上对现在的名册表决。",
        year=error.year,
        number=error.number,
        title=quoted(error.title),
    )


@says(RecusedVoted)
def _recused_voted(error: RecusedVoted) -> str:
    return tr(
        "{name}参加了第 {number} 次会议对“{title}”的表决，而其须为{about}回避：亲属关系是会后登记的。"
        "请写明理由重新打开会议，回避后重新表决。",
        name=error.name,
        number=error.number,
        title=quoted(error.title),
        about=error.about,
    )


@says(VoteLost)
def _lost(error: VoteLost) -> str:
    return tr(
        "{year} 年度第 {number} 次会议对“{title}”的表决没有通过：赞成 {ayes} 票，全体委员 {members} 人。"
        "没有通过的事项不能作为决定的依据；仍要决定的，请由委员会另行表决。",
        year=error.year,
        number=error.number,
        title=quoted(error.title),
        ayes=error.ayes,
        members=error.members,
    )
