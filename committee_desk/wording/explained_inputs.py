"""What went into a figure, one line each."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from committee_desk.domain.explanation import Input
from committee_desk.domain.scheme import Effect
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import overridden_line
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain, rounded, signed


def input_sentence(given: Input) -> str:
    """The line of one input; what two people overrode in it stands behind, both figures and why."""
    line = _INPUTS[given.kind](given)
    if not given.overridden:
        return line
    return tr("{line}【更正：{told}】", line=line, told=tr("；").join(map(overridden_line, given.overridden)))


def _baseline(given: Input) -> str:
    told = given.facts
    if told["office_wide"]:
        return tr(
            "{department}仅一名检察官，用全院基数 {baseline} 件（全院折合 {equivalent} 件，在岗 {weighed} 人月）",
            department=told["department"],
            baseline=rounded(told["baseline"]),
            equivalent=rounded(told["equivalent"]),
            weighed=plain(told["weighed"]),
        )
    return tr(
        "{department}基数 {baseline} 件（部门折合 {equivalent} 件，在岗 {weighed} 人月）",
        department=told["department"],
        baseline=rounded(told["baseline"]),
        equivalent=rounded(told["equivalent"]),
        weighed=plain(told["weighed"]),
    )


def _months(given: Input) -> str:
    told = given.facts
    return tr(
        "{department}（{since} 至 {until}）计 {months} 个月，办案系数 {factor}",
        department=told["department"],
        since=told["since"] or tr("以前"),
        until=told["until"] or tr("今"),
        months=told["months"],
        factor=rounded(told["factor"]),
    )


def _months_not_counted(given: Input) -> str:
    return tr("另有 {months} 个月不计在岗月（请假记录见“人员”）", **given.facts)


def _case(given: Input) -> str:
    told = given.facts
    return tr(
        "{number} {title}：{share} × {case_kind} {kind_weight} × 系数 {coefficient} = {equivalent} 件",
        number=told["number"],
        title=told["title"] or "",
        share=rounded(told["share"]),
        case_kind=dictionary_word(str(told["case_kind"])),
        kind_weight=plain(told["kind_weight"]),
        coefficient=plain(told["coefficient"]),
        equivalent=plain(told["equivalent"]),
    )


def _review(given: Input) -> str:
    told = given.facts
    line = tr(
        "{number} {title}：实体 {substance}＋程序 {procedure} = {mark}，{grade}",
        number=told["number"],
        title=told["title"] or "",
        substance=plain(told["substance"]),
        procedure=plain(told["procedure"]),
        mark=plain(told["mark"]),
        grade=dictionary_word(str(told["grade"])),
    )
    return f"{line} {signed(told['points'])}" if told["points"] else line


def _deadline(given: Input) -> str:
    told = {**given.facts, "title": given.facts["title"] or "", "share": rounded(given.facts["share"])}
    if told["in_time"]:
        return tr("{number} {title}：{closed} 审结，期限 {due}，按期（{share}）", **told)
    return tr("{number} {title}：{closed} 审结，期限 {due}，超期（{share}）", **told)


def _event(given: Input) -> str:
    told = given.facts
    line = tr(
        "{day} {reason} {points}（{voucher}）",
        day=told["day"],
        reason=told["reason"],
        points=signed(told["points"]),
        voucher=told["voucher"],
    )
    return line + "".join(_of_an_event(given))


def _of_an_event(given: Input) -> Iterator[str]:
    """What else is known of an event: its number, the case that it is about, what of it does not count."""
    told = given.facts
    if told["number"] is not None:
        yield tr("，登记号 {number}", number=told["number"])
    if told["case"] is not None:
        yield tr("，追溯 {case}", case=told["case"])
    lost = Fraction(told["lost"] or 0)
    if lost > 0:
        yield tr("，超出封顶不计 {points}", points=rounded(lost))
    elif lost < 0:
        yield tr("，已扣完不再扣 {points}", points=rounded(-lost))


def _mark(given: Input) -> str:
    return tr("{rater}：{mark} 分", rater=given.facts["rater"], mark=plain(given.facts["mark"]))


def _ballot_class(given: Input) -> str:
    told = given.facts
    if told["ballots"] is None:
        return tr("{classes} 类票不足 3 票，不显示", classes=told["classes"])
    if told["mean"] is None:
        return tr("{classes} 类合并 {ballots} 票，为保密不列均分", classes=told["classes"], ballots=told["ballots"])
    if told["merged"]:
        return tr(
            "{classes} 类合并 {ballots} 票，各类按权重合成 {mean}，权重 {weight}",
            classes=told["classes"],
            ballots=told["ballots"],
            mean=rounded(told["mean"]),
            weight=plain(told["weight"]),
        )
    line = tr(
        "{classes} 类 {ballots} 票，均分 {mean}，权重 {weight}",
        classes=told["classes"],
        ballots=told["ballots"],
        mean=rounded(told["mean"]),
        weight=plain(told["weight"]),
    )
    return tr("{line}（去掉最高、最低各一）", line=line) if told["trimmed"] else line


def _decision(given: Input) -> str:
    effects = {
        str(Effect.NOT_EXCELLENT): tr("不得评为优秀"),
        str(Effect.NO_GRADE): tr("不确定等次"),
        str(Effect.INCOMPETENT): tr("评为不称职"),
        str(Effect.PENDING): tr("结案前不定等次"),
    }
    told = given.facts
    return tr(
        "{decision}（{document}，{decided}）：{effect}",
        decision=dictionary_word(str(told["decision"])),
        document=told["document"],
        decided=told["decided"],
        effect=effects[str(told["effect"])],
    )


def _leave_days(given: Input) -> str:
    told = given.facts
    if told["over"]:
        return tr("病假、事假共 {days} 天，超过全年 {year_days} 天的一半：不确定等次", **told)
    return tr("病假、事假共 {days} 天，未超过全年 {year_days} 天的一半", **told)


_INPUTS: dict[str, Callable[[Input], str]] = {
    "baseline": _baseline,
    "months": _months,
    "months_not_counted": _months_not_counted,
    "case": _case,
    "review": _review,
    "deadline": _deadline,
    "event": _event,
    "mark": _mark,
    "ballot_class": _ballot_class,
    "decision": _decision,
    "leave_days": _leave_days,
}
