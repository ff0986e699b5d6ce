"""The row above the grid: by event or by person, whose category, the sheet's own acts, and how the saving stands."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QStackedWidget

from committee_desk.domain.people import Category
from committee_desk.ui.common.category_box import CategoryBox
from committee_desk.ui.common.list_filters import DepartmentChoice
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import tool
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.language import tr

BY_EVENT, BY_PERSON = "event", "person"
MOST_CATEGORY = 130


@dataclass(frozen=True)
class Acts:
    """What the row asks of its page."""

    mode: Callable[[str], object]
    category: Callable[[Category], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    paste: Callable[[], object]
    department: Callable[[], object]
    unfilled: Callable[[bool], object]
    detail: Callable[[], object]


class EntryTools:
    """Tabs, icons and the saved state; the filters stand in a row of their own that its icon opens."""

    def __init__(self, acts: Acts) -> None:
        self.row = ToolRow()
        tabs = [(BY_EVENT, tr("按事件")), (BY_PERSON, tr("按人员"))]
        self.tabs = self.row.add_tabs(tabs, acts.mode)
        for mode, key in ((BY_EVENT, Shortcut.BY_EVENT), (BY_PERSON, Shortcut.BY_PERSON)):
            self.tabs.buttons[mode].setToolTip(with_key(self.tabs.buttons[mode].text(), key))
        inner = self.row.layout()
        assert isinstance(inner, QHBoxLayout)  # noqa: S101 - the row is made so
        line = hairline(upright=True)
        line.setFixedHeight(18)
        inner.addSpacing(6)
        inner.addWidget(line)
        inner.addSpacing(6)
        self.undo = tool(tr("撤销"), "arrow-back-up", acts.undo, Shortcut.UNDO)
        self.redo = tool(tr("重做"), "arrow-forward-up", acts.redo, Shortcut.REDO)
        self.paste = tool(tr("粘贴整块"), "clipboard-plus", acts.paste, Shortcut.PASTE)
        self.filter = tool(tr("筛选行"), "filter", self._open_filters)
        self.filter.setCheckable(True)
        self.detail = tool(tr("右侧详情"), "info-circle", acts.detail)
        for each in (self.undo, self.redo, self.paste, self.filter, self.detail):
            inner.addWidget(each)
        self.category = CategoryBox(acts.category)
        self.category.setMaximumWidth(MOST_CATEGORY)
        inner.addWidget(self.category)
        self.saved = QStackedWidget()
        self.saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        inner.addStretch(1)
        inner.addWidget(self.saved, 20)
        self.filters = self._filters(acts)
        self.filters.hide()

    def _filters(self, acts: Acts) -> ToolRow:
        made = ToolRow()
        inner = made.layout()
        assert isinstance(inner, QHBoxLayout)  # noqa: S101 - the row is made so
        self.unfilled = QCheckBox(tr("只看未填"))
        self.unfilled.setAccessibleName(tr("只看未填"))
        self.unfilled.toggled.connect(acts.unfilled)
        inner.addWidget(self.unfilled)
        self.departments = made.add(DepartmentChoice(acts.department))
        return made

    def _open_filters(self) -> None:
        wanted = self.filters.isHidden()
        self.filters.setVisible(wanted)
        self.filter.setChecked(wanted)
        if wanted:
            self.unfilled.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.clear_filters()

    def clear_filters(self) -> None:
        """Show everything again."""
        self.unfilled.setChecked(False)
        self.departments.show_all()

    def can_undo(self, undo: bool, redo: bool) -> None:  # noqa: FBT001 - as the sheet tells it
        """Whether there is something to take back or to do again."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
