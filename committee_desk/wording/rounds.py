"""Rating rounds in words: their states and kinds, the classes, what turnout counts, why a round is void, what it waits
for."""

from collections.abc import Callable, Mapping

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.rounds import Failing, RoundKind, RoundState
from committee_desk.services.round_views import Waiting
from committee_desk.wording.language import tr, tr_n


def round_state(state: RoundState) -> str:
    """How far a round is."""
    return {
        RoundState.DRAFT: tr("草稿"),
        RoundState.OPEN: tr("测评中"),
        RoundState.CLOSED: tr("已计票"),
        RoundState.VOID: tr("已作废"),
    }[state]


def round_kind(kind: RoundKind) -> str:
    """What stands on its slips."""
    return {RoundKind.SCORE: tr("打分票（0–100 分）"), RoundKind.GRADE: tr("等次票")}[kind]


def ballot_class_name(ballot_class: BallotClass | str) -> str:
    """Who votes in a class."""
    return {
        BallotClass.A: tr("A 票（院领导）"),
        BallotClass.B: tr("B 票（中层）"),
        BallotClass.C: tr("C 票（其他人员）"),
    }[BallotClass(ballot_class)]


def turnout_field(field: str) -> str:
    """What a number of the turnout counts."""
    return {
        "due": tr("应到"),
        "present": tr("实到"),
        "issued": tr("发出"),
        "returned": tr("收回"),
        "valid": tr("有效票"),
        "invalid": tr("无效票"),
    }.get(field, field)


def failing_name(why: Failing) -> str:
    """Why a round is void."""
    return {
        Failing.RETURNED_ABOVE_ISSUED: tr("收回的票多于发出的票"),
        Failing.RETURNED_TOO_FEW: tr("收回的票不足应到人数的三分之二"),
        Failing.VALID_TOO_FEW: tr("有效票没有超过收回票的一半"),
        Failing.DECIDED: tr("经决定作废"),
    }[why]


def invalid_name(why: Invalid) -> str:
    """Why a whole slip does not count."""
    return {
        Invalid.HALF_BLANK: tr("空白超过一半"),
        Invalid.TOO_MANY_EXCELLENT: tr("优秀超过规定人数"),
    }[why]


def act_on_round(act: str) -> str:
    """What was asked of a round, as a refusal names it."""
    return {
        "amend": tr("修改"),
        "place": tr("调整人员"),
        "derive": tr("重新生成人员"),
        "discard": tr("删除"),
        "adopt": tr("启动"),
        "turnout": tr("登记票数"),
        "close": tr("关闭计票"),
        "void": tr("作废"),
        "unseal": tr("启封"),
        "rerun": tr("重新测评"),
        "results": tr("查看结果"),
        "statistics": tr("查看统计"),
        "look": tr("登记了解情况"),
        "slips": tr("录入测评票"),
        "booth": tr("进入测评间"),
        "print": tr("打印这份文书"),
    }.get(act.partition(".")[0], act)


def waiting_words(waiting: Waiting) -> str:
    """What a round waits for."""
    say = _WAITING.get(waiting.kind)
    return say(waiting.facts) if say else waiting.kind


def _turnout(facts: Mapping[str, object]) -> str:
    held = facts["classes"]
    names = [str(each) for each in held] if isinstance(held, tuple) else []
    return tr("{classes} 票没有登记应到、实到、发出、收回", classes=tr("、").join(names))


def _batches(facts: Mapping[str, object]) -> str:
    count = int(str(facts["count"]))
    return tr_n("{count} 批票没有核对完", "{count} 批票没有核对完", count)


def _unconfirmed(facts: Mapping[str, object]) -> str:
    count = int(str(facts["count"]))
    return tr_n("已录的 {count} 张票还没有核对完", "已录的 {count} 张票还没有核对完", count)


def _slips_missing(facts: Mapping[str, object]) -> str:
    return tr("{ballot_class} 票收回 {returned} 张，只计入 {counted} 张", **facts)


def _slips_above(facts: Mapping[str, object]) -> str:
    return tr("{ballot_class} 票登记收回 {returned} 张，却计入了 {counted} 张", **facts)


_WAITING: dict[str, Callable[[Mapping[str, object]], str]] = {
    "turnout": _turnout,
    "batches": _batches,
    "unconfirmed": _unconfirmed,
    "slips_missing": _slips_missing,
    "slips_above": _slips_above,
}
