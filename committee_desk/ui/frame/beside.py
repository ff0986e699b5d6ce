"""The page and its detail panel beside it; in a narrow window the one in the place of the other."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QWidget

from committee_desk.ui.common.surfaces import DetailPanel
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import DETAIL, DETAIL_MIN
from committee_desk.ui.frame.pages import Pages


class Beside(QSplitter):
    """Shares the width between pages and details, and remembers how."""

    def __init__(self, pages: Pages, memory: QSettings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.pages, self._memory = pages, memory
        self.narrow = False
        self._heard: list[QWidget] = []
        self.details = QStackedWidget()
        self.details.setProperty("r", "surface")
        self.details.setMinimumWidth(DETAIL_MIN)
        self.details.hide()
        self.addWidget(pages.stack)
        self.addWidget(self.details)
        self.setHandleWidth(1)
        for at in (0, 1):
            self.setStretchFactor(at, 1 - at)
            self.setCollapsible(at, False)  # noqa: FBT003 - Qt's signature
        pages.detail_wanted.connect(self.show_detail)
        self.splitterMoved.connect(lambda *_: memory.setValue(self._width_place(), self.sizes()[1]))

    def show_narrow(self, *, narrow: bool) -> None:
        """Whether there is room for one of both only."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self.details.hide()
        self.pages.stack.show()
        page = self.pages.current
        self.show_detail(page.detail if page is not None and page.detail_open else None)

    @property
    def panel(self) -> QWidget | None:
        """The panel in sight."""
        return self.details.currentWidget() if self.details.isVisible() else None

    def show_detail(self, detail: object) -> None:
        """Show that panel beside the page; None takes it away."""
        if not isinstance(detail, QWidget):
            held = self.details.isAncestorOf(focus_of(self))
            self.details.hide()
            self.pages.stack.show()
            if held and self.pages.current is not None:
                self.pages.current.focus_first()
            return
        if self.details.indexOf(detail) < 0:
            self.details.addWidget(detail)
        self.details.setCurrentWidget(detail)
        if self.narrow:
            self._listen_for_opening()
        elif self.details.isHidden():
            self.details.show()
            self._share_width()

    def _listen_for_opening(self) -> None:
        """A narrow window has no room for both: Enter, a double click or F6 puts the detail in the page's place."""
        page = self.pages.current
        for table in page.findChildren(ListTable) if page is not None else ():
            if table not in self._heard:
                self._heard.append(table)
                table.opened.connect(lambda _row: self.open_instead())
        if page is not None and page not in self._heard:
            self._heard.append(page)
            page.detail_opened.connect(self.open_instead)

    def open_instead(self) -> None:
        """In a narrow window, put the detail in the page's place."""
        page = self.pages.current
        if not self.narrow or page is None or page.detail is None:
            return
        page.show_detail(wanted=True)
        self.details.show()
        self.pages.stack.hide()
        enter_panel(page.detail)

    def _width_place(self) -> str:
        """Panels that want to be wide are remembered by themselves."""
        return "detail/wide" if self._wanted() > DETAIL else "detail/width"

    def _wanted(self) -> int:
        panel = self.details.currentWidget()
        return panel.wide if isinstance(panel, DetailPanel) and panel.wide else DETAIL

    def _share_width(self) -> None:
        wide = int(str(self._memory.value(self._width_place(), self._wanted())))
        whole = self.width()
        wide = max(DETAIL_MIN, min(wide, whole // 2))
        self.setSizes([whole - wide, wide])


def focus_of(widget: QWidget) -> QWidget:
    """What has the focus in the widget's window."""
    return widget.window().focusWidget() or widget


def enter_panel(panel: QWidget) -> None:
    """Into the list or tree of a detail panel, else its first control."""
    inside = [each for each in panel.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    takes_tab = [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    views = [each for each in takes_tab if isinstance(each, QAbstractItemView)]
    for target in [*views, *takes_tab][:1]:
        target.setFocus(Qt.FocusReason.TabFocusReason)
