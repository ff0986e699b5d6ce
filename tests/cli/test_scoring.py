"""`score`, `sheets` and `export` from the shell: the sample offices to the digit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from committee_desk.__main__ import main
from committee_desk.bootstrap import open_desk
from committee_desk.paths import resource
from tests.checking.breaking import opened

DATA = Path(__file__).parents[1] / "data"
OFFICES = {"office": resource("samples", "office"), "office-as-exported": DATA / "office-as-exported"}
FOUNDING = ("--year", "2026", "--office", "演练县人民检察院")


@pytest.fixture(scope="session", params=OFFICES)
def office(request, tmp_path_factory):
    """A sample office's name, and a desk that its folder was read into."""
    path = tmp_path_factory.mktemp(request.param) / "考评.desk"
    assert main(["init", str(path), *FOUNDING]) == 0
    assert main(["import-folder", str(path), str(OFFICES[request.param])]) == 0
    return request.param, path


@pytest.fixture
def sample(template_sample_desk, tmp_path):
    return shutil.copyfile(template_sample_desk, tmp_path / "考评.desk")


def test_a_sample_office_scores_to_the_digit(run, office):
    name, desk = office
    answer = run("score", desk, "--json")
    assert (answer.code, answer.err) == (0, "")
    expected = json.loads((DATA / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    told = json.loads(answer.out)
    assert told == expected
    assert [list(person["indicators"]) for person in told["people"]] == [
        list(person["indicators"]) for person in expected["people"]
    ]
    assert list(told) == list(expected)


def test_the_newest_year_is_meant_unless_another_is_named(run, sample):
    assert run("score", sample, "--json").out == run("score", sample, "--year", "2026", "--json").out


def test_people_read_a_table_by_rank(run, sample):
    lines = run("score", sample).out.splitlines()
    assert "演练县人民检察院" in lines[0]
    assert "20%" in lines[1]
    ranked = [line.split()[0] for line in lines[3:] if line.split()[0].isdigit()]
    assert ranked == sorted(ranked, key=int)
    assert ranked[0] == "1"


def test_scoring_needs_neither_paper_nor_spreadsheets_nor_a_window(sample):
    unneeded = {"reportlab", "openpyxl", "PySide6", "python_calamine", "alembic", "pypdfium2", "argon2"}
    code = (
        "import sys; from committee_desk.__main__ import main; assert main(sys.argv[1:]) == 0;"
        f"print(sorted({unneeded!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, "score", str(sample)], check=True, capture_output=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_sheets_are_one_file_a_person(run):
    desk = Path("今.desk")  # of today: a sheet is not drawn while the clock is behind the desk
    assert run("init", desk, *FOUNDING).code == 0
    assert run("import-folder", desk, resource("samples", "office")).code == 0
    answer = run("sheets", desk, "--out", "表", "--person", "J001")
    assert answer.code == 0
    (sheet,) = Path("表").glob("*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF-")


def test_no_sheet_is_drawn_while_the_clock_is_behind_the_desk(refused, sample):
    """The sample's desk was made in a year that no test will see."""
    with opened(sample) as raw:
        raw.execute("UPDATE journal SET at = '2999-01-11T09:00:00+08:00' WHERE seq = 1")
    assert "2999-01-11 09:00" in refused("sheets", sample, "--out", "表", "--person", "J001").err
    assert not list(Path().glob("表/*"))


def test_the_answer_is_journalled_with_its_digest(run, sample):
    before = open_desk(sample).journal.head().entries
    run("score", sample, "--json")
    newest, second = open_desk(sample).journal.rows(2)
    assert (newest.seq, newest.verb, newest.subject) == (before + 1, "scores.read", "2026")
    run("score", sample)
    assert json.loads(open_desk(sample).journal.rows(1)[0].what)["digest"] == json.loads(newest.what)["digest"]
    assert json.loads(newest.what)["as_of"] == {"entry": second.seq, "hash": second.hash}


def test_a_sheet_of_somebody_who_is_not_scored_is_refused(refused, sample):
    assert "J999" in refused("sheets", sample, "--out", "表", "--person", "J999").err
    assert not list(Path().glob("表/*"))


def test_sheets_need_a_folder_and_not_a_file(refused, sample):
    Path("表").write_bytes(b"mine")
    refused("sheets", sample, "--out", "表")
    assert Path("表").read_bytes() == b"mine"


def test_the_ranking_is_exported_as_a_workbook(run, refused, sample):
    answer = run("export", sample, "排名.xlsx")
    assert answer.code == 0
    assert Path("排名.xlsx").read_bytes().startswith(b"PK")
    assert run("export", sample, "排名.xlsx").code == 0
    refused("export", sample, "没有的夹/排名.xlsx")
    Path("夹.xlsx").mkdir()
    refused("export", sample, "夹.xlsx")


def test_an_export_replaces_an_earlier_one_and_nothing_else(run, refused, sample):
    source = shutil.copyfile(resource("samples", "office", "案件.xlsx"), "案件.xlsx")
    before = Path(source).read_bytes()
    assert "案件.xlsx" in refused("export", sample, "案件.xlsx").err
    assert Path(source).read_bytes() == before
    Path("空.xlsx").touch()
    assert run("export", sample, "空.xlsx").code == 0
    assert run("export", sample, "空.xlsx").code == 0
