"""Results in words: how far one is, how a notice was served, what was signed, which remedies there are."""

from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import Means, Opinion, ResultState
from committee_desk.domain.scores import Grade
from committee_desk.services.result_refusals import Bar, Barred
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words


def result_state(state: ResultState) -> str:
    """How far a result is."""
    return {
        ResultState.OPEN: tr("待院党组决定"),
        ResultState.DECIDED: tr("已决定，待送达"),
        ResultState.NOTIFIED: tr("已送达，待签字"),
        ResultState.SIGNED: tr("已签字"),
        ResultState.ARCHIVED: tr("已归档"),
    }[state]


def means_name(means: Means) -> str:
    """How a notice was served."""
    return {
        Means.DIRECT: tr("直接送达"),
        Means.LEFT: tr("留置送达"),
        Means.POST: tr("邮寄送达"),
        Means.OTHER: tr("其他方式送达"),
    }[means]


def opinion_name(opinion: Opinion) -> str:
    """What the person says of the result."""
    return {
        Opinion.AGREE: tr("同意"),
        Opinion.DISAGREE: tr("有异议"),
        Opinion.REFUSED: tr("拒绝签字"),
    }[opinion]


def remedy_name(remedy: Remedy) -> str:
    """复核申请 or 申诉."""
    return {Remedy.REVIEW: tr("复核申请"), Remedy.APPEAL: tr("申诉")}[remedy]


def decided_grade(grade: Grade | None) -> str:
    """The grade as it was decided; whoever has none is settled apart."""
    return grade_in_words(grade) if grade is not None else tr("另行确定")


def bar_of(barred: Barred) -> str:
    """Why nobody can decide on somebody now, in one clause."""
    return {
        Bar.UNLISTED: tr("不在审议通过的名单上"),
        Bar.UNPUBLISHED: tr("现在的等次尚未公示期满"),
        Bar.FIGURES: tr("公示过的得分、名次等已有变更，尚未重新公示期满"),
        Bar.OBJECTION: tr("异议 {label} 尚未答复", label=barred.label),
        Bar.PROCEEDING: tr("{label} 尚未作出决定", label=barred.label),
        Bar.MOVABLE: tr("{label} 的结果可能改动其得分、名次或等次", label=barred.label),
        Bar.DRIFT: tr("审议通过后得分或等次有变动，须经委员会更正"),
        Bar.DECIDED: tr("院党组已作出决定，此后没有变动"),
    }[barred.bar]
