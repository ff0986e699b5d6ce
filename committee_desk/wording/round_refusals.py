"""Sentences for what is refused of rating rounds."""

from committee_desk.domain.rounds import RoundStands
from committee_desk.services.round_refusals import (
    AbsentUnclear,
    AbsentUnknown,
    AdoptedAhead,
    AdoptionIncomplete,
    AgainUnchanged,
    CapUnclear,
    ClassNotRating,
    DueLocked,
    LeaderNotRated,
    LookIncomplete,
    NobodyRates,
    NoSuchFlag,
    NoSuchRound,
    NothingSealed,
    NotOnTheRoster,
    RatedByImport,
    RatedElsewhere,
    RosterMoved,
    RoundChanged,
    RoundForNobody,
    RoundFromWorkbooks,
    RoundNotReady,
    RoundSchemesDiffer,
    RoundTooLate,
    RoundUntitled,
    SchemeMoved,
    SealKeyWrong,
    TurnoutBeyond,
    TurnoutUnclear,
    UnsealReasonMissing,
    VoidReasonMissing,
)
from committee_desk.services.round_turnout import MOST
from committee_desk.wording.courses import stage_name
from committee_desk.wording.days import dated
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import act_on_round, round_state, turnout_field, waiting_words
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


@says(RoundStands)
def _stands(error: RoundStands) -> str:
    return tr(
        "{label} 现为“{state}”，不能“{act}”。请刷新后再办理。",
        label=error.label,
        state=round_state(error.state),
        act=act_on_round(error.act),
    )


@says(NoSuchRound)
def _no_such_round(error: NoSuchRound) -> str:
    return tr("{year} 年度没有第 {number} 轮民主测评。请刷新后重新选择。", year=error.year, number=error.number)


@says(RoundUntitled)
def _untitled(_error: RoundUntitled) -> str:
    return tr("测评轮次没有名称。请填写名称后再保存。")


@says(RoundForNobody)
def _for_nobody(_error: RoundForNobody) -> str:
    return tr("本轮没有一名被测评人。请选择有人在岗的人员类别，或者手工指定被测评人。")


@says(RoundSchemesDiffer)
def _schemes_differ(error: RoundSchemesDiffer) -> str:
    return tr(
        "{categories}的方案计票规则不同，不能合在一轮测评。请分别开轮次。",
        categories=tr("、").join(dictionary_word(each) for each in error.categories),
    )


@says(CapUnclear)
def _cap_unclear(error: CapUnclear) -> str:
    return tr(
        "每票最多评优秀的人数“{typed}”须是 1 到 {rated} 的整数；不限就留空。",
        typed=quoted(error.typed),
        rated=error.rated,
    )


@says(RoundTooLate)
def _too_late(error: RoundTooLate) -> str:
    return tr(
        "{year} 年度现为“{stage}”，等次名单已经审定，不能再组织民主测评。确需测评，请先把年度退回审议。",
        year=error.year,
        stage=stage_name(error.stage),
    )


@says(RoundChanged)
def _changed(error: RoundChanged) -> str:
    return tr("{label} 的草稿刚才改过，与两人看到的不同。请刷新、重新核对后再启动。", label=error.label)


@says(RatedElsewhere)
def _rated_elsewhere(error: RatedElsewhere) -> str:
    return tr(
        "{names}等人在 {other} 中已是被测评人，不能在 {label} 中再测评一次。请在一轮中去掉。",
        names=tr("、").join(error.names),
        other=error.other,
        label=error.label,
    )


@says(RatedByImport)
def _rated_by_import(error: RatedByImport) -> str:
    return tr(
        "{names}等人已有导入的测评票，不能在 {label} 中再测评一次。请去掉这些人，或先撤回导入。",
        names=tr("、").join(error.names),
        label=error.label,
    )


@says(NotOnTheRoster)
def _not_on_the_roster(error: NotOnTheRoster) -> str:
    return tr("{label}：本年度人员中没有工号 {code}。请核对工号。", label=error.label, code=quoted(error.code))


@says(LeaderNotRated)
def _leader_not_rated(error: LeaderNotRated) -> str:
    return tr("{name}是领导成员，等次由主管机关确定，可以投票，不作被测评人。", name=error.name)


@says(RosterMoved)
def _roster_moved(error: RosterMoved) -> str:
    names = tr("、").join(error.names)
    return tr(
        "{names}等 {count} 人的在岗、职务或者领导成员情况在 {label} 拟定以后变了，票类或者是否被测评不再相符。"
        "请先“重新生成”人员，核对后再启动。",
        names=names,
        count=error.count,
        label=error.label,
    )


@says(NobodyRates)
def _nobody_rates(error: NobodyRates) -> str:
    return tr("{label} 没有一名投票人。请先指定各票类的投票人。", label=error.label)


@says(AgainUnchanged)
def _again_unchanged(error: AgainUnchanged) -> str:
    return tr(
        "{label} 是对 {first} 的重新测评，人员和规则须与原轮次相同，只能改名称。要改别的，请另开轮次。",
        label=error.label,
        first=error.first,
    )


