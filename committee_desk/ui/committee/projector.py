"""投影: the question on the table, for everybody in the room, on the second screen in large type.

It shows names, who leaves, the counts and the outcome, and nothing else: no ground of a recusal, no score, no reason.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.domain.committee import Outcome
from committee_desk.services.meeting_projection import Projected, Projection
from committee_desk.ui.committee.wall_words import (
    about_meeting,
    counts_told,
    item_told,
    leaving_told,
    names_told,
    outcome_told,
)
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import colour, font
from committee_desk.ui.common.wrapping import kept_whole
from committee_desk.wording.language import tr

FIRST = QSize(1024, 640)
LEAST = 13
WRAP = int(Qt.TextFlag.TextWordWrap)


class WallText(QWidget):
    """A text in the largest type that fits the room it has, up to a share of the window's height."""

    def __init__(self, name: str, share: float, weight: int = 400, role: str = "text") -> None:
        super().__init__()
        self._text, self._share, self._weight, self._role, self._mark = "", share, weight, role, ""
        self._named = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, role: str = "", mark: str = "") -> None:
        """Say that; an icon before it where colour would else speak alone."""
        self._text, self._role, self._mark = text, role or self._role, mark
        self.setAccessibleName(f"{self._named} {text}".strip())
        self.setVisible(bool(text))
        self.update()

    def fitting(self) -> QFont:
        """The largest type in which the text fits."""
        room = self._room()
        size = max(LEAST, round(self.window().height() * self._share))
        while size > LEAST and not _fits(self._text, font(size, self._weight), room):
            size -= max(1, size // 20)
        return font(size, self._weight)

    def needs(self) -> int:
        """How high the text is in that type."""
        return _box(self._text, self.fitting(), self._room()).height()

    def _room(self) -> QRect:
        return self.rect().adjusted(self.height() if self._mark else 0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        made = self.fitting()
        painter.setFont(made)
        painter.setPen(colour(self._role))
        room, left = self._room(), 0
        if self._mark:
            size = min(QFontMetrics(made).height(), self.height())
            paint_icon(painter, self._mark, self._role, QRect(0, (self.height() - size) // 2, size, size).toRectF())
            left = size + size // 4
            room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(
            room, WRAP | int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), kept_whole(self._text)
        )
        painter.end()


def _fits(text: str, made: QFont, room: QRect) -> bool:
    needed = _box(text, made, room)
    return needed.height() <= room.height() and needed.width() <= room.width()


def _box(text: str, made: QFont, room: QRect) -> QRect:
    return QFontMetrics(made).boundingRect(QRect(0, 0, room.width(), 1_000_000), WRAP, kept_whole(text))


class ProjectorWindow(QDialog):
    """Follows the secretary: `show_question` puts another question on the wall. F11 fills the screen, Esc leaves it.

    A dialog, so that the lock covers it with everything else that shows the desk.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("r", "surface")
        self.setWindowTitle(tr("投影：考评委员会会议"))
        self.setAccessibleName(tr("投影"))
        self.meeting = WallText(tr("会议"), 0.035, role="sub")
        self.item = WallText(tr("议题"), 0.06, 700)
        self.names = WallText(tr("涉及人员"), 0.075, 500)
        self.leaving = WallText(tr("须回避"), 0.045, role="warn")
        self.counts = WallText(tr("人数"), 0.04, role="sub")
        self.outcome = WallText(tr("结果"), 0.085, 700)
        self.column = QVBoxLayout(self)
        lines = ((self.meeting, 2), (self.item, 4), (self.names, 8), (self.leaving, 2), (self.counts, 2))
        for each, stretch in lines:
            self.column.addWidget(each, stretch)
        across = QHBoxLayout()
        across.addWidget(self.outcome)
        self.column.addLayout(across, 3)
        self.resize(FIRST)
        self.clear()

    def show_question(self, meeting: Projection, at: Projected | None) -> None:
        """Put this question on the wall; None: the meeting alone."""
        self.meeting.say(about_meeting(meeting))
        if at is None:
            self.item.say(tr("检察官考评委员会会议"))
            for each in (self.names, self.leaving, self.outcome):
                each.say("")
            self.counts.say(counts_told(meeting, None))
            return
        self.item.say(item_told(meeting, at))
        self.names.say(names_told(at))
        self.leaving.say(leaving_told(at))
        self.counts.say(counts_told(meeting, at))
        passed = at.outcome is Outcome.PASSED
        self.outcome.say(outcome_told(at), "ok" if passed else "bad", "circle-check" if passed else "circle-x")

    def clear(self) -> None:
        """Nothing of the desk is on the wall: no meeting is chosen, or it cannot be read."""
        for each in (self.names, self.leaving, self.counts, self.outcome, self.meeting):
            each.say("")
        self.item.say(tr("检察官考评委员会"))

    # -- the screen ------------------------------------------------------------------------------------------------

    def put_on_wall(self) -> None:
        """On the second screen and filling it, where there is one; else as a window that can be moved."""
        tab = self.parentWidget()
        other = second_screen(tab.window() if tab is not None else self)
        if other is not None:
            self.setGeometry(other.geometry())
            self.showFullScreen()
        else:
            self.showNormal()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 fills the screen and gives it back; Esc gives it back, and closes a window."""
        if event.key() == Qt.Key.Key_F11:
            self._fill(not self.isFullScreen())
        elif event.key() == Qt.Key.Key_Escape:
            if self.isFullScreen():
                self._fill(False)  # noqa: FBT003 - what Esc means
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self, whole: bool) -> None:  # noqa: FBT001 - one switch
        if whole:
            self.showFullScreen()
        else:
            self.showNormal()

    def resizeEvent(self, event: object) -> None:
        """The margins grow with the screen."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        side, gap = max(12, self.width() // 24), max(6, self.height() // 60)
        self.column.setContentsMargins(side, gap * 3, side, gap * 3)
        self.column.setSpacing(gap)


def second_screen(window: QWidget) -> QScreen | None:
    """A screen on which the secretary's window is not; None where there is one only."""
    return next((each for each in QGuiApplication.screens() if each is not window.screen()), None)
