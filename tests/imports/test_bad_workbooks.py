"""A file that is no workbook to be read is refused with one sentence, and nothing is written."""

import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from committee_desk.paths import resource
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import (
    HeadingsMissing,
    NotAWorkbook,
    TextUnreadable,
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookIsAFolder,
    WorkbookMissing,
    WorkbookProtected,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from committee_desk.wording.errors import sentence
from committee_desk.wording.language import speaking
from tests.imports.workbooks import good, look, read, workbook

E = Kind.EVENTS
SAMPLE = resource("samples", "office", "加减分.xlsx")
LOCKED = Path(__file__).parent.parent / "data" / "locked"
"""Empty templates that LibreOffice saved with a password."""
FORMATS = LOCKED.with_name("formats")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def missing(path: Path) -> None:
    pass


def folder(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    path.write_bytes(SAMPLE.read_bytes()[:-2000])


def cut_off_early(path: Path) -> None:
    path.write_bytes(SAMPLE.read_bytes()[:100])


def overwritten(path: Path) -> None:
    content = bytearray(SAMPLE.read_bytes())
    at = content.index(b"xl/worksheets/sheet1.xml") + 200
    content[at : at + 500] = random.Random(1).randbytes(500)
    path.write_bytes(content)


def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(2).randbytes(50_000))


def words(path: Path) -> None:
    path.write_text("这不是工作簿", encoding="utf-8")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


def cell_beyond_all_columns(path: Path) -> None:
    """An .xls with a text in its last row and a column that no .xls has: room for it would be a hundred gigabytes."""
    content = bytearray((FORMATS / "处分.xls").read_bytes())
    first_text = content.index(b"\xfd\x00\x0a\x00")
    struct.pack_into("<HH", content, first_text + 4, 0xFFFF, 0xFFFF)
    path.write_bytes(content)


def _with_an_address(path: Path, address: str) -> None:
    with zipfile.ZipFile(SAMPLE) as good_one, zipfile.ZipFile(path, "w") as packed:
        for name in good_one.namelist():
            content = good_one.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b'r="B2"', f'r="{address}"'.encode(), 1)
                assert address.encode() in content
            packed.writestr(name, content)


def address_of_many_letters(path: Path) -> None:
    """A cell whose column counts past all numbers: room for it would be terabytes."""
    _with_an_address(path, "K" * 53 + "165")


def address_beyond_all_rows(path: Path) -> None:
    _with_an_address(path, "B99999999")


