"""What every page is: a head with actions, a body, a detail panel of its own, and when it reads again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page_head import PageHead
from committee_desk.ui.common.perform import perform
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.tool_row import FilterField
from committee_desk.ui.common.workplace import Workplace

__all__ = ["Page", "PageCommand", "Workplace", "hairline"]

R = TypeVar("R")
LOW_BELOW = 400
"""A page lower than this (a small screen at 200 %) gives up what is not its body."""


@dataclass(frozen=True)
class PageCommand:
    """Something a page can do, as the search palette lists it."""

    title: str
    run: Callable[[], None]
    icon: str = "chevron-right"
    key: Shortcut | None = None
    barred: str = ""
    """Why it cannot be done now; empty where it can, or where only trying it tells."""


@dataclass
class _Reading:
    """Which request for rows is the newest, so that an older answer is dropped."""

    kinds: dict[str, int] = field(default_factory=dict)
    pending: int = 0
    then: list[Callable[[], None]] = field(default_factory=list)


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
    detail_opened = Signal()
    """Enter on what is no list table: a narrow window puts the details in the page's place."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._desk: Desk | None = None
        self.year = 0
        self.detail: QWidget | None = None
        self.detail_open = False
        self._stale = True
        self._reading = _Reading()
        self._rights: list[Callable[[], None]] = []
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
        place.writing_barred.connect(self._bar_writing)

    # -- for subclasses --------------------------------------------------------------------------------------------

    @classmethod
    def title(cls) -> str:
        """The page's name on rail and head."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again and show; use `self.read` for what may take long."""

    def settle(self) -> None:
        """Save what is half typed: the page is left, or its desk."""

    def unaccepted(self) -> int:
        """How many cells hold what was typed and not accepted: it would be lost with the page."""
        return 0

    def keep_typed(self) -> object:
        """What was typed and not accepted, for the page that takes this one's place in another look."""
        return None

    def take_typed(self, kept: object) -> None:
        """Take over what the former page kept, before anything is read."""

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
        behind: bool = False,
    ) -> None:
        """Fetch on the worker and show in the window; an answer overtaken by a newer request of its kind is dropped.

        `behind` what the page shows already: that is painted first.
        """
        mine = self._reading.kinds[kind] = self._reading.kinds.get(kind, 0) + 1
        self._reading.pending += 1

        def done(result: R) -> None:
            self.place.read_well()
            if self._reading.kinds[kind] == mine:
                show(result)
            self._read_one()

        def went_wrong(error: BaseException) -> None:
            if self._reading.kinds[kind] == mine:
                (failed or (lambda each: self.place.tell_failed_reading(self, each)))(error)
            self._read_one()

        self.place.worker.run(lambda _progress: fetch(), done, went_wrong, owner=self, behind=behind)

    def _read_one(self) -> None:
        """One reading is over; after the last of them come the focus and whatever waited for the rows."""
        self._reading.pending -= 1
        self._if_read()

    def _if_read(self) -> None:
        if self._reading.pending:
            return
        if self.window().focusWidget() is self:
            self.focus_first()
        waiting, self._reading.then = self._reading.then, []
        for act in waiting:
            act()

    def when_read(self, act: Callable[[], None]) -> None:
        """Do it once the page shows what it reads; at once when it does already."""
        if self._reading.pending or self._stale:
            self._reading.then.append(act)
        else:
            act()

    def follow_rights(self, show: Callable[[], None]) -> None:
        """Call it whenever the desk may be written to no longer, or again, for as long as this page is there."""
        self._rights.append(show)

    def _bar_writing(self, why: str) -> None:
        self.head.bar_writing(why)
        for show in self._rights:
            show()

    def show_detail(self, *, wanted: bool) -> None:
        """Open or close this page's detail panel."""
        self.detail_open = wanted and self.detail is not None
        self.detail_wanted.emit(self.detail if self.detail_open else None)

    # -- what the window calls -------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the focus where work starts; while nothing is read yet the page itself holds it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._stale and not self._reading.pending:
            self.focus_first()

    def filter_field(self) -> FilterField | None:
        """The field that Ctrl+F leads to, where the page has one in sight."""
        return next((each for each in self.findChildren(FilterField) if each.isVisible()), None)

    def show_low(self, *, low: bool) -> None:
        """Leave more of a low window to the body."""
        self.head.show_low(low=low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notice a low window."""
        super().resizeEvent(event)
        self.show_low(low=self.height() < LOW_BELOW)

    def set_desk(self, desk: Desk, year: int) -> None:
        """Show this desk and year."""
        self._desk, self.year = desk, year
        self.head.bar_writing(self.place.no_writing)
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
            self._if_read()

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
