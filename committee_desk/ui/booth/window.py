"""The booth on the whole screen: code, ballot, thanks, next. Whoever is in it comes to nothing else."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.rounds import Round
from committee_desk.services.desk import Desk
from committee_desk.ui.booth.ballot_screen import BallotScreen
from committee_desk.ui.booth.fence import Fence
from committee_desk.ui.booth.screens import CodeScreen, LeavingScreen, ThanksScreen
from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.seat.lock import Booth
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


class BoothWindow(Booth):
    """`left` when the booth was ended with its key; the lock then stands in its place."""

    left = Signal()

    def __init__(self, window: QMainWindow, desk: Desk, held: Round, try_key: Callable[[str], str]) -> None:
        super().__init__(window, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._desk, self._at = desk, (held.year, held.number)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(tr("测评间"))
        self.setAccessibleName(tr("测评间"))
        office = desk.identity().office
        session = desk.seat.session
        self.code = CodeScreen(office, held.title)
        self.thanks = ThanksScreen()
        self.leaving = LeavingScreen(try_key, accounts=session.holder if session is not None else "")
        self.ballot: BallotScreen | None = None
        self.screens = QStackedWidget()
        for each in (self.code, self.thanks, self.leaving):
            self.screens.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screens)
        self.code.entered.connect(self._enter)
        self.code.leaving.connect(lambda: self._show(self.leaving))
        self.thanks.following.connect(self._again)
        self.leaving.stayed.connect(self._again)
        self.leaving.left.connect(self._leave)
        self.fence = Fence(self)

    # -- one rater after the other ---------------------------------------------------------------------------------

    def _show(self, screen: QWidget) -> None:
        self.screens.setCurrentWidget(screen)
        screen.take_focus()  # type: ignore[attr-defined]

    def _again(self) -> None:
        """An empty booth; nothing of the last ballot is left in it."""
        self.code.say_wrong("")
        self._show(self.code)
        if self.ballot is not None:
            self.screens.removeWidget(self.ballot)
            self.ballot.deleteLater()
            self.ballot = None
        self.fence.forget()

    def _enter(self, code: str) -> None:
        if not code.strip():
            return
        try:
            ballot = self._desk.booth.enter(*self._at, code)
        except (DeskError, Trouble) as error:
            self.code.refuse(sentence(error))
            return
        self.code.code.clear()
        self.ballot = BallotScreen(ballot, self._desk.booth.check)
        self.ballot.cast.connect(self._cast)
        self.ballot.given_up.connect(self._give_up)
        self.screens.addWidget(self.ballot)
        self._show(self.ballot)

    def _cast(self, lines: dict[str, str]) -> None:
        assert self.ballot is not None  # noqa: S101 - it is cast from there
        try:
            self._desk.booth.cast(lines)
        except (DeskError, Trouble) as error:
            self.ballot.refuse(sentence(error))
            return
        self.thanks.show_ballot(self.ballot.ballot)
        self._again()
        self._show(self.thanks)

    def _give_up(self) -> None:
        self._desk.booth.leave()
        self._again()

    def _leave(self) -> None:
        self.fence.lift()
        self.left.emit()

    # -- nothing else is reached -----------------------------------------------------------------------------------

    def come_forward(self) -> None:
        """The whole screen, above everything."""
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        if self.focusWidget() in {None, self}:
            self.screens.currentWidget().take_focus()  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; every other key ends here."""
        press_focused(self, event)

    def reject(self) -> None:
        """Esc leads nowhere."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own ways of closing lead nowhere."""
        event.ignore()
