"""Explanations in sentences: the same ones in the window, in the exported workbook and on the grade sheet."""

from collections.abc import Callable, Iterable

from committee_desk.domain.explanation import IndicatorExplanation, Input, PersonExplanation, Step
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import overridden_short
from committee_desk.wording.explained_inputs import input_sentence
from committee_desk.wording.explained_outcome import outcome_sentence
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import percent, plain, points, rounded, signed

MOST_OVERRIDDEN = 3
"""So many overridden figures are named on the sheet; more are counted."""
LONGEST_LIST_OF_EVENTS = 20
"""More reasons than these would fill pages of the sheet's column 依据; they are then counted and added up."""


def rule(explanation: IndicatorExplanation) -> str:
    """The rule of the indicator in words."""
    return rule_in_words(explanation.rule)


def rule_in_words(step: Step) -> str:
    """The rule that a step names, with its numbers."""
    return _RULES[step.kind](step)


def lines(explanation: IndicatorExplanation) -> list[str]:
    """The arithmetic, one line a step, down to the printed figure."""
    return [_STEPS[step.kind](step) for step in explanation.steps]


def basis(explanation: IndicatorExplanation) -> str:
    """One short line for the sheet's column 依据."""
    told = _with_overridden(_BASES[explanation.rule.kind](explanation), explanation)
    step = _step(explanation, "respread")
    if step is None:
        return told
    return tr("{told}；× {of_part} ÷ {rest}", told=told, of_part=step.facts["of_part"], rest=step.facts["rest"])


def _with_overridden(told: str, explanation: IndicatorExplanation) -> str:
    """What two people put in the place of imported figures stands on the sheet: both, while they are few."""
    by_hand = [each for given in explanation.inputs for each in given.overridden]
    if not by_hand:
        return told
    if len(by_hand) > MOST_OVERRIDDEN:
        return tr("{told}；更正导入值 {count} 处", told=told, count=len(by_hand))
    both = tr("，").join(tr("{both}（{evidence}）", both=overridden_short(e), evidence=e.evidence) for e in by_hand)
    return tr("{told}；更正：{both}", told=told, both=both)


def input_line(given: Input) -> str:
    """One thing that went into the figure: a case, an event, a mark, a class of ballots."""
    return input_sentence(given)


def outcome_lines(explanation: PersonExplanation, *, inside: bool = False) -> list[str]:
    """What decided total, rank, status and grade. Why somebody is pending is said `inside` only."""
    told = [outcome_sentence(step, inside=inside) for step in explanation.outcome]
    return [line for line in told if line]


# -- rules ------------------------------------------------------------------------------------------------------------


def _workload_rule(rule: Step) -> str:
    return tr(
        "折合件数 ÷ 目标件数，达到目标得满分 {maximum} 分。折合件数 = 分担比例 × 类别权重 × 难度系数；"
        "部门基数 = 12 × 部门案件折合件数 ÷ 部门检察官在岗月数（按办案系数折算）；"
        "目标 = 部门基数 × 在岗月数 × 办案系数 ÷ 12。",
        maximum=rule.facts["maximum"],
    )


def _review_rule(rule: Step) -> str:
    return tr(
        "评查均分（实体＋程序，按分担比例加权）× {maximum}/100，"
        "再按评查等次加减（{dictionary}），不低于 0、不高于 {maximum} 分。",
        maximum=rule.facts["maximum"],
        dictionary=tr("，").join(map(_grade_and_points, str(rule.facts["dictionary"]).split("，"))),
    )


def _grade_and_points(each: str) -> str:
    """A grade with its points: 优质 +0.5."""
    grade, _, points = each.rpartition(" ")
    return f"{dictionary_word(grade)} {points}"


def _in_time_rule(rule: Step) -> str:
    return tr("期限内审结的案件 ÷ 有办理期限的案件（按分担比例）× {maximum} 分。", maximum=rule.facts["maximum"])


def _ledger_rule(rule: Step) -> str:
    told = rule.facts
    if told["takes_bonus"]:
        return tr(
            "基准 {start} 分，加本年加分事项，再加办案数量超额加分（超出目标部分 × {slope}，最多 {most} 分），"
            "合计不低于 0、不高于 {maximum} 分。",
            start=plain(told["start"]),
            slope=plain(told["slope"]),
            most=plain(told["most"]),
            maximum=told["maximum"],
        )
    return tr(
        "基准 {start} 分，按本年加减分事项累计，不低于 0、不高于 {maximum} 分。",
        start=plain(told["start"]),
        maximum=told["maximum"],
    )


def _leader_rule(rule: Step) -> str:
    return tr("领导评分的平均分 × {maximum}/100。", maximum=rule.facts["maximum"])


def _ballot_rule(rule: Step) -> str:
    return tr(
        "弃权不计；一类满 {trimmed_from} 票的去掉一个最高分和一个最低分后平均；各类按权重（{weights}）加权，"
        "没有票的类别不计，其余按比例增加；× {maximum}/100。",
        trimmed_from=rule.facts["trimmed_from"],
        weights=tr("、").join(str(rule.facts["weights"]).split("、")),
        maximum=rule.facts["maximum"],
    )


_RULES: dict[str, Callable[[Step], str]] = {
    "workload": _workload_rule,
    "case_review": _review_rule,
    "in_time": _in_time_rule,
    "ledger": _ledger_rule,
    "leader_marks": _leader_rule,
    "ballots": _ballot_rule,
}


# -- arithmetic -------------------------------------------------------------------------------------------------------


