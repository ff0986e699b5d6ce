"""Re-reviews, corrections and applications in words: states, steps, figures, who does not examine and why."""

from collections.abc import Iterable

from committee_desk.domain.proceedings import (
    Challenge,
    ChallengeKind,
    ChangeKind,
    FactChange,
    Motion,
    ProceedingKind,
    ProceedingMove,
    ProceedingState,
)
from committee_desk.domain.remedies import ApplicationMove, ApplicationState
from committee_desk.services.proceeding_views import Bar, BarKind
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.field_names import field_name
from committee_desk.wording.language import tr
from committee_desk.wording.scheme_names import named


def kind_name(kind: ProceedingKind) -> str:
    """Why a figure is looked at again."""
    return {
        ProceedingKind.OBJECTION: tr("异议复核"),
        ProceedingKind.APPLICATION: tr("申请复核"),
        ProceedingKind.APPEAL: tr("执行申诉处理决定"),
        ProceedingKind.CORRECTION: tr("更正"),
    }[kind]


def state_name(state: ProceedingState) -> str:
    """How far one is."""
    return {
        ProceedingState.OPENED: tr("查明中"),
        ProceedingState.EXAMINED: tr("已查明"),
        ProceedingState.MOVED: tr("待委员会表决"),
        ProceedingState.UPHELD: tr("维持"),
        ProceedingState.CHANGED: tr("变更"),
        ProceedingState.WITHDRAWN: tr("已终止"),
    }[state]


def move_name(move: ProceedingMove) -> str:
    """What takes one further."""
    return {
        ProceedingMove.FIND: tr("登记查明事实"),
        ProceedingMove.LAY: tr("提出复核意见"),
        ProceedingMove.UPHOLD: tr("决定维持"),
        ProceedingMove.CHANGE: tr("决定变更"),
        ProceedingMove.WITHDRAW: tr("终止更正"),
    }[move]


def motion_name(motion: Motion) -> str:
    """维持 or 变更, as it is decided."""
    return {Motion.UPHOLD: tr("维持"), Motion.CHANGE: tr("变更")}[motion]


def proposal_name(motion: Motion) -> str:
    """维持 or 变更, as the examiners propose it to the committee."""
    return {Motion.UPHOLD: tr("拟维持"), Motion.CHANGE: tr("拟变更")}[motion]


def step_name(verb: str) -> str:
    """What happened to a proceeding."""
    return {
        "proceeding.open": tr("立项"),
        "proceeding.appoint": tr("更换承办人"),
        "proceeding.declare": tr("回避声明"),
        "proceeding.find": tr("查明事实"),
        "proceeding.hear": tr("听取意见"),
        "proceeding.lay": tr("提出复核意见"),
        "proceeding.decide": tr("委员会决定"),
        "proceeding.withdraw": tr("终止"),
        "proceeding.serve": tr("送达复核决定书"),
    }.get(verb, verb)


def lack_name(lack: str) -> str:
    """What comes before the committee can decide."""
    return {
        "examiners": tr("至少两名承办人"),
        "declarations": tr("承办人的回避声明"),
        "findings": tr("查明事实"),
        "hearing": tr("听取本人意见"),
        "motion": tr("复核意见"),
        "vote": tr("委员会表决"),
    }[lack]


def challenge_kind(kind: ChallengeKind) -> str:
    """What sort of figure is challenged."""
    return {
        ChallengeKind.INDICATOR: tr("指标得分"),
        ChallengeKind.REVIEW: tr("案件评查"),
        ChallengeKind.LEADER_MARK: tr("领导评价"),
        ChallengeKind.BALLOTS: tr("民主测评"),
        ChallengeKind.EVENT: tr("加减分"),
        ChallengeKind.SHARE: tr("案件分担"),
        ChallengeKind.STANDING: tr("处分或请假的影响"),
        ChallengeKind.PROCEDURE: tr("考核程序"),
    }[kind]


def challenge_name(challenge: Challenge) -> str:
    """A challenged figure: 案件评查 云检刑诉〔2026〕465号."""
    kind = challenge_kind(challenge.kind)
    return tr("{kind} {label}", kind=kind, label=named(challenge.label)) if challenge.label else kind


def fact_name(kind: ChangeKind | ChallengeKind | str, key: Iterable[str]) -> str:
    """A fact by what it is and whose."""
    names = {
        "review": tr("案件评查"),
        "share": tr("案件分担"),
        "event": tr("加减分"),
        "new_event": tr("新增加减分"),
        "withdrawn_event": tr("取消加减分"),
        "mark": tr("领导评价"),
        "ballot": tr("测评票"),
        "grade": tr("考核等次"),
        "indicator": tr("指标"),
        "leader_mark": tr("领导评价"),
        "ballots": tr("民主测评"),
        "standing": tr("处分或请假的影响"),
        "procedure": tr("考核程序"),
    }
    told = tuple(key)[:2] if str(kind) == ChangeKind.BALLOT else key  # what a mark was counted as stands beside it
    return " ".join((names.get(str(kind), str(kind)), *(each for each in told if each)))


def change_name(change: FactChange) -> str:
    """A change of one figure in a line: 案件评查 云检…465号，评查等次：基本合格 → 合格."""
    nothing = tr("弃权") if change.kind is ChangeKind.BALLOT else tr("无")
    return tr(
        "{fact}，{field}：{before} → {after}",
        fact=fact_name(change.kind, change.key),
        field=tr("等次") if change.kind is ChangeKind.GRADE else field_name(change.field),
        before=dictionary_word(change.before) or nothing,
        after=dictionary_word(change.after) or nothing,
    )


def bar_name(bar: Bar) -> str:
    """Why somebody does not examine, in one clause."""
    return {
        BarKind.APPLICANT: tr("是申请人本人"),
        BarKind.ABOUT: tr("是被复核的本人"),
        BarKind.KIN: tr("与{name}有亲属关系", name=bar.of),
        BarKind.HEAD: tr("是{name}的部门负责人或者分管领导", name=bar.of),
        BarKind.PRODUCER: tr("经手了被异议的“{figure}”（评分、评查、录入、审批或导入）", figure=named(bar.of)),
        BarKind.OWN: (
            tr("本人的考核事实也在本件查明之内（{figure}）", figure=named(bar.of))
            if bar.of
            else tr("本人的考核事实也在本件查明之内")
        ),
    }[bar.kind]


def application_state(state: ApplicationState) -> str:
    """How an application stands."""
    return {
        ApplicationState.RECEIVED: tr("已收件"),
        ApplicationState.ACCEPTED: tr("已受理"),
        ApplicationState.REFUSED: tr("不予受理"),
        ApplicationState.UPHELD: tr("维持"),
        ApplicationState.CHANGED: tr("变更"),
        ApplicationState.WITHDRAWN: tr("已撤回"),
    }[state]


def application_move(move: ApplicationMove) -> str:
    """What can be done with an application."""
    return {
        ApplicationMove.ACCEPT: tr("受理"),
        ApplicationMove.REFUSE: tr("不予受理"),
        ApplicationMove.WITHDRAW: tr("撤回申请"),
        ApplicationMove.ANSWER: tr("登记申诉处理决定"),
    }[move]
