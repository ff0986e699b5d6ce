"""A page of a PDF as a picture: what the preview shows and what goes to a printer."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: `pixels` are rows of blue, green, red and an unused byte, `width` × 4 bytes each."""

    width: int
    height: int
    pixels: bytes


Rasterise = Callable[[bytes, int], tuple[PagePicture, ...]]
"""All pages of a PDF at so many dots an inch."""