@says(SchemeMoved)
def _scheme_moved(error: SchemeMoved) -> str:
    if error.adopted:
        return tr(
            "{label} 启动后，方案的测评规则改了，得分会与本轮规则不符。请把方案改回，或者作废本轮重新测评。",
            label=error.label,
        )
    return tr("{label} 的规则与现行方案不同。请打开草稿重新保存一次；重新测评的轮次请另开。", label=error.label)


@says(AdoptionIncomplete)
def _adoption_incomplete(error: AdoptionIncomplete) -> str:
    return tr("启动 {label} 须有通过测评规则的文件号和日期。请补全。", label=error.label)


@says(AdoptedAhead)
def _adopted_ahead(error: AdoptedAhead) -> str:
    return tr("{day} 晚于今天（{today}）。请核对日期。", day=dated(error.day), today=dated(error.today))


@says(TurnoutUnclear)
def _turnout_unclear(error: TurnoutUnclear) -> str:
    return tr(
        "{ballot_class} 票的“{field}”须是 0 至 {most} 的整数，不能是“{typed}”。请按现场清点的数填写。",
        ballot_class=error.ballot_class,
        field=turnout_field(error.field),
        typed=quoted(error.typed),
        most=MOST,
    )


@says(TurnoutBeyond)
def _turnout_beyond(error: TurnoutBeyond) -> str:
    facts = {
        "ballot_class": error.ballot_class,
        "field": turnout_field(error.field),
        "number": error.number,
        "bound": turnout_field(error.bound),
        "most": error.most,
    }
    if error.counted:
        return tr(
            "{ballot_class} 票纸质与测评间合计“{field}” {number}，多于“{bound}” {most}。"
            "纸质票数不含测评间，请更正；确有人投了两次，只能作废本轮。",
            **facts,
        )
    return tr("{ballot_class} 票“{field}” {number} 多于“{bound}” {most}。请核对后更正。", **facts)


@says(DueLocked)
def _due_locked(error: DueLocked) -> str:
    return tr(
        "{ballot_class} 票“应到”是启动 {label} 时锁定的 {raters} 人，不能登记为 {typed}：收回率按它计算。"
        "请假和没来的人只少计实到；名单有误的，作废本轮，改好人员再启动。",
        ballot_class=error.ballot_class,
        label=error.label,
        raters=error.raters,
        typed=error.typed,
    )


@says(ClassNotRating)
def _class_not_rating(error: ClassNotRating) -> str:
    return tr(
        "{label} 没有 {ballot_class} 票的投票人，不用登记这一票类。", label=error.label, ballot_class=error.ballot_class
    )


@says(RoundNotReady)
def _not_ready(error: RoundNotReady) -> str:
    return tr(
        "{label} 还不能关闭计票：{waiting}。请办完后再关闭。",
        label=error.label,
        waiting=tr("；").join(waiting_words(each) for each in error.waiting),
    )


@says(AbsentUnclear)
def _absent_unclear(error: AbsentUnclear) -> str:
    return tr(
        "{ballot_class} 票按实到数有 {absent} 人没有参加，点名未到的是 {named} 人。"
        "请核对签到表；在测评间投过票的不算未到。",
        ballot_class=error.ballot_class,
        absent=error.absent,
        named=error.named,
    )


@says(AbsentUnknown)
def _absent_unknown(error: AbsentUnknown) -> str:
    if error.options:
        return tr(
            "未参加的人：叫“{typed}”的投票人有{options}。请填工号。",
            typed=quoted(error.typed),
            options=tr("、").join(error.options),
        )
    return tr(
        "未参加的人：{label} 的投票人中没有“{typed}”。请对照签到表填工号或姓名；不清楚就留空。",
        label=error.label,
        typed=quoted(error.typed),
    )


@says(SealKeyWrong)
def _seal_key_wrong(error: SealKeyWrong) -> str:
    return tr(
        "打不开 {label} 的封存：钥匙有输错的字，或者是别的轮次的。请对照本轮的封存单逐组核对后重输。", label=error.label
    )


@says(NothingSealed)
def _nothing_sealed(error: NothingSealed) -> str:
    return tr("{label} 没有封存的评分：作废以前没有计入任何一张票，无须启封。", label=error.label)


@says(UnsealReasonMissing)
def _unseal_reason_missing(error: UnsealReasonMissing) -> str:
    return tr("启封 {label} 须写明理由。请填写后再办理。", label=error.label)


@says(VoidReasonMissing)
def _void_reason_missing(error: VoidReasonMissing) -> str:
    return tr("作废 {label} 须写明理由。请填写后再办理。", label=error.label)


@says(RoundFromWorkbooks)
def _from_workbooks(error: RoundFromWorkbooks) -> str:
    return tr("{label} 的测评票由工作簿导入，没有纸票和测评间。请在导入的测评中登记票数。", label=error.label)


@says(NoSuchFlag)
def _no_such_flag(error: NoSuchFlag) -> str:
    return tr("{label} 的统计没有提出“{flag}”这一问题。请刷新后再登记。", label=error.label, flag=quoted(error.flag))


@says(LookIncomplete)
def _look_incomplete(error: LookIncomplete) -> str:
    return tr("{label}：须写明由谁了解、日期和处理意见。请补全。", label=error.label)
