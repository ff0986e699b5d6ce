"""The sentences of import by habit, and its acts."""

from committee_desk.services.imports.mapping import (
    ColumnsLacking,
    ColumnTwice,
    HeadingRowIsData,
    NoHeadings,
    NoSuchColumn,
)
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


def mapping_act(verb: str) -> str | None:
    """What was done; None where it has nothing to do with columns."""
    return {"mapping.put": tr("记住列的对应"), "mapping.forget": tr("忘掉列的对应")}.get(verb)


@says(NoHeadings)
def _no_headings(error: NoHeadings) -> str:
    return tr("“{path}”中没有像表头的一行，无法对应各列。请在第一行写上各列的名称。", path=error.path)


@says(HeadingRowIsData)
def _heading_row_is_data(error: HeadingRowIsData) -> str:
    return tr("第 {row} 行是数据，不是表头。请选各列名称所在的一行。", row=error.row)


@says(ColumnsLacking)
def _columns_lacking(error: ColumnsLacking) -> str:
    return tr(
        "“{kind}”还缺必需的列：{headings}。请为它们选定工作簿中的列。",
        kind=kind_name(error.kind),
        headings=tr("、").join(error.lacking),
    )


@says(ColumnTwice)
def _column_twice(error: ColumnTwice) -> str:
    return tr(
        "{letter} 列同时选作{headings}。每一列只能选一次，请改选。",
        letter=error.letter,
        headings=tr("、").join(error.headings),
    )


@says(NoSuchColumn)
def _no_such_column(error: NoSuchColumn) -> str:
    return tr("工作簿中没有 {letter} 列，或它不能这样选。请重新打开对应列的窗口。", letter=error.letter)
