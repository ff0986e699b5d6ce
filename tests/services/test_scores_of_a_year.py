"""Scores as services answer them: the sample offices to the digit, every figure explained, the ranking exported."""

import json
from pathlib import Path

import openpyxl
import pytest

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.ranking_export import ExportInTheWay
from committee_desk.services.score_answer import score_answer
from committee_desk.services.scored_year import NotScored
from committee_desk.services.workbook_names import NotXlsx
from committee_desk.wording import explanations
from committee_desk.wording.explained_basis import basis
from committee_desk.wording.language import speaking

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def exported_desk(desk: Desk, actor: Actor) -> Desk:
    """The sample office as its systems export it."""
    desk.imports.carry_out_folder(actor, DATA / "office-as-exported", 2026)
    return desk


def _expected(office: str) -> object:
    return json.loads((DATA / "expected" / f"{office}.json").read_text(encoding="utf-8"))


def test_the_sample_office_scores_to_the_digit(sample_desk: Desk) -> None:
    answer = score_answer(sample_desk.scores.year(2026))

    assert json.dumps(answer) == json.dumps(_expected("office"))


def test_the_office_as_exported_scores_to_the_digit(exported_desk: Desk) -> None:
    answer = score_answer(exported_desk.scores.year(2026))

    assert json.dumps(answer) == json.dumps(_expected("office-as-exported"))


@pytest.mark.parametrize("office", ["sample_desk", "exported_desk"])
def test_every_explanation_ends_in_the_printed_figure(office: str, request: pytest.FixtureRequest) -> None:
    desk: Desk = request.getfixturevalue(office)
    scores = desk.scores.year(2026)

    explained = desk.scores.explanations(2026)

    assert [each.code for each in explained] == [person.code for person in scores.people]
    for each in explained:
        person = scores.of(each.code)
        printed = {one.indicator: one.printed for one in each.indicators if one.printed is not None}
        assert printed == person.indicators
        assert [one.indicator for one in each.indicators] == [one.id for one in desk.scores.scheme(2026).indicators]


@pytest.mark.parametrize("office", ["sample_desk", "exported_desk"])
def test_every_input_but_ballots_and_baselines_names_its_cell(office: str, request: pytest.FixtureRequest) -> None:
    desk: Desk = request.getfixturevalue(office)

    for each in desk.scores.explanations(2026):
        for given in [given for one in each.indicators for given in one.inputs] + list(each.standing):
            if given.kind in ("baseline", "months_not_counted"):
                assert given.source is None
            elif given.kind == "ballot_class":
                assert given.source is not None
                assert (given.source.workbook, given.source.row, given.source.sheet) == ("测评票.xlsx", None, "")
            else:
                assert given.source is not None, given
                assert given.source.cells(given.headings), given


