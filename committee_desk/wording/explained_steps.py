"""The arithmetic behind a figure, one line a step."""

from collections.abc import Callable

from committee_desk.domain.explanation import Step
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import percent, plain, points, rounded, signed


def step_in_words(step: Step) -> str:
    """One step of the arithmetic."""
    return _STEPS[step.kind](step)


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


def _handed(step: Step) -> str:
    """A late joiner's missing rating: its points go to the other one, by the committee's decision."""
    told = step.facts
    return tr(
        "另一项评价没有评分，依 {document}（{day}）决定，其分值由本项承担：{before} × {whole} ÷ {rest} = {after}",
        document=told["document"],
        day=told["day"],
        before=rounded(told["before"], 4),
        whole=told["whole"],
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
    "ballot_rounds": lambda step: tr("票出自测评轮次 {rounds}", rounds=step.facts["rounds"]),
    "ballots_merged": lambda _: tr("有票类不足 3 票，为保密合并显示，不列各类均分"),
    "ballot_mean": _ballot_mean,
    "respread": _respread,
    "handed": _handed,
    "hands_over": lambda step: tr(
        "依 {document}（{day}）决定，本项分值由另一项评价承担", document=step.facts["document"], day=step.facts["day"]
    ),
    "printed": lambda step: tr("得分 {points}（四舍五入到两位）", points=points(step.facts["points"])),
}
