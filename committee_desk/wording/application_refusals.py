"""Sentences for what is refused of 复核 and 申诉 after the notice of a result."""

from committee_desk.domain.remedies import ApplicationStands, Remedy
from committee_desk.services.application_refusals import (
    AcceptanceDayOutside,
    AnswerDayOutside,
    AnsweredByTheDecision,
    AppealNotOpen,
    ApplicationChanged,
    ApplicationIncomplete,
    ApplicationInTime,
    ApplicationLate,
    AppliedAlready,
    NoRemedyOpen,
    NoResultKnown,
    NoSuchApplication,
    NotExtensible,
    NothingToTakeOver,
    ReceivedOutOfTime,
)
from committee_desk.wording.days import dated
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import application_move, application_state
from committee_desk.wording.results import decided_grade, remedy_name
from committee_desk.wording.saying import says


@says(ApplicationStands)
def _stands(error: ApplicationStands) -> str:
    return tr(
        "{label} 现为“{state}”，不能“{move}”。请刷新后再办理。",
        label=error.label,
        state=application_state(error.state),
        move=application_move(error.move),
    )


@says(NoResultKnown)
def _no_result(error: NoResultKnown) -> str:
    if error.decided:
        return tr(
            "{name}的结果通知书尚未送达，复核和申诉的期限还没有开始。请先登记送达。",
            name=error.name,
        )
    return tr("院党组尚未决定{name}的考核结果，没有可以申请复核的结果。公示期内请按异议办理。", name=error.name)


@says(AppealNotOpen)
def _appeal(error: AppealNotOpen) -> str:
    return tr(
        "{name}的等次是“{grade}”：对等次的申诉只限不称职（公务员法第九十五条），任何等次都可以申请复核"
        "（检察官法第四十四条），截止 {day}。请改为登记复核申请。",
        name=error.name,
        grade=decided_grade(error.grade),
        day=dated(error.review_until),
    )


@says(NoRemedyOpen)
def _none_open(error: NoRemedyOpen) -> str:
    return tr(
        "{name}是{category}，等次是“{grade}”：复核和申诉只适用于定为不称职的（公务员法第九十五条），不能登记。"
        "对结果有意见的，可以写成书面意见交政工部门。",
        name=error.name,
        category=dictionary_word(error.category),
        grade=decided_grade(error.grade),
    )


@says(ApplicationLate)
def _late(error: ApplicationLate) -> str:
    return tr(
        "{label} 于 {received}收到，期限 {last_day}已过，不能受理。材料已留存：请以逾期不予受理办结，并告知本人。"
        "委员会发现结果确有错误的，可以另立更正。",
        label=error.label,
        received=dated(error.received),
        last_day=dated(error.last_day),
    )


@says(ApplicationInTime)
def _in_time(error: ApplicationInTime) -> str:
    return tr("{label} 在期限内提出，不予受理须写明理由。请填写理由。", label=error.label)


@says(ApplicationIncomplete)
def _incomplete(error: ApplicationIncomplete) -> str:
    return {
        "grounds": tr("没有写事实和理由。请照申请书填写。"),
        "receiver": tr("没有写收件人。请填写收下申请的人。"),
        "organ": tr("没有写申诉向哪个机关提出。请填写受理申诉的机关。"),
        "document": tr("没有写文件号或者书面材料。请填写后再保存。"),
        "outcome": tr("没有写申诉处理决定的内容。请照决定书填写。"),
    }.get(error.field, error.field)


@says(ReceivedOutOfTime)
def _received(error: ReceivedOutOfTime) -> str:
    return tr(
        "收件时间 {received} 不对：本人 {earliest} 才知道结果，现在是 {latest}。请核对收件时间和送达登记。",
        received=f"{error.received:%Y-%m-%d %H:%M}",
        earliest=error.earliest,
        latest=f"{error.latest:%Y-%m-%d %H:%M}",
    )


@says(AppliedAlready)
def _already(error: AppliedAlready) -> str:
    return tr(
        "{name}已就这一版结果提出{remedy}（{label}，{state}），不重复登记。补充的材料请附在 {label} 下。",
        name=error.name,
        remedy=remedy_name(error.held.kind),
        label=error.held.label,
        state=application_state(error.held.state),
    )


@says(NoSuchApplication)
def _no_such(error: NoSuchApplication) -> str:
    return tr("{year} 年度没有第 {number} 号复核申请或申诉。请刷新列表后再选。", year=error.year, number=error.number)


@says(ApplicationChanged)
def _changed(error: ApplicationChanged) -> str:
    return tr(
        "{label} 刚由{actor}改动，现为“{state}”。请看过后再办理。",
        label=error.now.label,
        actor=error.now.actor,
        state=application_state(error.now.state),
    )


@says(AnsweredByTheDecision)
def _by_decision(error: AnsweredByTheDecision) -> str:
    return tr("{label} 是复核申请，由委员会的复核决定答复。请立项复核，表决后登记决定。", label=error.label)


@says(NotExtensible)
def _not_extensible(error: NotExtensible) -> str:
    if error.remedy is Remedy.REVIEW:
        return tr("{label} 是复核申请，三十日内作出决定，不能延长。请按期办理。", label=error.label)
    if error.extended_to is not None:
        return tr(
            "{label} 已延长到 {day}，只能延长一次（公务员法第九十六条）。",
            label=error.label,
            day=dated(error.extended_to),
        )
    if error.waits:
        return tr("{label} 还没有受理，处理期限从受理起算，不能延长。请先登记受理。", label=error.label)
    return tr("{label} 已办结，不再延长期限。", label=error.label)


@says(AnswerDayOutside)
def _answer_day(error: AnswerDayOutside) -> str:
    if error.earliest == error.latest:
        facts = {"label": error.label, "day": error.day, "only": error.latest}
        return tr("{label} 的决定日期 {day} 不对：只能是 {only}。请照决定书填写。", **facts)
    return tr(
        "{label} 的决定日期 {day} 不对：应当在 {earliest} 至 {latest} 之间。请照决定书填写。",
        label=error.label,
        day=error.day,
        earliest=error.earliest,
        latest=error.latest,
    )


@says(AcceptanceDayOutside)
def _acceptance_day(error: AcceptanceDayOutside) -> str:
    if error.earliest == error.latest:
        facts = {"label": error.label, "day": error.day, "only": error.latest}
        return tr("{label} 的受理日期 {day} 不对：只能是 {only}。请照受理文书填写。", **facts)
    return tr(
        "{label} 的受理日期 {day} 不对：应当在收件之日 {earliest} 至今天 {latest} 之间。请照受理文书填写。",
        label=error.label,
        day=error.day,
        earliest=error.earliest,
        latest=error.latest,
    )


@says(NothingToTakeOver)
def _nothing_to_take_over(error: NothingToTakeOver) -> str:
    return tr(
        "{label} 不能转为复核申请：只有逾期、已转结果通知后复核、还没有转过的，并且是对本人结果的。请核对编号。",
        label=error.label,
    )
