"""Names and reasons that look like formulas, as a real spreadsheet program reads what was exported."""

import csv
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from committee_desk.domain.formulas import STARTS, as_text, would_run
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.ui.common.columns import Column
from committee_desk.ui.common.table_text import as_block, as_csv

OFFICE = shutil.which("soffice")
RISKY = ("=1+1", "+1+1", "-1+1", "@SUM(1;1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "＝1+1", "+八六", "-赵")


@dataclass(frozen=True)
class Line:
    name: str


COLUMNS = (Column[Line]("name", "姓名", lambda line: line.name, 90),)


@pytest.mark.parametrize("text", RISKY)
def test_a_text_that_would_run_is_marked_as_a_text(text: str) -> None:
    assert would_run(text)
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "赵强", "95.00", "-0.50", "+3", "-1,200.5", "+12%", "2026-01-01", "−0.50", "a=b"])
def test_names_and_numbers_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


@pytest.mark.parametrize("start", STARTS)
def test_every_start_that_some_program_runs_is_known(start: str) -> None:
    assert would_run(f"{start}SUM(A1)")


def test_a_copied_block_and_a_table_as_csv_hold_no_formula() -> None:
    rows = [Line(text) for text in (*RISKY, "\t=1+1", "-0.50")]
    block = as_block(COLUMNS, rows, headings=False).splitlines()
    assert block[: len(RISKY)] == [f"'{text}" for text in RISKY]
    assert block[-1] == "-0.50"
    assert not [line for line in block if line.lstrip().startswith("=")]
    told = [row[0] for row in csv.reader(as_csv(COLUMNS, rows).splitlines())][1:]
    assert told[: len(RISKY)] == [f"'{text}" for text in RISKY]


@pytest.mark.skipif(OFFICE is None, reason="no spreadsheet program on this PC")
def test_a_spreadsheet_program_calculates_nothing_in_an_exported_ranking(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    roster, path = tmp_path / "人员.xlsx", tmp_path / "排名.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工号", "姓名", "部门", "人员类别"])
    for number, name in enumerate(RISKY, start=1):
        sheet.append([f"J{number:03}", None, None, "检察官"])
        for column, text in ((2, name), (3, f"{name}部")):
            cell = sheet.cell(number + 1, column)
            cell.value = text
            cell.data_type = "s"
    book.save(roster)
    desk.imports.carry_out(actor, Kind.PEOPLE, roster, 2026)
    desk.scores.export(actor, 2026, path)

    convert = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE or "", profile, "--headless", "--convert-to", convert, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    written = next(each for each in tmp_path.glob("排名*.csv")).read_text(encoding="utf-8")
    seen = {row[1]: row[2:4] for row in csv.reader(written.splitlines()) if len(row) > 3}
    for number, name in enumerate(RISKY, start=1):
        assert seen[f"J{number:03}"] == [name, f"{name}部"]
