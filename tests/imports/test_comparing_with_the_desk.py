"""What is new, what is there already, what differs; and what is written of it."""

import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.journal import Entry
from committee_desk.domain.sources import Source
from committee_desk.paths import resource
from committee_desk.services.changes import Topic
from committee_desk.services.clock import pc_clock
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, RowState, carrying
from committee_desk.services.imports.refusals import DifferencesFound, ImportRefused, WorkbookChanged
from committee_desk.storage.books import facts
from committee_desk.storage.work import SqlWork
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import ACTOR, CASE, GOOD, good, held, look, read, sources, workbook

P, C, R, E, L, B, S, V, D = Kind


@pytest.mark.parametrize("kind", list(Kind))
def test_the_same_workbook_twice_changes_nothing_and_writes_nothing(office: Desk, tmp_path: Path, kind: Kind) -> None:
    path = workbook(tmp_path / kind.file_name, [GOOD[kind]])
    first = read(office, kind, path)
    facts, entries = held(office, kind), office.journal.head()
    again = read(office, kind, path)
    assert (first.added, again.added, again.replaced, again.unchanged) == (1, 0, 0, 1)
    assert again.change.entry is None
    assert again.again is (kind is B)
    assert (held(office, kind), office.journal.head()) == (facts, entries)


@pytest.mark.parametrize("kind", list(Kind))
def test_an_import_says_which_screens_it_touched_and_is_one_journal_entry(
    office: Desk, tmp_path: Path, kind: Kind
) -> None:
    entries = office.journal.head().entries
    done = read(office, kind, workbook(tmp_path / kind.file_name, [GOOD[kind]]))
    assert done.change.topics == {kind.topic, Topic.IMPORTS}
    assert done.change.entry == office.journal.head().entries == entries + 1


DIFFERENT = [
    (P, {"工号": "J001", "姓名": "张三", "部门": "第一检察部", "到岗日期": "2020-01-01", "职务": "主任"}, "职务"),
    (C, {**CASE, "处理结果": "提起公诉"}, "处理结果"),
    (R, {"程序得分": 30}, "程序得分"),
    (E, {"分值": 2}, "分值"),
    (L, {"得分": 80}, "得分"),
    (B, {"得分": "弃权"}, "得分"),
    (S, {"结案日期": "2026-09-01"}, "结案日期"),
    (V, {"止": "2026-02-11"}, "止"),
    (D, {"类型": "班"}, "类型"),
]


@pytest.mark.parametrize(("kind", "changes", "heading"), DIFFERENT)
def test_a_fact_that_differs_is_shown_and_written_only_with_replace(
    office: Desk, tmp_path: Path, kind: Kind, changes: dict[str, object], heading: str
) -> None:
    if kind not in (P, C):
        read(office, kind, workbook(tmp_path / "1.xlsx", [good(kind)]))
    before = held(office, kind)
    path = workbook(tmp_path / "2.xlsx", [good(kind, **changes)])
    with pytest.raises(DifferencesFound) as refused:
        read(office, kind, path)
    (difference,) = refused.value.differences
    assert (difference.heading, difference.row, difference.old != difference.new) == (heading, 2, True)
    assert sentence(refused.value)
    assert held(office, kind) == before
    done = read(office, kind, path, replace=True)
    assert (done.added, done.replaced) == (0, 1)
    assert len(held(office, kind)) == len(before)
    assert held(office, kind) != before


def test_facts_absent_from_the_workbook_stay(office: Desk, tmp_path: Path) -> None:
    before = held(office, C)
    read(office, C, workbook(tmp_path / "案件.xlsx", [good(C)]), replace=True)
    assert all(share in held(office, C) for share in before)


