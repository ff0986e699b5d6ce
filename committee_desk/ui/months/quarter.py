"""The quarter's grades (平时考核等次): a list of people, and a short form for the chosen one."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.months import RoutineGrade
from committee_desk.services.desk import Desk
from committee_desk.services.month_views import GradeRow
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.perform import perform
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.workplace import Workplace
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

SIZE = QSize(760, 520)


def grades_spec() -> TableSpec[GradeRow]:
    """Everybody assessed in the quarter."""
    return TableSpec(
        id="routine-grades",
        columns=(
            Column("code", tr("工号"), lambda row: row.code, 70, sort=lambda row: row.code),
            Column("name", tr("姓名"), lambda row: row.name, 100, style=Style.NAME),
            Column("department", tr("部门"), lambda row: row.department, 140, style=Style.SUB),
            Column("grade", tr("平时考核等次"), lambda row: row.grade or "", 110),
            Column("reason", tr("理由"), lambda row: row.reason or "", 180, style=Style.SUB, stretch=True),
        ),
        key=lambda row: row.code,
        sort_by="department",
    )


class QuarterDialog(QDialog):
    """Enter on a person gives or changes the grade."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, year: int, quarter: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("{year}年第 {quarter} 季度平时考核等次", year=year, quarter=quarter))
        self._place, self._desk, self._year, self._quarter = place, desk, year, quarter
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.said = label("", "sub", wrap=True)
        column.addWidget(self.said)
        self.table: ListTable[GradeRow] = ListTable(grades_spec(), tr("平时考核等次"), place.memory)
        self.table.opened.connect(self._give)
        column.addWidget(self.table, 1)
        line = QHBoxLayout()
        self.give = button(tr("定等次…"), self._give_current)
        line.addWidget(self.give)
        line.addStretch(1)
        line.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(line)
        fit_dialog(self, SIZE)
        self.refresh()
        if self.table.shown:
            self.table.choose(self.table.shown[0].code)
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the grades."""
        rows = perform(self, self._place.changes, lambda: self._desk.quarters.rows(self._year, self._quarter)) or ()
        self.table.set_rows(rows)
        self.give.setEnabled(bool(rows))
        given = sum(row.grade is not None for row in rows)
        self.said.setText(tr("{count} 人，已定 {given} 人；按回车定等次", count=len(rows), given=given))

    def _give_current(self) -> None:
        if (row := self.table.current()) is not None:
            self._give(row)

    def _give(self, row: GradeRow) -> None:
        dialog = FormDialog(self, tr("{name}的平时考核等次", name=row.name), tr("保存"))
        grade, reason = QComboBox(), QLineEdit(row.reason or "")
        for each in RoutineGrade:
            grade.addItem(str(each), each)
        grade.addItem(tr("不定等次"), None)
        grade.setCurrentIndex(grade.findData(row.grade or RoutineGrade.FAIR))
        reason.setMaxLength(200)
        dialog.add_row(tr("等次"), grade)
        dialog.add_row(tr("理由"), reason, tr("“较好”以外的等次要写明理由"))
        dialog.consequence.setText(tr("印在本季度末月的公布表上"))

        def act() -> bool:
            picked = grade.currentData()
            chosen = None if picked is None else RoutineGrade(picked)
            try:
                change = self._desk.quarters.give(
                    self._place.actor, self._year, self._quarter, row.code, chosen, reason.text(), seen=row.seen
                )
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), reason)
                return False
            self._place.changes.announce(change)
            return True

        if dialog.run(act):
            self.refresh()
