"""The versions of a month's sheets: what each says otherwise than the one before, and their paper again."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.months import Differing, MonthSheet, quarter_of
from committee_desk.domain.people import Category
from committee_desk.services.desk import Desk
from committee_desk.services.month_views import SheetVersion
from committee_desk.ui.common.chips import NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.perform import perform
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.workplace import Workplace
from committee_desk.ui.months.explaining import ExplainingDialog, Whose
from committee_desk.ui.months.publishing import put_into
from committee_desk.ui.months.quarter import QuarterDialog
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.months import differing_item, differing_value, of_the_year, rank_column

SIZE = QSize(900, 520)


def version_chip(row: SheetVersion) -> Chip:
    """Whether the version still stands."""
    if row.superseded:
        return Chip(tr("已被取代"), NEUTRAL, "x", tr("后来公布了更正的一版，这一版留存"))
    return Chip(tr("现行"), OK, "check")


def versions_spec(name: str = "month-versions") -> TableSpec[SheetVersion]:
    """The versions, newest first."""
    return TableSpec(
        id=name,
        columns=(
            Column("category", tr("人员类别"), lambda row: dictionary_word(row.category), 110, style=Style.NAME),
            Column("version", tr("版本"), lambda row: tr("第 {version} 版", version=row.version), 84,
                   sort=lambda row: row.version),
            Column("at", tr("公布时间"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 138, sort=lambda row: row.entry),
            Column("actor", tr("经手人"), lambda row: row.actor, 90, style=Style.SUB),
            Column("people", tr("人数"), lambda row: str(row.people), 60, right=True, sort=lambda row: row.people),
            Column("entry", tr("日志号"), lambda row: str(row.entry), 64, right=True, sort=lambda row: row.entry),
            Column("state", tr("状态"), lambda row: version_chip(row).text, 92, chip=version_chip, stretch=True),
        ),
        key=lambda row: (row.month, row.category, row.version),
        sort_by="at",
        ascending=False,
        dim=lambda row: row.superseded,
    )  # fmt: skip


class Change(NamedTuple):
    """One difference in words."""

    code: str
    name: str
    item: str
    before: str
    after: str


def in_words(each: Differing, sheet: MonthSheet) -> Change:
    """What a reader is told of it."""
    before, after = differing_value(each, each.before), differing_value(each, each.after)
    return Change(each.code, each.name, differing_item(each, sheet), before, after)


def differing_spec() -> TableSpec[Change]:
    """What a version says otherwise than the one before it."""
    return TableSpec(
        id="month-differing",
        columns=(
            Column("code", tr("工号"), lambda row: row.code, 70, sort=lambda row: row.code),
            Column("name", tr("姓名"), lambda row: row.name, 100, style=Style.NAME),
            Column("item", tr("项目"), lambda row: row.item, 150),
            Column("before", tr("前一版"), lambda row: row.before, 130, right=True),
            Column("after", tr("这一版"), lambda row: row.after, 130, right=True),
        ),
        key=lambda row: (row.code, row.item),
        sort_by="code",
    )


class VersionsDialog(QDialog):
    """Versions above, the differences of the chosen one below."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("{month}的公布表", month=of_the_year(year, month)))
        self._place, self._desk, self._year, self._month = place, desk, year, month
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.said = label("", "sub", wrap=True)
        self.versions: ListTable[SheetVersion] = ListTable(versions_spec(), tr("各版"), place.memory)
        self.differing: ListTable[Change] = ListTable(differing_spec(), tr("更正"), place.memory)
        self.versions.chosen.connect(self._tell)
        column.addWidget(self.versions, 2)
        column.addWidget(self.said)
        column.addWidget(self.differing, 3)
        line = QHBoxLayout()
        self.put = button(tr("存到文件夹…"), self._put, icon_name="folder")
        line.addWidget(self.put)
        self.explained = button(tr("个人得分说明…"), self._explain, icon_name="report-analytics")
        line.addWidget(self.explained)
        self.grades = button(tr("平时考核等次…"), self._grade)
        self.grades.setVisible(desk.quarters.on())
        line.addWidget(self.grades)
        line.addStretch(1)
        line.addWidget(button(tr("关闭"), self.reject, primary=True))
        column.addLayout(line)
        fit_dialog(self, SIZE)
        self.refresh()

    def refresh(self) -> None:
        """Read the versions."""
        rows = perform(self, self._place.changes, lambda: self._desk.months.versions(self._year, self._month)) or ()
        self.versions.set_rows(rows)
        self.put.setEnabled(bool(rows))
        if rows:
            self.versions.choose((rows[0].month, rows[0].category, rows[0].version))
        else:
            self.said.setText(tr("这个月还没有公布过。"))
        self.versions.setFocus()

    def _tell(self, row: SheetVersion | None) -> None:
        if row is None:
            return
        old, months = row.version - 1, self._desk.months
        sheet = months.sheet(self._year, self._month, row.category, row.version)
        found = months.difference(self._year, self._month, row.category, old, row.version) if old else ()
        self.differing.set_rows([in_words(each, sheet) for each in found])
        facts = {"version": row.version, "old": old, "count": len(found)}
        said = tr("第 {version} 版对第 {old} 版更正 {count} 处", **facts) if old else tr("第 1 版，没有更正")
        ranks = (
            rank_column(months.sheet(self._year, self._month, row.category, old).ranked, sheet.ranked) if old else ""
        )
        self.said.setText(tr("；").join(part for part in (said, ranks) if part))

    def _explain(self) -> None:
        """The month of the person whose figure differs, of the category in view; of the first where there is none."""
        row, change = self.versions.current(), self.differing.current()
        category = Category(row.category) if row is not None else Category.PROSECUTOR
        whose = Whose(self._year, self._month, category, change.code if change is not None else "")
        ExplainingDialog(self, self._place, self._desk, whose).exec()

    def _grade(self) -> None:
        QuarterDialog(self, self._place, self._desk, self._year, quarter_of(self._month)).exec()

    def _put(self) -> None:
        row = self.versions.current()
        if row is None:
            return
        name = QFileDialog.getExistingDirectory(self, tr("公布表存到哪个文件夹"))
        if name:
            which = (row.category, row.version)
            put_into(self, self._place, self._desk, (self._year, self._month), Path(name), which)