def test_a_column_absent_from_the_workbook_says_nothing_of_its_field(office: Desk, tmp_path: Path) -> None:
    full = good(C, 案件名称="某案", 分担比例=0.5, 难度系数=1.5)
    read(office, C, workbook(tmp_path / "1.xlsx", [full]))
    preview = look(office, C, workbook(tmp_path / "2.xlsx", [good(C)]))
    assert (preview.unchanged, preview.differences) == (1, ())
    done = read(office, C, workbook(tmp_path / "3.xlsx", [good(C, 处理结果="起诉")]), replace=True)
    assert done.replaced == 1
    share = next(share for share in held(office, C) if share.number == full["案号"])
    assert (share.title, share.share, share.difficulty, share.outcome) == (
        "某案",
        Decimal("0.5"),
        Decimal("1.5"),
        "起诉",
    )


def test_an_empty_cell_of_a_column_that_is_there_does_say_something(office: Desk, tmp_path: Path) -> None:
    read(office, C, workbook(tmp_path / "1.xlsx", [good(C, 案件名称="某案")]))
    (difference,) = look(office, C, workbook(tmp_path / "2.xlsx", [good(C, 案件名称=None)])).differences
    assert (difference.old, difference.new) == ("某案", "")


def test_a_preview_is_the_transaction_undone(office: Desk, tmp_path: Path) -> None:
    rows = [good(E), good(E, 事由="另一"), good(E), good(E, 工号="J404")]
    path = workbook(tmp_path / "加减分.xlsx", rows)
    entries = office.journal.head()
    preview = look(office, E, path)
    assert [row.state for row in preview.rows] == [RowState.NEW, RowState.NEW, RowState.REPEATED, RowState.BAD]
    assert preview.rows[0].cells[preview.headings.index("事由")] == "培训结业"
    assert (preview.added, preview.repeated, len(preview.problems), preview.total_rows) == (2, 1, 1, 4)
    assert (held(office, E), office.journal.head()) == ([], entries)


def test_what_was_previewed_is_what_is_read_in(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "加减分.xlsx", [good(E)])
    preview = look(office, E, path)
    workbook(path, [good(E, 分值=9)])
    with pytest.raises(WorkbookChanged):
        office.imports.carry_out(ACTOR, E, path, 2026, previewed=preview.sha256)
    assert held(office, E) == []


def test_an_import_goes_to_a_year_of_the_desk(office: Desk, tmp_path: Path) -> None:
    with pytest.raises(NoSuchYear) as refused:
        read(office, L, workbook(tmp_path / "领导评价.xlsx", [good(L)]), year=2027)
    assert refused.value.held == (2026,)


def test_the_digest_is_that_of_the_rows_whatever_their_order_and_spelling(
    open_copy: Callable[[Path], Desk], template_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [good(E), good(E, 事由="另一", 分值="2")]
    other = [good(E, 事由="另一", 分值=2.0, 日期="2026年5月6日"), good(E, 工号="Ｊ001"), good(E)]
    digests = []
    for number, each in enumerate((rows, other)):
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / f"电脑{number}"))  # another PC: it saw no newer state
        desk = open_copy(template_office)
        done = read(desk, E, workbook(tmp_path / f"{number}.xlsx", each))
        with SqlWork(desk.identity().path, None, pc_clock).reading() as uow:
            entry = next(entry for entry in uow.journal.entries() if entry.seq == done.change.entry)
        digests.append(json.loads(entry.what)["digest"])
    assert digests[0] == digests[1]


def test_every_figure_knows_its_workbook_sheet_row_and_cell(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "评查.xlsx", [{"序号": 1, **good(R)}])
    done = read(office, R, path)
    review = office.cases.card(CASE["案号"]).review
    assert review is not None
    source = review.source
    assert (source.workbook, source.sha256, source.sheet) == ("评查.xlsx", done.sha256, "Sheet")
    assert (source.row, source.cell("实体得分")) == (2, "C2")
    assert source.entry == done.change.entry


