"""The example row of each template. Left in a workbook as it is, it is passed over; changed, it is a row like any."""

from dataclasses import replace
from itertools import compress

from committee_desk.services.imports.cells import as_text, is_empty, word
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.table import Cell, Table

EXAMPLES: dict[Kind, dict[str, str]] = {
    Kind.PEOPLE: {
        "工号": "示例001", "姓名": "示例", "部门": "第一检察部", "人员类别": "检察官", "性别": "女",
        "出生年月": "1985.07", "政治面貌": "中共党员", "职务": "检察官", "检察官等级": "一级检察官",
        "领导成员": "否", "入额日期": "2018-02-01", "到岗日期": "2022-07-01", "办案系数": "1.00",
    },
    Kind.CASES: {
        "案号": "示例检刑诉受〔2026〕1号", "案件名称": "示例某盗窃案", "案件类别": "审查起诉", "承办部门": "第一检察部",
        "承办检察官工号": "示例001", "承办检察官": "示例", "分担比例": "1.00", "涉案人数": "1",
        "受理日期": "2026-01-26", "办理期限届满日": "2026-03-02", "审结日期": "2026-02-20", "处理结果": "提起公诉",
    },
    Kind.REVIEWS: {
        "案号": "示例检刑诉受〔2026〕1号", "实体得分": "54", "程序得分": "36", "评查等次": "合格",
        "评查日期": "2026-03-20", "评查人": "案管办",
    },
    Kind.EVENTS: {
        "工号": "示例001", "姓名": "示例", "指标": "司法技能", "日期": "2026-04-20", "分值": "1.5",
        "事由": "信息简报采用", "凭证号": "示例〔2026〕1号", "审批人": "政治部主任",
    },
    Kind.LEADER_RATINGS: {"被评价人工号": "示例001", "评价人": "检察长", "得分": "90"},
    Kind.BALLOTS: {"票号": "示例-0001", "票类": "A", "被测评人工号": "示例001", "得分": "90"},
    Kind.SANCTIONS: {
        "工号": "示例001", "种类": "诫勉", "决定文号": "示例〔2026〕1号", "决定日期": "2026-10-12",
        "说明": "迟报重大事项",
    },
    Kind.LEAVE: {"工号": "示例001", "种类": "病假", "起": "2026-02-01", "止": "2026-02-10"},
    Kind.CALENDAR: {"日期": "2026-01-01", "类型": "休", "名称": "元旦", "文号": "示例〔2026〕1号"},
}  # fmt: skip


def without_example(table: Table, kind: Kind) -> Table:
    """The table without the template's example row, as long as no cell of it was changed."""
    example = EXAMPLES[kind]
    marked = next(heading for heading, text in example.items() if text.startswith("示例"))
    column = table.cells.get(marked, [])
    places = [index for index, cell in enumerate(column) if cell == example[marked]]
    untouched = {index for index in places if _is_example(table, example, index)}
    if not untouched:
        return table
    kept = [index not in untouched for index in range(len(table.rows))]
    return replace(
        table,
        rows=list(compress(table.rows, kept)),
        cells={heading: list(compress(cells, kept)) for heading, cells in table.cells.items()},
    )


def _is_example(table: Table, example: dict[str, str], index: int) -> bool:
    return all(_same(cells[index], example.get(heading, "")) for heading, cells in table.cells.items())


def _same(cell: Cell, text: str) -> bool:
    if is_empty(cell):
        return not text
    if not isinstance(cell, str | bool) and text.replace(".", "").isdigit():
        return as_text(cell) == text or float(as_text(cell) or 0) == float(text)
    return word(cell)[:10] == word(text)[:10] if text[:4].isdigit() else word(cell) == word(text)