def _target_in(step: Step) -> str:
    told = step.facts
    line = tr(
        "{department}：12 × {equivalent} ÷ {weighed} = 基数 {baseline} 件；"
        "{baseline} × {months} ÷ 12 = 目标 {target} 件",
        department=told["department"],
        equivalent=rounded(told["equivalent"]),
        weighed=plain(told["weighed"]),
        baseline=rounded(told["baseline"]),
        months=plain(told["own_months"]),
        target=rounded(told["target"]),
    )
    return tr("{line}（该部门仅一名检察官，用全院基数）", line=line) if told["office_wide"] else line


def _ratio(step: Step) -> str:
    return tr(
        "完成率 = {equivalent} ÷ {target} = {ratio}",
        equivalent=rounded(step.facts["equivalent"]),
        target=rounded(step.facts["target"]),
        ratio=percent(step.facts["ratio"]),
    )


def _workload_points(step: Step) -> str:
    told = step.facts
    return tr(
        "{maximum} × {ratio} = {points}（完成率以 100% 为限）",
        maximum=told["maximum"],
        ratio=percent(told["ratio"]),
        points=rounded(told["points"], 4),
    )


def _review_mean(step: Step) -> str:
    told = step.facts
    return tr(
        "{cases} 件评查均分 {mean} × {maximum}/100 = {points}",
        cases=told["cases"],
        mean=rounded(told["mean"]),
        maximum=told["maximum"],
        points=rounded(told["points"], 4),
    )


def _review_grade(step: Step) -> str:
    told = step.facts
    return tr_n(
        "{grade} {count} 件 {points}",
        "{grade} {count} 件 {points}",
        int(told["cases"] or 0),
        grade=dictionary_word(str(told["grade"])),
        points=signed(told["points"]),
    )


def _in_time_share(step: Step) -> str:
    told = step.facts
    return tr(
        "期限内 {in_time} 件 ÷ 有期限 {with_due} 件 × {maximum} = {points}",
        in_time=plain(told["in_time"]),
        with_due=plain(told["with_due"]),
        maximum=told["maximum"],
        points=rounded(told["points"], 4),
    )


def _events(step: Step) -> str:
    if not step.facts["events"]:
        return tr("本年无加减分事项")
    return tr("加减分 {events} 项，合计 {points}", events=step.facts["events"], points=signed(step.facts["points"]))


def _workload_bonus(step: Step) -> str:
    told = step.facts
    if told["ratio"] is None:
        return tr("办案数量不适用，无超额加分")
    if not told["bonus"]:
        return tr("办案数量完成 {ratio}，无超额加分", ratio=percent(told["ratio"]))
    return tr(
        "办案数量超额加分：{slope} ×（{ratio} − 100%）= {bonus}（最多 {most}）",
        slope=plain(told["slope"]),
        ratio=percent(told["ratio"]),
        bonus=rounded(told["bonus"], 4),
        most=plain(told["most"]),
    )


def _held(step: Step) -> str:
    return tr(
        "合计 {sum}，超出界限，按 0 至 {maximum} 分计", sum=rounded(step.facts["sum"]), maximum=step.facts["maximum"]
    )


def _mark_mean(step: Step) -> str:
    told = step.facts
    return tr(
        "{marks} 名领导评分，均分 {mean} × {maximum}/100 = {points}",
        marks=told["marks"],
        mean=rounded(told["mean"]),
        maximum=told["maximum"],
        points=rounded(told["points"], 4),
    )


def _ballot_mean(step: Step) -> str:
    told = step.facts
    return tr(
        "{classes} 类票加权均分 {mean} × {maximum}/100 = {points}",
        classes=told["classes"],
        mean=rounded(told["mean"]),
        maximum=told["maximum"],
        points=rounded(told["points"], 4),
    )


def _respread(step: Step) -> str:
    told = step.facts
    return tr(
        "业绩中有不适用的指标，其分值由其余指标分担：{before} × {of_part} ÷ {rest} = {after}",
        before=rounded(told["before"], 4),
        of_part=told["of_part"],
        rest=told["rest"],
        after=rounded(told["after"], 4),
    )


_STEPS: dict[str, Callable[[Step], str]] = {
    "equivalent": lambda step: tr(
        "本人案件 {cases} 件，折合 {equivalent} 件",
        cases=step.facts["cases"],
        equivalent=rounded(step.facts["equivalent"]),
    ),
    "target_in": _target_in,
    "no_target": lambda _: tr("目标为 0，本项不适用"),
    "ratio": _ratio,
    "workload_points": _workload_points,
    "no_review": lambda _: tr("本年审结的案件没有评查，本项不适用"),
    "review_mean": _review_mean,
    "review_grade": _review_grade,
    "no_deadline": lambda _: tr("本年审结的案件都没有办理期限，本项不适用"),
    "in_time_share": _in_time_share,
    "start": lambda step: tr("基准 {start}", start=rounded(step.facts["start"])),
    "events": _events,
    "workload_bonus": _workload_bonus,
    "held": _held,
    "no_mark": lambda _: tr("还没有领导评分"),
    "mark_mean": _mark_mean,
    "no_ballot": lambda _: tr("还没有有效测评票"),
    "classes_missing": lambda step: tr("{classes} 类没有票，其余各类按比例增加", classes=step.facts["classes"]),
    "ballots_merged": lambda _: tr("有票类不足 3 票，为保密合并显示，不列各类均分"),
    "ballot_mean": _ballot_mean,
    "respread": _respread,
    "printed": lambda step: tr("得分 {points}（四舍五入到两位）", points=points(step.facts["points"])),
}


# -- 依据 on the sheet -------------------------------------------------------------------------------------------------


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
