"""Sentences of a check about the committee, its meetings and votes."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _term(facts: Facts) -> str:
    return tr("委员{name}的职务、姓名或任期起止不对（第 {entry} 条日志）。", **facts)


def _overlap(facts: Facts) -> str:
    return tr("委员{name}的两段任期重叠（第 {entry} 条与第 {other} 条日志）。", **facts)


def _meeting(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 次会议的状态、议程、主持人或纪要编号不对（第 {entry} 条日志）。", **facts)


def _minutes(facts: Facts) -> str:
    return tr("{year} 年度有 {count} 次会议的纪要编号同为“{document}”（第 {entry} 条日志）。", **facts)


def _attendance(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 次会议{name}的到会登记不对（第 {entry} 条日志）。", **facts)


def _recusal(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 次会议 {member} 的回避没有法定理由或决定人（第 {entry} 条日志）。", **facts)


def _count(facts: Facts) -> str:
    return tr("{year} 年度第 {meeting} 次会议“{question}”的票数多于可以表决的人数（第 {entry} 条日志）。", **facts)


def _outcome(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 次会议“{question}”的表决结果与票数不符（第 {entry} 条日志）。", **facts)


def _recused(facts: Facts) -> str:
    return tr("{year} 年度第 {number} 次会议“{question}”由须回避的 {member} 参加了表决（第 {entry} 条日志）。", **facts)


def _absent(facts: Facts) -> str:
    return tr(
        "{year} 年度第 {number} 次会议“{question}”由登记为未到会的 {member} 参加了表决（第 {entry} 条日志）。", **facts
    )


OF_COMMITTEE: dict[str, Told] = {
    "committee.term": (_term, restore),
    "committee.overlap": (_overlap, restore),
    "committee.meeting": (_meeting, restore),
    "committee.minutes_twice": (_minutes, restore),
    "committee.attendance": (_attendance, restore),
    "committee.recusal": (_recusal, restore),
    "committee.count": (_count, restore),
    "committee.outcome": (_outcome, restore),
    "committee.recused_voted": (_recused, restore),
    "committee.absent_voted": (_absent, restore),
}
"""By code: what is said, and what to do about it."""
