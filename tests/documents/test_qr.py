from datetime import datetime, timedelta, timezone

import segno
from reportlab.lib.units import mm

from committee_desk.documents import qr
from committee_desk.documents.page import Paper
from committee_desk.documents.raster import rasterise

TEXT = "CD1|2026|J013|1|90.08|称职|未定稿|" + "0123456789abcdef" * 4
NOON = datetime(2027, 1, 11, 12, 0, tzinfo=timezone(timedelta(hours=8)))


def dark_modules(code: qr.Code) -> set[tuple[int, int]]:
    return {(run.row, run.column + at) for run in code.runs for at in range(run.length)}


def test_the_runs_are_the_code() -> None:
    matrix = segno.make_qr(TEXT, error="m", boost_error=False, encoding="utf-8", eci=True, mask=qr.MASK).matrix
    code = qr.code(TEXT)
    assert code.size == len(matrix)
    assert dark_modules(code) == {(y, x) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


def test_the_code_on_paper_shows_each_module() -> None:
    code, side, dots = qr.code(TEXT), 16 * mm, 600
    paper = Paper("试", "试", "试", NOON)
    paper.code(300, 0, side, code)
    picture = rasterise(paper.finished(), dots)[0]
    scale, module = dots / 72, side / code.size
    left, top = paper.area.left + 300, picture.height / scale - paper.area.bottom - paper.area.height

    def dark(row: int, column: int) -> bool:
        x, y = int((left + (column + 0.5) * module) * scale), int((top + (row + 0.5) * module) * scale)
        return picture.pixels[(y * picture.width + x) * 4] < 128

    shown = {(y, x) for y in range(code.size) for x in range(code.size) if dark(y, x)}
    assert shown == dark_modules(code)
