"""Form 1, 考核等次确认表: the sheet that the assessed person signs. Wording and measures: its own toml."""

from collections.abc import Callable
from typing import NamedTuple

from reportlab.lib.units import mm

from committee_desk.documents import qr, table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.folder import safe_name
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import SMALLEST_PART, Foot, line_of_three, moment, part_that_fits
from committee_desk.documents.grade_sheet_rows import (
    continued_row,
    decided_rows,
    fact_rows,
    grade_word,
    head_row,
    opinion_rows,
)
from committee_desk.documents.grade_sheet_words import of_category, words
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper, area
from committee_desk.documents.table import Row
from committee_desk.domain.exact import figure
from committee_desk.domain.explanation import IndicatorExplanation
from committee_desk.domain.results import Signature
from committee_desk.domain.sealing import Box, SignerRole
from committee_desk.services.locked_sheets import DrawnFinal, LockedSheet, printed_basis
from committee_desk.services.sheet_refusals import Printed, TextTooLong
from committee_desk.services.sheet_views import GradeSheet, Stamp
from committee_desk.wording.explained_basis import basis as basis_in_words
from committee_desk.wording.language import CHINESE, speaking

Basis = Callable[[IndicatorExplanation], str]


class Field(NamedTuple):
    """A row that is signed: its page from 0, where it begins from the top of the text area, and how high it is."""

    page: int
    top: float
    height: float


