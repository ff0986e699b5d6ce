"""The tables of the wizard's second step: workbooks, problems, differences, doubts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from committee_desk.services.imports import Difference, ImportPreview, RowProblem, RowWarning
from committee_desk.services.year_guard import MovedFigure
from committee_desk.ui.common.chips import BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.course_refusals import moved_in_words
from committee_desk.wording.imports import doubt_in_words, kind_name, problem_in_words, remedy_in_words
from committee_desk.wording.language import tr

Line = TypeVar("Line", RowProblem, RowWarning, Difference, MovedFigure)


@dataclass(frozen=True)
class Numbered(Generic[Line]):
    """A line of a list with its place in it, which keeps it apart from a line that says the same."""

    number: int
    of: Line


def numbered(lines: Iterable[Line]) -> list[Numbered[Line]]:
    """Number them from 1."""
    return [Numbered(number, line) for number, line in enumerate(lines, start=1)]


def _place(line: Numbered[RowProblem] | Numbered[RowWarning] | Numbered[Difference]) -> str:
    """Sheet and cell; the row where the column is not known."""
    found = line.of
    where = found.cell or (tr("第 {row} 行", row=found.row) if found.row is not None else "")
    return " › ".join(part for part in (found.sheet, where) if part)


def workbooks_spec() -> TableSpec[ImportPreview]:
    """One line a workbook: what it would bring."""
    return TableSpec(
        id="import-workbooks",
        columns=(
            Column("workbook", tr("工作簿"), lambda each: each.workbook, 170, style=Style.NAME, tip=ignored_in_words),
            Column("kind", tr("内容"), lambda each: kind_name(each.kind), 90, style=Style.SUB),
            Column("sheet", tr("工作表"), lambda each: each.sheet, 90, style=Style.SUB),
            Column("rows", tr("行"), lambda each: str(each.total_rows), 66, right=True,
                   sort=lambda each: each.total_rows),
            Column("new", tr("新增"), lambda each: str(each.added), 66, right=True, sort=lambda each: each.added),
            Column("same", tr("系统中已有"), lambda each: str(each.unchanged + each.repeated), 96, right=True,
                   sort=lambda each: each.unchanged + each.repeated),
            Column("differs", tr("不同"), lambda each: str(each.differing), 66, right=True,
                   sort=lambda each: each.differing),
            Column("state", tr("结论"), lambda each: verdict(each).text, 120, chip=verdict, stretch=True),
        ),
        key=lambda each: each.workbook,
    )  # fmt: skip


def ignored_in_words(preview: ImportPreview) -> str:
    """The columns that are not read, for whoever rests on the workbook's name."""
    if not preview.ignored:
        return preview.workbook
    return tr("没有读取的列：{headings}", headings=tr("、").join(preview.ignored))


def verdict(preview: ImportPreview) -> Chip:
    """What is to be said of one workbook."""
    if preview.problems:
        return Chip(tr("{count} 处错误", count=len(preview.problems)), BAD, "alert-circle")
    if preview.locked is not None and (preview.added or preview.differences):
        return Chip(tr("不能导入"), BAD, "lock", tr("会改动已审议年度的数据"))
    if preview.again:
        return Chip(tr("这份票已导入过"), NEUTRAL)
    if preview.differences:
        return Chip(tr("{count} 条不同", count=preview.differing), WARN, "alert-triangle")
    if preview.warnings:
        return Chip(tr("{count} 处提示", count=len(preview.warnings)), WARN, "alert-triangle")
    return Chip(tr("可以导入"), OK, "check") if preview.added else Chip(tr("没有新内容"), NEUTRAL)


def problems_spec() -> TableSpec[Numbered[RowProblem]]:
    """Every bad row with what to do about it."""
    return TableSpec(
        id="import-problems",
        columns=(
            Column("workbook", tr("工作簿"), lambda line: line.of.workbook, 100, style=Style.SUB),
            Column("place", tr("位置"), _place, 104, style=Style.NAME, sort=lambda line: line.number),
            Column("heading", tr("列"), lambda line: line.of.heading, 84),
            Column("value", tr("值"), lambda line: line.of.value, 104),
            Column("why", tr("原因"), lambda line: problem_in_words(line.of), 220,
                   tip=lambda line: problem_in_words(line.of)),
            Column("remedy", tr("怎么办"), lambda line: remedy_in_words(line.of), 200, stretch=True,
                   tip=lambda line: remedy_in_words(line.of)),
        ),
        key=lambda line: line.number,
    )  # fmt: skip


def differences_spec() -> TableSpec[Numbered[Difference]]:
    """Every field that differs from the desk's."""
    return TableSpec(
        id="import-differences",
        columns=(
            Column("kind", tr("内容"), lambda line: kind_name(line.of.kind), 80, style=Style.SUB),
            Column("place", tr("位置"), _place, 110, sort=lambda line: line.number),
            Column("key", tr("哪一条"), lambda line: " · ".join(line.of.key.values()), 200, style=Style.NAME),
            Column("heading", tr("列"), lambda line: line.of.heading, 96),
            Column("old", tr("台账中"), lambda line: line.of.old, 120, style=Style.SUB),
            Column("new", tr("工作簿中"), lambda line: line.of.new, 120, style=Style.NAME, stretch=True),
        ),
        key=lambda line: line.number,
    )  # fmt: skip


def difference_in_words(difference: Difference) -> str:
    """One field, before and after."""
    return tr(
        "{key} {heading}：{old} → {new}",
        key=" · ".join(difference.key.values()),
        heading=difference.heading,
        old=difference.old or tr("（空）"),
        new=difference.new or tr("（空）"),
    )


def moved_spec() -> TableSpec[Numbered[MovedFigure]]:
    """Whose figures of an approved year would move."""
    return TableSpec(
        id="import-moved",
        columns=(
            Column("code", tr("工号"), lambda line: line.of.code, 84, style=Style.SUB),
            Column("what", tr("会改动的数据"), lambda line: moved_in_words(line.of), 320, stretch=True),
        ),
        key=lambda line: line.number,
    )


def warnings_spec() -> TableSpec[Numbered[RowWarning]]:
    """What is taken but looks odd."""
    return TableSpec(
        id="import-warnings",
        columns=(
            Column("workbook", tr("工作簿"), lambda line: line.of.workbook, 100, style=Style.SUB),
            Column("place", tr("位置"), _place, 104, style=Style.NAME, sort=lambda line: line.number),
            Column("heading", tr("列"), lambda line: line.of.heading, 96),
            Column("value", tr("值"), lambda line: line.of.value, 110),
            Column("what", tr("提示"), lambda line: doubt_in_words(line.of), 320, stretch=True,
                   tip=lambda line: doubt_in_words(line.of)),
        ),
        key=lambda line: line.number,
    )  # fmt: skip
