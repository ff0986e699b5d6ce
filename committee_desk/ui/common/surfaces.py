"""Cards, labels, banners, empty states and the detail panel's frame."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.theme import CARD_PADDING
from committee_desk.ui.common.wrapping import Words
from committee_desk.wording.language import tr

BANNER_MARKS = {"info": ("info-circle", "accent"), "ok": ("circle-check", "ok"), "warn": ("alert-triangle", "warn"),
                "bad": ("alert-circle", "bad")}  # fmt: skip


def label(text: str = "", kind: str = "", *, wrap: bool = False, select: bool = False) -> QLabel:
    """A text of a class: figure, fact, title, h2, h3, name, strong, sub, cap, accent, ok, warn, bad."""
    made = Words(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("r", kind)
    made.setWordWrap(wrap)
    if select:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def link(text: str, act: Callable[[], object]) -> QPushButton:
    """A button that reads like a link."""
    made = button(text, act)
    made.setProperty("k", "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def button(text: str, act: Callable[[], object], *, icon_name: str = "", primary: bool = False) -> QPushButton:
    """A push button; primary stands at most once on a page."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    made.setProperty("k", "primary" if primary else "button")
    if icon_name:
        made.setIcon(icon(icon_name, "onfill" if primary else "text", 16))
        made.setIconSize(QSize(16, 16))
    made.clicked.connect(lambda _=False: act())
    return made


def tool(text: str, icon_name: str, act: Callable[[], object], key: Shortcut | None = None) -> QToolButton:
    """An icon alone, with its words in tooltip and accessible name."""
    made = QToolButton()
    made.setProperty("k", "flat")
    made.setIcon(icon(icon_name, "sub", 16))
    made.setIconSize(QSize(16, 16))
    made.setToolTip(with_key(text, key) if key else text)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _=False: act())
    return made


def name_inner_buttons(field: QLineEdit) -> None:
    """Name the buttons that Qt puts into a field: the one that empties it, and the picture at its left."""
    clear = field.findChild(QAction, "_q_qlineeditclearaction")
    for inner in field.findChildren(QToolButton):
        empties = clear is not None and inner.defaultAction() is clear
        inner.setAccessibleName(tr("清空") if empties else field.accessibleName())


class Card(QFrame):
    """A surface with a title line (title, badge, links at the right) and a body."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("r", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 12)
        self.body.setSpacing(0)
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.name = label(title, "h3")
        if title:
            self.setAccessibleName(title)
            self.line.addWidget(self.name)
            self.line.addStretch(1)
            self.body.addLayout(self.line)


class Banner(QFrame):
    """Tint, edge, icon, one bold sentence, one plain, and perhaps one act. Only for what changes the next act."""

    def __init__(
        self, kind: str, strong: str, plain: str = "", act: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("r", f"banner-{kind}")
        self.setAccessibleName(strong)
        self.setAccessibleDescription(plain)
        line = QHBoxLayout(self)
        line.setContentsMargins(13, 8, 12, 8)
        line.setSpacing(10)
        shape = QLabel()
        shape.setPixmap(pixmap(*BANNER_MARKS[kind], 18))
        line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(strong, "name", wrap=True))
        if plain:
            words.addWidget(label(plain, "sub", wrap=True))
        line.addLayout(words, 1)
        if act is not None:
            line.addWidget(link(act[0], act[1]), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._laid = 0

    def sizeHint(self) -> QSize:
        """As high as the words need in the width that they have: no layout gives more than that, nor may it less."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self._laid))) if self._laid else hint

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self._laid))) if self._laid else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height."""
        super().resizeEvent(event)
        if event.size().width() != self._laid:
            self._laid = event.size().width()
            self.updateGeometry()


class EmptyState(QWidget):
    """What a page shows before there is anything: what belongs here and the act that brings it."""

    def __init__(
        self, icon_name: str, title: str, text: str, act: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        shape = QLabel()
        shape.setPixmap(pixmap(icon_name, "mut", 32))
        column.addWidget(shape, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(title, "h3"), 0, Qt.AlignmentFlag.AlignHCenter)
        said = label(text, "sub", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setFixedWidth(420)
        said.ensurePolished()
        said.setMinimumHeight(said.heightForWidth(420))  # a column that is short of room gives words that wrap one line
        column.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        if act is not None:
            column.addSpacing(8)
            self.button = button(act[0], act[1], primary=True)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


class DetailPanel(QFrame):
    """The frame of a page's detail: title line with code and close, then the page's own content."""

    closed = Signal()
    wide = 0
    """How wide it would be, where that is more than details usually are; half of the window at most."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("r", "surface")
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(16, 12, 12, 4)
        line.setSpacing(10)
        self.heading = label("", "h2")
        self.code = label("", "cap")
        line.addWidget(self.heading)
        line.addWidget(self.code, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        line.addLayout(self.tools)
        shut = tool(tr("关闭详情"), "x", self.closed.emit, Shortcut.CLOSE_DETAIL)
        line.addWidget(shut, 0, Qt.AlignmentFlag.AlignTop)
        self._line = line
        column.addLayout(line)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)

    def wrap_heading(self) -> None:
        """A long heading takes the whole line, and as many as it needs; icons then stand elsewhere."""
        self.heading.setWordWrap(True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._line.setStretch(0, 1)
        self._line.setStretch(2, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """The content in an area that scrolls when the window is small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
