"""Who falls short of which minimum standard."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QWidget

from committee_desk.domain.scheme import Scheme
from committee_desk.domain.standards import Reached
from committee_desk.services.scheme_views import StandardsShown
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.list_dialog import ListDialog
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import rounded
from committee_desk.wording.scheme_rules import standard_rule, standards_rule


@dataclass(frozen=True, slots=True)
class ShortRow:
    """One person and one standard."""

    name: str
    department: str
    standard: str
    of: Reached

    @property
    def lacking(self) -> Fraction:
        """How much is still lacking."""
        return self.of.expected - self.of.reached


class ShortDialog(ListDialog):
    """Everybody who falls short, by department."""

    def __init__(self, parent: QWidget, memory: QSettings, scheme: Scheme, shown: StandardsShown) -> None:
        super().__init__(parent, tr("没有达到最低标准的人"), QSize(860, 560))
        people = len({each.code for each in shown.short})
        said = tr("截至 {day}，{people} 人中有 {short} 人未达到。", day=shown.until, people=shown.people, short=people)
        self.said = label(f"{said}{standards_rule()}", "sub", wrap=True)
        self.column.addWidget(self.said)
        self.table: ListTable[ShortRow] = ListTable(_spec(), tr("没有达到最低标准的人"), memory)
        rows = [ShortRow(*shown.names[each.code], standard_rule(each.standard, scheme), each) for each in shown.short]
        self.table.set_rows(rows)
        self.column.addWidget(self.table, 1)
        self.add_foot()


def _spec() -> TableSpec[ShortRow]:
    columns = (
        Column[ShortRow]("name", tr("姓名"), lambda row: row.name, 90, style=Style.NAME, fits=True),
        Column[ShortRow]("department", tr("部门"), lambda row: row.department, 120, style=Style.SUB, fits=True),
        Column[ShortRow]("standard", tr("标准"), lambda row: row.standard, 240, stretch=True),
        _figure("expected", tr("应达到"), lambda row: row.of.expected),
        _figure("reached", tr("已达到"), lambda row: row.of.reached),
        _figure("lacking", tr("还差"), lambda row: row.lacking),
    )
    key = lambda row: (row.of.code, row.of.standard)  # noqa: E731 - what makes a row itself
    return TableSpec("scheme-short", columns, key=key, sort_by="department")


def _figure(column_id: str, heading: str, value) -> Column[ShortRow]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    return Column(column_id, heading, lambda row: rounded(value(row)), 80, right=True, sort=value)
