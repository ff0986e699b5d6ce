"""工作台 in words: each line's title, what stands under it, and the short name of a deadline."""

from committee_desk.services.views import Owed
from committee_desk.wording.categories_owed import CATEGORIES_OWED
from committee_desk.wording.committee_owed import COMMITTEE_OWED
from committee_desk.wording.course_owed import COURSE_OWED
from committee_desk.wording.effects_owed import EFFECTS_OWED
from committee_desk.wording.entry_owed import OF_ENTRY
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.marks_owed import MARKS_OWED
from committee_desk.wording.months_owed import MONTHS_OWED
from committee_desk.wording.objections_owed import OBJECTIONS_OWED
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of
from committee_desk.wording.proceedings_owed import PROCEEDINGS_OWED
from committee_desk.wording.publication_owed import PUBLICATION_OWED
from committee_desk.wording.results_owed import RESULTS_OWED
from committee_desk.wording.rounds_owed import ROUNDS_OWED
from committee_desk.wording.scheme_owed import SCHEME_OWED
from committee_desk.wording.signing_owed import SIGNING_OWED


def owed_title(line: Owed) -> str:
    """What is owed, in a few words."""
    return _said(line)[0]


def owed_detail(line: Owed) -> str:
    """Who or which, and what to do."""
    return _said(line)[1]


def deadline_name(line: Owed) -> str:
    """What ends on the line's day, as the top bar says it."""
    names = {
        "next_calendar_missing": tr("导入 {year} 年日历", year=line.facts.get("year", "")),
        "case_due": tr("最近办理期限"),
        "window_closes": tr("公示截止"),
        "staff_desk": tr("值班受理异议"),
    }
    return names.get(line.kind) or owed_title(line)


def _said(line: Owed) -> Line:
    return _LINES[line.kind](line) if line.kind in _LINES else (line.kind, "")


def _calendar_missing(line: Owed) -> Line:
    year = line.facts["year"]
    return (
        tr("缺 {year} 年工作日日历", year=year),
        tr("没有它不能推算公示期和期限，请导入国务院办公厅的放假通知"),
    )


def _next_calendar_missing(line: Owed) -> Line:
    year = line.facts["year"]
    return tr("缺 {year} 年工作日日历", year=year), tr("通知通常在 11 月发布，公示期可能跨年，请及时导入")


def _no_people(_line: Owed) -> Line:
    return tr("还没有人员"), tr("先导入“人员”工作簿，其他数据都要对应到人")


def _no_cases(_line: Owed) -> Line:
    return tr("还没有本年度审结的案件"), tr("导入“案件”工作簿后才能计分")


def _unreviewed(line: Owed) -> Line:
    count = count_of(line)
    return tr_n("{count} 件案件缺评价", "{count} 件案件缺评价", count), tr("一案一评：没有评价的案件不计入办案质量")


def _cause_missing(line: Owed) -> Line:
    count = count_of(line)
    said = tr_n("{count} 件无罪、免予刑事处罚案件待认定原因", "{count} 件无罪、免予刑事处罚案件待认定原因", count)
    return said, names_of(line)


def _deducted_without_cause(line: Owed) -> Line:
    count = count_of(line)
    return tr_n("{count} 件案件未认定失误却已扣分", "{count} 件案件未认定失误却已扣分", count), names_of(line)


def _overdue(line: Owed) -> Line:
    count = count_of(line)
    return tr_n("{count} 件案件超过办理期限", "{count} 件案件超过办理期限", count), tr("尚未审结，已过办理期限届满日")


def _case_due(line: Owed) -> Line:
    count = count_of(line)
    return tr_n("{count} 件案件即将到期", "{count} 件案件即将到期", count), str(line.facts.get("number", ""))


def _unapproved(line: Owed) -> Line:
    count = count_of(line)
    return tr_n("{count} 条加减分没有审批人", "{count} 条加减分没有审批人", count), tr("请补齐审批人后重新导入“加减分”")


def _without_marks(line: Owed) -> Line:
    return tr_n("{count} 人缺领导评价", "{count} 人缺领导评价", count_of(line)), names_of(line)


def _without_ballots(line: Owed) -> Line:
    return tr_n("{count} 人缺民主测评", "{count} 人缺民主测评", count_of(line)), names_of(line)


def _without_cases(line: Owed) -> Line:
    return tr_n("{count} 人没有审结案件", "{count} 人没有审结案件", count_of(line)), names_of(line)


def _tied(line: Owed) -> Line:
    return tr("优秀名额末位 {count} 人相同，须委员会决定", count=count_of(line)), names_of(line)


def _review(line: Owed) -> Line:
    return tr_n("{count} 人须先作业务能力评审", "{count} 人须先作业务能力评审", count_of(line)), names_of(line)


_LINES: dict[str, SaysLine] = {
    **COURSE_OWED,
    **PUBLICATION_OWED,
    **COMMITTEE_OWED,
    **OBJECTIONS_OWED,
    **PROCEEDINGS_OWED,
    **EFFECTS_OWED,
    **RESULTS_OWED,
    **SIGNING_OWED,
    **MARKS_OWED,
    **ROUNDS_OWED,
    **MONTHS_OWED,
    **SCHEME_OWED,
    "calendar_missing": _calendar_missing,
    "next_calendar_missing": _next_calendar_missing,
    "no_people": _no_people,
    "no_cases": _no_cases,
    "unreviewed": _unreviewed,
    "cause_missing": _cause_missing,
    "deducted_without_cause": _deducted_without_cause,
    "overdue": _overdue,
    "case_due": _case_due,
    "unapproved_events": _unapproved,
    "without_leader_mark": _without_marks,
    "without_ballots": _without_ballots,
    "without_cases": _without_cases,
    "tie_at_quota": _tied,
    "review_required": _review,
    **OF_ENTRY,
    **CATEGORIES_OWED,
}
