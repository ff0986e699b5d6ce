"""A strange workbook: its columns shown, corrected by hand, remembered for every later workbook of its form."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import NotAllowed
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.mapping import (
    ColumnsLacking,
    ColumnTwice,
    HeadingRowIsData,
    NoHeadings,
    NoSuchColumn,
)
from committee_desk.services.imports.refusals import HeadingsMissing
from committee_desk.wording.acts import act_name
from tests.imports.workbooks import workbook
from tests.services.seated_desks import sit, with_accounts

E = Kind.EVENTS
STRANGE = {
    "人员编号": "J010", "考核指标": "司法技能", "发生日期": "2026-05-06", "得分": 1.5, "摘要": "培训结业",
    "文号": "政9号", "审批": "主任", "备注": "甲",
}  # fmt: skip
SAID = {"工号": "A", "指标": "B", "日期": "C", "分值": "D", "事由": "E", "凭证号": "F", "审批人": "G"}


def strange(path: Path, **other: object) -> Path:
    return workbook(path, [{**STRANGE, **other}])


def test_a_strange_workbook_is_shown_with_what_its_columns_may_be(sample_desk: Desk, tmp_path: Path) -> None:
    proposal = sample_desk.mappings.propose(E, strange(tmp_path / "导出.xlsx"))
    assert (proposal.outline.row, proposal.remembered, proposal.lacking) == (1, False, ())
    assert proposal.columns == SAID
    last = proposal.outline.columns[-1]
    assert (last.letter, last.heading, last.samples) == ("H", "备注", ("甲",))


def test_what_was_said_of_the_columns_is_remembered_for_every_workbook_of_the_form(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    first = strange(tmp_path / "五月.xlsx")
    with pytest.raises(HeadingsMissing):
        sample_desk.imports.preview(actor, E, first, 2026)
    sample_desk.mappings.remember(actor, E, first, SAID)
    assert act_name(sample_desk.journal.rows(1)[0].verb) == "记住列的对应"
    sample_desk.imports.carry_out(actor, E, first, 2026)
    columns_swapped = dict(reversed({**STRANGE, "人员编号": "J011", "发生日期": "2026-06-06"}.items()))
    second = workbook(tmp_path / "六月.xlsx", [columns_swapped])
    assert sample_desk.mappings.propose(E, second).remembered
    sample_desk.imports.carry_out_all(actor, [(E, second)], 2026)
    (row,) = [each for each in sample_desk.entry.rows(2026, 6).rows if each.voucher == "政9号"]
    assert (row.code, row.reason, row.approver) == ("J011", "培训结业", "主任")
    assert row.source is not None
    assert (row.source.workbook, row.source.cell("工号")) == ("六月.xlsx", "H2")
    assert sample_desk.imports.kind_of(strange(tmp_path / "七月导出.xlsx")) is E


def test_a_column_is_corrected_although_another_bears_the_name_that_is_read(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "导出.xlsx", [{**STRANGE, "工号": "外单位编号"}])
    assert sample_desk.mappings.propose(E, path).columns["工号"] == "I"
    sample_desk.mappings.remember(actor, E, path, SAID)
    preview = sample_desk.imports.preview(actor, E, path, 2026)
    assert (preview.problems, preview.warnings, preview.added) == ((), (), 1)
    sample_desk.mappings.remember(actor, E, path, {**SAID, "审批人": "H"})
    sample_desk.imports.carry_out(actor, E, path, 2026)
    assert [row.approver for row in sample_desk.entry.rows(2026, 5).rows if row.voucher == "政9号"] == ["甲"]
    assert len(sample_desk.mappings.remembered()) == 1


def test_a_forgotten_form_is_strange_again(sample_desk: Desk, actor: Actor, tmp_path: Path) -> None:
    path = strange(tmp_path / "导出.xlsx")
    sample_desk.mappings.remember(actor, E, path, SAID)
    assert sample_desk.mappings.remember(actor, E, path, SAID).entry is None
    (known,) = sample_desk.mappings.remembered()
    sample_desk.mappings.forget(actor, E, known.source)
    with pytest.raises(HeadingsMissing):
        sample_desk.imports.preview(actor, E, path, 2026)
    assert sample_desk.mappings.forget(actor, E, known.source).entry is None


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({name: letter for name, letter in SAID.items() if name != "事由"}, ColumnsLacking),
        ({**SAID, "审批人": "E"}, ColumnTwice),
        ({**SAID, "审批人": "Z"}, NoSuchColumn),
        ({**SAID, "不存在的": "H"}, NoSuchColumn),
    ],
)
def test_columns_said_wrongly_are_refused(
    sample_desk: Desk, actor: Actor, tmp_path: Path, said: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        sample_desk.mappings.remember(actor, E, strange(tmp_path / "导出.xlsx"), said)
    assert sample_desk.mappings.remembered() == ()


def test_a_workbook_without_headings_cannot_be_read_by_habit(sample_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NoHeadings):
        sample_desk.mappings.propose(E, workbook(tmp_path / "空.xlsx", [{"一": 1, "二": 2}]))


def test_only_who_may_read_such_a_workbook_in_says_what_its_columns_are(sample_desk: Desk, tmp_path: Path) -> None:
    desk = with_accounts(sample_desk, Way.STRICT)
    path = strange(tmp_path / "导出.xlsx")
    with pytest.raises(NotAllowed):
        desk.mappings.remember(sit(desk, Role.CASE_MANAGEMENT), E, path, SAID)
    desk.mappings.remember(sit(desk, Role.OPERATOR), E, path, SAID)


ENGLISH = ["Staff No", "Name", "Department", "Category", "Post", "From"]
SAID_OF_PEOPLE = {"工号": "A", "姓名": "B", "部门": "C", "人员类别": "D", "职务": "E", "到岗日期": "F"}


def foreign(path: Path, people: int, above: Sequence[str] = ()) -> Path:
    """A roster whose headings the desk knows nothing like, with lines of a title above them."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line in above:
        sheet.append([line])
    sheet.append(ENGLISH)
    for number in range(1, people + 1):
        sheet.append([f"J9{number:02}", f"Test {number}", "第一检察部", "检察官", "检察官", "2026-01-01"])
    book.save(path)
    return path


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("above", [(), ("Roster 2026", "Printed 2026-01-02")])
def test_headings_in_another_language_are_found_and_nobody_becomes_a_heading(
    sample_desk: Desk, actor: Actor, tmp_path: Path, people: int, above: tuple[str, ...]
) -> None:
    path = foreign(tmp_path / "English.xlsx", people, above)
    proposal = sample_desk.mappings.propose(Kind.PEOPLE, path)
    assert proposal.outline.row == len(above) + 1
    assert [column.heading for column in proposal.outline.columns] == ENGLISH
    sample_desk.mappings.remember(actor, Kind.PEOPLE, path, SAID_OF_PEOPLE)
    preview = sample_desk.imports.preview(actor, Kind.PEOPLE, path, 2026)
    assert (preview.problems, preview.added) == ((), people)
    (known,) = sample_desk.mappings.remembered()
    assert known.source == " ".join(sorted(word.replace(" ", "") for word in ENGLISH))


def test_the_row_of_headings_is_chosen_by_hand_but_never_one_of_data(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Office", "Unit", "Desk", "Clerk", "Year"])
    sheet.append(ENGLISH)
    sheet.append(["J901", "Test D", "第一检察部", "检察官", "检察官", "2026-01-01"])
    path = tmp_path / "English.xlsx"
    book.save(path)
    assert sample_desk.mappings.propose(Kind.PEOPLE, path).outline.row == 1
    assert sample_desk.mappings.propose(Kind.PEOPLE, path, 2).outline.columns[0].heading == "Staff No"
    with pytest.raises(HeadingRowIsData):
        sample_desk.mappings.remember(actor, Kind.PEOPLE, path, SAID_OF_PEOPLE, 3)
    sample_desk.mappings.remember(actor, Kind.PEOPLE, path, SAID_OF_PEOPLE, 2)
    assert sample_desk.imports.preview(actor, Kind.PEOPLE, path, 2026).added == 1