def test_a_cases_source_cell_holds_what_the_explanation_says(exported_desk: Desk) -> None:
    sheet = openpyxl.load_workbook(DATA / "office-as-exported" / "加减分.xlsx")["Sheet1"]
    explained = exported_desk.scores.explain(2026, "J001")

    events = [given for one in explained.indicators for given in one.inputs if given.kind == "event"]

    assert events
    for event in events:
        assert event.source is not None
        assert float(sheet[event.source.cell("分值")].value) == float(event.facts["points"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_step_has_its_sentence(sample_desk: Desk, language: str) -> None:
    with speaking(language):
        for each in sample_desk.scores.explanations(2026):
            assert all(explanations.outcome_lines(each, inside=True))
            for one in each.indicators:
                told = [explanations.rule(one), basis(one), *explanations.lines(one)]
                assert all(told + [explanations.input_line(given) for given in one.inputs])


def test_the_basis_reads_as_on_the_form(sample_desk: Desk) -> None:
    explained = {each.indicator: each for each in sample_desk.scores.explain(2026, "J013").indicators}

    told = {name: basis(each) for name, each in explained.items()}

    assert told["quantity"] == "折合 76.48 件，目标 78.57 件，完成 97.34%"
    assert told["quality"] == "评查 59 件，均分 87.90；优质 4 件，基本合格 1 件"
    assert told["effect"] == "基准 6.00，无加减"
    assert told["safety"] == "基准 3.00，无扣分"
    assert told["regularity"] == "流程监控口头提示 −0.30（政〔2026〕124号）"
    assert told["leader_rating"] == "2 名领导评分，均分 87.50"
    assert told["bonus"] == "无"


def test_outside_nobody_reads_why_somebody_is_pending(sample_desk: Desk) -> None:
    pending = sample_desk.scores.explain(2026, "J016")
    no_grade = sample_desk.scores.explain(2026, "J002")

    assert "状态：另行确定" in explanations.outcome_lines(pending)
    assert "状态：另行确定" in explanations.outcome_lines(no_grade)
    assert "状态：待定：立案未结" in explanations.outcome_lines(pending, inside=True)


def test_months_on_leave_are_told_without_kind_days_or_row(sample_desk: Desk) -> None:
    quantity = sample_desk.scores.explain(2026, "J002").indicators[0]

    away = [given for given in quantity.inputs if given.kind == "months_not_counted"]

    assert [explanations.input_line(given) for given in away] == ["另有 8 个月不计在岗月（请假记录见“人员”）"]
    assert [given.source for given in away] == [None]


def test_the_export_names_nobody_s_leave(sample_desk: Desk, actor: Actor, tmp_path: Path) -> None:
    sample_desk.scores.export(actor, 2026, tmp_path / "排名.xlsx")

    book = openpyxl.load_workbook(tmp_path / "排名.xlsx")

    told = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [text for text in told if any(kind in text for kind in ("病假", "事假", "产假", "请假.xlsx"))]


def test_an_input_names_every_cell_that_decided_it(sample_desk: Desk, actor: Actor, tmp_path: Path) -> None:
    sample_desk.scores.export(actor, 2026, tmp_path / "排名.xlsx")

    rows = openpyxl.load_workbook(tmp_path / "排名.xlsx")["依据"].iter_rows(min_row=3, values_only=True)

    source = openpyxl.load_workbook(resource("samples", "office", "评查.xlsx")).worksheets[0]
    mine = next(row for row in rows if row[0] == "J013" and row[7] == "评查.xlsx")
    held = [source[cell].value for cell in mine[9].split(",")]
    assert all(str(value) in mine[6] for value in held)
    assert len(held) == 3


def test_the_distance_to_the_quota_line_is_told(sample_desk: Desk) -> None:
    assert "名额线 93.65，距名额线 −3.57 分" in explanations.outcome_lines(sample_desk.scores.explain(2026, "J013"))


def test_a_desk_without_people_is_scored_too(desk: Desk) -> None:
    answer = score_answer(desk.scores.year(2026))

    assert answer == {"year": 2026, "quota": {"base": 0, "percent": 20, "places": 0}, "people": []}


def test_splitting_one_import_in_two_changes_no_figure(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    desk.imports.carry_out_folder(actor, DATA / "office-as-exported", 2026)
    whole = desk.scores.year(2026)
    cases = next(each.entry for each in desk.imports.history() if each.kind == Kind.CASES)
    reviews = next(each.entry for each in desk.imports.history() if each.kind == Kind.REVIEWS)
    desk.imports.take_back(actor, reviews, "分两次导入")
    desk.imports.take_back(actor, cases, "分两次导入")

    for half in (0, 1):
        desk.imports.carry_out(actor, Kind.CASES, _half(tmp_path, half), 2026)
    desk.imports.carry_out(actor, Kind.REVIEWS, DATA / "office-as-exported" / "评查.xlsx", 2026)

    assert desk.scores.year(2026) == whole


def _half(folder: Path, half: int) -> Path:
    """The even or the odd cases of the workbook, all handlers of a case together."""
    rows = list(openpyxl.load_workbook(DATA / "office-as-exported" / "案件.xlsx")["Sheet1"].values)
    top = next(at for at, row in enumerate(rows) if "案号" in row)
    column = rows[top].index("案号")
    numbers = {number: at for at, number in enumerate(dict.fromkeys(row[column] for row in rows[top + 1 :]))}
    book = openpyxl.Workbook()
    book.active.append(rows[top])
    for row in rows[top + 1 :]:
        if row[column] and "号" in str(row[column]) and numbers[row[column]] % 2 == half:
            book.active.append(row)
    path = folder / f"案件{half}.xlsx"
    book.save(path)
    return path


def test_a_year_that_the_desk_does_not_hold_is_refused(desk: Desk) -> None:
    with pytest.raises(NoSuchYear):
        desk.scores.year(2031)


def test_somebody_who_is_not_on_the_list_cannot_be_explained(sample_desk: Desk) -> None:
    with pytest.raises(NotScored):
        sample_desk.scores.explain(2026, "J999")


def test_the_exported_ranking_holds_ranks_breakdown_and_sources(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "排名.xlsx"

    change = sample_desk.scores.export(actor, 2026, path)

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["排名", "明细", "依据"]
    ranks = [row for row in book["排名"].values if row[1] in {"J009", "J016"}]
    assert ranks[0][:4] == (1, "J009", "赵晓英", "第一检察部")
    assert (ranks[0][8], ranks[0][10]) == (95.21, "优秀")
    assert ranks[1][10] == "另行确定"
    sources = {row[7:10] for row in book["依据"].values if row[5] == "依据" and row[9]}
    assert "C2" in {cell for book, _, cells in sources if book == "案件.xlsx" for cell in cells.split(",")}
    newest = sample_desk.journal.rows(1)[0]
    assert (newest.seq, newest.verb, newest.actor) == (change.entry, "scores.export", actor.name)


def test_an_export_replaces_an_earlier_one_but_no_other_file(sample_desk: Desk, actor: Actor, tmp_path: Path) -> None:
    path, letter, folder = tmp_path / "排名.xlsx", tmp_path / "信.xlsx", tmp_path / "夹.xlsx"
    folder.mkdir()
    sample_desk.scores.export(actor, 2026, path)
    sample_desk.scores.export(actor, 2026, path)
    letter.write_text("留着", encoding="utf-8")
    entries = sample_desk.journal.head().entries

    for taken in (letter, folder):
        with pytest.raises(ExportInTheWay):
            sample_desk.scores.export(actor, 2026, taken)
    with pytest.raises(NotXlsx):
        sample_desk.scores.export(actor, 2026, sample_desk.identity().path)

    assert letter.read_text(encoding="utf-8") == "留着"
    assert sample_desk.journal.head().entries == entries


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_name_that_looks_like_a_formula_is_exported_as_text(
    desk: Desk, actor: Actor, tmp_path: Path, name: str
) -> None:
    roster, path = tmp_path / "人员.csv", tmp_path / "排名.xlsx"
    roster.write_text(f"工号,姓名,部门,人员类别\nJ001,{name},第一检察部,检察官\n", encoding="utf-8")
    desk.imports.carry_out(actor, Kind.PEOPLE, roster, 2026)

    desk.scores.export(actor, 2026, path)

    (cell,) = [row[2] for row in openpyxl.load_workbook(path)["排名"].iter_rows() if row[1].value == "J001"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


def test_scores_given_out_are_journalled_and_the_same_as_those_on_the_screen(sample_desk: Desk, actor: Actor) -> None:
    head = sample_desk.journal.head()
    given = sample_desk.scores.read_out(actor, 2026)
    assert given.scores == sample_desk.scores.year(2026)
    newest = sample_desk.journal.rows(1)[0]
    assert (newest.seq, newest.verb) == (given.entry, "scores.read")
    assert json.loads(newest.what)["as_of"] == {"entry": head.entries, "hash": head.hash}
