"""What the sheet's column 依据 says of a figure: one short line."""

from collections.abc import Callable, Iterable

from committee_desk.domain.explanation import IndicatorExplanation, Input, Step
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import overridden_short
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import percent, plain, rounded, signed

MOST_OVERRIDDEN = 3
"""So many overridden figures are named on the sheet; more are counted."""
LONGEST_LIST_OF_EVENTS = 20
"""More reasons than these would fill pages of the sheet's column 依据; they are then counted and added up."""


def basis(explanation: IndicatorExplanation) -> str:
    """One short line for the sheet's column 依据."""
    told = _with_overridden(_BASES[explanation.rule.kind](explanation), explanation)
    if (handed := _step(explanation, "handed")) is not None:
        return tr("{told}；× {whole} ÷ {rest}", told=told, whole=handed.facts["whole"], rest=handed.facts["rest"])
    step = _step(explanation, "respread")
    if step is None:
        return told
    return tr("{told}；× {of_part} ÷ {rest}", told=told, of_part=step.facts["of_part"], rest=step.facts["rest"])


def reached_by(explanation: IndicatorExplanation) -> str:
    """The same where what was overridden, and what is handed on, stands elsewhere on the page."""
    return _BASES[explanation.rule.kind](explanation)


def _with_overridden(told: str, explanation: IndicatorExplanation) -> str:
    """What two people put in the place of imported figures stands on the sheet: both, while they are few."""
    by_hand = [each for given in explanation.inputs for each in given.overridden]
    if not by_hand:
        return told
    if len(by_hand) > MOST_OVERRIDDEN:
        return tr("{told}；更正导入值 {count} 处", told=told, count=len(by_hand))
    both = tr("，").join(tr("{both}（{evidence}）", both=overridden_short(e), evidence=e.evidence) for e in by_hand)
    return tr("{told}；更正：{both}", told=told, both=both)


def _step(explanation: IndicatorExplanation, kind: str) -> Step | None:
    return next((step for step in explanation.steps if step.kind == kind), None)


def _workload_basis(explanation: IndicatorExplanation) -> str:
    ratio = _step(explanation, "ratio")
    if ratio is None:
        return tr("目标为 0，不适用")
    return tr(
        "折合 {equivalent} 件，目标 {target} 件，完成 {ratio}",
        equivalent=rounded(ratio.facts["equivalent"]),
        target=rounded(ratio.facts["target"]),
        ratio=percent(ratio.facts["ratio"]),
    )


def _review_basis(explanation: IndicatorExplanation) -> str:
    mean = _step(explanation, "review_mean")
    if mean is None:
        return tr("无评查案件，不适用")
    told = tr("评查 {cases} 件，均分 {mean}", cases=mean.facts["cases"], mean=rounded(mean.facts["mean"]))
    grades = [
        _counted(str(step.facts["grade"]), int(step.facts["cases"] or 0))
        for step in explanation.steps
        if step.kind == "review_grade"
    ]
    return tr("{told}；{grades}", told=told, grades=tr("，").join(grades)) if grades else told


def _counted(grade: str, count: int) -> str:
    return tr_n("{grade} {count} 件", "{grade} {count} 件", count, grade=dictionary_word(grade))


def _in_time_basis(explanation: IndicatorExplanation) -> str:
    step = _step(explanation, "in_time_share")
    if step is None:
        return tr("无办理期限，不适用")
    return tr(
        "有办理期限 {with_due} 件，期限内办结 {in_time} 件",
        with_due=plain(step.facts["with_due"]),
        in_time=plain(step.facts["in_time"]),
    )


def _ledger_basis(explanation: IndicatorExplanation) -> str:
    told = _events_in_short(explanation)
    bonus = _step(explanation, "workload_bonus")
    if bonus is not None and bonus.facts["bonus"]:
        told.append(tr("办案超额 {bonus}", bonus=signed(bonus.facts["bonus"])))
    if told:
        return tr("；").join(told)
    start = explanation.rule.facts["start"]
    if not start:
        return tr("无")
    if start == explanation.rule.facts["maximum"]:
        return tr("基准 {start}，无扣分", start=rounded(start))
    return tr("基准 {start}，无加减", start=rounded(start))


def _events_in_short(explanation: IndicatorExplanation) -> list[str]:
    """Events of one reason together, with their vouchers; too many reasons are counted and added up."""
    by_reason: dict[object, list[Input]] = {}
    for given in explanation.inputs:
        by_reason.setdefault(given.facts["reason"], []).append(given)
    if len(by_reason) > LONGEST_LIST_OF_EVENTS:
        total = sum(given.effect or 0 for given in explanation.inputs)
        return [tr("加减分 {events} 项，合计 {points}", events=len(explanation.inputs), points=signed(total))]
    return [_reason_in_short(str(reason), events) for reason, events in by_reason.items()]


def _reason_in_short(reason: str, events: list[Input]) -> str:
    shown = _vouchers_in_short(dict.fromkeys(str(given.facts["voucher"]) for given in events))
    effect = signed(sum(given.effect or 0 for given in events))
    if len(events) == 1:
        return tr("{reason} {effect}（{voucher}）", reason=reason, effect=effect, voucher=shown)
    return tr(
        "{reason} {count} 次 {effect}（{voucher}）", reason=reason, count=len(events), effect=effect, voucher=shown
    )


def _vouchers_in_short(vouchers: Iterable[str]) -> str:
    """The vouchers' numbers, each; who issued them and the year only once: 政〔2026〕43号、128号."""
    said: list[str] = []
    before = ""
    for voucher in vouchers:
        issuer, bracket, number = voucher.rpartition("〕")
        said.append(number if bracket and issuer == before and number else voucher)
        before = issuer if bracket else ""
    return tr("、").join(said)


def _leader_basis(explanation: IndicatorExplanation) -> str:
    step = _step(explanation, "mark_mean")
    if step is None:
        return tr("尚未评价")
    return tr("{marks} 名领导评分，均分 {mean}", marks=step.facts["marks"], mean=rounded(step.facts["mean"]))


def _ballot_basis(explanation: IndicatorExplanation) -> str:
    step = _step(explanation, "ballot_mean")
    if step is not None:
        return tr("{classes} 类票加权均分 {mean}", classes=step.facts["classes"], mean=rounded(step.facts["mean"]))
    return tr("各类票合并加权") if explanation.inputs else tr("尚未测评")


_BASES: dict[str, Callable[[IndicatorExplanation], str]] = {
    "workload": _workload_basis,
    "case_review": _review_basis,
    "in_time": _in_time_basis,
    "ledger": _ledger_basis,
    "leader_marks": _leader_basis,
    "ballots": _ballot_basis,
}
