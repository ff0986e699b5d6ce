"""The demonstration: a whole year from the sample workbooks, and nobody's files in its way touched."""

import json
from pathlib import Path

import pypdfium2
import pytest

from committee_desk import demonstration
from committee_desk.__main__ import main
from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.cli import program
from committee_desk.demonstrated_closing import EQUALS, OBJECTOR
from committee_desk.demonstrated_result import SANCTIONED
from committee_desk.demonstration import (
    DESK,
    RANKING,
    RESULT,
    SEALED,
    SHEETS,
    DemonstrationInTheWay,
    make_demonstration,
)
from committee_desk.domain.desk_file import DeskInUse
from committee_desk.domain.people import Category
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.rounds import RoundState, RoundWay
from committee_desk.services.access import Access
from committee_desk.services.actor import Actor
from tests.storage.test_lock_of_a_desk import another_program

ACTOR = Actor("周敏")
PUSHED_OUT = "J010"


def names_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_demonstration(tmp_path_factory.mktemp("演示"), ACTOR)


def test_it_is_a_demonstration_from_birth(made):
    identity = open_desk(made.desk).identity()
    assert identity.demo
    assert identity.years == (2026,)


def test_the_year_is_run_as_far_as_the_program_can_carry_it(made):
    assert len(made.scores.people) == len(made.sheets)
    assert all(sheet.read_bytes().startswith(b"%PDF-") for sheet in made.sheets)
    assert made.ranking.read_bytes().startswith(b"PK")
    assert {outcome.workbook for outcome in made.imported.outcomes} == {
        "人员.xlsx",
        "案件.xlsx",
        "评查.xlsx",
        "加减分.xlsx",
        "领导评价.xlsx",
        "测评票.xlsx",
        "处分.xlsx",
        "请假.xlsx",
    }


def test_schemes_are_adopted_and_every_month_is_published(made):
    desk = open_desk(made.desk)
    for category in Category:
        holding = desk.schemes.read(2026, category).holding
        assert (holding.version, holding.is_adopted) == (1, True), category
    assert {str(view.state) for view in desk.months.strip(2026)} == {"published"}
    assert desk.check.full().ok


def test_a_round_rates_whom_the_workbooks_leave_out_and_leaves_no_code_and_no_serial(made):
    desk = open_desk(made.desk)
    (held,) = (each for each in desk.rounds.view(2026) if each.way is RoundWay.DESK)
    result = desk.rounds.results(2026, held.number)
    assert held.state is RoundState.CLOSED
    assert {each.code for each in result.people} == {f"F{n:03d}" for n in range(1, 12)} | {
        f"X{n:03d}" for n in range(1, 10)
    }
    assert sum(each.due for each in result.turnouts.values()) == 30
    assert sum(each.returned for each in result.turnouts.values()) == 28
    assert dict(result.invalid) == {Invalid.HALF_BLANK: 1}
    assert len({each.total for each in result.people if each.code in EQUALS}) == 1
    assert desk.grading.view(2026).incomplete == ()
    assert sorted(paper.stem for paper in made.rating) == ["测评票样张", "测评结果汇总表", "测评统计报告"]
    assert not list(made.desk.parent.rglob("*测-0*"))
    with pypdfium2.PdfDocument(made.rating_folder / "测评票样张.pdf") as sample:
        assert "样张" in sample[0].get_textpage().get_text_bounded()


def test_nothing_else_is_left_in_the_folder(made):
    folder = made.desk.parent
    drawn = (*made.sheets, *made.monthly, *made.rating, *made.closing, *made.result, *made.sealed)
    papers = {str(paper.relative_to(folder)) for paper in drawn}
    expected = {DESK, RANKING, *papers}
    assert set(names_in(folder)) == expected


