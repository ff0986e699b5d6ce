"""The body of 核验: drop a PDF or choose one, read the answer, and say whom this PC trusts."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.trust import TrustedOffice
from committee_desk.services.verdicts import Verdict
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import Banner, Card, button, label, scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN
from committee_desk.ui.common.workplace import Workplace
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.ui.verify.checking import Checking
from committee_desk.ui.verify.trusted_card import TrustedCard
from committee_desk.ui.verify.verdict_card import VerdictCard
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence
from committee_desk.wording.verdicts import answer_in_words

R = TypeVar("R")
WIDEST = 860


class VerifyPanel(QWidget):
    """`checking` gives what looks at sheets: with a desk, its own services."""

    def __init__(self, place: Workplace, checking: Callable[[], Checking]) -> None:
        super().__init__()
        self._place, self._checking = place, checking
        self.path: Path | None = None
        self._asked = 0
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("核验"))
        content = QWidget()
        content.setProperty("r", "win")
        across = QHBoxLayout(content)
        across.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        self._refused = QVBoxLayout()
        self.verdict = VerdictCard(self.trust_signer)
        self.trusted = TrustedCard(place.memory, self.trust_file, self._forget)
        self._column.addWidget(self._choosing())
        self._column.addLayout(self._refused)
        self._column.addWidget(self.verdict)
        self._column.addWidget(self.trusted)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, tr("核验")))

    def _choosing(self) -> Card:
        self._well = Card()
        self._well.setAccessibleName(tr("选择要核验的文件"))
        line = QHBoxLayout()
        line.setSpacing(12)
        self.choose = button(tr("选择 PDF 文件…"), self.ask_file, icon_name="folder-open", primary=True)
        self.choose.setToolTip(with_key(self.choose.text(), Shortcut.VERIFY))
        line.addWidget(self.choose)
        said = tr("也可以把文件拖到这里。核验在本机进行，不联网，不改动文件。")
        self.said = label(said, "sub", wrap=True)
        line.addWidget(self.said, 1)
        self._well.body.addLayout(line)
        return self._well

    # -- looking at a sheet ----------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Choose a sheet and look at it."""
        start = str(self.path.parent) if self.path is not None else ""
        name, _ = QFileDialog.getOpenFileName(
            self.window(), tr("选择要核验的考核表"), start, tr("PDF 文件 (*.pdf);;所有文件 (*)")
        )
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """Say whether that file is genuine."""
        self.path = path
        self.said.setText(tr("正在核验 {name}…", name=path.name))
        self._run(lambda: self._checking().verify(path), lambda verdict: self._show(path, verdict), self._refuse)

    def again(self) -> None:
        """The same file once more, where there is one, and whom this PC trusts."""
        self._run(self._checking().whom.trusted, self.trusted.show_trusted, self._failed, newest=False)
        if self.path is not None:
            self.look_at(self.path)

    def forget_file(self) -> None:
        """Another desk: what was looked at stands there no more."""
        self.path = None
        self.verdict.hide()
        emptied(self._refused)

    def _show(self, path: Path, verdict: Verdict) -> None:
        self._say_ready()
        emptied(self._refused)
        self.verdict.show_verdict(path, verdict)
        self._place.say(tr("核验：{answer}", answer=answer_in_words(verdict)))

    def _refuse(self, error: BaseException) -> None:
        """The file cannot be read: said where the answer would stand."""
        self._say_ready()
        self.verdict.hide()
        emptied(self._refused)
        if isinstance(error, DeskError | Trouble):
            self._refused.addWidget(Banner("bad", tr("不能核验"), sentence(error)))
        else:
            tell_failure(self, error)

    def _say_ready(self) -> None:
        self.said.setText(tr("也可以把文件拖到这里。核验在本机进行，不联网，不改动文件。"))

    def _run(
        self,
        work: Callable[[], R],
        show: Callable[[R], None],
        failed: Callable[[BaseException], None],
        *,
        newest: bool = True,
    ) -> None:
        """Beside the window; of several files only the newest is answered."""
        self._asked += newest
        mine = self._asked

        def while_asked(answer: Callable[[R], None]) -> Callable[[R], None]:
            return lambda got: answer(got) if not newest or mine == self._asked else None

        self._place.worker.run(lambda _tell: work(), while_asked(show), while_asked(failed), owner=self)  # type: ignore[arg-type]

    def _failed(self, error: BaseException) -> None:
        self._place.tell_failed_reading(self, error)

    # -- whom this PC trusts ---------------------------------------------------------------------------------------

    def trust_signer(self) -> None:
        """The certificate that the sheet in view brings along."""
        if self.path is not None:
            self._trust(self.path, self._checking().whom.trust_signer)

    def trust_file(self) -> None:
        """A certificate that the office exported."""
        name, _ = QFileDialog.getOpenFileName(
            self.window(), tr("选择该院导出的证书文件"), "", tr("证书文件 (*.pem);;所有文件 (*)")
        )
        if name:
            self._trust(Path(name), self._checking().whom.trust)

    def _trust(self, path: Path, trust: Callable[[Path, str], TrustedOffice]) -> None:
        from committee_desk.ui.verify.trusting import TrustDialog  # noqa: PLC0415 - made when asked for

        whom = self._checking().whom
        try:
            dialog = TrustDialog(self.window(), path, whom.look(path), whom.trusted())
        except Exception as error:  # noqa: BLE001 - refusal, trouble and bug are sorted in tell_failure
            tell_failure(self, error)
            return
        office = dialog.trusted(trust)
        if office is not None:
            self._place.say(tr("本机从此信任“{name}”的证书", name=office.name))
            self.choose.setFocus()
            self.again()

    def _forget(self, row: TrustedOffice) -> None:
        text = tr("移除后，由这份证书签章的考核表在本机都不再认定为真。以后可以再核对指纹信任它。")
        if not ask(self.window(), tr("不再信任“{name}”？", name=row.name), text, tr("移除"), careful=True):
            return
        try:
            self._checking().whom.forget(row.fingerprint)
        except Exception as error:  # noqa: BLE001 - as above
            tell_failure(self, error)
            return
        self._place.say(tr("本机不再信任“{name}”的证书", name=row.name))
        self.trusted.table.setFocus()
        self.again()

    # -- dropping --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file is welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            self.said.setText(tr("松开鼠标，核验这份文件"))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It was not meant for here."""
        self._say_ready()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the first of them."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.accept()
            self.look_at(paths[0])
