"""An import is taken back as a whole, as long as nothing later rests on it."""

from pathlib import Path

import pytest

from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import BuiltUpon, NotAnImport, WhyMissing
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import ACTOR, CASE, GOOD, good, held, read, sources, workbook

P, C, R, E, L, B, S, V, D = Kind


def entry_of(done: object) -> int:
    return done.change.entry  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("kind", list(Kind))
def test_an_import_that_is_taken_back_leaves_what_was_there_before(office: Desk, tmp_path: Path, kind: Kind) -> None:
    before = held(office, kind)
    done = read(office, kind, workbook(tmp_path / "1.xlsx", [GOOD[kind]]))
    change = office.imports.take_back(ACTOR, entry_of(done), "误导入")
    assert held(office, kind) == before
    assert change.topics == {kind.topic, Topic.IMPORTS}
    record = next(each for each in office.imports.history() if each.entry == entry_of(done))
    assert record.taken_back
    assert office.journal.rows(1)[0].why == "误导入"


@pytest.mark.parametrize("kind", list(Kind))
def test_what_was_taken_back_can_be_read_in_again(office: Desk, tmp_path: Path, kind: Kind) -> None:
    path = workbook(tmp_path / "1.xlsx", [GOOD[kind]])
    office.imports.take_back(ACTOR, entry_of(read(office, kind, path)), "误导入")
    assert read(office, kind, path).added == 1


@pytest.mark.parametrize("kind", [E, L, B])
def test_what_an_import_had_replaced_holds_again_with_the_source_it_had(
    office: Desk, tmp_path: Path, kind: Kind
) -> None:
    heading = "分值" if kind is E else "得分"
    read(office, kind, workbook(tmp_path / "1.xlsx", [good(kind)]))
    facts, places = held(office, kind), sources(office, kind)
    done = read(office, kind, workbook(tmp_path / "2.xlsx", [good(kind, **{heading: 7})]), replace=True)
    office.imports.take_back(ACTOR, entry_of(done), "误替换")
    assert (held(office, kind), sources(office, kind)) == (facts, places)


def test_an_import_whose_facts_were_replaced_later_is_not_taken_back_before_that(office: Desk, tmp_path: Path) -> None:
    first = entry_of(read(office, E, workbook(tmp_path / "1.xlsx", [good(E), good(E, 事由="另一")])))
    second = entry_of(read(office, E, workbook(tmp_path / "2.xlsx", [good(E, 分值=9)]), replace=True))
    with pytest.raises(BuiltUpon) as refused:
        office.imports.take_back(ACTOR, first, "误导入")
    assert refused.value.later == {second: "2.xlsx"}
    assert "2.xlsx" in sentence(refused.value)
    office.imports.take_back(ACTOR, second, "误替换")
    office.imports.take_back(ACTOR, first, "误导入")
    assert held(office, E) == []


def test_a_chain_of_replacements_is_taken_back_link_by_link(office: Desk, tmp_path: Path) -> None:
    entries = [
        entry_of(read(office, E, workbook(tmp_path / f"{points}.xlsx", [good(E, 分值=points)]), replace=True))
        for points in (1, 2, 3)
    ]
    for entry, left in zip(reversed(entries), (2, 1, None), strict=True):
        office.imports.take_back(ACTOR, entry, "逐次撤回")
        assert [event.points for event in held(office, E)] == ([] if left is None else [left])


def test_people_are_not_taken_back_while_their_cases_and_events_stand(office: Desk, tmp_path: Path) -> None:
    people = entry_of(read(office, P, workbook(tmp_path / "人员2.xlsx", [good(P)])))
    cases = entry_of(read(office, C, workbook(tmp_path / "案件2.xlsx", [good(C, 承办检察官工号="J009")])))
    events = entry_of(read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 工号="J009")])))
    with pytest.raises(BuiltUpon) as refused:
        office.imports.take_back(ACTOR, people, "误导入")
    assert refused.value.later == {cases: "案件2.xlsx", events: "加减分.xlsx"}
    assert len([stay for stay in held(office, P) if stay.code == "J009"]) == 1


def test_cases_are_not_taken_back_while_their_reviews_stand(office: Desk, tmp_path: Path) -> None:
    cases = entry_of(read(office, C, workbook(tmp_path / "案件2.xlsx", [good(C)])))
    reviews = entry_of(read(office, R, workbook(tmp_path / "评查.xlsx", [good(R, 案号=good(C)["案号"])])))
    with pytest.raises(BuiltUpon) as refused:
        office.imports.take_back(ACTOR, cases, "误导入")
    assert refused.value.later == {reviews: "评查.xlsx"}


def test_a_smaller_share_is_not_taken_back_once_another_handler_has_the_rest(office: Desk, tmp_path: Path) -> None:
    smaller = entry_of(read(office, C, workbook(tmp_path / "1.xlsx", [{**CASE, "分担比例": 0.5}]), replace=True))
    rest = {**CASE, "承办检察官工号": "J002", "分担比例": 0.5}
    joined = entry_of(read(office, C, workbook(tmp_path / "2.xlsx", [rest])))
    with pytest.raises(BuiltUpon) as refused:
        office.imports.take_back(ACTOR, smaller, "误替换")
    assert refused.value.later == {joined: "2.xlsx"}


def test_the_end_of_a_stay_is_not_taken_back_once_another_stay_follows(office: Desk, tmp_path: Path) -> None:
    stay = {"工号": "J001", "姓名": "张三", "部门": "第一检察部", "人员类别": "检察官", "到岗日期": "2020-01-01"}
    ended = entry_of(read(office, P, workbook(tmp_path / "1.xlsx", [{**stay, "离岗日期": "2026-05-31"}]), replace=True))
    moved = {**stay, "部门": "第二检察部", "到岗日期": "2026-06-01"}
    followed = entry_of(read(office, P, workbook(tmp_path / "2.xlsx", [moved])))
    with pytest.raises(BuiltUpon) as refused:
        office.imports.take_back(ACTOR, ended, "误替换")
    assert refused.value.later == {followed: "2.xlsx"}


def test_taking_back_needs_a_reason_and_an_import_that_still_stands(office: Desk, tmp_path: Path) -> None:
    done = entry_of(read(office, E, workbook(tmp_path / "1.xlsx", [good(E)])))
    with pytest.raises(WhyMissing):
        office.imports.take_back(ACTOR, done, "  ")
    with pytest.raises(NotAnImport):
        office.imports.take_back(ACTOR, 1, "不是导入")
    office.imports.take_back(ACTOR, done, "误导入")
    with pytest.raises(NotAnImport):
        office.imports.take_back(ACTOR, done, "再撤一次")
