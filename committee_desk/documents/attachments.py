"""Files that come from anywhere: read only when they are plain, small and can be shown; drawn within limits.

The content decides what a file is, never its name. Nothing is handed to another program.
"""

import io
import os
import stat
import unicodedata
import warnings
from pathlib import Path
from typing import Any

from committee_desk.services.attachment_views import (
    LONGEST_NAME,
    MOST_BYTES,
    Attachable,
    AttachmentRefused,
    Showing,
)
from committee_desk.services.page_pictures import PagePicture

MOST_PIXELS = 40_000_000
MOST_PAGES = 200
SHOWN_PIXELS = 1600
"""The longer side of a page as it is shown."""

_BEGINNINGS = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))


class PlainFiles:
    """Files of this PC."""

    def read(self, path: Path) -> Attachable:
        """The file, once its first page could be drawn."""
        _require_name(path.name)
        content = _content(path)
        kind = next((kind for begins, kind in _BEGINNINGS if content.startswith(begins)), None)
        if kind is None:
            raise AttachmentRefused(path.name, "kind")
        self.picture(path.name, kind, content, 0)
        return Attachable(path.name, kind, content)

    def picture(self, name: str, kind: str, content: bytes, page: int) -> Showing:
        """One page as a picture."""
        return _page_of_pdf(name, content, page) if kind == "pdf" else _photograph(name, kind, content)


def _require_name(name: str) -> None:
    if not name or len(name) > LONGEST_NAME or any(unicodedata.category(each) in {"Cc", "Cf", "Cs"} for each in name):
        raise AttachmentRefused(name[:LONGEST_NAME], "name")


def _content(path: Path) -> bytes:
    """The bytes of a plain file: no link, device or pipe, looked at again once it is open."""
    if path.is_symlink():
        raise AttachmentRefused(path.name, "link")
    if not path.is_file():
        if path.exists():
            raise AttachmentRefused(path.name, "special")
        raise AttachmentRefused(path.name, "missing")
    waits_for_nothing = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        opened = os.open(path, os.O_RDONLY | waits_for_nothing)
    except FileNotFoundError:
        raise AttachmentRefused(path.name, "missing") from None
    except OSError:
        raise AttachmentRefused(path.name, "broken") from None
    with os.fdopen(opened, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise AttachmentRefused(path.name, "special")
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise AttachmentRefused(path.name, "large")
    if not content:
        raise AttachmentRefused(path.name, "empty")
    return content


def _photograph(name: str, kind: str, content: bytes) -> Showing:
    from PIL import Image  # noqa: PLC0415 - only attachments need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it warns of is measured below
            with Image.open(io.BytesIO(content), formats=[kind.upper()]) as image:
                _require_few(name, image.width * image.height)
                image.draft("RGB", (SHOWN_PIXELS, SHOWN_PIXELS))
                image.thumbnail((SHOWN_PIXELS, SHOWN_PIXELS))
                flat = image.convert("RGB")
    except Image.DecompressionBombError:
        raise AttachmentRefused(name, "pixels") from None
    except AttachmentRefused:
        raise
    except Exception:  # noqa: BLE001 - a hostile file may make the decoder fail in any way
        raise AttachmentRefused(name, "broken") from None
    return Showing(PagePicture(flat.width, flat.height, flat.tobytes("raw", "BGRX")), 1)


def _require_few(name: str, pixels: int) -> None:
    if pixels > MOST_PIXELS:
        raise AttachmentRefused(name, "pixels")


def _page_of_pdf(name: str, content: bytes, number: int) -> Showing:
    import pypdfium2  # noqa: PLC0415 - only previews and attachments need it

    try:
        document = pypdfium2.PdfDocument(content)
    except Exception:  # noqa: BLE001 - a hostile file may make the reader fail in any way
        raise AttachmentRefused(name, "broken") from None
    try:
        pages = len(document)
        if not 0 < pages <= MOST_PAGES:
            raise AttachmentRefused(name, "pages" if pages else "broken")
        return Showing(_drawn(name, document[min(max(number, 0), pages - 1)]), pages)
    except pypdfium2.PdfiumError:
        raise AttachmentRefused(name, "broken") from None
    finally:
        document.close()


def _drawn(name: str, page: Any) -> PagePicture:  # noqa: ANN401 - pypdfium2 has no types
    width, height = page.get_size()
    if not (width > 0 and height > 0 and max(width, height) < 100 * min(width, height)):
        raise AttachmentRefused(name, "pixels")
    bitmap = page.render(scale=SHOWN_PIXELS / max(width, height), rev_byteorder=False, prefer_bgrx=True)
    stride, rows = bitmap.stride, bytes(bitmap.buffer)
    if stride != bitmap.width * 4:
        rows = b"".join(rows[row * stride : row * stride + bitmap.width * 4] for row in range(bitmap.height))
    return PagePicture(bitmap.width, bitmap.height, rows)