def test_a_fact_that_stayed_the_same_keeps_the_source_it_had(office: Desk, tmp_path: Path) -> None:
    read(office, E, workbook(tmp_path / "1.xlsx", [good(E)]))
    before = sources(office, E)
    read(office, E, workbook(tmp_path / "2.xlsx", [good(E, 事由="另一"), good(E)]))
    assert before[0] in sources(office, E)


def test_an_excerpt_shows_the_rows_round_a_source_cell_as_stored(office: Desk, tmp_path: Path) -> None:
    rows = [good(E, 事由=f"事由{number}", 分值=number) for number in range(1, 6)]
    done = read(office, E, workbook(tmp_path / "加减分.xlsx", [{"序号": "", **row} for row in rows]))
    source = next(
        Source(record.entry, record.workbook, record.sha256, record.sheet, 4, {"分值": "E", "工号": "B", "事由": "F"})
        for record in office.imports.history()
        if record.entry == done.change.entry
    )
    excerpt = office.imports.source_excerpt(source)
    assert excerpt is not None
    assert excerpt.headings == (("工号", "B"), ("分值", "E"), ("事由", "F"))
    assert excerpt.rows == (
        (3, ("J001", "2", "事由2")),
        (4, ("J001", "3", "事由3")),
        (5, ("J001", "4", "事由4")),
    )


def office_entries(desk: Desk) -> list[Entry]:
    """The desk's journal."""
    with SqlWork(desk.identity().path, None, pc_clock).reading() as uow:
        return list(uow.journal.entries())


# -- ballots ----------------------------------------------------------------------------------------------------------


def test_ballots_know_their_workbooks_digest_and_neither_sheet_nor_row_nor_cell(office: Desk, tmp_path: Path) -> None:
    done = read(office, B, workbook(tmp_path / "测评票.xlsx", [good(B, 票号=f"A-{n}") for n in range(20)]))
    (record,) = (each for each in office.imports.history() if each.kind == B)
    assert (record.sha256, record.sheet) == (done.sha256, "")
    with SqlWork(office.identity().path, None, pc_clock).reading() as uow:
        came = uow.facts.recorded(record.entry)
        near = uow.facts.near(B, record.entry, 0, 100)
    assert came is not None
    assert (came.columns, near) == ({}, [])
    assert office.imports.source_excerpt(Source(record.entry, record.workbook, record.sha256)) is None
    whats = [json.loads(entry.what) for entry in office_entries(office)]
    assert (whats[-1]["sheet"], whats[-1]["columns"], whats[-1]["warnings"]) == ("", {}, [])


def test_ballots_lie_in_no_order_of_their_workbook(office: Desk, tmp_path: Path) -> None:
    slips = [f"A-{number:03d}" for number in range(200)]
    read(office, B, workbook(tmp_path / "测评票.xlsx", [good(B, 票号=slip) for slip in slips]))
    with SqlWork(office.identity().path, None, pc_clock).reading() as uow:
        held_rows = uow.facts.held(B, 2026, [None])
    by_id = [row.fact.slip for row in sorted(held_rows, key=lambda row: row.id)]
    assert sorted(by_id) == slips
    assert by_id != slips
    assert max(row.id for row in held_rows) > 10_000


