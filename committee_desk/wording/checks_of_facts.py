"""Sentences of a check about facts: people, cases, points, marks, decisions, leave, calendar."""

from committee_desk.wording.checks_parts import Facts, Told, correct, restore, table_name
from committee_desk.wording.language import tr


def _people_until(facts: Facts) -> str:
    return tr("工号 {code} 的任职先止后起：{since} 到岗，{until} 离岗（第 {entry} 条日志）。", **facts)


def _people_overlap(facts: Facts) -> str:
    return tr("工号 {code} 的两段任职日期重叠（第 {entry} 条与第 {other} 条日志）。", **facts)


def _people_category(facts: Facts) -> str:
    return tr("工号 {code} 的人员类别不认识：{category}（第 {entry} 条日志）。", **facts)


def _people_factor(facts: Facts) -> str:
    return tr("工号 {code} 的办案系数小于 0（第 {entry} 条日志）。", **facts)


def _people_name(facts: Facts) -> str:
    return tr("有一段任职没有姓名或工号（工号“{code}”，第 {entry} 条日志）。", **facts)


def _people_unknown(facts: Facts) -> str:
    place = table_name(facts["table"])
    return tr("{place}表提到工号 {code}，人员里却没有这个人的任职（第 {entry} 条日志）。", place=place, **_some(facts))


def _people_handler(facts: Facts) -> str:
    return tr("案件 {number} 由工号 {code} 承办，此人没有检察官任职（第 {entry} 条日志）。", **facts)


def _cases_share(facts: Facts) -> str:
    return tr("案件 {number} 的分担比例 {share} 不在 0 与 1 之间（第 {entry} 条日志）。", **facts)


def _cases_shares_above_one(facts: Facts) -> str:
    return tr("案件 {number} 各承办人的分担比例合计 {sum}，超过 1（第 {entry} 条日志）。", **facts)


def _cases_disagree(facts: Facts) -> str:
    return tr("案件 {number} 各行的类别、部门、日期、人数或难度不一致（第 {entry} 条日志）。", **facts)


def _cases_closed(facts: Facts) -> str:
    return tr("案件 {number} 审结（{closed}）早于受理（{accepted}）（第 {entry} 条日志）。", **facts)


def _cases_year(facts: Facts) -> str:
    return tr(
        "案件 {number} 计入 {year} 年度，与审结日期 {closed} 不符（第 {entry} 条日志）。",
        number=facts["number"],
        year=_or_none(facts["year"]),
        closed=_or_none(facts["closed"]),
        entry=facts["entry"],
    )


def _cases_kind(facts: Facts) -> str:
    return tr("案件 {number} 的类别在各年度方案里都没有：{kind}。", **facts)


def _cases_persons(facts: Facts) -> str:
    return tr("案件 {number} 的涉案人数为 {persons}，应不少于 1。", **facts)


def _cases_difficulty(facts: Facts) -> str:
    return tr("案件 {number} 的难度系数 {difficulty} 不在 1 与 2 之间。", **facts)


def _cases_review_without_case(facts: Facts) -> str:
    return tr("评查所指的案件 {number} 不在台账里（第 {entry} 条日志）。", **facts)


def _cases_marks(facts: Facts) -> str:
    parts = {"substance": tr("实体得分"), "procedure": tr("程序得分")}
    return tr(
        "案件 {number} 评查的{part} {mark} 不在 0 与 {most} 之间（第 {entry} 条日志）。",
        number=facts["number"],
        part=parts[str(facts["part"])],
        mark=facts["mark"],
        most=facts["most"],
        entry=facts["entry"],
    )


def _cases_grade(facts: Facts) -> str:
    return tr(
        "案件 {number} 的评查等次“{grade}”不在审结年度 {year} 的等次表里（第 {entry} 条日志）。",
        number=facts["number"],
        grade=facts["grade"],
        year=_or_none(facts["year"]),
        entry=facts["entry"],
    )


def _events_indicator(facts: Facts) -> str:
    return tr("工号 {code} 的加减分记在不存在的指标 {indicator} 上（第 {entry} 条日志）。", **facts)


