"""Sentences for what is refused of re-reviews and corrections."""

from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.proceedings import ProceedingKind, ProceedingStands
from committee_desk.services.proceeding_refusals import (
    BallotRejudged,
    BasisMissing,
    ChallengeMissing,
    ChangeChangesNothing,
    ChangeOfAnotherYear,
    ChangeTwice,
    ChangeUnproved,
    DayOutsideProceeding,
    DeclarationsMissing,
    ExaminerBarred,
    ExaminerTwice,
    ExaminerUnclear,
    FindingsMissing,
    HeardPersonUnknown,
    MotionContradicts,
    NoDepartureToLift,
    NoSuchExaminer,
    NoSuchProceeding,
    NotDecidedYet,
    NothingApproved,
    NothingLikeThat,
    ProceedingChanged,
    ProceedingGoesOn,
    ProceedingSettled,
    ReasonsMissing,
    ServedBadly,
    SharesBeyondTheCase,
    SourceMissing,
    SourceNotAccepted,
    TooFewExaminers,
    WithdrawnWhereItCameFrom,
)
from committee_desk.wording import objections
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import (
    application_state,
    bar_name,
    change_name,
    fact_name,
    kind_name,
    move_name,
    state_name,
)
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


@says(ProceedingStands)
def _stands(error: ProceedingStands) -> str:
    return tr(
        "{label} 现为“{state}”，不能“{move}”。请刷新后按进程办理。",
        label=error.label,
        state=state_name(error.state),
        move=move_name(error.move),
    )


@says(NoSuchProceeding)
def _no_such(error: NoSuchProceeding) -> str:
    return tr("{year} 年度没有第 {number} 号复核或更正。请刷新列表后再选。", year=error.year, number=error.number)


@says(ProceedingChanged)
def _changed(error: ProceedingChanged) -> str:
    return tr(
        "{label} 刚由{actor}改动，现为“{state}”。请看过后再办理。",
        label=error.now.label,
        actor=error.now.actor,
        state=state_name(error.now.state),
    )


@says(NothingApproved)
def _nothing_approved(error: NothingApproved) -> str:
    return tr("{year} 年度还没有审议通过的等次名单，不需要复核或更正程序。数据有误的，请在原处更正。", year=error.year)


@says(SourceNotAccepted)
def _not_accepted(error: SourceNotAccepted) -> str:
    state = error.state
    told = objections.state_name(state) if isinstance(state, ObjectionState) else application_state(state)
    return tr("{label} 现为“{state}”，不能立项复核。请先受理，或核对编号。", label=error.label, state=told)


@says(SourceMissing)
def _source_missing(error: SourceMissing) -> str:
    return tr("{kind}须写明是哪一件异议、复核申请或者申诉。请选择后再立项。", kind=kind_name(error.kind))


@says(ProceedingGoesOn)
def _goes_on(error: ProceedingGoesOn) -> str:
    return tr(
        "{source} 已立项为 {label}（{state}），不重复立项。请打开 {label} 办理。",
        source=error.source,
        label=error.held.label,
        state=state_name(error.held.state),
    )


@says(BasisMissing)
def _basis_missing(_error: BasisMissing) -> str:
    return tr("更正须写明依据：处分决定、补定等次的结案材料、查实的笔误等。请填写依据后再立项。")


@says(ChallengeMissing)
def _challenge_missing(_error: ChallengeMissing) -> str:
    return tr("没有选择被异议的得分或事实，无法判断谁须回避。请至少选择一项；只对程序有意见的，选“考核程序”。")


@says(NothingLikeThat)
def _nothing_like_that(error: NothingLikeThat) -> str:
    return tr(
        "台账里没有“{fact}”，或者不能这样更正。请从列表中选择，并核对案号、工号、日期和凭证号。",
        fact=quoted(fact_name(error.kind, error.key)),
    )


@says(TooFewExaminers)
def _too_few(error: TooFewExaminers) -> str:
    return tr("复核由两人以上承办，现在只有 {given} 人。请再指定没有回避情形的人。", given=error.given)


@says(ExaminerTwice)
def _twice(error: ExaminerTwice) -> str:
    return tr("{name}写了两次。请指定两个不同的承办人。", name=error.name)


@says(ExaminerBarred)
def _barred(error: ExaminerBarred) -> str:
    return tr(
        "{name}{why}，应当回避，不能承办本件复核（公务员法第七十六条）。请另行指定承办人。",
        name=error.name,
        why=bar_name(error.bar),
    )


@says(ExaminerUnclear)
def _unclear(error: ExaminerUnclear) -> str:
    return tr(
        "“{name}”可能是{options}，分不清是谁，无法判断是否须回避。请写工号，或写成“姓名（工号）”。",
        name=quoted(error.name),
        options=tr("、").join(error.options),
    )


@says(NoSuchExaminer)
def _no_such_examiner(error: NoSuchExaminer) -> str:
    return tr("“{name}”不是 {label} 的承办人。请从承办人中选择。", name=quoted(error.name), label=error.label)


