"""One paper looked at before it goes out: the page as it will be printed, into a file or onto a printer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.paper.on_paper import print_pdf
from committee_desk.ui.common.paper.preview import PagePreview
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr
from committee_desk.wording.protection import said_of_leaving
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

SIZE = QSize(860, 720)
PAUSE = 120


class PaperDialog(QDialog):
    """`draw` gives the PDF, on the worker; `name` is what its file is called. Space turns the page."""

    def __init__(self, page: "Page", title: str, name: str, draw: Callable[[], bytes], about: str = "") -> None:
        super().__init__(page.window())
        self.setWindowTitle(title)
        self._page, self._title, self._name, self._draw = page, title, name, draw
        self.pdf: bytes | None = None
        self.preview = PagePreview()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._show)
        self._arrange(about)
        fit_dialog(self, SIZE)
        self.preview.resized.connect(self._pause.start)
        self.preview.setFocus()
        self._pause.start()

    def _arrange(self, about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        if about:
            column.addWidget(label(about, "sub", wrap=True))
        column.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        self.put = button(tr("存为 PDF…"), self._choose_file, icon_name="file-type-pdf")
        self.print = button(tr("打印…"), self._print, icon_name="printer")
        for made, key in ((self.put, Shortcut.EXPORT), (self.print, Shortcut.PRINT)):
            made.setToolTip(with_key(made.text(), key))
            made.setAutoDefault(False)
            made.setEnabled(False)
            foot.addWidget(made)
            QShortcut(key.keys, self, made.click)
        foot.addStretch(1)
        close = button(tr("关闭"), self.reject, primary=True)
        close.setAutoDefault(False)
        foot.addWidget(close)
        column.addLayout(foot)

    def _show(self) -> None:
        """The pages, as sharp as the dialog is wide."""
        desk, dots, held, draw = self._page.desk, self.preview.dots_an_inch(), self.pdf, self._draw

        def work() -> tuple[bytes, tuple[PagePicture, ...]]:
            pdf = held if held is not None else draw()
            return pdf, desk.sheets.pages(pdf, dots)

        self._page.place.worker.run(lambda _tell: work(), lambda both: self._take(*both), self._refuse, owner=self)

    def _take(self, pdf: bytes, pages: tuple[PagePicture, ...]) -> None:
        self.pdf = pdf
        self.preview.show_pages(self._title, pages)
        for each in (self.put, self.print):
            each.setEnabled(True)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self.preview.show_refusal(sentence(error))
        else:
            tell_failure(self, error)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("存为 PDF"), f"{self._name}.pdf", tr("PDF (*.pdf)"))
        if chosen and self.pdf is not None:
            self.put_into(Path(chosen))

    def put_into(self, path: Path) -> None:
        """Write the very PDF that is looked at."""
        assert self.pdf is not None  # noqa: S101 - the button waits for it
        try:
            path.write_bytes(self.pdf)
        except OSError:
            self.preview.show_refusal(tr("不能写入“{path}”。请另选文件夹，或关闭占用它的程序后重试。", path=str(path)))
            return
        done = tr("已存到 {path}", path=str(path))
        self._page.place.say(said_of_leaving(done, protected=self._page.desk.identity().protected))

    def _print(self) -> None:
        if self.pdf is not None and print_pdf(self, self._page, self._title, self.pdf):
            self._page.place.say(tr("已送打印机：{name}", name=self._title))
