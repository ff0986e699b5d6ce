"""What followed from the figures: total, rank, status and grade in sentences."""

from collections.abc import Callable
from fractions import Fraction

from committee_desk.domain.explanation import Step
from committee_desk.domain.scores import Status
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain, points, rounded, signed
from committee_desk.wording.scheme_names import named
from committee_desk.wording.scores import status_inside, status_outside

_REASONS_KEPT_INSIDE = ("unrated",)


def outcome_sentence(step: Step, *, inside: bool) -> str:
    """The line of one step; empty where only the inside may read it."""
    if step.kind in _REASONS_KEPT_INSIDE and not inside:
        return ""
    if step.kind == "status":
        status = Status(str(step.facts["status"]))
        return tr("状态：{status}", status=status_inside(status) if inside else status_outside(status))
    if step.kind == "grade":
        return _grade(step, inside=inside)
    return _OUTCOMES[step.kind](step)


def _total(step: Step) -> str:
    told = step.facts
    if told["cut"]:
        return tr("合计 {uncut}，封顶后总分 {total}", uncut=points(told["uncut"]), total=points(told["total"]))
    return tr("总分 {total} = 各项得分之和", total=points(told["total"]))


def _performance(step: Step) -> str:
    told = step.facts
    return tr(
        "业绩 {points} / {maximum}，业绩考评{grade}",
        points=points(told["points"]),
        maximum=told["maximum"],
        grade=dictionary_word(str(told["grade"])),
    )


def _rank(step: Step) -> str:
    told = step.facts
    if told["equal"]:
        return tr("第 {rank} 名，共 {ranked} 名参加排名，另有 {equal} 名同分并列", **told)
    return tr("第 {rank} 名，共 {ranked} 名参加排名", rank=told["rank"], ranked=told["ranked"])


def _quota(step: Step) -> str:
    return tr("优秀名额 {places} 名：基数 {base} × {percent}%，舍去小数", **step.facts)


def _line(step: Step) -> str:
    told = step.facts
    return tr(
        "名额线 {line}，距名额线 {distance} 分",
        line=points(told["line"]),
        distance=signed(Fraction(told["distance"] or 0) / 100),
    )


def _grade(step: Step, *, inside: bool) -> str:
    """What grade is proposed, and why; that a decision on the person settled it is read inside alone."""
    told = step.facts
    apart = tr("另行确定")
    lines = {"competent": plain(told["competent"]), "basic": plain(told["basic"])}
    reasons = {
        "tie": tr("名额处四项全部相同，名额不够，由委员会决定"),
        "in_quota": tr("总分、业绩考评符合条件，在名额之内"),
        "decision": tr("有定为不称职的处分决定") if inside else apart,
        "performance_failed": tr("业绩考评不合格，至多为基本称职"),
        "below_excellent": tr(
            "总分不到优秀线 {line}；{competent} 分以上称职，{basic} 分以上基本称职",
            line=plain(told["excellent"]),
            **lines,
        ),
        "barred": tr("有不得评为优秀的处分决定") if inside else apart,
        "performance_not_good": tr("业绩考评未达良好（{line} 分），不能评为优秀", line=points(told["good_casework"])),
        "settled_apart": apart,
        "beyond_quota": tr("符合优秀条件，但名额已满"),
        "tie_won": tr("名额处四项全部相同，委员会表决评为优秀（{document}）", document=told.get("document")),
        "tie_lost": tr("名额处四项全部相同，委员会表决未评为优秀（{document}）", document=told.get("document")),
        "quarters": tr("有季度平时考核为一般或较差，不评为优秀"),
    }
    why = reasons[str(told["why"])]
    if told["grade"] is None:
        return tr("初步等次建议：未定，{why}", why=why)
    return tr("初步等次建议：{grade}，{why}", grade=dictionary_word(str(told["grade"])), why=why)


_OUTCOMES: dict[str, Callable[[Step], str]] = {
    "part_sum": lambda step: tr(
        "{part} {points}", part=named(str(step.facts["part"])), points=points(step.facts["points"])
    ),
    "total": _total,
    "performance": _performance,
    "unrated": lambda step: tr(
        "尚缺：{indicators}", indicators=tr("、").join(map(named, str(step.facts["indicators"]).split("、")))
    ),
    "rank": _rank,
    "quota": _quota,
    "line": _line,
    "review": lambda step: tr(
        "排名在后 {percent}%（至少一名，含同分）：定等次前须先作业务能力评审", percent=rounded(step.facts["percent"], 0)
    ),
}
