"""Large workbooks of invented cases and people, written the way a spreadsheet program writes them."""

import random
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

KINDS = ("审查逮捕", "审查起诉", "公益诉讼", "刑事执行监督", "民事检察监督", "行政检察监督", "控告申诉", "未成年人检察")
CASE_HEADINGS = (
    "案号", "案件名称", "案件类别", "承办部门", "承办检察官工号", "承办检察官", "分担比例",
    "涉案人数", "难度系数", "受理日期", "办理期限届满日", "审结日期", "处理结果",
)  # fmt: skip
PEOPLE_HEADINGS = ("工号", "姓名", "部门", "人员类别", "到岗日期")

Cell = str | float | date


def people(count: int) -> list[tuple[Cell, ...]]:
    """So many prosecutors, ten to a department."""
    return [
        (f"J{number:05d}", f"张{chr(0x4E00 + number)}", f"第{number // 10 + 1}检察部", "检察官", date(2020, 1, 1))
        for number in range(count)
    ]


def cases(count: int, roster: Sequence[tuple[Cell, ...]], seed: int = 7) -> list[tuple[Cell, ...]]:
    """So many cases of one handler each, closed in 2026."""
    chance = random.Random(seed)
    rows: list[tuple[Cell, ...]] = []
    for number in range(1, count + 1):
        handler = chance.choice(roster)
        accepted = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
        due = accepted + timedelta(days=chance.randrange(20, 60))
        closed = accepted + timedelta(days=chance.randrange(5, 60))
        rows.append(
            (
                f"XX检刑诉受〔2026〕{number}号",
                f"{chr(0x5000 + number % 4000)}某等人盗窃案",
                chance.choice(KINDS),
                handler[2],
                handler[0],
                handler[1],
                "1.00",
                float(chance.choice((1, 1, 1, 2, 3, 5, 9))),
                chance.choice(("", "", "", 1.2, 1.5)),
                accepted,
                due,
                closed,
                chance.choice(("提起公诉", "相对不起诉", "不批准逮捕", "终结审查")),
            )
        )
    return rows


def write(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """An .xlsx with shared strings, dates as styled numbers and an address on every cell."""
    strings: dict[str, int] = {}
    lines = [_row(number, row, strings) for number, row in enumerate([tuple(headings), *rows], start=1)]
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in _PARTS.items():
            packed.writestr(name, content)
        packed.writestr("xl/sharedStrings.xml", f"{_XML}<sst {_MAIN}>{shared}</sst>")
        packed.writestr(
            "xl/worksheets/sheet1.xml", f"{_XML}<worksheet {_MAIN}><sheetData>{''.join(lines)}</sheetData></worksheet>"
        )


def _row(number: int, row: Sequence[Cell], strings: dict[str, int]) -> str:
    cells = (_cell(f"{chr(65 + at)}{number}", value, strings) for at, value in enumerate(row) if value != "")
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(address: str, value: Cell, strings: dict[str, int]) -> str:
    if isinstance(value, str):
        return f'<c r="{address}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
    if isinstance(value, date):
        return f'<c r="{address}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    return f'<c r="{address}"><v>{value:g}</v></c>'


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f"{_XML}<Relationships {_RELATIONS}>"
    f'<Relationship Id="rId1" Type="{_KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook {_MAIN} xmlns:r="{_KIND}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f"{_XML}<Relationships {_RELATIONS}>"
    f'<Relationship Id="rId1" Type="{_KIND}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_KIND}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_KIND}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": f"{_XML}<styleSheet {_MAIN}><fonts count='1'><font/></fonts><fills count='1'><fill/></fills>"
    "<borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs>"
    "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14' applyNumberFormat='1'/></cellXfs></styleSheet>",
}