class GradeSheetForm:
    """Draws form 1. `basis` words the column 依据; it is the same explanation that window and workbook show."""

    def __init__(self, basis: Basis = basis_in_words) -> None:
        self._basis = basis

    def file_name(self, sheet: GradeSheet) -> str:
        """What the sheet's file is called: who and which year, nothing of the case."""
        with of_category(sheet.category):
            wording = words()["file"]
        return safe_name(str(wording.format(code=sheet.person.code, name=sheet.person.name, year=sheet.year)))

    def basis(self, sheet: GradeSheet) -> dict[str, str]:
        """The text of 依据 that the sheet prints of each indicator, by its id."""
        with speaking(CHINESE):
            return {
                line.indicator: self._basis(line.explanation)
                for part in sheet.parts
                for line in part.indicators
                if line.applies and line.figure is not None
            }

    def draw(self, sheet: GradeSheet, stamp: Stamp) -> bytes:
        """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
        with drawing(), of_category(sheet.category):
            rows = [*fact_rows(sheet, self._basis), *opinion_rows(sheet)]
            return _set(sheet, stamp, rows, "")[0]

    def draw_final(
        self, locked: LockedSheet, stamp: Stamp, approval: str = "", signature: Signature | None = None
    ) -> DrawnFinal:
        """The final sheet from its locked data, with where it is signed; each page says what a signature is for.

        `approval` is the number of the approval of electronic signatures, where the office recorded one; `signature`
        what is recorded of the person's own.
        """
        sheet = locked.sheet
        with drawing(), of_category(sheet.category):
            final = words()["final"]
            remark = final["approved"].format(approval=approval) if approval else final["remark"]
            rows = [*fact_rows(sheet, printed_basis), *decided_rows(locked, signature)]
            pdf, fields = _set(sheet, stamp, rows, remark)
            return DrawnFinal(pdf, {role: _box(role, fields[str(role)]) for role in SignerRole})


def _box(role: SignerRole, field: Field) -> Box:
    """Where a signer signs in its row: on its line, or for the seal over the row and its date.

    The person's field is the whole of its row: opinion and date are signed with the hand, and say what it signs.
    """
    left, width, least = words()["signing"][str(role)]
    page, over = area(), role is SignerRole.SEAL
    height = max(field.height if over else field.height / 2, least * mm)
    row = page.bottom + page.height - field.top - field.height
    bottom = row + (field.height - height) / 2 if over else row
    if role is SignerRole.PERSON:
        edge, whole = words()["columns"]["label"], words()["columns"]["indicators"][-1]
        return Box(field.page, page.left + edge * mm, row, (whole - edge) * mm, field.height)
    return Box(field.page, page.left + left * mm, bottom, width * mm, height)


def _set(sheet: GradeSheet, stamp: Stamp, rows: list[Row], remark: str) -> tuple[bytes, dict[str, Field]]:
    """The rows dealt to pages and drawn. `remark` stands at the foot of each page of a final sheet."""
    texts = [line for row in rows for each in row.cells for line in each.lines]
    _refuse_missing(sheet, [*texts, sheet.office, stamp.maker or "", remark])
    again, headings = continued_row(sheet), head_row()
    following = _room(first=False, remark=remark) - again.height - headings.height
    try:
        first, *rest = table.paginate(rows, _room(first=True, remark=remark), following)
    except table.RowTooHigh:
        longest = max(rows, key=lambda row: row.height)
        text = max(("".join(each.lines) for each in longest.cells), key=len)
        raise TextTooLong(sheet.person.code, sheet.person.name, text) from None
    # A page that goes on with indicators says again what its columns are.
    pages = [[again, *([headings] if page[0].group else []), *page] for page in rest]
    return _drawn(sheet, stamp, [first, *pages], remark)


def _top(*, first: bool) -> float:
    """Where the table begins, from the top of the text area."""
    return float(words()["layout"]["table" if first else "table_continued"])


def _room(*, first: bool, remark: str) -> float:
    """The height for rows on the first page, or on one that follows."""
    return area().height - _top(first=first) - float(words()["layout"]["final_foot" if remark else "foot"])


def _drawn(sheet: GradeSheet, stamp: Stamp, pages: list[list[Row]], remark: str) -> tuple[bytes, dict[str, Field]]:
    wording = words()
    title = wording["subject"].format(
        year=sheet.year, title=wording["title"], code=sheet.person.code, name=sheet.person.name
    )
    paper = Paper(title, sheet.office, wording["title"], stamp.at, _marks(sheet), wording["remark"])
    lines = form("page")["lines"]
    fields: dict[str, Field] = {}
    for number, rows in enumerate(pages):
        if number:
            paper.next_page()
        _write_head(paper, sheet, stamp, first=not number)
        placed: dict[str, tuple[float, float]] = {}
        end = table.draw(
            paper,
            _top(first=not number),
            rows,
            room=_room(first=not number, remark=remark),
            first_column=wording["columns"]["label"] * mm,
            weights=(lines["frame"], lines["rule"]),
            placed=placed,
        )
        _write_foot(paper, end, sheet, stamp, remark)
        fields |= {name: Field(number, top, height) for name, (top, height) in placed.items()}
    return paper.finished(), fields


def _marks(sheet: GradeSheet) -> list[str]:
    marks = form("page")["marks"]
    return [*([] if sheet.final else [marks["draft"]]), *([marks["demo"]] if sheet.demo else [])]


def _write_head(paper: Paper, sheet: GradeSheet, stamp: Stamp, *, first: bool) -> None:
    wording = words()
    sizes, layout = wording["sizes"], wording["layout"]
    width = paper.area.width
    if first:
        side = sizes["code"] * mm
        paper.code(width - side, 0, side, qr.code(_code_text(sheet, stamp)))
        paper.centred(width / 2, layout["title"], wording["title"], "song_bold", sizes["title"])
    else:
        paper.centred(width / 2, layout["title_continued"], wording["continued"], "song_bold", sizes["continued"])
    _write_heading_line(paper, sheet, stamp, _top(first=first) - 6)


def _write_heading_line(paper: Paper, sheet: GradeSheet, stamp: Stamp, y: float) -> None:
    """Office left, year in the middle, number and version right: smaller where a long office name needs the room."""
    wording = words()
    left, middle, right = (
        wording[part].format(office=sheet.office, year=sheet.year, code=sheet.person.code, version=stamp.version)
        for part in ("office", "year", "number")
    )
    size = _size_for((left, middle, right), wording["sizes"]["heading"], paper.area.width, sheet)
    line_of_three(paper, y, (left, middle, right), size)


def _size_for(parts: tuple[str, ...], size: float, room: float, sheet: GradeSheet) -> float:
    """The size at which these parts stand in one line, not under seven tenths of the wanted one."""
    part = part_that_fits(parts, size, room)
    if part < SMALLEST_PART:
        raise TextTooLong(sheet.person.code, sheet.person.name, max(parts, key=len))
    return size * part


def _write_foot(paper: Paper, y: float, sheet: GradeSheet, stamp: Stamp, remark: str) -> None:
    """Who made it, when, from which data and which state of the journal."""
    wording = words()["foot"]
    told = {"maker": stamp.maker or wording["nobody"], "at": moment(wording["at"], stamp.at)}
    foot = Foot.of(wording, told, stamp.fingerprint, stamp.head, stamp.supersedes)
    size = _size_for((foot.left, foot.right), words()["sizes"]["foot"], paper.area.width, sheet)
    foot.write(paper, y, words()["layout"]["foot_lines"], size)
    if remark:
        paper.text(0, y + words()["layout"]["final_remark"], remark, "song", size)


def _code_text(sheet: GradeSheet, stamp: Stamp) -> str:
    wording = words()["code"]
    return str(
        wording["text"].format(
            year=sheet.year,
            code=sheet.person.code,
            version=stamp.version,
            total=figure(sheet.total),
            grade=grade_word(sheet),
            state=wording["final" if sheet.final else "draft"],
            fingerprint=stamp.fingerprint,
        )
    )


def _refuse_missing(sheet: GradeSheet, texts: list[str]) -> None:
    """Every character must be in a font; all that are not are named at once."""
    require_glyphs(Printed.GRADE_SHEET, [(sheet.person.code, sheet.person.name, "".join(texts))])
