"""The table of people, and what is said of each."""

from collections.abc import Callable
from datetime import date

from committee_desk.domain.people import Category
from committee_desk.services.views import RosterRow
from committee_desk.ui.common.chips import NEUTRAL, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.language import tr


def category_word(category: Category) -> str:
    """A kind of staff."""
    return {
        Category.PROSECUTOR: tr("检察官"),
        Category.ASSISTANT: tr("检察辅助人员"),
        Category.ADMINISTRATIVE: tr("司法行政人员"),
    }[category]


def day(when: date | None) -> str:
    """A day as tables write it; empty where the workbook said none."""
    return when.isoformat() if when is not None else ""


def note(row: RosterRow) -> Chip | None:
    """The most pressing thing about a person; why a grade is decided apart is seen only when it is opened."""
    if row.standing:
        return Chip(tr("另行确定"), WARN, "alert-triangle", tr("处分与调查在右侧查看，查看记入日志"))
    if row.leave_days:
        return Chip(tr("请假 {days} 天", days=row.leave_days), NEUTRAL)
    if row.is_leader:
        return Chip(tr("领导成员"), NEUTRAL, "", tr("由上级考核"))
    return Chip(tr("年内调动"), NEUTRAL, "", tr("任职 {count} 段", count=row.stays)) if row.stays > 1 else None


def people_spec(sound: Callable[[str], str]) -> TableSpec[RosterRow]:
    """The roster's columns."""
    return TableSpec(
        id="people",
        columns=(
            Column("code", tr("工号"), lambda row: row.code, 56),
            Column("name", tr("姓名"), lambda row: row.name, 64, style=Style.NAME, fits=True),
            Column("department", tr("部门"), lambda row: row.department, 84, style=Style.SUB),
            Column("category", tr("人员类别"), lambda row: category_word(row.category), 80, style=Style.SUB,
                   fits=True),
            Column("rank", tr("检察官等级"), lambda row: row.rank, 108, style=Style.SUB),
            Column("since", tr("到岗日期"), lambda row: day(row.since), 92, sort=lambda row: row.since),
            Column("until", tr("离岗日期"), lambda row: day(row.until), 92, sort=lambda row: row.until),
            Column("note", tr("说明"), lambda row: said.text if (said := note(row)) else "", 84,
                   chip=note, style=Style.SUB, fits=True),
            Column("post", tr("职务"), lambda row: row.post, 64, style=Style.SUB, stretch=True),
        ),
        key=lambda row: row.code,
        sort_by="code",
        find=lambda row: sound(row.name),
    )  # fmt: skip
