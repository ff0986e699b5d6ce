"""Looking at workbooks before they are read in: the same transaction, undone."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import WorkbookChanged

OFFICE = resource("samples", "office")
TOGETHER = (
    (Kind.REVIEWS, OFFICE / "评查.xlsx"),
    (Kind.CASES, OFFICE / "案件.xlsx"),
    (Kind.PEOPLE, OFFICE / "人员.xlsx"),
)


def test_a_preview_counts_what_carrying_out_then_adds(desk: Desk, actor: Actor) -> None:
    previews = desk.imports.preview_all(actor, TOGETHER, 2026)
    outcome = desk.imports.carry_out_all(actor, TOGETHER, 2026)
    assert [each.added for each in previews] == [each.added for each in outcome.outcomes] == [41, 628, 551]


def test_workbooks_are_read_after_those_they_refer_to_whatever_their_order(desk: Desk, actor: Actor) -> None:
    previews = desk.imports.preview_all(actor, TOGETHER, 2026)
    assert [each.kind for each in previews] == [Kind.PEOPLE, Kind.CASES, Kind.REVIEWS]
    assert not [problem for each in previews for problem in each.problems]


def test_a_preview_writes_nothing(desk: Desk, actor: Actor) -> None:
    before = desk.journal.head()
    desk.imports.preview_all(actor, TOGETHER, 2026)
    assert desk.journal.head() == before
    assert desk.people.roster(2026) == ()


def test_another_workbook_than_the_one_looked_at_is_refused(desk: Desk, actor: Actor) -> None:
    with pytest.raises(WorkbookChanged):
        desk.imports.carry_out_all(actor, TOGETHER, 2026, previewed=frozenset({"00"}))
    assert desk.imports.history() == ()


def test_why_odd_rows_were_accepted_is_kept(desk: Desk, actor: Actor) -> None:
    desk.imports.carry_out_all(actor, TOGETHER[2:], 2026, why="已与政治部核对")
    assert desk.journal.rows(1)[0].why == "已与政治部核对"


def test_the_kind_is_known_by_the_workbook_s_name(desk: Desk) -> None:
    assert desk.imports.kind_of(OFFICE / "测评票.xlsx") is Kind.BALLOTS


@pytest.mark.parametrize("kind", [Kind.PEOPLE, Kind.CASES, Kind.REVIEWS, Kind.EVENTS, Kind.BALLOTS, Kind.SANCTIONS])
def test_under_another_name_the_headings_tell_the_kind(desk: Desk, tmp_path: Path, kind: Kind) -> None:
    shutil.copyfile(OFFICE / kind.file_name, tmp_path / "导出.xlsx")
    assert desk.imports.kind_of(tmp_path / "导出.xlsx") is kind


def test_of_a_workbook_that_fits_nothing_no_kind_is_guessed(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("甲", "乙"))
    book.save(tmp_path / "什么.xlsx")
    (tmp_path / "坏.xlsx").write_bytes(b"PK")
    assert desk.imports.kind_of(tmp_path / "什么.xlsx") is None
    assert desk.imports.kind_of(tmp_path / "坏.xlsx") is None
