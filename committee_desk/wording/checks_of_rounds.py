"""Sentences of a check about rating rounds."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _shape(facts: Facts) -> str:
    return tr("{label} 的种类、状态、名称、计票规则或年度不是本程序写得出的（第 {entry} 条日志）。", **facts)


def _adopted(facts: Facts) -> str:
    return tr("{label} 已经启动却没有文件号和日期，或者还是草稿却有（第 {entry} 条日志）。", **facts)


def _turnout(facts: Facts) -> str:
    return tr(
        "{label} 的 {ballot_class} 票数不合：应有 有效 ≤ 收回 ≤ 发出 ≤ 应到，有效加无效等于收回，"
        "台账自办的测评应到等于投票人数（第 {entry} 条日志）。",
        **facts,
    )


def _thresholds(facts: Facts) -> str:
    return tr("{label} 的票数与其“已计票”或“已作废”的状态、作废原因不符（第 {entry} 条日志）。", **facts)


def _people(facts: Facts) -> str:
    return tr(
        "{label} 的人员不对：没有被测评人或投票人，票类不存在，或者没有计票却记了谁参加（第 {entry} 条日志）。", **facts
    )


def _rated_twice(facts: Facts) -> str:
    return tr("工号 {code} 在 {other} 和 {label} 中都是被测评人（第 {entry} 条日志）。", **facts)


def _marks(facts: Facts) -> str:
    return tr(
        "{label} 的得分行数与有效票数不符：每张有效票对每名被测评人一行，计票之前一行也没有（第 {entry} 条日志）。",
        **facts,
    )


def _parted(facts: Facts) -> str:
    return tr("{label} 已经计票，导入的票却没有全部拆成单个评分（第 {entry} 条日志）。", **facts)


def _sealed(facts: Facts) -> str:
    return tr("{label} 没有作废，却有封存的测评票（第 {entry} 条日志）。", **facts)


def _batches(facts: Facts) -> str:
    return tr("{label} 第 {batch} 批票不对：没有票、由同一人录入和核对，或本轮没有计票（第 {entry} 条日志）。", **facts)


def _looks(facts: Facts) -> str:
    return tr("{label} 对“{flag}”的了解没有写明由谁了解、处理意见，或本轮没有计票（第 {entry} 条日志）。", **facts)


def _statistics(facts: Facts) -> str:
    return tr("{label} 保存的统计不是本程序写得出的：少了或多了内容（第 {entry} 条日志）。", **facts)


def _again(facts: Facts) -> str:
    return tr(
        "{label} 是对 {first} 的重新测评，{first} 却没有作废，或两轮的人员、规则不同（第 {entry} 条日志）。", **facts
    )


OF_ROUNDS: dict[str, Told] = {
    "rounds.shape": (_shape, restore),
    "rounds.adopted": (_adopted, restore),
    "rounds.turnout": (_turnout, restore),
    "rounds.thresholds": (_thresholds, restore),
    "rounds.people": (_people, restore),
    "rounds.rated_twice": (_rated_twice, restore),
    "rounds.marks": (_marks, restore),
    "rounds.parted": (_parted, restore),
    "rounds.sealed": (_sealed, restore),
    "rounds.batches": (_batches, restore),
    "rounds.looks": (_looks, restore),
    "rounds.statistics": (_statistics, restore),
    "rounds.again": (_again, restore),
}
"""By the code of the invariant."""