def test_ballots_reach_the_file_in_no_order_of_their_workbook(
    office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slips, written = [f"A-{number:03d}" for number in range(200)], []

    def noting(connection: object, table: object, names: str, rows: list[tuple[object, ...]]) -> None:
        written.extend(row[names.split(", ").index('"slip"')] for row in rows)
        insert_many(connection, table, names, rows)

    insert_many = facts.insert_many
    monkeypatch.setattr(facts, "insert_many", noting)
    read(office, B, workbook(tmp_path / "测评票.xlsx", [good(B, 票号=slip) for slip in slips]))

    assert sorted(written) == slips
    assert written != slips


def test_the_same_ballot_file_again_is_named_as_such_even_under_another_name(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "测评票.xlsx", [good(B)])
    read(office, B, path)
    renamed = Path(shutil.copy(path, tmp_path / "改名.xlsx"))
    assert read(office, B, renamed).again
    assert look(office, B, renamed).again


def test_ballots_and_leaders_marks_belong_to_the_year_of_the_import(office: Desk, tmp_path: Path) -> None:
    read(office, L, workbook(tmp_path / "领导评价.xlsx", [good(L)]))
    with SqlWork(office.identity().path, None, pc_clock).reading() as uow:
        assert len(uow.facts.held(L, 2026, [None])) == 1
        assert uow.facts.held(L, 2025, [None]) == []


# -- whole offices ----------------------------------------------------------------------------------------------------


AS_EXPORTED = Path(__file__).parent.parent / "data" / "office-as-exported"


@pytest.mark.parametrize(("folder", "rows"), [(resource("samples", "office"), 1767), (AS_EXPORTED, 1529)])
def test_both_sample_offices_are_read_completely_and_again_without_change(desk: Desk, folder: Path, rows: int) -> None:
    done = desk.imports.carry_out_folder(ACTOR, folder, 2026)
    assert sum(outcome.added for outcome in done.outcomes) == rows
    again = desk.imports.carry_out_folder(ACTOR, folder, 2026)
    assert sum(outcome.unchanged for outcome in again.outcomes) == rows
    assert again.change.entry is None


def test_bad_rows_of_all_workbooks_of_a_folder_are_listed_at_once_and_none_twice(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "人员.xlsx", [good(P, 工号="J001", 人员类别="临时工"), good(P)])
    workbook(tmp_path / "案件.xlsx", [good(C, 涉案人数=0), good(C, 案号="2", 承办检察官工号="J009")])
    workbook(tmp_path / "评查.xlsx", [good(R, 案号=good(C)["案号"]), good(R, 案号="没有")])
    workbook(tmp_path / "加减分.xlsx", [good(E), good(E, 工号="J009", 分值="x")])
    entries = desk.journal.head()
    with pytest.raises(ImportRefused) as refused:
        desk.imports.carry_out_folder(ACTOR, tmp_path, 2026)
    assert [(p.workbook, p.cell) for p in refused.value.problems] == [
        ("人员.xlsx", "D2"),
        ("案件.xlsx", "F2"),
        ("评查.xlsx", "A3"),
        ("加减分.xlsx", "D3"),
    ]
    assert desk.journal.head() == entries


def test_one_big_workbook_is_told_in_rows_and_can_be_stopped_in_between(
    office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(Exception):
        pass

    monkeypatch.setattr(carrying, "ROWS_AT_ONCE", 2)
    path = workbook(tmp_path / "加减分.xlsx", [good(E, 凭证号=f"政{number}号") for number in range(10)])
    seen = []
    office.imports.preview_all(ACTOR, ((E, path),), 2026, lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 0)
    assert {total for _, total in seen[1:]} == {10}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert {6, 7, 8} <= {done for done, _ in seen}

    def stop_while_writing(done: int, _total: int) -> None:
        if done == 7:
            raise Stopped

    with pytest.raises(Stopped):
        office.imports.carry_out_all(ACTOR, ((E, path),), 2026, progress=stop_while_writing)
    assert held(office, E) == []


def test_stopping_an_import_leaves_nothing_half_done(office: Desk, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    path, seen = workbook(tmp_path / "加减分.xlsx", [good(E)]), []
    office.imports.carry_out(ACTOR, E, path, 2026, progress=lambda done, total: seen.append((done, total)))
    office.imports.take_back(ACTOR, office.journal.head().entries, "再来一次")
    assert seen == sorted(seen)

    def stop_late(done: int, _total: int) -> None:
        if done == seen[-1][0]:
            raise Stopped

    entries = office.journal.head()
    with pytest.raises(Stopped):
        office.imports.carry_out(ACTOR, E, path, 2026, progress=stop_late)
    assert (held(office, E), office.journal.head()) == ([], entries)
