"""Writes the workbook that an office fills in: headings, one example row, drop-downs and a note on every heading."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from committee_desk.documents.workbooks.markup import column_letters
from committee_desk.domain.calendar import DayKind
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.scheme_file import load
from committee_desk.services.imports.examples import EXAMPLES
from committee_desk.services.imports.kinds import DAYS, Kind
from committee_desk.services.schemes import scheme_text
from committee_desk.wording.templates import example_note, note, notes_title, sheet_notes

_FILLED_ROWS = 1000
_NUMBERS = {"分担比例": "0.00", "办案系数": "0.00", "难度系数": "0.00", "涉案人数": "0", "期限(年)": "0"}
_POINTS = ("得分", "分值")
_WIDE, _BROAD = ("案件名称", "事由", "说明", "处理结果"), ("案号", "凭证号", "决定文号", "文号")
_GREEN, _PALE, _GREY, _LINE = "2F6B57", "E8F1ED", "8A8F98", "C9D3CE"


class OpenpyxlTemplates:
    """Writes templates with openpyxl."""

    def write(self, path: Path, kind: Kind) -> None:
        """Headings, one example row, drop-downs and notes; the file appears whole or not at all."""
        from openpyxl import Workbook  # noqa: PLC0415 - the window opens without it

        book = Workbook()
        sheet = book.active
        sheet.title = kind.stem
        _headings(sheet, kind)
        _example(sheet, kind)
        _columns(sheet, kind)
        _drop_downs(sheet, kind)
        _notes(book.create_sheet(notes_title()), kind)
        for each in book.worksheets:
            _page(each)
        whole = BytesIO()  # a disk that fills up under openpyxl's own file would be told twice, once as a traceback
        book.save(whole)
        unfinished = path.with_name(f".{path.name}.part")
        try:
            unfinished.write_bytes(whole.getvalue())
            unfinished.replace(path)
        except OSError as error:  # told of the file that was asked for
            raise OSError(error.errno, error.strerror, str(path)) from error
        finally:
            with suppress(OSError):  # nothing can be taken from a disk that is read-only, and nothing was put there
                unfinished.unlink()


def _headings(sheet: Any, kind: Kind) -> None:  # noqa: ANN401 - openpyxl has no types
    from openpyxl.comments import Comment  # noqa: PLC0415 - see above
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

    line = Border(bottom=Side(style="medium", color=_GREEN))
    for column, heading in enumerate(kind.headings, start=1):
        cell = sheet.cell(1, column, heading)
        needed = _is_needed(kind, heading)
        cell.font = Font(name="等线", size=11, bold=True, color="FFFFFF" if needed else _GREEN)
        cell.fill = PatternFill("solid", fgColor=_GREEN if needed else _PALE)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = line
        cell.comment = Comment(note(kind, heading, needed=needed), "", height=90, width=260)
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "B2"
    sheet.sheet_view.showGridLines = True


def _example(sheet: Any, kind: Kind) -> None:  # noqa: ANN401
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415

    example = EXAMPLES[kind]
    for column, heading in enumerate(kind.headings, start=1):
        cell = sheet.cell(2, column, _value(heading, example.get(heading, "")))
        cell.font = Font(name="等线", size=11, italic=True, color=_GREY)
    sheet.cell(2, 1).comment = Comment(example_note(), "", height=70, width=260)


def _columns(sheet: Any, kind: Kind) -> None:  # noqa: ANN401
    for column, heading in enumerate(kind.headings):
        letter = column_letters(column)
        sheet.column_dimensions[letter].width = _width(heading)
        sheet.column_dimensions[letter].number_format = _format(heading)
        sheet[f"{letter}2"].number_format = _format(heading)


def _drop_downs(sheet: Any, kind: Kind) -> None:  # noqa: ANN401
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    for heading, words in _choices(kind).items():
        listed = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=False)
        letter = column_letters(kind.headings.index(heading))
        listed.add(f"{letter}2:{letter}{_FILLED_ROWS + 1}")
        sheet.add_data_validation(listed)


def _notes(sheet: Any, kind: Kind) -> None:  # noqa: ANN401
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    sheet.column_dimensions["A"].width = 18
    sheet.column_dimensions["B"].width = 110
    for row, (heading, said) in enumerate(sheet_notes(kind), start=1):
        sheet.cell(row, 1, heading).font = Font(name="等线", size=11, bold=True, color=_GREEN)
        cell = sheet.cell(row, 2, said)
        cell.font = Font(name="等线", size=11)
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _page(sheet: Any) -> None:  # noqa: ANN401
    """Printed, a sheet is one page wide and lies on its side."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _choices(kind: Kind) -> dict[str, tuple[str, ...]]:
    scheme = load(scheme_text())
    grades = tuple(dict.fromkeys(grade for each in scheme.review_dictionaries for grade in each.points))
    choices: dict[Kind, dict[str, tuple[str, ...]]] = {
        Kind.PEOPLE: {"人员类别": tuple(Category), "领导成员": ("是", "否"), "性别": ("男", "女")},
        Kind.CASES: {"案件类别": scheme.case_kinds},
        Kind.REVIEWS: {"评查等次": grades},
        Kind.EVENTS: {"指标": tuple(each.name for each in scheme.ledger_indicators)},
        Kind.BALLOTS: {"票类": tuple(BallotClass)},
        Kind.SANCTIONS: {"种类": scheme.sanction_kinds},
        Kind.LEAVE: {"种类": ("病假", "事假", "产假", "工伤")},
        Kind.CALENDAR: {"类型": tuple(DayKind)},
    }
    return choices.get(kind, {})


def _is_needed(kind: Kind, heading: str) -> bool:
    return any(heading == group[0] for group in kind.needed)


def _is_date(heading: str) -> bool:
    return heading in DAYS


def _value(heading: str, text: str) -> str | float | date | None:
    if not text:
        return None
    if _is_date(heading):
        return date.fromisoformat(text)
    return float(text) if heading in _NUMBERS or heading.endswith(_POINTS) else text


def _format(heading: str) -> str:
    if _is_date(heading):
        return "yyyy-mm-dd"
    if heading in _NUMBERS:
        return _NUMBERS[heading]
    return "General" if heading.endswith(_POINTS) else "@"


def _width(heading: str) -> int:
    if heading in _WIDE:
        return 28
    if heading in _BROAD:
        return 26
    return max(12, 2 * len(heading) + 4)
