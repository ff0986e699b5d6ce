"""Grade sheets: draws form 1 for whom it is asked, keeps what was printed of whom from which data."""

from collections.abc import Callable, Sequence
from pathlib import Path

from committee_desk.services.actor import Actor
from committee_desk.services.page_pictures import PagePicture
from committee_desk.services.sheet_views import PrintedSheet

Progress = Callable[[int, int], None]


class SheetDesk:
    """Draws grade sheets and lists what was printed."""

    def draw(
        self, actor: Actor, year: int, codes: Sequence[str] | None, folder: Path, progress: Progress | None = None
    ) -> tuple[Path, ...]:
        """Write one PDF a person into the folder, all or none; codes None means everybody scored that year."""
        raise NotImplementedError

    def preview(self, year: int, code: str, actor: Actor | None = None) -> bytes:
        """The very PDF that `draw` would write now for that person, without a trace in the journal."""
        raise NotImplementedError

    def printed(self, year: int) -> tuple[PrintedSheet, ...]:
        """What was printed in that year, newest first."""
        raise NotImplementedError

    def pages(self, pdf: bytes, dots_an_inch: int) -> tuple[PagePicture, ...]:
        """The pages of a PDF as pictures, for the preview and for a printer (`documents.raster`, given as a port)."""
        raise NotImplementedError
