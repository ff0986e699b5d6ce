"""The import wizard: choose, look, carry out. Nothing is written before the last button, and then all or nothing."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from committee_desk.services.desk import Desk
from committee_desk.services.imports import FolderOutcome, Kind
from committee_desk.services.imports.refusals import HeadingsMissing
from committee_desk.services.workbook_names import ENDING
from committee_desk.ui.common.enter import is_enter, press_focused
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Workplace, hairline
from committee_desk.ui.common.perform import perform, tell_failure
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label, scrolled
from committee_desk.ui.imports.choosing import ChoosingStep
from committee_desk.ui.imports.columns import ColumnsDialog
from committee_desk.ui.imports.looking import LookingStep
from committee_desk.wording.language import tr

SIZE = (920, 600)


class ImportWizard(QDialog):
    """Two steps over one row of buttons; Ctrl+Enter does what the primary button says."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, year: int, request: ImportRequest) -> None:
        super().__init__(parent)
        self._place, self._desk, self._year = place, desk, year
        self.outcome: FolderOutcome | None = None
        self.setWindowTitle(tr("导入到 {year} 年度", year=year))
        self.setAcceptDrops(True)
        expected = Kind(request.kind) if request.kind else None
        self.choosing = ChoosingStep(self._update, desk.imports.kind_of, self._template, expected, self.show_columns)
        self.looking = LookingStep(place.memory, self._update)
        self.steps = QStackedWidget()
        self.steps.addWidget(self.choosing)
        self.steps.addWidget(self.looking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(self.steps, self.windowTitle()), 1)
        column.addWidget(hairline())
        column.addWidget(self._foot())
        fit_dialog(self, QSize(*SIZE))
        QShortcut(Shortcut.CONFIRM.keys, self, self._confirm)
        if request.paths:
            self.choosing.add(list(request.paths))
        self._update()
        (self.forward if self.choosing.ready else self.choosing.pick_files).setFocus()

    def _foot(self) -> QFrame:
        foot = QFrame()
        line = QHBoxLayout(foot)
        line.setContentsMargins(20, 12, 20, 12)
        line.setSpacing(8)
        self.consequence = label("", "cap", wrap=True)
        self.back = button(tr("上一步"), self._go_back)
        self.cancel = button(tr("取消"), self.reject)
        self.forward = button(tr("查看将发生的变化"), self._confirm, primary=True)
        for each in (self.back, self.cancel, self.forward):
            each.setAutoDefault(False)
        line.addWidget(self.consequence, 1)
        line.addWidget(self.back)
        line.addWidget(self.cancel)
        line.addWidget(self.forward)
        return foot

    # -- steps -----------------------------------------------------------------------------------------------------

    @property
    def _at_choosing(self) -> bool:
        return self.steps.currentWidget() is self.choosing

    def _update(self) -> None:
        """Say what the primary button would do, and whether it may."""
        choosing = self._at_choosing
        self.back.setVisible(not choosing)
        if choosing:
            verb, ready = tr("查看将发生的变化"), self.choosing.ready
            undecided = bool(self.choosing.rows) and not ready
            said = tr("请给每个工作簿选定内容。") if undecided else tr("这一步只看不写。")
        else:
            verb, ready = self._verb(), self.looking.ready
            said = tr("整体写入，记入日志；需要时可以整体撤回。") if ready else tr("还不会写入任何内容。")
        self.forward.setText(verb)
        self.forward.setAccessibleName(verb)
        self.forward.setToolTip(with_key(verb, Shortcut.CONFIRM))
        self.forward.setEnabled(ready)
        self.consequence.setText(said)

    def _verb(self) -> str:
        if self.looking.barred:
            return tr("导入")
        if self.looking.differing and not self.looking.adding:
            return tr("替换 {replaced} 条", replaced=self.looking.differing)
        if self.looking.differing:
            return tr("导入 {added} 条、替换 {replaced} 条", added=self.looking.adding, replaced=self.looking.differing)
        return tr("导入 {added} 条", added=self.looking.adding)

    def _confirm(self) -> None:
        if not self.forward.isEnabled():
            return
        if self._at_choosing:
            self.look()
        else:
            self.carry_out()

    def look(self) -> None:
        """Carry the transaction out and undo it, on the worker; show what it would have done."""
        desk, actor, year, chosen = self._desk, self._place.actor, self._year, self.choosing.chosen
        dialog = ProgressDialog(self, tr("正在读取工作簿"))
        try:
            previews = dialog.carry_out(
                self._place.worker,
                lambda progress: desk.imports.preview_all(actor, chosen, year, progress),
                asks=(HeadingsMissing,),
            )
        except HeadingsMissing as missing:
            self._ask_for_columns(missing)
            return
        if previews is not None and not dialog.stopped:
            self.looking.show_previews(previews)
            self.steps.setCurrentWidget(self.looking)
            self._update()
            self.looking.focus_first()
            if self.looking.ready:
                self.forward.setFocus()

    def _ask_for_columns(self, missing: HeadingsMissing) -> None:
        """A workbook of a strange form: say which column is which, then look on. One of another kind is refused."""
        if missing.looks_like is not None:
            tell_failure(self, missing)
        elif self.show_columns(missing.kind, missing.path):
            self.look()

    def show_columns(self, kind: Kind, path: Path) -> bool:
        """Show which column of the workbook is which; whether it was said so now."""
        desk, actor = self._desk, self._place.actor
        proposal = perform(self, self._place.changes, lambda: desk.mappings.propose(kind, path))
        if proposal is None:
            return False
        dialog = ColumnsDialog(
            self,
            proposal,
            lambda row: desk.mappings.propose(kind, path, row),
            lambda said, row: desk.mappings.remember(actor, kind, path, said, row),
        )
        if not dialog.ask():
            return False
        self._place.changes.announce(dialog.change)
        return True

    def carry_out(self) -> None:
        """Write it, all or nothing; refused when a workbook is not the one that was looked at."""
        desk, actor, year, chosen = self._desk, self._place.actor, self._year, self.choosing.chosen
        seen = frozenset(preview.sha256 for preview in self.looking.previews)
        replace, why = self.looking.replace.isChecked(), self.looking.reason.text().strip() or None
        dialog = ProgressDialog(self, tr("正在导入"))
        outcome = dialog.carry_out(
            self._place.worker,
            lambda progress: desk.imports.carry_out_all(
                actor, chosen, year, replace=replace, previewed=seen, why=why, progress=progress
            ),
        )
        if outcome is not None:
            self.outcome = outcome
            self._place.changes.announce(outcome)
            self._place.say(outcome_words(outcome))
            self.accept()

    def _go_back(self) -> None:
        self.steps.setCurrentWidget(self.choosing)
        self._update()
        self.choosing.pick_files.setFocus()

    def _template(self, kind: Kind) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("保存空白模板"), kind.file_name, tr("工作簿 (*.xlsx)"))
        if chosen:
            path = perform(self, self._place.changes, lambda: write_template(self._desk, kind, Path(chosen)))
            if path is not None:
                self._place.say(tr("空白模板已存到 {path}", path=path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and no other."""
        if not press_focused(self, event) and not is_enter(event):
            super().keyPressEvent(event)

    # -- dropping --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome while choosing."""
        if self._at_choosing and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped into the list."""
        self.choosing.add(dropped_paths(event))
        event.acceptProposedAction()


def write_template(desk: Desk, kind: Kind, chosen: Path) -> Path:
    """Write a template; the save dialog has asked whether to overwrite the name that was chosen, and no other."""
    path = chosen if chosen.suffix.lower() == ENDING else chosen.with_name(f"{chosen.name}{ENDING}")
    if path == chosen:
        path.unlink(missing_ok=True)
    desk.imports.template(kind, path)
    return path


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The local files of a drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def outcome_words(outcome: FolderOutcome) -> str:
    """What was done, for the status bar."""
    added = sum(each.added for each in outcome.outcomes)
    replaced = sum(each.replaced for each in outcome.outcomes)
    if replaced:
        return tr("已导入：新增 {added} 条，替换 {replaced} 条", added=added, replaced=replaced)
    return tr("已导入：新增 {added} 条", added=added)
