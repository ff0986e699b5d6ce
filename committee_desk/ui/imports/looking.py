"""The wizard's second step: the very transaction, looked at before it is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout

from committee_desk.services.imports import ImportPreview
from committee_desk.services.year_guard import YearLocked
from committee_desk.ui.common.surfaces import Banner, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.imports.tables import (
    difference_in_words,
    differences_spec,
    moved_spec,
    numbered,
    problems_spec,
    warnings_spec,
    workbooks_spec,
)
from committee_desk.wording.course_refusals import moved_in_words
from committee_desk.wording.imports import row_in_words, warning_in_words
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

MOST_AT_ONCE, LONGEST_REASON = 9, 200


class LookingStep(QFrame):
    """Counts by workbook, then every problem, difference and doubt; what has to be accepted stands below."""

    def __init__(self, memory: QSettings, changed: Callable[[], object]) -> None:
        super().__init__()
        self._memory, self._changed = memory, changed
        self.previews: tuple[ImportPreview, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 12)
        self.column.setSpacing(10)
        self._banner = QVBoxLayout()
        self.workbooks: ListTable[ImportPreview] = ListTable(workbooks_spec(), tr("工作簿"), memory)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("逐条查看"))
        self.tabs.setDocumentMode(True)
        self.replace = QCheckBox()
        self.replace.toggled.connect(lambda _on: changed())
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setAccessibleName(tr("接受提示的理由"))
        self.reason.textChanged.connect(lambda _text: changed())
        self._reason_label = label(tr("接受提示的理由"), "sub")
        self._reason_label.setBuddy(self.reason)
        self.column.addLayout(self._banner)
        self.column.addWidget(self.workbooks)
        self.column.addWidget(self.tabs, 1)
        self.column.addStretch()
        self.column.addWidget(self.replace)
        line = QHBoxLayout()
        line.addWidget(self._reason_label)
        line.addWidget(self.reason, 1)
        self.column.addLayout(line)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_previews(self, previews: tuple[ImportPreview, ...]) -> None:
        """Show what these workbooks would do together."""
        self.previews = previews
        self.workbooks.set_rows(previews)
        self.workbooks.setFixedHeight(HEADER_ROW + ROW * min(len(previews), MOST_AT_ONCE) + 4)
        self._show_banner()
        self._show_lists()
        self.replace.setChecked(False)
        self.replace.setVisible(bool(self.differing) and not self.barred)
        self.replace.setText(tr("用工作簿的内容替换台账中不同的 {count} 条", count=self.differing))
        asked = bool(self.warnings) and not self.barred
        self.reason.clear()
        self.reason.setVisible(asked)
        self._reason_label.setVisible(asked)

    def _show_banner(self) -> None:
        while self._banner.count():
            item = self._banner.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        self._banner.addWidget(Banner(*self._verdict()))

    def _verdict(self) -> tuple[str, str, str]:
        """Kind of banner, what is so, and what follows."""
        if self.barred:
            return self._why_barred()
        if not any(preview.total_rows for preview in self.previews):
            return "info", tr("工作簿中没有数据行"), tr("只有表头，下面没有内容；不会写入任何内容。")
        if not self.adding and not self.differing:
            return "info", tr("系统中已有，没有新内容"), tr("工作簿与台账一致，不会写入任何内容。")
        if self.differing:
            said = tr("{count} 条与台账不同", count=self.differing)
            return "warn", said, tr("勾选下面的替换后才能导入；不勾选就什么也不会写入。")
        if self.warnings:
            return "warn", tr("{count} 处提示，须说明理由", count=self.warnings), tr("理由随导入记入日志。")
        return "ok", tr("可以导入，新增 {count} 条", count=self.adding), tr("这就是将要发生的全部变化，确认后才写入。")

    def _why_barred(self) -> tuple[str, str, str]:
        if not self.problems and (locked := self.locked) is not None:
            said = tr("会改动已审议年度的数据 {count} 处，不能导入", count=len(locked.moved))
            return "bad", said, sentence(locked)
        said = tr("有 {count} 处错误，不能导入", count=self.problems)
        return "bad", said, tr("全部改好后再导入；在此之前什么也不会写入。可把下面的清单复制或保存给填表人。")

    def _show_lists(self) -> None:
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            old.deleteLater()
        problems = [each for preview in self.previews for each in preview.problems]
        differences = [each for preview in self.previews for each in preview.differences]
        warnings = [each for preview in self.previews for each in preview.warnings]
        self._add(problems_spec(), tr("错误"), problems, row_in_words)
        moved = list(self.locked.moved) if self.locked is not None else []
        self._add(moved_spec(), tr("会变动"), moved, moved_in_words)
        self._add(differences_spec(), tr("不同"), differences, difference_in_words)
        self._add(warnings_spec(), tr("提示"), warnings, warning_in_words)
        self.tabs.setVisible(self.tabs.count() > 0)

    def _add(self, spec: Any, name: str, lines: list[Any], said: Callable[[Any], str]) -> None:  # noqa: ANN401 - a table of one of three kinds
        """A tab with its table; the chosen line is said whole below it."""
        if not lines:
            return
        page = QFrame()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        table: ListTable[Any] = ListTable(spec, name, self._memory)
        table.set_rows(numbered(lines))
        column.addWidget(table, 1)
        tools = QHBoxLayout()
        whole = label("", "sub", wrap=True, select=True)
        table.chosen.connect(lambda line: whole.setText("" if line is None else said(line.of)))
        tools.addWidget(whole, 1)
        tools.addWidget(button(tr("复制清单"), lambda: _copy(table), icon_name="copy"))
        tools.addWidget(button(tr("保存清单…"), lambda: self._save(table, name), icon_name="device-floppy"))
        column.addLayout(tools)
        self.tabs.addTab(page, f"{name} {len(lines)}")

    def _save(self, table: ListTable[Any], name: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("保存清单"), f"{name}.csv", tr("表格 (*.csv)"))
        if chosen:
            table.export_seen(Path(chosen))

    # -- what may be done ------------------------------------------------------------------------------------------

    @property
    def problems(self) -> int:
        """Bad rows of all workbooks."""
        return sum(len(preview.problems) for preview in self.previews)

    @property
    def locked(self) -> YearLocked | None:
        """Why an approved year keeps these workbooks out, where it does."""
        return next((preview.locked for preview in self.previews if preview.locked is not None), None)

    @property
    def barred(self) -> bool:
        """Whether nothing that could be accepted would let them in."""
        return bool(self.problems) or self.locked is not None

    @property
    def adding(self) -> int:
        """Facts that would be new."""
        return sum(preview.added for preview in self.previews)

    @property
    def differing(self) -> int:
        """Facts that differ from the desk's."""
        return sum(preview.differing for preview in self.previews)

    @property
    def warnings(self) -> int:
        """Odd rows that would be taken all the same."""
        return sum(len(preview.warnings) for preview in self.previews)

    @property
    def ready(self) -> bool:
        """Whether it may be carried out: no problem, differences ticked, warnings explained, and something to do."""
        if self.barred or not (self.adding or self.differing):
            return False
        explained = not self.warnings or bool(self.reason.text().strip())
        return explained and (not self.differing or self.replace.isChecked())

    def focus_first(self) -> None:
        """Where the next act is."""
        for field in (self.replace, self.reason):
            if field.isVisible():
                field.setFocus()
                return
        table = self.tabs.currentWidget().findChild(ListTable) if self.tabs.count() else None
        if table is not None:
            table.setFocus()


def _copy(table: ListTable[Any]) -> None:
    table.selectAll()
    table.copy(headings=True)