def _events_year(facts: Facts) -> str:
    return tr("工号 {code} {day} 的加减分记入 {year} 年度，与日期不符（第 {entry} 条日志）。", **facts)


def _events_evidence(facts: Facts) -> str:
    return tr("工号 {code} {day} 的加减分没有事由或凭证号（第 {entry} 条日志）。", **facts)


def _leader_mark(facts: Facts) -> str:
    return tr("工号 {code} 的领导评价 {mark} 不在 0 与 100 之间（第 {entry} 条日志）。", **facts)


def _ballot_mark(facts: Facts) -> str:
    return tr("第 {entry} 条日志导入的测评票中有得分不在 0 与 100 之间。", **facts)


def _ballot_class(facts: Facts) -> str:
    return tr("第 {entry} 条日志导入的测评票中有不认识的票类：{ballot_class}。", **facts)


def _ratings_year(facts: Facts) -> str:
    return tr("第 {entry} 条日志导入的评价记入 {year} 年度，台账里没有这个年度。", **facts)


def _standing_kind(facts: Facts) -> str:
    return tr("工号 {code} 的处分种类在各年度方案里都没有：{kind}（{document}，第 {entry} 条日志）。", **facts)


def _standing_closed(facts: Facts) -> str:
    return tr("工号 {code} 的处分（{document}）结案 {closed} 早于决定 {decided}（第 {entry} 条日志）。", **facts)


def _standing_year(facts: Facts) -> str:
    return tr(
        "工号 {code} 的处分（{document}）记入 {year} 年度，与决定日期 {decided} 不符（第 {entry} 条日志）。",
        **facts,
    )


def _standing_term(facts: Facts) -> str:
    return tr("工号 {code} 的处分（{document}）期限 {term} 年，只能是 1 或 2（第 {entry} 条日志）。", **facts)


def _standing_leave(facts: Facts) -> str:
    return tr("工号 {code} 的请假止（{until}）早于起（{since}）（第 {entry} 条日志）。", **facts)


def _calendar_kind(facts: Facts) -> str:
    return tr("日历中 {day} 的类型不是休或班：{kind}（第 {entry} 条日志）。", **facts)


def _calendar_document(facts: Facts) -> str:
    return tr("日历中 {day} 没有通知文号（第 {entry} 条日志）。", **facts)


def _some(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if name != "table"}


def _or_none(value: object) -> object:
    return tr("（空）") if value is None else value


OF_FACTS: dict[str, Told] = {
    "people.until": (_people_until, correct),
    "people.overlap": (_people_overlap, correct),
    "people.category": (_people_category, correct),
    "people.factor": (_people_factor, correct),
    "people.name": (_people_name, correct),
    "people.unknown": (_people_unknown, correct),
    "people.handler": (_people_handler, correct),
    "cases.share": (_cases_share, correct),
    "cases.shares_above_one": (_cases_shares_above_one, correct),
    "cases.disagree": (_cases_disagree, correct),
    "cases.closed_before_accepted": (_cases_closed, correct),
    "cases.year": (_cases_year, restore),
    "cases.kind": (_cases_kind, correct),
    "cases.persons": (_cases_persons, correct),
    "cases.difficulty": (_cases_difficulty, correct),
    "cases.review_without_case": (_cases_review_without_case, correct),
    "cases.marks": (_cases_marks, correct),
    "cases.grade": (_cases_grade, correct),
    "events.indicator": (_events_indicator, correct),
    "events.year": (_events_year, restore),
    "events.evidence": (_events_evidence, correct),
    "ratings.leader_mark": (_leader_mark, correct),
    "ratings.ballot_mark": (_ballot_mark, correct),
    "ratings.ballot_class": (_ballot_class, correct),
    "ratings.year": (_ratings_year, restore),
    "standing.kind": (_standing_kind, correct),
    "standing.closed": (_standing_closed, correct),
    "standing.year": (_standing_year, restore),
    "standing.term": (_standing_term, correct),
    "standing.leave": (_standing_leave, correct),
    "calendar.kind": (_calendar_kind, correct),
    "calendar.document": (_calendar_document, correct),
}
"""By code: what is said, and what to do about it."""
