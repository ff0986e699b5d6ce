"""What is reached from anywhere: the palette of Ctrl+K, the help of F1, the list of all shortcuts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMainWindow

from committee_desk.services.views import Hit
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.frame.frame import Frame
from committee_desk.ui.frame.menu import ProgramAct

if TYPE_CHECKING:
    from committee_desk.ui.frame.palette import Entry

HIT_PAGES = {"person": "people", "case": "cases", "objection": "objections"}
Acts = Callable[[], tuple[ProgramAct, ...]]


class Finding:
    """`here` gives the frame in view, None on the welcome page."""

    def __init__(
        self,
        window: QMainWindow,
        place: Workplace,
        here: Callable[[], Frame | None],
        acts: Acts,
        choose_look: Callable[[str], object],
    ) -> None:
        self._window, self._place, self._here = window, place, here
        self._acts, self._choose_look = acts, choose_look
        for key, act in (
            (Shortcut.SEARCH, self.open_palette),
            (Shortcut.HELP, self.show_help),
            (Shortcut.ALL_SHORTCUTS, self.show_shortcuts),
        ):
            QShortcut(key.keys, window, act)

    def open_palette(self) -> None:
        """Ctrl+K."""
        from committee_desk.ui.frame.barred_acts import barred_acts  # noqa: PLC0415 - not needed at start
        from committee_desk.ui.frame.palette import SearchPalette  # noqa: PLC0415 - as above

        frame = self._here()
        if frame is None or frame.desk is None:
            return
        desk, year = frame.desk, frame.year
        palette = SearchPalette(
            self._window,
            self._place,
            self.entries(frame),
            lambda text: desk.search(text, year),
            self._open_hit,
            lambda: barred_acts(desk, year),
        )
        palette.open_under(frame.top)

    def entries(self, frame: Frame) -> "list[Entry]":
        """The acts that the palette lists."""
        from committee_desk.ui.frame.acts import entries, program_entries  # noqa: PLC0415 - not needed at start

        possible = tuple(act for act in self._acts() if not act.bar())
        return [*entries(frame), *program_entries(possible, self._choose_look)]

    def _open_hit(self, hit: Hit) -> None:
        frame = self._here()
        if frame is not None:
            frame.lead_to(HIT_PAGES.get(hit.kind, hit.kind), hit.key)

    def show_help(self) -> None:
        """F1: what this page is for."""
        from committee_desk.ui.frame.help import show_help  # noqa: PLC0415 - not needed at start

        frame = self._here()
        show_help(self._window, frame.pages.current if frame is not None else None)

    def show_shortcuts(self) -> None:
        """Ctrl+?: every shortcut."""
        from committee_desk.ui.frame.help import show_shortcuts  # noqa: PLC0415 - not needed at start

        show_shortcuts(self._window)