@says(DeclarationsMissing)
def _declarations(error: DeclarationsMissing) -> str:
    return tr(
        "{names}还没有签回避声明，{label} 不能登记查明事实。请先登记每名承办人的声明。",
        names=tr("、").join(error.names),
        label=error.label,
    )


@says(DayOutsideProceeding)
def _day(error: DayOutsideProceeding) -> str:
    what = {"declared": tr("声明"), "heard": tr("听取意见"), "served": tr("送达")}.get(error.what, error.what)
    if error.earliest == error.latest:
        return tr("{what}的日期 {day} 不对：只能是 {only}。请核对。", what=what, day=error.day, only=error.latest)
    return tr(
        "{what}的日期 {day} 不对：应当在 {earliest} 至 {latest} 之间。请核对。",
        what=what,
        day=error.day,
        earliest=error.earliest,
        latest=error.latest,
    )


@says(ProceedingSettled)
def _settled(error: ProceedingSettled) -> str:
    return tr(
        "{label} 已办结（{state}），不再改动。仍有错误的，另立更正。", label=error.label, state=state_name(error.state)
    )


@says(NotDecidedYet)
def _not_decided(error: NotDecidedYet) -> str:
    return tr("{label} 尚未作出决定，没有可送达的复核决定书。请先由委员会表决并登记决定。", label=error.label)


@says(FindingsMissing)
def _findings(_error: FindingsMissing) -> str:
    return tr("没有写查明的事实。请写明查了什么、查明了什么。")


@says(ChangeUnproved)
def _unproved(error: ChangeUnproved) -> str:
    return tr(
        "“{change}”没有写理由或者证明材料；测评票须写计票复核记录。请补齐。",
        change=quoted(fact_name(error.change.kind, error.change.key)),
    )


@says(ChangeChangesNothing)
def _nothing_changed(error: ChangeChangesNothing) -> str:
    return tr("“{change}”与现在的记录一样，没有改动。请核对后删去这一项。", change=quoted(change_name(error.change)))


@says(NoDepartureToLift)
def _no_departure(error: NoDepartureToLift) -> str:
    return tr("{name}的等次没有另定过，不能取消另定。请写明应为哪一等次。", name=error.name)


@says(ChangeTwice)
def _change_twice(error: ChangeTwice) -> str:
    return tr("“{change}”这一项写了两次。请只保留一条。", change=quoted(change_name(error.change)))


@says(ChangeOfAnotherYear)
def _other_year(error: ChangeOfAnotherYear) -> str:
    return tr(
        "“{change}”不是 {year} 年度的事实，不能在本件里更正。请在它所属的年度另行更正。",
        change=quoted(change_name(error.change)),
        year=error.year,
    )


@says(SharesBeyondTheCase)
def _shares(error: SharesBeyondTheCase) -> str:
    return tr(
        "{number} 各承办人的分担比例合计超过 1，这一人最多 {most}。请把同案其他人的比例一并更正。",
        number=error.number,
        most=error.most,
    )


@says(BallotRejudged)
def _ballot(error: BallotRejudged) -> str:
    return tr(
        "“{value}”不是票（{slip}）上能写的分数。测评票只复核计票，不重新评分：请照票面填写 0—100 分或者弃权。",
        value=quoted(error.value),
        slip=error.slip,
    )


@says(HeardPersonUnknown)
def _heard(error: HeardPersonUnknown) -> str:
    return {
        "code": tr("没有写明听取了谁的意见。请从本年度人员中选择。"),
        "said": tr("没有写本人的意见。请写明本人怎么说；本人表示没有意见的，照写。"),
        "by": tr("没有写记录人。请填写听取意见并作记录的人。"),
    }.get(error.field, error.field)


@says(ReasonsMissing)
def _reasons(error: ReasonsMissing) -> str:
    return tr("{label} 没有写理由。请写明理由后再保存。", label=error.label)


@says(MotionContradicts)
def _contradicts(error: MotionContradicts) -> str:
    if error.changes:
        return tr(
            "{label} 查明有 {count} 项不同，复核意见却是“维持”。请改为“变更”提请表决，或者先更正查明事实；"
            "委员会表决没有通过变更的，会议结束后可以提出“维持”。",
            label=error.label,
            count=error.changes,
        )
    return tr("{label} 没有查明任何不同，复核意见却是“变更”。请改为“维持”，或者先登记查明的改动。", label=error.label)


@says(WithdrawnWhereItCameFrom)
def _withdrawn_there(error: WithdrawnWhereItCameFrom) -> str:
    if error.kind is ProceedingKind.OBJECTION:
        return tr("{label} 由异议引起，不单独终止。请由异议人书面撤回异议，复核随之终止。", label=error.label)
    return tr("{label} 由申请引起，不单独终止。请由申请人书面撤回申请，复核随之终止。", label=error.label)


@says(ServedBadly)
def _served(error: ServedBadly) -> str:
    lacks = {
        "server": tr("送达人"),
        "witnesses": tr("两名不同于送达人的见证人（拒收时留置送达）"),
        "proof": tr("送达凭证（邮寄、其他方式送达）"),
    }
    return tr("{label} 的送达缺{what}。请补齐后再登记。", label=error.label, what=lacks.get(error.lacks, error.lacks))
