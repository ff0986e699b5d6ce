"""PDF pages as pictures (pypdfium2), for preview and printer: the page that is seen is the page that is printed."""

from typing import Any

from committee_desk.services.page_pictures import PagePicture

POINTS_AN_INCH = 72


def rasterise(pdf: bytes, dots_an_inch: int) -> tuple[PagePicture, ...]:
    """All pages at that resolution, on white."""
    import pypdfium2  # noqa: PLC0415 - 30 ms that only preview and printing need

    document = pypdfium2.PdfDocument(pdf)
    try:
        if document.get_formtype():
            document.init_forms()  # the fields of a signed sheet: without, no seal and no handwriting is drawn
        return tuple(_picture(page, dots_an_inch) for page in document)
    finally:
        document.close()


def _picture(page: Any, dots_an_inch: int) -> PagePicture:  # noqa: ANN401 - pypdfium2 has no types
    bitmap = page.render(scale=dots_an_inch / POINTS_AN_INCH, rev_byteorder=False, prefer_bgrx=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    whole = bytes(bitmap.buffer)
    if stride != width * 4:
        whole = b"".join(whole[row * stride : row * stride + width * 4] for row in range(height))
    return PagePicture(width, height, whole)
