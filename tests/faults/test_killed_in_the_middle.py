"""A process killed in the middle of typing, importing or an official act leaves the desk before or after, and sound."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.people import Category
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.entry_views import Line, MarkTyped
from committee_desk.services.scheme_views import Adoption
from tests.faults.killing import DESK, kill_again_and_again, opened

RELEASED = Path(__file__).parents[1] / "data" / "released"
CLERK = Actor("周敏")
Report = Callable[[int], None]


def type_on_and_on(place: Path, report: Report) -> None:
    """Thirty small commits, as somebody who types makes them."""
    desk = opened(place)
    for number in range(30):
        day = date(2026, 3, 1) + timedelta(days=number)
        desk.calendar.set_day(CLERK, day, DayKind.OFF, None, f"演练〔2026〕{number}号")
        report(desk.journal.head().entries)


def type_marks_and_a_block(place: Path, report: Report) -> None:
    """Cells as they are left one by one, and a block pasted over a whole month; each is one entry."""
    desk = opened(place)
    desk.entry.put_line(CLERK, 2026, 3, Line("skill", 1, "培训结业", "政〔2026〕3号", "政治部主任"))
    report(desk.journal.head().entries)
    for person in desk.entry.grid(2026, 3).people:
        desk.entry.mark(CLERK, 2026, 3, MarkTyped(person.code, "skill", "0.5"))
        report(desk.journal.head().entries)
    ledgers = [column.indicator for column in desk.entry.grid(2026, 4).columns]
    people = [person.code for person in desk.entry.grid(2026, 4).people]
    desk.entry.block(CLERK, 2026, 4, [MarkTyped(code, ledger, "-0.1") for code in people for ledger in ledgers])
    report(desk.journal.head().entries)


def close_and_publish_months(place: Path, report: Report) -> None:
    """Months closed and published in order: a state, the sheets of every category and an entry together."""
    desk = opened(place)
    for month in (1, 2, 3):
        desk.months.close(CLERK, 2026, month, "按现状")
        report(desk.journal.head().entries)
        desk.months.publish(CLERK, 2026, month)
        report(desk.journal.head().entries)


def adopt_and_open_the_next_year(place: Path, report: Report) -> None:
    """The committee's decision on the scheme, then 结转新年度."""
    desk = opened(place)
    desk.schemes.adopt(CLERK, 2026, Category.PROSECUTOR, Adoption("检考评委〔2026〕1号", date(2026, 1, 14)), None)
    report(desk.journal.head().entries)
    desk.new_year.open(CLERK, 2027)
    report(desk.journal.head().entries)


def read_everything_in(place: Path, report: Report) -> None:
    """Every workbook of the sample office in one transaction; one entry each."""
    desk = opened(place)
    desk.imports.carry_out_folder(CLERK, resource("samples", "office"), 2026)


def take_the_ballots_back(place: Path, report: Report) -> None:
    """An import of hundreds of rows undone as a whole."""
    desk = opened(place)
    ballots = next(record for record in desk.imports.history() if record.kind == "ballots")
    desk.imports.take_back(CLERK, ballots.entry, "计票人重新录入")
    report(desk.journal.head().entries)


def print_all_sheets(place: Path, report: Report) -> None:
    """Form 1 for everybody: files and their entry together."""
    desk = opened(place)
    desk.sheets.draw(CLERK, 2026, None, place / "确认表")
    report(desk.journal.head().entries)


def bring_up_to_date(place: Path, report: Report) -> None:
    """A desk of the first release, opened by this program."""
    report(opened(place).journal.head().entries)


@pytest.fixture
def empty(template_desk: Path, tmp_path: Path) -> Path:
    return _folder_with(template_desk, tmp_path)


@pytest.fixture
def full(template_sample_desk: Path, tmp_path: Path) -> Path:
    return _folder_with(template_sample_desk, tmp_path)


def _folder_with(desk: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    folder.mkdir()
    shutil.copyfile(desk, folder / DESK)
    return folder


def whole_sheets_only(place: Path) -> None:
    """Every sheet that bears its name is a whole file."""
    for sheet in (place / "确认表").glob("*.pdf"):
        assert sheet.read_bytes().rstrip().endswith(b"%%EOF"), sheet.name


@pytest.mark.parametrize(
    "act",
    [
        type_on_and_on,
        take_the_ballots_back,
        type_marks_and_a_block,
        close_and_publish_months,
        adopt_and_open_the_next_year,
    ],
)
def test_a_kill_leaves_the_desk_before_or_after(
    full: Path, tmp_path: Path, act: Callable[[Path, Report], None]
) -> None:
    print(act.__name__, kill_again_and_again(full, tmp_path / "rounds", act))


def test_a_kill_during_an_import_leaves_all_workbooks_or_none(empty: Path, tmp_path: Path) -> None:
    print(kill_again_and_again(empty, tmp_path / "rounds", read_everything_in, adds=8))


def test_a_kill_while_sheets_are_printed_leaves_whole_sheets(full: Path, tmp_path: Path) -> None:
    print(kill_again_and_again(full, tmp_path / "rounds", print_all_sheets, sound=whole_sheets_only))


def test_a_kill_during_a_migration_leaves_the_old_desk_or_the_new_one(tmp_path: Path) -> None:
    first_release = _folder_with(RELEASED / "0001.desk", tmp_path)
    print(kill_again_and_again(first_release, tmp_path / "rounds", bring_up_to_date, entries=entries_written))


def entries_written(place: Path) -> int:
    """How many entries the file holds, whatever version it has."""
    with closing(dbapi2.connect(place / DESK)) as connection:
        number: int = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
    return number
