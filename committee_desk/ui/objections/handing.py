"""A paper that is handed to somebody: looked at without a trace, and in the journal once it is printed or saved."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.services.page_pictures import PagePicture
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.system.cards_tab import allow

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class Handed(NamedTuple):
    """A paper for somebody: what it is called, how it looks, how it is handed out, and why it cannot be."""

    title: str
    file: str
    look: Callable[[], bytes]
    hand: Callable[[], bytes]
    why_not: str = ""
    about: str = ""


class HandedPaper(PaperDialog):
    """Enter prints; what goes out is drawn anew with its entry in the journal."""

    def __init__(self, page: "Page", paper: Handed) -> None:
        super().__init__(page, paper.title, paper.file, paper.look, paper.about)
        self._paper = paper
        self.print.setAutoDefault(True)

    def _take(self, pdf: bytes, pages: tuple[PagePicture, ...]) -> None:
        super()._take(pdf, pages)
        if self._paper.why_not:
            for each in (self.put, self.print):
                allow(each, self._paper.why_not)
        else:
            self.print.setFocus()

    def put_into(self, path: Path) -> None:
        """Hand it out into a file."""
        if self._handed_out():
            super().put_into(path)

    def _print(self) -> None:
        if self._handed_out():
            super()._print()

    def _handed_out(self) -> bool:
        drawn = self._page.perform(self._paper.hand)
        if drawn is None:
            return False
        self.pdf = drawn
        return True
