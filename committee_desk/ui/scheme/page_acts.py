"""What can be done on 方案: the acts in its head and above its tree, and which of them can be done now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.surfaces import EmptyState, button, tool
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.services.scheme_views import SchemeStand
    from committee_desk.ui.scheme.shown import Shown

DRAFT = -1
LEAST_CHOICE, MOST_CHOICE = 96, 190


class SchemeActs(Page):
    """The buttons and choices, and what they depend on; `SchemeView` shows the scheme, `SchemePage` does the acts."""

    empty: EmptyState

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.category = Category.PROSECUTOR
        self._stand: SchemeStand | None = None
        self._shown: Shown | None = None
        self._looking: int | None = None
        self._past: list[str] = []
        self._add_actions()
        self.body.addWidget(self._tools())

    def _add_actions(self) -> None:
        self.undo_button = self.head.add_action(tr("撤销"), "arrow-back-up", self.undo, writes=True)
        self.drop_button = self.head.add_action(tr("放弃草稿"), "trash", self.drop, writes=True)
        self.effects_button = self.head.add_action(tr("看影响"), "report-analytics", self.show_effects)
        self.begin_button = self.head.add_action(tr("起草修改"), "pencil", self.begin, writes=True)
        self.adopt_button = self.head.add_action(tr("采用…"), "gavel", self.adopt, primary=True, writes=True)

    def _tools(self) -> ToolRow:
        tools = ToolRow()
        self.categories = _choice(tools, tr("人员类别"), lambda at: self._pick_category(self.categories.itemData(at)))
        for each in Category:
            self.categories.addItem(dictionary_word(str(each)), str(each))
        self.versions = _choice(tools, tr("版本"), self._look_at)
        self.short_button = button(tr("最低标准…"), self.show_short, icon_name="flag")
        self.compare_button = button(tr("比较…"), self.compare, icon_name="arrows-sort")
        self.import_button = tool(tr("导入方案文件"), "file-import", self.import_file)
        self.export_button = tool(tr("导出方案文件"), "file-export", self.export_file)
        for one in (self.short_button, self.compare_button, self.import_button, self.export_button):
            tools.add_widget(one)
        return tools

    @property
    def _drafting(self) -> bool:
        return self._stand is not None and self._stand.draft is not None and self._looking in {None, DRAFT}

    @property
    def _editable(self) -> bool:
        return self._drafting and self.place.may(Right.DRAFT_SCHEME) and not self.place.no_writing

    def _say_possible(self) -> None:
        stand, may = self._stand, self.place.may
        if stand is None:
            return
        holding, barred = stand.holding, bool(self.place.no_writing)
        drafts, adopts = may(Right.DRAFT_SCHEME) and not barred, may(Right.ADOPT_SCHEME) and not barred
        lawful = self._shown is not None and not self._shown.faults
        unadopted = holding is not None and not holding.is_adopted
        self.undo_button.setVisible(self._drafting and bool(self._past))
        self.drop_button.setVisible(self._drafting and drafts)
        self.effects_button.setVisible(self._drafting and may(Right.SEE_SCORES))
        self.effects_button.setEnabled(lawful)
        self.begin_button.setVisible(stand.draft is None and holding is not None)
        self.begin_button.setEnabled(drafts)
        self.adopt_button.setVisible(self._drafting or (unadopted and stand.draft is None))
        self.adopt_button.setEnabled(adopts and lawful)
        self.adopt_button.setToolTip("" if lawful else tr("方案还有要改的地方"))
        self.empty.button.setEnabled(drafts)
        self.import_button.setEnabled(drafts)
        self.export_button.setEnabled(self._shown is not None)
        self.short_button.setEnabled(lawful and may(Right.SEE_SCORES))
        self.compare_button.setEnabled(self.versions.count() > 1)

    def commands(self) -> tuple[PageCommand, ...]:
        """What can be done here."""
        return (
            PageCommand(tr("起草修改方案"), self.begin, "pencil"),
            PageCommand(tr("看方案草稿对每个人的影响"), self.show_effects, "report-analytics"),
            PageCommand(tr("比较方案的两个版本"), self.compare, "arrows-sort"),
            PageCommand(tr("没有达到最低标准的人"), self.show_short, "flag"),
        )

    # -- what SchemeView and SchemePage do -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin a draft."""

    def undo(self) -> None:
        """Take the draft's last change back."""

    def drop(self) -> None:
        """Let the draft go."""

    def show_effects(self) -> None:
        """What the draft would do to every person."""

    def show_short(self) -> None:
        """Who falls short of a minimum standard."""

    def compare(self) -> None:
        """Two versions side by side."""

    def adopt(self) -> None:
        """Put the scheme in force."""

    def import_file(self) -> None:
        """A scheme from a file."""

    def export_file(self) -> None:
        """A scheme to a file."""

    def go_to_fault(self) -> None:
        """To the first thing that is wrong."""

    def _pick_category(self, category: str) -> None:
        raise NotImplementedError

    def _look_at(self, at: int) -> None:
        raise NotImplementedError


def _choice(tools: ToolRow, name: str, picked: Callable[[int], object]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(LEAST_CHOICE)
    made.setMaximumWidth(MOST_CHOICE)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.activated.connect(picked)
    said = QLabel(name)  # unseen: over the accessibility bus a drop-down's own name is its value
    said.setBuddy(made)
    said.hide()
    tools.add_left(said)
    tools.add_left(made)
    return made
