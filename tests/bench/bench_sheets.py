"""200 grade sheets against bare ReportLab drawing the very same pages: the same strings, lines and squares.

The bare side gets every string with its place, every line and every module of the QR code ready made, and only calls
the canvas. The desk's side starts from the facts: it words, measures, breaks lines, makes the code, fingerprints,
draws. Both write their files.
"""

import sys
import tempfile
from pathlib import Path

import sample_sheets as samples
from measure import seconds, told
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents import grade_sheet
from committee_desk.documents.fonts import face
from committee_desk.documents.grade_sheet import GradeSheetForm
from committee_desk.documents.page import Paper
from committee_desk.documents.qr import Code
from committee_desk.paths import resource
from committee_desk.services.sheet_views import GradeSheet

SHEETS, LIMIT = 200, 1.5
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
GIVEN = "德福禄寿喜春夏秋冬梅兰竹菊松柏桂"

Call = tuple[object, ...]


class Watched(Paper):
    """Paper that notes what is drawn on it, in plain calls of a canvas."""

    calls: list[Call]

    def text(self, x: float, y: float, text: str, use: str, size: float) -> None:
        """Note each run of one font, then draw."""
        across = x
        for font, run in face(use).runs(text):
            if font:
                self.calls.append(("text", font, size, self._x(across), self._y(y), run))
            across += face(use).width(run, size)
        super().text(x, y, text, use, size)

    def rule(self, x: float, y: float, to_x: float, to_y: float, weight: float) -> None:
        """Note a line, then draw it."""
        self.calls.append(("line", weight, self._x(x), self._y(y), self._x(to_x), self._y(to_y)))
        super().rule(x, y, to_x, to_y, weight)

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """Note a rectangle, then draw it."""
        self.calls.append(("rect", weight, self._x(x), self._y(y + height), width, height))
        super().frame(x, y, width, height, weight)

    def code(self, x: float, y: float, side: float, code: Code) -> None:
        """Note the squares of a code, then draw it."""
        module = side / code.size
        squares = [
            (self._x(x + run.column * module), self._y(y + (run.row + 1) * module), run.length * module, module)
            for run in code.runs
        ]
        self.calls.append(("squares", squares))
        super().code(x, y, side, code)

    def next_page(self) -> None:
        """Note the end of a page, then end it."""
        super().next_page()
        self.calls.append(("page",))


def watched(form: GradeSheetForm, sheet: GradeSheet) -> list[Call]:
    """The plain calls that draw this sheet."""
    Watched.calls = []
    grade_sheet.Paper = Watched  # type: ignore[misc]
    try:
        form.draw(sheet, samples.stamp(sheet))
    finally:
        grade_sheet.Paper = Paper  # type: ignore[misc]
    return Watched.calls


def draw_bare(calls: list[Call], path: Path) -> None:
    """What a short script would do: the same page by plain calls."""
    canvas = Canvas(str(path), pagesize=(595.28, 841.89), initialFontName="bare-NotoSerifSC-Regular.ttf")
    for kind, *given in calls:
        if kind == "text":
            font, size, x, y, run = given
            canvas.setFont(f"bare-{font}", size)
            canvas.drawString(x, y, run)
        elif kind == "squares":
            squares = canvas.beginPath()
            for square in given[0]:
                squares.rect(*square)
            canvas.drawPath(squares, stroke=0, fill=1)
        elif kind == "page":
            canvas.showPage()
        else:
            canvas.setLineWidth(given[0])
            (canvas.line if kind == "line" else canvas.rect)(*given[1:])
    canvas.save()


def main() -> bool:
    """Measure; whether the limit is kept."""
    for name in ("NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf", "NotoSansSC-Medium.ttf", "HanaMinB.ttf"):
        pdfmetrics.registerFont(TTFont(f"bare-{name}", str(resource("fonts", name))))
    form = GradeSheetForm(basis=samples.said)
    sheets = [
        samples.named(SURNAMES[number % 16] + GIVEN[number // 16] + GIVEN[number * 7 % 16], f"J{number:03d}")
        for number in range(SHEETS)
    ]
    calls = [watched(form, sheet) for sheet in sheets]
    with tempfile.TemporaryDirectory() as folder:

        def bare() -> None:
            for number, each in enumerate(calls):
                draw_bare(each, Path(folder, f"{number}.pdf"))

        def ours() -> None:
            for number, sheet in enumerate(sheets):
                Path(folder, f"{number}.pdf").write_bytes(form.draw(sheet, samples.stamp(sheet)))

        return told("200 grade sheets", seconds(bare), seconds(ours), LIMIT)


if __name__ == "__main__":
    sys.exit(not main())
