"""What every page is: a head with actions, a body, a detail panel of its own, and when it reads again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, TypeVar

from PySide6.QtCore import QObject, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.jobs import Worker
from committee_desk.ui.common.perform import Changes, perform, tell_failure
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.theme import PAGE_HEAD, PAGE_MARGIN

R = TypeVar("R")


class Workplace(QObject):
    """What all pages share: who acts, who hears of changes, the worker, what is remembered."""

    said = Signal(str)
    import_wanted = Signal(object)

    def __init__(self, actor: Actor, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actor, self.memory = actor, memory
        self.changes = Changes(self)
        self.worker = Worker(self)

    def say(self, text: str) -> None:
        """Say in the status bar how something went."""
        self.said.emit(text)


@dataclass(frozen=True)
class PageCommand:
    """Something a page can do, as the search palette lists it."""

    title: str
    run: Callable[[], None]
    icon: str = "chevron-right"
    key: Shortcut | None = None


@dataclass
class _Reading:
    """Which request for rows is the newest, so that an older answer is dropped."""

    number: int = 0
    kinds: dict[str, int] = field(default_factory=dict)


class PageHead(QFrame):
    """Title, a line about its state, and the page's actions at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEAD)
        self.setProperty("r", "top")
        line = QHBoxLayout(self)
        line.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        line.setSpacing(8)
        name = QLabel(title)
        name.setProperty("r", "title")
        self.about = QLabel()
        self.about.setProperty("r", "sub")
        self.about.setMinimumWidth(0)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(name)
        line.addSpacing(12)
        line.addWidget(self.about, 1)
        self._line = line

    def say(self, text: str) -> None:
        """The line beside the title: which version, as of when."""
        self.about.setText(text)
        self.about.setToolTip(text)

    def add_action(
        self,
        text: str,
        icon_name: str,
        act: Callable[[], object],
        *,
        primary: bool = False,
        key: Shortcut | None = None,
    ) -> QPushButton:
        """An action at the right; one of them may be primary, and is added last."""
        button = QPushButton(icon(icon_name, "onfill" if primary else "text", 16), text)
        button.setIconSize(QSize(16, 16))
        button.setProperty("k", "primary" if primary else "button")
        button.clicked.connect(lambda _=False: act())
        button.setAccessibleName(text)
        if key is not None:
            button.setShortcut(key.keys)
            button.setToolTip(with_key(text, key))
        self._line.addWidget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Something else at the right, such as a chip or a link."""
        self._line.addWidget(widget)


class Page(QFrame):
    """Base of all pages. Subclasses name themselves, build in `__init__`, and read in `refresh`.

    `go(page id, key)` asks the window to lead elsewhere. `detail` is the widget for the detail panel at the right;
    `show_detail(True/False)` opens and closes it.
    """

    page_id: ClassVar[str]
    icon_name: ClassVar[str] = "circle"
    topics: ClassVar[frozenset[Topic]] = frozenset()

    go = Signal(str, object)
    detail_wanted = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._desk: Desk | None = None
        self.year = 0
        self.detail: QWidget | None = None
        self.detail_open = False
        self._stale = True
        self._reading = _Reading()
        self.setProperty("r", "surface")
        self.setAccessibleName(self.title())
        self.setObjectName(f"page-{self.page_id}")
        self.head = PageHead(self.title())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(hairline())
        outer.addLayout(self.body, 1)
        place.changes.happened.connect(self._hear)

    # -- for subclasses --------------------------------------------------------------------------------------------

    @classmethod
    def title(cls) -> str:
        """The page's name on rail and head."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again and show; use `self.read` for what may take long."""

    def show_target(self, key: object) -> None:
        """Bring that record into view: a search hit, a line of 工作台."""

    def commands(self) -> tuple[PageCommand, ...]:
        """What the search palette offers of this page."""
        return ()

    def help_text(self) -> str:
        """A few sentences for F1."""
        return ""

    def print_(self) -> None:
        """Ctrl+P on this page; leads to 打印 unless the page knows better."""
        self.go.emit("print", None)

    def focus_first(self) -> None:
        """Put the focus where work starts; called when the page is led to."""
        self.setFocus()

    # -- what subclasses use ---------------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """The open desk."""
        if self._desk is None:
            raise RuntimeError("no desk is open")
        return self._desk

    @property
    def has_desk(self) -> bool:
        """Whether a desk is open."""
        return self._desk is not None

    def now(self) -> datetime:
        """The desk's clock: the PC's, or a demonstration's own."""
        return self.desk.clock()

    def perform(self, command: Callable[[], R]) -> R | None:
        """Carry out a command through the one door."""
        return perform(self, self.place.changes, command)

    def read(
        self,
        fetch: Callable[[], R],
        show: Callable[[R], None],
        *,
        kind: str = "",
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Fetch on the worker and show in the window; an answer overtaken by a newer request of its kind is dropped."""
        mine = self._reading.kinds[kind] = self._reading.kinds.get(kind, 0) + 1

        def done(result: R) -> None:
            if self._reading.kinds[kind] == mine:
                show(result)

        def went_wrong(error: BaseException) -> None:
            if self._reading.kinds[kind] == mine:
                (failed or (lambda each: tell_failure(self, each)))(error)

        self.place.worker.run(lambda _progress: fetch(), done, went_wrong, owner=self)

    def show_detail(self, *, wanted: bool) -> None:
        """Open or close this page's detail panel."""
        self.detail_open = wanted and self.detail is not None
        self.detail_wanted.emit(self.detail if self.detail_open else None)

    # -- what the window calls -------------------------------------------------------------------------------------

    def set_desk(self, desk: Desk, year: int) -> None:
        """Show this desk and year."""
        self._desk, self.year = desk, year
        self._stale = True
        self._read_if_seen()

    def _hear(self, change: Change) -> None:
        if change.topics & self.topics:
            self._stale = True
            self._read_if_seen()

    def _read_if_seen(self) -> None:
        if self._stale and self._desk is not None and self.isVisible():
            self._stale = False
            self.refresh()

    def read_again(self) -> None:
        """F5."""
        self._stale = True
        self._read_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when first seen, and when something changed meanwhile."""
        super().showEvent(event)
        self._read_if_seen()


def hairline(*, upright: bool = False) -> QFrame:
    """A line of one pixel between two areas."""
    line = QFrame()
    line.setProperty("r", "hair")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return line
