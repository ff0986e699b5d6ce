"""A paper looked at before it goes out: the page as it will be printed, into a file or onto a printer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QIODevice, QSaveFile, QSize, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.changes import Change, Topic
from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.messages import show_trouble
from committee_desk.ui.common.paper.on_paper import Secret, ask_printer, print_on, warn_of_file
from committee_desk.ui.common.paper.preview import PagePreview
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr
from committee_desk.wording.protection import said_of_leaving
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.desk import Desk
    from committee_desk.ui.common.page import Page
    from committee_desk.ui.common.workplace import Workplace

SIZE = QSize(860, 720)
PAUSE = 120
"""Milliseconds to wait while somebody walks through papers or pulls at the window, before pages are drawn."""


class Paper(NamedTuple):
    """One paper: its title, its file without an ending, and how its PDF is drawn to be looked at.

    `hand` draws what leaves the desk, with its entry in the journal: no paper leaves without. `why_not` says why it may
    be looked at and not leave. One with a `secret` is printed and never kept as a file.
    """

    title: str
    file_name: str
    draw: Callable[[], bytes]
    hand: Callable[[], bytes]
    about: str = ""
    why_not: str = ""
    secret: Secret | None = None


def show_journalled(page: "Page", title: str, draw: Callable[[], bytes], hand: Callable[[], bytes]) -> None:
    """Show a paper that whoever may look at it prints or keeps as PDF, with an entry in the journal; its file is named
    as its title."""
    show(page, Paper(title, title, draw, hand, tr("打印或保存时记入日志。"), page.place.no_writing))


def show(page: "Page", paper: Paper) -> None:
    """Show a paper, to be printed or kept as PDF where it may leave; it is drawn beside the window."""
    dialog = PaperDialog(page.window(), page.place, page.desk, paper.title)
    dialog.show_paper(paper)
    dialog.exec()


class PaperDialog(QDialog):
    """One paper at a time; `above` chooses which, where there is a choice. Space turns the page."""

    def __init__(
        self, parent: QWidget, place: "Workplace", desk: "Desk", title: str, above: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.place, self.desk = place, desk
        self.shown: Paper | None = None
        self.pdf = b""
        self._asked = 0
        self._alone = above is None
        self.about = label("", "sub", wrap=True)
        self.preview = PagePreview()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._draw)
        self._arrange(above)
        fit_dialog(self, SIZE)
        self.preview.resized.connect(self._pause.start)
        self.preview.setFocus()

    def _arrange(self, above: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        if above is not None:
            column.addWidget(above)
        self.about.hide()
        column.addWidget(self.about)
        column.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        self.put = button(tr("存为 PDF…"), self._choose_file, icon_name="file-type-pdf")
        self.print = button(tr("打印…"), self._print, icon_name="printer")
        for made, key in self._ways_out():
            made.setAutoDefault(False)
            foot.addWidget(made)
            QShortcut(key.keys, self, made.click)
        foot.addStretch(1)
        close = button(tr("关闭"), self.reject, primary=True)
        close.setAutoDefault(False)
        foot.addWidget(close)
        column.addLayout(foot)
        self._allow()

    def _ways_out(self) -> tuple[tuple[QPushButton, Shortcut], ...]:
        return (self.put, Shortcut.EXPORT), (self.print, Shortcut.PRINT)

    # -- the pages -------------------------------------------------------------------------------------------------

    def show_paper(self, paper: Paper) -> None:
        """Draw this one, and show it in the place of what was shown."""
        self._change(paper)
        self.about.setText(paper.about)
        self.about.setVisible(bool(paper.about))
        self._pause.start()

    def show_refusal(self, said: str) -> None:
        """There is no paper; say why."""
        self._change(None)
        self.preview.show_refusal(said)

    def _change(self, paper: Paper | None) -> None:
        self.shown, self.pdf = paper, b""
        self._asked += 1
        self._allow()

    def _draw(self) -> None:
        """The pages, as sharp as the dialog is wide."""
        paper, desk, dots, held = self.shown, self.desk, self.preview.dots_an_inch(), self.pdf
        if paper is None:
            return
        self._asked += 1
        mine = self._asked

        def work() -> tuple[bytes, tuple[PagePicture, ...]]:
            pdf = held or paper.draw()
            return pdf, desk.sheets.pages(pdf, dots)

        def show(drawn: tuple[bytes, tuple[PagePicture, ...]]) -> None:
            if mine == self._asked:
                self._take(paper, *drawn)

        def refuse(error: BaseException) -> None:
            if mine == self._asked:
                self._refuse(error)

        self.place.worker.run(lambda _tell: work(), show, refuse, owner=self)

    def _take(self, paper: Paper, pdf: bytes, pages: tuple[PagePicture, ...]) -> None:
        first = not self.pdf
        self.pdf = pdf
        self.preview.show_pages(paper.title, pages)
        self._allow()
        if first and self._alone and self.print.isEnabled():
            self.print.setAutoDefault(True)
            self.print.setFocus()  # Enter prints what somebody at the counter waits for

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self.show_refusal(sentence(error))
        else:
            tell_failure(self, error)

    def _allow(self) -> None:
        refused, secret = (self.shown.why_not, self.shown.secret) if self.shown else ("", None)
        for made, key in self._ways_out():
            why = refused or (tr("只能打印：存成文件就留在电脑里了") if secret and made is self.put else "")
            made.setEnabled(bool(self.pdf) and not why)
            made.setToolTip(why or with_key(made.text(), key))
            made.setAccessibleDescription(why)

    # -- ways out --------------------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        if self.shown is None:
            return
        name = f"{self.shown.file_name}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("存为 PDF"), name, tr("PDF (*.pdf)"))
        if chosen:
            self.put_into(Path(chosen))

    def put_into(self, path: Path) -> None:
        """Write what is handed out in the place of the very PDF that is looked at."""
        if self.shown is None:
            return
        hand, pdf = self.shown.hand, self.pdf
        file = QSaveFile(str(path))
        opened = file.open(QIODevice.OpenModeFlag.WriteOnly)  # codes that are told once are not made for no file
        if opened:
            bar = ProgressDialog(self, tr("正在生成"), stoppable=False)
            pdf = bar.carry_out(self.place.worker, lambda _tell: hand()) or b""
        if not pdf:
            return  # refused, and said so; nothing takes the place of a file that was there
        if not (opened and file.write(pdf) == len(pdf) and file.commit()):
            show_trouble(self, tr("写不了文件“{path}”。请另选文件夹，或检查磁盘空间和权限。", path=str(path)))
            return
        self._tell_printed()
        done = tr("已存到 {path}", path=str(path))
        self.place.say(said_of_leaving(done, protected=self.desk.identity().protected))

    def _print(self) -> None:
        if self.shown is None:
            return
        title, secret, hand = self.shown.title, self.shown.secret, self.shown.hand
        printer = ask_printer(self, title, self.shown.file_name)
        if printer is not None and print_on(printer, self, self.place, self.desk, hand):
            self._tell_printed()
            self.place.say(tr("已送打印机：{name}", name=title))
            if secret is not None:
                warn_of_file(self, printer, secret)

    def _tell_printed(self) -> None:
        """What lists printings reads them anew."""
        self.place.changes.announce(Change.of(Topic.PRINTS))


def fields_row(*named: tuple[str, QWidget]) -> QWidget:
    """The choosers above a paper, side by side with their names; each says its name aloud, too."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    for name, field in named:
        field.setAccessibleName(name)
        said = label(name, "sub")
        said.setBuddy(field)
        line.addWidget(said)
        line.addWidget(field, 1)
    return row
