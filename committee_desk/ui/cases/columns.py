"""The table of cases, and what is said of each."""

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from committee_desk.services.views import CaseRow
from committee_desk.ui.common.chips import BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

_BEST = frozenset({"优质"})
_POOR = frozenset({"不合格"})
_WEAK = frozenset({"基本合格", "瑕疵"})
NAMED = 2


_TELLING = _BEST | _POOR | _WEAK
_DIGITS = re.compile(r"(\d+)")


class Show(Enum):
    """The filters of the tool row."""

    ALL = "all"
    OPEN = "open"
    UNREVIEWED = "unreviewed"
    CAUSELESS = "causeless"
    LATE = "late"


def wanted(row: CaseRow, show: Show) -> bool:
    """Whether that filter lets the case through."""
    if show is Show.OPEN:
        return row.closed is None
    if show is Show.UNREVIEWED:
        return row.closed is not None and row.grade is None
    if show is Show.CAUSELESS:
        return row.lacks_cause
    return show is Show.ALL or row.in_time is False


def state(row: CaseRow) -> Chip | None:
    """The review's grade, or what the case still lacks."""
    if row.lacks_cause:
        return Chip(tr("待认定原因"), WARN, "gavel", tr("处理结果为无罪或免予刑事处罚，须先作原因认定才能扣分"))
    if row.in_time is False:
        return Chip(tr("超期"), WARN, "clock", tr("审结日期晚于办理期限届满日"))
    if row.closed is None:
        return Chip(tr("未结"), NEUTRAL)
    if row.grade is None:
        return None
    return grade_chip(row.grade)


def grade_chip(grade: str) -> Chip:
    """A review grade; the dictionary is the year's, so unknown words stay neutral."""
    if grade in _BEST:
        return Chip(dictionary_word(grade), OK, "star")
    if grade in _POOR:
        return Chip(dictionary_word(grade), BAD, "alert-circle")
    said = dictionary_word(grade)
    return Chip(said, WARN, "alert-triangle") if grade in _WEAK else Chip(said, NEUTRAL)


def cases_spec(sound: Callable[[str], str]) -> TableSpec[CaseRow]:
    """The columns of the cases."""
    return TableSpec(
        id="cases",
        columns=(
            Column("number", tr("案号"), lambda row: row.number, 176, style=Style.NAME, fits=True,
                   sort=lambda row: natural(row.number)),
            Column("title", tr("案件名称"), lambda row: row.title, 80, stretch=True),
            Column("kind", tr("类别"), lambda row: dictionary_word(row.kind), 98, style=Style.SUB, fits=True),
            Column("handlers", tr("承办检察官"), _handlers, 116, tip=lambda row: tr("、").join(row.handlers)),
            Column("closed", tr("审结日期"), lambda row: row.closed.isoformat() if row.closed else "", 92,
                   sort=lambda row: row.closed),
            Column("mark", tr("评查分"), lambda row: "" if row.mark is None else f"{row.mark:f}", 62, right=True,
                   sort=lambda row: row.mark),
            Column("grade", tr("评查等次"), lambda row: dictionary_word(row.grade or ""), 62, fits=True,
                   style=Style.SUB,
                   role=lambda row: grade_chip(row.grade).kind if row.grade in _TELLING else None),
            Column("state", tr("说明"), lambda row: said.text if (said := _remark(row)) else "", 74, chip=_remark,
                   style=Style.SUB, fits=True),
            Column("department", tr("承办部门"), lambda row: row.department, 104, style=Style.SUB,
                   spare=True),
            Column("due", tr("届满日"), lambda row: row.due.isoformat() if row.due else "", 96,
                   sort=lambda row: row.due, style=Style.SUB, spare=True),
        ),
        key=lambda row: row.number,
        sort_by="number",
        find=lambda row: " ".join([*row.handlers, *map(sound, row.handlers)]),
    )  # fmt: skip


def _handlers(row: CaseRow) -> str:
    """Who handles it: two by name, of more the first and how many."""
    if len(row.handlers) <= NAMED:
        return tr("、").join(row.handlers)
    return tr("{name} 等 {count} 人", name=row.handlers[0], count=len(row.handlers))


@lru_cache(maxsize=200_000)
def natural(number: str) -> tuple[str | int, ...]:
    """A case number in the order people count: 2号 before 10号."""
    return tuple(int(piece) if piece.isdecimal() else piece for piece in _DIGITS.split(number))


def _remark(row: CaseRow) -> Chip | None:
    """What stands beside the grade's own column: late or open only."""
    return state(row) if row.closed is None or row.in_time is False or row.lacks_cause else None