def document_of_shouted_parts(path: Path) -> None:
    """An .ods whose parts bear their names in capitals, as some packers leave them."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("MIMETYPE", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("CONTENT.XML", "<office:document-content/>")


def other_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<document/>")


def encrypted(path: Path) -> None:
    path.write_bytes(OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000))


def locked_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)


def broken_ole(path: Path) -> None:
    path.write_bytes(OLE + "Workbook".encode("utf-16-le") + random.Random(3).randbytes(3000))


def circle_of_sectors(path: Path) -> None:
    """An .xls whose directory goes on for ever."""
    content = bytearray((LOCKED / "locked.xls").read_bytes())
    table, directory = (struct.unpack_from("<I", content, at)[0] for at in (76, 48))
    struct.pack_into("<I", content, (table + 1) * 512 + 4 * directory, directory)
    path.write_bytes(content)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)


def lying_bomb(path: Path) -> None:
    """Says of itself that it is small."""
    bomb(path)
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 1000)
    path.write_bytes(content)


def sheet_xml(path: Path, cells: str) -> None:
    workbook(path, [good(E)])
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"{cells}</sheetData></worksheet>"
    ).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def cell_far_out(path: Path) -> None:
    """Two cells, and a place for seventeen thousand million in between."""
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet_xml(path, f'<row r="1"><c r="A1"><v>1</v></c></row>{far}')


BAD_FILES: list[tuple[Callable[[Path], None], str, type[WorkbookUnreadable]]] = [
    (missing, "xlsx", WorkbookMissing),
    (folder, "xlsx", WorkbookIsAFolder),
    (empty, "xlsx", WorkbookEmpty),
    (empty, "csv", WorkbookEmpty),
    (cut_off, "xlsx", WorkbookDamaged),
    (cut_off_early, "xlsx", WorkbookDamaged),
    (overwritten, "xlsx", WorkbookDamaged),
    (random_bytes, "xlsx", NotAWorkbook),
    (random_bytes, "xls", NotAWorkbook),
    (random_bytes, "csv", NotAWorkbook),
    (words, "xlsx", NotAWorkbook),
    (words, "csv", HeadingsMissing),
    (picture, "xlsx", NotAWorkbook),
    (other_archive, "xlsx", NotAWorkbook),
    (document_of_shouted_parts, "ods", NotAWorkbook),
    (encrypted, "xlsx", WorkbookProtected),
    (encrypted, "xls", WorkbookProtected),
    (locked_archive, "xlsx", WorkbookProtected),
    (broken_ole, "xls", WorkbookDamaged),
    (circle_of_sectors, "xls", WorkbookDamaged),
    (address_of_many_letters, "xlsx", WorkbookDamaged),
    (address_beyond_all_rows, "xlsx", WorkbookDamaged),
    (cell_beyond_all_columns, "xls", WorkbookDamaged),
    (bomb, "xlsx", WorkbookTooLarge),
    (lying_bomb, "xlsx", WorkbookDamaged),
    (cell_far_out, "xlsx", WorkbookTooLarge),
]


@pytest.mark.parametrize(("make", "ending", "refusal"), BAD_FILES)
def test_what_is_no_workbook_is_refused_with_one_sentence_that_names_it(
    office: Desk, tmp_path: Path, make: Callable[[Path], None], ending: str, refusal: type[WorkbookUnreadable]
) -> None:
    path = tmp_path / f"加减分.{ending}"
    make(path)
    entries = office.journal.head()
    with pytest.raises(refusal) as refused:
        read(office, E, path)
    with pytest.raises(refusal):
        look(office, E, path)
    for language in ("zh", "en"):
        with speaking(language):
            said = sentence(refused.value)
            assert "加减分" in said
            assert "\n" not in said
    assert office.journal.head() == entries


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_workbook_with_a_password_is_refused_as_such(office: Desk, ending: str) -> None:
    with pytest.raises(WorkbookProtected):
        read(office, Kind.BALLOTS, LOCKED / f"locked.{ending}")


def test_a_hostile_sheet_takes_no_longer_than_its_length(office: Desk, tmp_path: Path) -> None:
    sheet_xml(tmp_path / "加减分.xlsx", '<row r="1"><c r="A1"><f>1</f></c></row>' + '<c r="B1"><f>' * 300_000)
    with pytest.raises(WorkbookUnreadable):
        read(office, E, tmp_path / "加减分.xlsx")


@pytest.mark.parametrize("cut", range(1, 20))
def test_a_workbook_cut_off_anywhere_is_refused(office: Desk, tmp_path: Path, cut: int) -> None:
    content = SAMPLE.read_bytes()
    path = tmp_path / "加减分.xlsx"
    path.write_bytes(content[: len(content) * cut // 20])
    with pytest.raises(WorkbookDamaged):
        read(office, E, path)


def test_quotation_marks_that_do_not_close_do_not_swallow_rows(office: Desk, tmp_path: Path) -> None:
    path = tmp_path / "加减分.csv"
    path.write_text(f'{",".join(good(E))}\nJ001,加分,2026-01-01,1,"培训,政1号\nJ002,加分,2026-01-01,1,训,政2号\n')
    with pytest.raises(TextUnreadable):
        read(office, E, path)


def test_bytes_of_no_known_encoding_are_refused(office: Desk, tmp_path: Path) -> None:
    path = tmp_path / "加减分.csv"
    path.write_bytes(",".join(good(E)).encode() + b"\n\xff\xfe\x80,\xff\n")
    with pytest.raises(TextUnreadable):
        read(office, E, path)


def test_blank_cells_styled_far_out_are_no_matter(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "1.xlsx", [good(E)])
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    rows = sheet[sheet.index("<sheetData>") + 11 : sheet.index("</sheetData>")]
    far = '<row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    sheet_xml(tmp_path / "加减分.xlsx", rows + far)
    assert read(office, E, tmp_path / "加减分.xlsx").added == 1


def test_a_workbook_without_any_sheet_content_lacks_all_headings(office: Desk, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "加减分.xlsx")
    with pytest.raises(HeadingsMissing) as refused:
        read(office, E, tmp_path / "加减分.xlsx")
    assert len(refused.value.missing) == 6


def test_many_like_rows_are_no_bomb(office: Desk, tmp_path: Path) -> None:
    rows = [good(E)] * 20_000
    assert read(office, E, workbook(tmp_path / "加减分.xlsx", rows)).added == 1
