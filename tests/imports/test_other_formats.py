"""The same rows as .xls and .ods, written by a real spreadsheet program, come to the same facts."""

import shutil
import subprocess
from pathlib import Path

import pytest

from committee_desk.paths import resource
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, Why
from tests.imports.workbooks import good, held, look, read, workbook

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice writes the workbooks of this test")


def saved_as(ending: str, path: Path) -> Path:
    """The workbook, saved by LibreOffice in another format."""
    folder = path.parent / ending
    subprocess.run(
        [str(OFFICE), "--headless", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--convert-to",
         ending, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / f"{path.stem}.{ending}"


@pytest.mark.parametrize("ending", ["xls", "ods", "xlsx"])
def test_a_workbook_saved_by_a_spreadsheet_program_says_the_same_in_every_format(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    source = shutil.copy(resource("samples", "office", "人员.xlsx"), tmp_path)
    read(desk, Kind.PEOPLE, Path(source))
    again = read(desk, Kind.PEOPLE, saved_as(ending, Path(source)))
    assert (again.added, again.replaced, again.unchanged) == (0, 0, 41)


@pytest.mark.parametrize("ending", ["xls", "ods", "xlsx"])
def test_formulas_saved_by_a_spreadsheet_program_bring_their_values(office: Desk, tmp_path: Path, ending: str) -> None:
    path = workbook(tmp_path / "加减分.xlsx", [good(Kind.EVENTS, 分值="=1+0.5", 日期="=DATE(2026,3,5)")])
    read(office, Kind.EVENTS, saved_as(ending, path))
    (event,) = held(office, Kind.EVENTS)
    assert (str(event.points), event.day.isoformat()) == ("1.5", "2026-03-05")


@pytest.mark.parametrize("ending", ["ods", "xlsx", "xls"])
def test_an_error_that_a_formula_came_to_is_bad_in_every_format(office: Desk, tmp_path: Path, ending: str) -> None:
    path = workbook(tmp_path / "案件.xlsx", [good(Kind.CASES, 分担比例="=1/0")])
    (problem,) = look(office, Kind.CASES, saved_as(ending, path)).problems
    assert (problem.cell, problem.heading) == ("F2", "分担比例")
    assert problem.why in (Why.ERROR_VALUE, Why.NO_NUMBER)