def test_an_earlier_demonstration_is_replaced_and_other_files_are_left_alone(made):
    folder = made.desk.parent
    (folder / "笔记.txt").write_text("mine", encoding="utf-8")
    (folder / SHEETS / "笔记.txt").write_text("mine too", encoding="utf-8")
    before = open_desk(made.desk).identity().uid
    make_demonstration(folder, ACTOR)
    assert open_desk(made.desk).identity().uid != before
    assert (folder / "笔记.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / SHEETS / "笔记.txt").read_text(encoding="utf-8") == "mine too"
    (folder / "笔记.txt").unlink()
    (folder / SHEETS / "笔记.txt").unlink()


def test_a_file_of_somebody_elses_among_the_papers_is_not_replaced(made):
    paper = made.result[0]
    ours, uid = paper.read_bytes(), open_desk(made.desk).identity().uid
    paper.write_bytes(b"mine")
    with pytest.raises(DemonstrationInTheWay) as refused:
        make_demonstration(made.desk.parent, ACTOR)
    assert refused.value.path == paper
    assert paper.read_bytes() == b"mine"
    assert open_desk(made.desk).identity().uid == uid
    paper.write_bytes(ours)


def test_a_desk_that_is_no_demonstration_is_not_replaced(tmp_path):
    uid = new_desk(tmp_path / DESK, "演练县人民检察院", 2026, ACTOR).identity().uid
    with pytest.raises(DemonstrationInTheWay):
        make_demonstration(tmp_path, ACTOR)
    assert open_desk(tmp_path / DESK).identity().uid == uid
    assert names_in(tmp_path) == [DESK]


@pytest.mark.parametrize("name", [DESK, RANKING, SHEETS, RESULT, SEALED])
def test_a_file_of_somebody_elses_is_not_replaced(tmp_path, name):
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(DemonstrationInTheWay) as refused:
        make_demonstration(tmp_path, ACTOR)
    assert refused.value.path == tmp_path / name
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"
    assert names_in(tmp_path) == [name]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path, capsys):
    (tmp_path / "文件").write_text("mine", encoding="utf-8")
    assert main(["demo", "--no-window", "--out", str(tmp_path / "文件")]) == 2
    assert main(["demo", "--no-window", "--out", str(tmp_path / "文件" / "里")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_demonstration_that_fails_leaves_the_earlier_one(made, monkeypatch):
    uid = open_desk(made.desk).identity().uid
    monkeypatch.setattr(demonstration, "_build", lambda *_a, **_k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_demonstration(made.desk.parent, ACTOR)
    assert open_desk(made.desk).identity().uid == uid
    assert not list(made.desk.parent.glob(".demo*"))


def test_the_command_prints_names_places_counts_and_quota(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--no-window"]) == 0
    told = capsys.readouterr().out
    desk = tmp_path / "demo" / DESK
    assert open_desk(desk).identity().demo
    scores = open_desk(desk).scores.year(2026)
    excellent = [person.name for person in scores.people if person.proposed_grade == "优秀"]
    assert excellent
    assert all(name in told for name in excellent)
    assert str(Path("demo") / DESK) in told
    assert str(scores.quota.places) in told
    assert str(len(scores.people)) in told


@pytest.mark.parametrize(
    ("screen", "arguments", "opens"), [(True, (), True), (True, ("--no-window",), False), (False, (), False)]
)
def test_the_window_opens_on_it_where_there_is_a_screen(made, monkeypatch, screen, arguments, opens):
    opened = []
    monkeypatch.setattr(demonstration, "make_demonstration", lambda *_: made)
    monkeypatch.setattr("committee_desk.cli.demonstrating.has_screen", lambda: screen)
    assert program.run(["demo", *arguments], lambda desk: opened.append(desk) or 0) == 0
    assert opened == ([made.desk] if opens else [])


def test_the_demonstration_scores_like_the_sample_office_but_for_what_was_decided_since(made, capsys):
    assert main(["score", str(made.desk), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    expected = json.loads((Path(__file__).parent / "data" / "expected" / "office.json").read_text(encoding="utf-8"))
    before = {each["code"]: each for each in expected["people"]}
    after = {each["code"]: each for each in told["people"]}
    assert told["quota"] == expected["quota"]
    assert {code for code in before if before[code]["total"] != after[code]["total"]} == {OBJECTOR}
    regraded = {code for code in before if before[code]["proposed_grade"] != after[code]["proposed_grade"]}
    assert regraded == {OBJECTOR, PUSHED_OUT, SANCTIONED}


def test_a_demonstration_that_another_window_has_open_is_not_replaced(made):
    before = made.desk.read_bytes()
    with another_program(made.desk, Access.WINDOW), pytest.raises(DeskInUse):
        make_demonstration(made.desk.parent, ACTOR)
    assert made.desk.read_bytes() == before
