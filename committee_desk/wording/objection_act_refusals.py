"""Why an act on an objection that is registered was not done."""

from committee_desk.domain.objections import InTimeIsNotRouted, LateIsRouted, ObjectionStands
from committee_desk.services.objection_refusals import (
    HowInformedMissing,
    NobodyToInform,
    NoSuchObjection,
    ObjectionChanged,
    ObjectionReasonMissing,
    ObjectionSettled,
    ObjectionTakenUp,
    ObjectionUnsigned,
    WithdrawnInWritingAlone,
)
from committee_desk.wording.days import moment
from committee_desk.wording.language import tr
from committee_desk.wording.objections import lasting, move_act, state_name
from committee_desk.wording.saying import says


@says(NoSuchObjection)
def _no_such_objection(error: NoSuchObjection) -> str:
    return tr("{year} 年度没有第 {number} 号异议。请从列表中选择。", year=error.year, number=error.number)


@says(ObjectionChanged)
def _objection_changed(error: ObjectionChanged) -> str:
    now = error.now
    return tr(
        "{actor} 在 {at} 改过异议 {label}，现在是“{state}”。没有保存您的改动，请看过现在的内容再办理。",
        actor=now.actor,
        at=moment(now.at),
        label=now.label,
        state=state_name(now.state),
    )


@says(ObjectionStands)
def _objection_stands(error: ObjectionStands) -> str:
    return tr(
        "异议 {label} 的状态是“{state}”，不能再{move}。",
        label=error.label,
        state=state_name(error.state),
        move=move_act(error.move),
    )


@says(LateIsRouted)
def _late_is_routed(error: LateIsRouted) -> str:
    return tr(
        "异议 {label} 逾期 {late}，不按公示期异议{move}。请选择“转结果通知后复核”：收到结果通知后仍可复核。",
        label=error.label,
        late=lasting(error.minutes_late),
        move=move_act(error.move),
    )


@says(InTimeIsNotRouted)
def _in_time_is_not_routed(error: InTimeIsNotRouted) -> str:
    return tr(
        "异议 {label} 在公示期内收到，应在党组决定前答复，不能推到结果通知以后。请选择受理或不予受理。",
        label=error.label,
    )


@says(ObjectionSettled)
def _objection_settled(error: ObjectionSettled) -> str:
    return tr(
        "异议 {label} 的状态是“{state}”，登记内容不再更正。",
        label=error.label,
        state=state_name(error.state),
    )


@says(ObjectionTakenUp)
def _objection_taken_up(error: ObjectionTakenUp) -> str:
    return tr(
        "异议 {label} 已受理，申请人、公示书版本和申请事项不再更正。另一人、另一事项的异议，请另行登记。",
        label=error.label,
    )


@says(ObjectionUnsigned)
def _objection_unsigned(error: ObjectionUnsigned) -> str:
    return tr(
        "异议 {label} 的申请表没有 {name} 的签字，不能受理。请本人补签，再用“更正登记”勾选签字。",
        label=error.label,
        name=error.name,
    )


@says(ObjectionReasonMissing)
def _reason_missing(error: ObjectionReasonMissing) -> str:
    return tr("没有填写理由。对异议 {label} 不予受理或更正登记，都要写明理由。", label=error.label)


@says(WithdrawnInWritingAlone)
def _in_writing(error: WithdrawnInWritingAlone) -> str:
    return tr(
        "撤回异议 {label} 须有 {name} 的书面申请。请填写撤回申请的名称和日期；口头撤回无效。",
        label=error.label,
        name=error.name,
    )


@says(NobodyToInform)
def _nobody_to_inform(error: NobodyToInform) -> str:
    return tr("异议 {label} 不涉及他人结果，或已经告知本人，不用再告知。", label=error.label)


@says(HowInformedMissing)
def _how_informed(_error: HowInformedMissing) -> str:
    return tr("没有填写怎样告知的。请填写，如“2 月 11 日当面送达书面告知”。")
