"""What somebody brings along: its list in words, and the scans that are attached once the paper has its number.

A scan is looked at as soon as it is chosen: the counter learns of a bad one while the person still stands there.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.attachment_views import AttachmentRefused, Judged
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.surfaces import button, label, tool
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

Found = Judged | DeskError | Trouble
Judge = Callable[[Path, tuple[Judged, ...]], Judged]
Reading = Callable[[Callable[[], tuple[Found, ...]], Callable[[tuple[Found, ...]], None]], None]
"""Does the first away from the window, and gives what it found to the second."""
KILO = 1024


class EvidenceField(QWidget):
    """`words` is the list as the form has it; `scans` are the files chosen, each with its own button to remove it."""

    changed = Signal()
    """Another height may be needed."""

    def __init__(self, judge: Judge, reading: Reading, *, why_no_scans: str = "") -> None:
        super().__init__()
        self._judge, self._reading = judge, reading
        self.scans: list[Judged] = []
        self.removers: list[QToolButton] = []
        self.looking: list[Path] = []
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("证据"))
        self.words.setPlaceholderText(tr("没有的可以不填"))
        self.add = button(tr("添加扫描件…"), self._ask, icon_name="file-plus")
        self.add.setAutoDefault(False)
        self.add.setToolTip(tr("PDF、PNG、JPEG，每个不超过 10 MB；登记后附上"))
        self.add.installEventFilter(self)
        allow(self.add, why_no_scans)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.add)
        column.addLayout(line)
        column.addLayout(self._rows)
        column.addWidget(self.wrong)
        self.setFocusProxy(self.words)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.looking:  # disabled it would lose the focus
            return
        names, _ = QFileDialog.getOpenFileNames(self, tr("选择证据扫描件"), "", tr("附件 (*.pdf *.png *.jpg *.jpeg)"))
        self.take([Path(each) for each in names])

    def take(self, paths: list[Path]) -> None:
        """Look at these files, and take those that can be attached."""
        if not paths or self.looking:
            return
        self.looking, held = list(paths), tuple(self.scans)
        self._say(tr("正在查看所选的文件…"), "cap")
        self._reading(lambda: self._judged(paths, held), self._show)

    def _judged(self, paths: list[Path], held: tuple[Judged, ...]) -> tuple[Found, ...]:
        """Every file with what it is or why it is refused, each beside those before it."""
        found: list[Found] = []
        for path in paths:
            taken = (*held, *(each for each in found if isinstance(each, Judged)))
            try:
                found.append(self._judge(path, taken))
            except (DeskError, Trouble) as error:
                found.append(error)
        return tuple(found)

    def _show(self, found: tuple[Found, ...]) -> None:
        self.looking = []
        self.scans += [each for each in found if isinstance(each, Judged)]
        self._say("\n".join(sentence(each) for each in found if not isinstance(each, Judged)), "bad")
        self._show_rows()

    def let_go(self) -> None:
        """The files could not be looked at for a reason of the program's own: none of them was taken."""
        self._show(())

    def _say(self, text: str, kind: str) -> None:
        self.wrong.setText(text)
        self.wrong.setProperty("r", kind)
        self.wrong.style().unpolish(self.wrong)
        self.wrong.style().polish(self.wrong)
        self.wrong.setVisible(bool(text))
        self.add.setAccessibleDescription(text)
        self.changed.emit()

    def why_not(self) -> str:
        """Why the scans cannot be attached as they are now; empty where they can."""
        if self.looking:
            return tr("所选的扫描件还没有看完。请稍候再登记。")
        gone = [each for each in self.scans if not each.path.is_file()]
        return "\n".join(sentence(AttachmentRefused(each.name, "missing")) for each in gone)

    # -- the files chosen ------------------------------------------------------------------------------------------

    def remove(self, scan: Judged) -> None:
        """Take a file off the list; the focus stays where the next one is removed, or goes back to 添加."""
        at = self.scans.index(scan)
        self.scans.remove(scan)
        self._say("", "cap")
        self._show_rows()
        (self.removers[min(at, len(self.removers) - 1)] if self.removers else self.add).setFocus()

    def _show_rows(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.removers = []
        before: QWidget = self.add
        for scan in self.scans:
            row, remover = self._row(scan)
            self._rows.addWidget(row)
            row.show()
            QWidget.setTabOrder(before, remover)
            self.removers.append(remover)
            before = remover
        self.changed.emit()

    def _row(self, scan: Judged) -> tuple[QWidget, QToolButton]:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(pixmap("file-certificate", "sub", 16))
        name = label(scan.name, "sub", wrap=True)
        remover = tool(tr("移除“{name}”（Del）", name=scan.name), "x", lambda: self.remove(scan))
        remover.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remover.installEventFilter(self)
        for part, stretch in ((mark, 0), (name, 1), (label(_size(scan), "cap"), 0), (remover, 0)):
            line.addWidget(part, stretch)
        return row, remover

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del and Enter on a file's button remove it, and Enter on 添加 asks for files: neither goes on in the form."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            removes = event.key() == Qt.Key.Key_Delete and watched is not self.add
            if removes or is_enter(event):
                pressed = next((each for each in (self.add, *self.removers) if each is watched), None)
                if pressed is not None:
                    pressed.click()
                    return True
        return super().eventFilter(watched, event)


def _size(scan: Judged) -> str:
    if scan.size >= KILO * KILO:
        return tr("{kind}，{size} MB", kind=scan.kind.upper(), size=f"{scan.size / KILO / KILO:.1f}")
    return tr("{kind}，{size} KB", kind=scan.kind.upper(), size=max(1, scan.size // KILO))
