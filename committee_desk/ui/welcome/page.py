"""Welcome: new desk, open a desk, the desks of last time, the sample office."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import label, scrolled
from committee_desk.ui.welcome.damaged import DamagedCard
from committee_desk.ui.welcome.recent import RecentDesks
from committee_desk.wording.language import tr

Act = Callable[[], object]
WIDTH, DOOR_HEIGHT = 640, 64


class WelcomePage(QFrame):
    """Doors with a sentence each; every one works with Tab and Enter."""

    new_wanted = Signal()
    open_wanted = Signal()
    demo_wanted = Signal()
    verify_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, recent: RecentDesks) -> None:
        super().__init__()
        self._recent = recent
        self.setProperty("r", "win")
        self.setAccessibleName(tr("欢迎"))
        content = QWidget()
        content.setProperty("r", "win")
        across = QHBoxLayout(content)
        across.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        across.addLayout(column, 0)
        across.addStretch(1)
        column.addStretch(2)
        column.addLayout(_heading())
        column.addSpacing(8)
        self._column = column
        self.damaged: DamagedCard | None = None
        self.doors = QFrame()
        self.doors.setProperty("r", "card")
        self.doors.setFixedWidth(WIDTH)
        column.addWidget(self.doors)
        self._add_doors()
        self.past = QFrame()
        self.past.setProperty("r", "card")
        self.past.setFixedWidth(WIDTH)
        self._past_lines = QVBoxLayout(self.past)
        self._past_lines.setContentsMargins(16, 10, 16, 10)
        self._past_lines.setSpacing(2)
        column.addWidget(self.past)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, tr("欢迎")))
        self.show_recent()

    def _add_doors(self) -> None:
        column = QVBoxLayout(self.doors)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        doors = (
            ("file-plus", tr("新建台账"), tr("一个院一个文件，可放多个年度"), self.new_wanted, Shortcut.NEW_DESK),
            ("folder-open", tr("打开台账"), tr("打开已有的 .desk 文件"), self.open_wanted, Shortcut.OPEN_DESK),
            (
                "sparkles",
                tr("试用样例院"),
                tr("用样例数据走一遍：导入、排名、考核表；全部为虚构"),
                self.demo_wanted,
                None,
            ),
            (
                "shield-check",
                tr("核验考核表"),
                tr("电子签章的考核表是不是真的；不需要台账，不联网"),
                self.verify_wanted,
                Shortcut.VERIFY,
            ),
        )
        self.first: QPushButton | None = None
        for at, (mark, title, text, signal, key) in enumerate(doors):
            if at:
                column.addWidget(hairline())
            door = _door(mark, title, text)
            door.clicked.connect(lambda _=False, wanted=signal: wanted.emit())
            if key is not None:
                door.setToolTip(with_key(title, key))
            column.addWidget(door)
            self.first = self.first or door
        self._first_door = self.first

    def show_damaged(self, path: Path, said: str, salvage: Act, restore: Callable[[Path | None], object]) -> None:
        """Say over the doors that this desk does not open, and offer the ways out."""
        self.forget_damaged()
        self.damaged = DamagedCard(salvage, restore)
        self.damaged.setFixedWidth(WIDTH)
        self.damaged.show_desk(path, said)
        self._column.insertWidget(self._column.indexOf(self.doors), self.damaged)
        self.first = self.damaged.first

    def forget_damaged(self) -> None:
        """A desk was opened, or another one is tried."""
        if self.damaged is not None:
            self.damaged.hide()
            self.damaged.deleteLater()
            self.damaged, self.first = None, self._first_door

    def show_recent(self) -> None:
        """List the desks of last time."""
        while self._past_lines.count():
            item = self._past_lines.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        paths = self._recent.paths()
        self.past.setVisible(bool(paths))
        if not paths:
            return
        self._past_lines.addWidget(label(tr("最近打开"), "cap"))
        for path in paths:
            line = QPushButton(icon("clock", "sub", 16), f"{path.stem}    {path.parent}")
            line.setProperty("k", "past")
            line.setAccessibleName(tr("打开 {path}", path=str(path)))
            line.setToolTip(str(path))
            line.clicked.connect(lambda _=False, chosen=path: self.recent_wanted.emit(chosen))
            self._past_lines.addWidget(line)


def _heading() -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(4)
    line = QHBoxLayout()
    mark = QLabel()
    mark.setPixmap(pixmap("building-bank", "accent", 28))
    line.addWidget(mark)
    line.addWidget(label(tr("检察官考评台账"), "title"))
    line.addStretch(1)
    words.addLayout(line)
    words.addWidget(label(tr("一年的考核，从办案数据到等次确认表"), "sub"))
    return words


def _door(mark: str, title: str, text: str) -> QPushButton:
    door = QPushButton()
    door.setProperty("k", "door")
    door.setFixedHeight(DOOR_HEIGHT)
    door.setAccessibleName(title)
    door.setAccessibleDescription(text)
    line = QHBoxLayout(door)
    line.setContentsMargins(16, 0, 16, 0)
    line.setSpacing(14)
    shape, arrow = QLabel(), QLabel()
    shape.setPixmap(pixmap(mark, "accent", 24))
    arrow.setPixmap(pixmap("chevron-right", "mut", 16))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch(1)
    words.addWidget(label(title, "name"))
    words.addWidget(label(text, "cap"))
    words.addStretch(1)
    for widget in (shape, arrow):
        widget.setFixedSize(QSize(24, 24))
        widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
    line.addWidget(shape)
    line.addLayout(words, 1)
    line.addWidget(arrow)
    for child in door.findChildren(QLabel):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return door
