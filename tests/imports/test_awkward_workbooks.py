"""The same facts, written in every awkward way that exports have, are read as the same facts."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from committee_desk.bootstrap import open_desk
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from tests.conftest import frozen_clock
from tests.imports.workbooks import held, read

HEADINGS = ("案号", "案件类别", "承办检察官工号", "受理日期", "审结日期", "分担比例", "涉案人数", "案件名称")
PLAIN = [
    ("检〔2026〕101号", "审查起诉", "J001", date(2026, 3, 5), date(2026, 12, 31), Decimal("0.5"), 3, "甲某盗窃案"),
    ("检〔2026〕101号", "审查起诉", "J002", date(2026, 3, 5), date(2026, 12, 31), Decimal("0.5"), 3, "甲某盗窃案"),
    ("检〔2026〕102号", "公益诉讼", "J003", date(2025, 11, 1), date(2026, 1, 2), Decimal(1), 1, "乙某案"),
    ("检〔2026〕103号", "未成年人检察", "J001", date(2026, 10, 20), None, Decimal(1), 12, None),
]
FULL_WIDTH = {48 + digit: 0xFF10 + digit for digit in range(10)}

spelt: list[Callable[[str], str]] = [
    str, lambda text: f" {text}", lambda text: f"{text}　", lambda text: f"\t{text} ",
    lambda text: text.translate(FULL_WIDTH), lambda text: f"\u00a0{text}\u200b",
]  # fmt: skip
dated: list[Callable[[date], Any]] = [
    lambda day: day,
    lambda day: day.isoformat(),
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}.{day.month:02}.{day.day:02}",
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: day.isoformat().translate(FULL_WIDTH),
]
counted: list[Callable[[Any], Any]] = [
    float,
    str,
    lambda number: f" {number} ",
    lambda number: f"{number:.2f}",
    lambda number: str(number).translate(FULL_WIDTH),
]
headed: list[Callable[[str], str]] = [str, lambda text: f" {text} ", lambda text: f"　{text}", lambda text: f"{text}\n"]


@st.composite
def sheets(draw: st.DrawFn) -> list[list[Any]]:
    """All cells of a sheet that says what `PLAIN` says."""
    order = draw(st.permutations(HEADINGS))
    strange = draw(st.lists(st.sampled_from(["序号", "备注", "填表人"]), unique=True))
    columns = draw(st.permutations([*order, *strange]))
    above = draw(
        st.lists(st.sampled_from([["2026年度案件清单"], ["导出时间：2027-01-08", "", "单位：本院"], []]), max_size=4)
    )
    cells: list[list[Any]] = [*above, [draw(st.sampled_from(headed))(heading) for heading in columns]]
    for row in draw(st.permutations(PLAIN)):
        times = draw(st.integers(1, 2))
        cells.extend([_cell(draw, row, heading) for heading in columns] for _ in range(times))
        cells.extend([] for _ in range(draw(st.integers(0, 2))))
    if draw(st.booleans()):
        cells.append(["合计" if at == 0 else "" for at in range(len(columns))])
    return cells


def _cell(draw: st.DrawFn, row: Sequence[Any], heading: str) -> Any:
    if heading not in HEADINGS:
        return draw(st.sampled_from(["", "无", 1, "=1+1"]))
    value = row[HEADINGS.index(heading)]
    if value is None:
        return draw(st.sampled_from(["", " ", "　"]))
    if isinstance(value, date):
        return draw(st.sampled_from(dated))(value)
    if isinstance(value, Decimal | int):
        return draw(st.sampled_from(counted))(value)
    return draw(st.sampled_from(spelt))(value) if heading != "案件名称" else value


def as_xlsx(path: Path, cells: list[list[Any]]) -> Path:
    book = Workbook()
    for row in cells:
        book.active.append(row)
    book.active.row_dimensions[len(cells)].hidden = True
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


def as_csv(path: Path, cells: list[list[Any]]) -> Path:
    written = io.StringIO()
    csv.writer(written).writerows([["" if cell is None else cell for cell in row] for row in cells])
    path.with_suffix(".csv").write_bytes(written.getvalue().encode("gb18030"))
    return path.with_suffix(".csv")


@contextmanager
def copied(template: Path) -> Iterator[tuple[Desk, Path]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "考评.desk")
        shutil.copyfile(template, path)
        yield open_desk(path, clock=frozen_clock), Path(folder)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=sheets(), write=st.sampled_from([as_xlsx, as_csv]))
def test_facts_do_not_depend_on_how_a_workbook_is_laid_out(
    template_office: Path, cells: list[list[Any]], write: Callable[[Path, list[list[Any]]], Path]
) -> None:
    with copied(template_office) as (desk, folder):
        done = read(desk, Kind.CASES, write(folder / "案件", cells))
        shares = [share for share in held(desk, Kind.CASES) if share.number.startswith("检〔2026〕10")]
    assert done.added == len(PLAIN)
    assert [(s.number, s.kind, s.code, s.accepted, s.closed, s.share, s.persons, s.title) for s in shares] == sorted(
        PLAIN, key=lambda row: (row[0], row[2])
    )
