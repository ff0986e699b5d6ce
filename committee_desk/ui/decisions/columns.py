"""The table of results: its columns, and which rows each of its lists shows."""

from collections.abc import Callable
from datetime import date
from enum import Enum

from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import NamedRemedy, Opinion, ResultState
from committee_desk.domain.scores import Grade
from committee_desk.services.result_views import ResultRow
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.results import bar_of, decided_grade, means_name, opinion_name, remedy_name, result_state
from committee_desk.wording.scores import grade_in_words


class Show(Enum):
    """The lists: whom what is next for."""

    ALL = "all"
    TO_DECIDE = "to_decide"
    TO_SERVE = "to_serve"
    TO_SIGN = "to_sign"
    DONE = "done"


NEXT = {
    ResultState.OPEN: Show.TO_DECIDE,
    ResultState.DECIDED: Show.TO_SERVE,
    ResultState.NOTIFIED: Show.TO_SIGN,
    ResultState.SIGNED: Show.DONE,
    ResultState.ARCHIVED: Show.DONE,
}
_GRADES: dict[Grade | None, int] = {grade: order for order, grade in enumerate(Grade)}
_STATES = {state: order for order, state in enumerate(ResultState)}
_CHIPS = {
    ResultState.OPEN: (NEUTRAL, "hourglass"),
    ResultState.DECIDED: (ACCENT, "mail-forward"),
    ResultState.NOTIFIED: (ACCENT, "pencil"),
    ResultState.SIGNED: (OK, "check"),
    ResultState.ARCHIVED: (NEUTRAL, "archive"),
}


def next_of(row: ResultRow) -> Show:
    """The list in which the row waits: whoever is due a next version waits for the decision on it."""
    return Show.TO_DECIDE if row.renewed else NEXT[row.state]


def lets(row: ResultRow, show: Show) -> bool:
    """Whether the list shows the row."""
    return show is Show.ALL or next_of(row) is show


def state_chip(row: ResultRow) -> Chip:
    """How far the row is, at a glance."""
    if row.barred is not None:
        return Chip(tr("暂不能决定"), BAD, "alert-circle", bar_of(row.barred))
    if row.renewed:
        return Chip(tr("须作新的决定"), WARN, "refresh")
    if row.state is ResultState.SIGNED and row.signature is not None and row.signature.opinion is not Opinion.AGREE:
        return Chip(opinion_name(row.signature.opinion), WARN, "check")
    kind, mark = _CHIPS[row.state]
    return Chip(result_state(row.state), kind, mark)


def grade_of(row: ResultRow) -> str:
    """The grade that was decided; before, the one on the list in force."""
    return decided_grade(row.result.grade if row.result is not None and not row.renewed else row.grade)


def signature_of(row: ResultRow) -> str:
    """What was signed, or that it was refused."""
    return opinion_name(row.signature.opinion) if row.signature is not None else ""


def last_days(row: ResultRow) -> str:
    """Until when which remedy is open, as the notice says it; 申诉 as the answer to a 复核 lengthens it."""
    if row.delivery is None:
        return ""
    return tr("；").join(
        tr("{remedy} {day}", remedy=remedy_name(each.remedy), day=last_day_of(row, each).isoformat())
        for each in row.delivery.remedies
    ) or tr("没有复核、申诉")


def last_day_of(row: ResultRow, named: NamedRemedy) -> date:
    """The last day of a remedy that the notice names; of 申诉 the later one once a 复核 was answered."""
    later = row.after_review if named.remedy is Remedy.APPEAL else None
    return later.last_day if later is not None else named.last_day


def remark_of(row: ResultRow) -> str:
    """Why nobody can decide now; else how the notice was served, and on which version."""
    if row.barred is not None:
        return bar_of(row.barred)
    told = [means_name(row.delivery.means)] if row.delivery is not None else []
    if row.result is not None and row.result.version > 1:
        told.append(tr("第 {version} 版", version=row.result.version))
    if row.renewed:
        told.append(tr("名单有变动，尚未作新的决定"))
    return tr("，").join(told)


def results_spec(sound: Callable[[str], str]) -> TableSpec[ResultRow]:
    """The columns."""
    columns = (
        Column[ResultRow]("code", tr("工号"), lambda row: row.code, 56, fits=True, style=Style.SUB),
        Column[ResultRow]("name", tr("姓名"), lambda row: row.name, 62, style=Style.NAME, fits=True),
        Column[ResultRow]("grade", tr("等次"), grade_of, 56, fits=True, style=Style.NAME, role=_role,
                          sort=lambda row: _GRADES.get(row.grade)),
        Column[ResultRow]("state", tr("进度"), lambda row: state_chip(row).text, 120, fits=True, chip=state_chip,
                          sort=lambda row: _STATES[ResultState.OPEN if row.renewed else row.state]),
        Column[ResultRow]("department", tr("部门"), lambda row: row.department, 60, style=Style.SUB, fits=True,
                          spare=True),
        Column[ResultRow]("notice", tr("通知书"), _notice, 60, style=Style.SUB, fits=True, spare=True),
        Column[ResultRow]("known", tr("本人知道之日"), _known, 60, fits=True, spare=True),
        Column[ResultRow]("signed", tr("本人签字"), signature_of, 56, fits=True, role=_opinion_role, spare=True),
        Column[ResultRow]("remedies", tr("救济截止"), last_days, 60, style=Style.SUB, fits=True, spare=True),
        Column[ResultRow]("published", tr("公示等次"), _published, 56, fits=True, style=Style.SUB, spare=True,
                          sort=lambda row: _GRADES.get(row.published)),
        Column[ResultRow]("category", tr("人员类别"), lambda row: dictionary_word(row.category), 60, fits=True,
                          style=Style.SUB, spare=True),
        Column[ResultRow]("remark", tr("说明"), remark_of, 84, style=Style.SUB, stretch=True, tip=remark_of),
    )  # fmt: skip
    return TableSpec(
        id="decisions", columns=columns, key=lambda row: row.code, find=lambda row: sound(row.name),
        dim=lambda row: row.state is ResultState.ARCHIVED,
    )  # fmt: skip


def _role(row: ResultRow) -> str | None:
    if row.grade is None:
        return "sub"
    return "accent" if row.grade is Grade.EXCELLENT else None


def _opinion_role(row: ResultRow) -> str | None:
    return "warn" if row.signature is not None and row.signature.opinion is not Opinion.AGREE else None


def _notice(row: ResultRow) -> str:
    return row.delivery.notice if row.delivery is not None else ""


def _known(row: ResultRow) -> str:
    return row.delivery.known.isoformat() if row.delivery is not None else ""


def _published(row: ResultRow) -> str:
    return grade_in_words(row.published) if row.published is not None else ""
