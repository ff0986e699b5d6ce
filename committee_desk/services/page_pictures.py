"""A page of a PDF as a picture: what the preview shows and what goes to a printer."""

from collections.abc import Callable
from typing import NamedTuple

from committee_desk.domain.errors import Trouble


class PagePicture(NamedTuple):
    """One page: `pixels` are rows of blue, green, red and an unused byte, `width` × 4 bytes each."""

    width: int
    height: int
    pixels: bytes


Rasterise = Callable[[bytes, int], tuple[PagePicture, ...]]
"""All pages of a PDF at so many dots an inch."""


class PrinterRefused(Trouble):
    """The printer did not take the pages."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer
