"""QR codes as vectors: dark runs of each row, to be filled in one path."""

from functools import lru_cache
from typing import NamedTuple

MASK = 3
"""One of the eight patterns that even out light and dark, any of which a reader takes. Trying all of them for the best
costs a third of the time of a sheet, and the fingerprint in the text is even already."""


class Run(NamedTuple):
    """A dark run: row and column of its first module, and its length in modules."""

    row: int
    column: int
    length: int


class Code(NamedTuple):
    """A code of `size` modules each way. `drawing` is PDF's words for its runs, a module being 1, downwards."""

    size: int
    runs: tuple[Run, ...]
    drawing: str


@lru_cache(maxsize=64)
def code(text: str) -> Code:
    """The QR code of a text, of which a seventh may be soiled (level M); it declares its UTF-8, else readers guess."""
    import segno  # noqa: PLC0415 - only paper needs it

    matrix = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8", eci=True, mask=MASK).matrix
    runs: list[Run] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(Run(y, x, length))
            x += length or 1
    # A little higher than a module, so that no renderer leaves a seam between two rows.
    drawing = " ".join(f"{run.column} {run.row} {run.length} 1.016 re" for run in runs)
    return Code(len(matrix), tuple(runs), drawing)
