"""200 grade sheets against bare ReportLab drawing the very same pages: the same strings, lines and squares.

The bare side gets every string with its place, every line and every module of the QR code ready made, and only calls
the canvas. The desk's side is the whole verb: it scores the year, explains every figure, words, measures, breaks lines,
makes the code, fingerprints, draws, and journals the printing. Both write their files.
"""

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from baselines import SHEETS_LIMIT, Call, bare_sheet
from case_workbook import CASE_HEADINGS, PEOPLE_HEADINGS, Cell, cases, people, write
from measure import against, told
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from committee_desk.bootstrap import new_desk
from committee_desk.documents import grade_sheet
from committee_desk.documents.fonts import face
from committee_desk.documents.page import Paper
from committee_desk.documents.qr import Code
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk

SHEETS, CASES = 200, 8_000
EVENT_HEADINGS = ("工号", "指标", "日期", "分值", "事由", "凭证号")
MARK_HEADINGS = ("被评价人工号", "评价人", "得分")
BALLOT_HEADINGS = ("票号", "票类", "被测评人工号", "得分")


class Watched(Paper):
    """Paper that notes what is drawn on it, in plain calls of a canvas."""

    documents: ClassVar[list[list[Call]]] = []

    def __init__(self, *given: Any, **more: Any) -> None:
        self.calls: list[Call] = []
        self.documents.append(self.calls)
        super().__init__(*given, **more)

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


def events(roster: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Four events a prosecutor, as the sample office has them."""
    kinds = (("skill", 2.0, "业务培训结业"), ("skill", 1.5, "信息简报采用"), ("regularity", -0.3, "流程监控提示"))
    return [
        (person[0], indicator, date(2026, 3, 1) + timedelta(days=number % 200), points, reason, f"政〔2026〕{number}号")
        for number, (person, (indicator, points, reason)) in enumerate(
            (p, k) for p in roster for k in (*kinds, kinds[0])
        )
    ]


def office(folder: Path, actor: Actor) -> Desk:
    """A desk with so many prosecutors, their cases, events and marks."""
    roster = people(SHEETS)
    write(folder / "人员.xlsx", PEOPLE_HEADINGS, roster)
    write(folder / "案件.xlsx", CASE_HEADINGS, cases(CASES, roster))
    write(folder / "加减分.xlsx", EVENT_HEADINGS, events(roster))
    write(folder / "领导评价.xlsx", MARK_HEADINGS, [(person[0], "检察长", 90.0) for person in roster])
    ballots = [(f"票{at}", "ABC"[at % 3], person[0], 80.0 + at) for person in roster for at in range(9)]
    write(folder / "测评票.xlsx", BALLOT_HEADINGS, ballots)
    desk = new_desk(folder / "测量.desk", "云川县人民检察院", 2026, actor)
    desk.imports.carry_out_folder(actor, folder, 2026)
    return desk


def main() -> int:
    """Measure; the exit code."""
    for name in ("NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf", "NotoSansSC-Medium.ttf", "HanaMinB.ttf"):
        pdfmetrics.registerFont(TTFont(f"bare-{name}", str(resource("fonts", name))))
    actor = Actor("经办人")
    with tempfile.TemporaryDirectory() as name:
        desk, plain, sheets = office(Path(name), actor), Path(name, "素"), Path(name, "表")
        plain.mkdir()
        grade_sheet.Paper = Watched  # type: ignore[misc]
        desk.sheets.draw(actor, 2026, None, sheets)
        grade_sheet.Paper = Paper  # type: ignore[misc]
        pages = list(Watched.documents)
        assert len(pages) == SHEETS

        def bare() -> None:
            for number, calls in enumerate(pages):
                bare_sheet(calls, plain / f"{number}.pdf")

        def ours() -> None:
            desk.sheets.draw(actor, 2026, None, sheets)

        return told(against("200 grade sheets", bare, ours, SHEETS_LIMIT, rounds=3))


if __name__ == "__main__":
    sys.exit(main())
