"""Folders of workbooks, and the templates that offices fill in."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import (
    DifferencesFound,
    FolderMissing,
    FolderWithoutWorkbooks,
    TemplateExists,
    WorkbookTwice,
)
from tests.imports.workbooks import ACTOR, good, held, look, read, workbook

P, C, R, E, L, B, S, V, D = Kind


def test_workbooks_of_a_folder_may_refer_to_each_other_and_stand_in_any_format(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "评查.xlsx", [good(R, 案号=good(C)["案号"])])
    workbook(tmp_path / "案件.xlsx", [good(C)])
    (tmp_path / "人员.csv").write_text("工号,姓名,部门,人员类别\nJ001,张三,一部,检察官\n", encoding="gb18030")
    workbook(tmp_path / "节假日.xlsx", [good(D)])
    (tmp_path / "~$案件.xlsx").write_bytes(b"lock")
    (tmp_path / "说明.docx").write_bytes(b"x")
    done = desk.imports.carry_out_folder(ACTOR, tmp_path, 2026)
    assert [outcome.kind for outcome in done.outcomes] == [D, P, C, R]
    assert done.change.entry == desk.journal.head().entries


def test_a_folder_is_read_in_whole_or_not_at_all(office: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "人员.xlsx", [good(P)])
    workbook(tmp_path / "加减分.xlsx", [good(E)])
    read(office, E, workbook(tmp_path / "旧.xlsx", [good(E, 分值=3)]))
    before = held(office, P)
    with pytest.raises(DifferencesFound):
        office.imports.carry_out_folder(ACTOR, tmp_path, 2026)
    assert held(office, P) == before
    done = office.imports.carry_out_folder(ACTOR, tmp_path, 2026, replace=True)
    assert [(outcome.added, outcome.replaced) for outcome in done.outcomes] == [(1, 0), (0, 1)]


def test_a_folder_that_is_missing_empty_or_holds_a_kind_twice_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        desk.imports.carry_out_folder(ACTOR, tmp_path / "没有", 2026)
    with pytest.raises(FolderWithoutWorkbooks):
        desk.imports.carry_out_folder(ACTOR, tmp_path, 2026)
    shutil.copy(workbook(tmp_path / "人员.xlsx", [good(P)]), tmp_path / "人员.xlsm")
    with pytest.raises(WorkbookTwice):
        desk.imports.carry_out_folder(ACTOR, tmp_path, 2026)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_template_as_it_is_brings_nothing(office: Desk, tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / kind.file_name
    office.imports.template(kind, path)
    preview = look(office, kind, path)
    assert (preview.total_rows, preview.problems) == (0, ())
    assert read(office, kind, path).change.entry is None


@pytest.mark.parametrize("kind", list(Kind))
def test_rows_typed_under_the_example_of_a_template_are_read(office: Desk, tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / kind.file_name
    office.imports.template(kind, path)
    book = load_workbook(path)
    for heading, cell in good(kind).items():
        book.worksheets[0].cell(3, kind.headings.index(heading) + 1, cell)
    book.save(path)
    assert read(office, kind, path).added == 1


@pytest.mark.parametrize("kind", list(Kind))
def test_an_example_row_that_was_typed_over_is_a_row_like_any(office: Desk, tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / kind.file_name
    office.imports.template(kind, path)
    book = load_workbook(path)
    for heading, cell in good(kind).items():
        book.worksheets[0].cell(2, kind.headings.index(heading) + 1, cell)
    book.save(path)
    preview = look(office, kind, path)
    assert (preview.total_rows, preview.added + len(preview.problems)) == (1, 1)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_template_has_every_heading_with_a_note_and_drop_downs_where_words_are_fixed(
    office: Desk, tmp_path: Path, kind: Kind
) -> None:
    path = tmp_path / kind.file_name
    office.imports.template(kind, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert tuple(cell.value for cell in sheet[1]) == kind.headings
    assert all(cell.comment is not None and len(cell.comment.text) > 4 for cell in sheet[1])
    assert bool(sheet.data_validations.dataValidation) is (kind is not L)
    assert book.sheetnames == [kind.stem, "填写说明"]


def test_a_template_overwrites_nothing(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "人员.xlsx", [good(P)])
    before = path.read_bytes()
    with pytest.raises(TemplateExists):
        office.imports.template(P, path)
    assert path.read_bytes() == before
