"""`import`, `import-folder` and `template` from the shell: what is told, in words and in JSON."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from committee_desk.bootstrap import open_desk
from committee_desk.domain.ratings import BallotClass
from committee_desk.services.actor import Actor
from committee_desk.services.imports import Kind
from committee_desk.services.round_views import TypedTurnout

PEOPLE = ("工号", "姓名", "部门", "人员类别")
ZHOU = ("J001", "周敏", "第一检察部", "检察官")
ZHENG = ("J002", "郑岚", "第二检察部", "检察官")
PARTS = {"kind", "year", "workbook", "sha256", "added", "replaced", "unchanged", "differences", "problems"}


def workbook(name, headings, *rows):
    book = Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    book.save(name)
    return name


@pytest.fixture
def desk_file(run):
    assert run("init", "考评.desk", "--year", "2026", "--office", "演练县人民检察院").code == 0
    return "考评.desk"


def people_of(run, desk_file):
    return [person["code"] for person in json.loads(run("score", desk_file, "--json").out)["people"]]


def test_what_was_read_is_told_in_json(run, desk_file):
    answer = run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU, ZHENG), "--json")
    assert (answer.code, answer.err) == (0, "")
    told = json.loads(answer.out)
    assert set(told) >= PARTS
    assert (told["kind"], told["added"], told["replaced"], told["unchanged"]) == ("people", 2, 0, 0)
    assert told["written"] is True
    assert told["problems"] == told["differences"] == []
    assert people_of(run, desk_file) == ["J001", "J002"]


def test_what_was_read_is_told_in_words(run, desk_file):
    answer = run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    assert "人员.xlsx" in answer.out
    assert "新增 1" in answer.out


def test_the_same_workbook_again_changes_nothing(run, desk_file):
    file = workbook("人员.xlsx", PEOPLE, ZHOU)
    run("import", desk_file, "people", file)
    told = json.loads(run("import", desk_file, "people", file, "--json").out)
    assert (told["added"], told["unchanged"], told["written"]) == (0, 1, False)


def test_a_trial_run_writes_nothing(run, desk_file):
    before = Path(desk_file).read_bytes()
    file = workbook("人员.xlsx", PEOPLE, ZHOU)
    told = json.loads(run("import", desk_file, "people", file, "--dry-run", "--json").out)
    assert (told["added"], told["written"]) == (1, False)
    assert run("import", desk_file, "people", file, "--dry-run").code == 0
    assert Path(desk_file).read_bytes() == before


def test_rows_of_a_closed_month_are_named_on_stderr_and_not_replaced(run, desk_file):
    run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    headings = ("工号", "指标", "日期", "分值", "事由", "凭证号", "审批人")

    def events(points):
        row = ("J001", "司法技能", "2026-01-20", points, "某事", "政1号", "政治部主任")
        return workbook("加减分.xlsx", headings, row)

    desk = open_desk(Path(desk_file))
    desk.months.close(Actor("周敏"), 2026, 1, "现状")
    desk.close()
    for how in (("--dry-run",), ()):
        answer = run("import", desk_file, "events", events(1), *how)
        assert answer.code == 0
        assert "有 1 行落在已关账的月份：2026年1月；公布前请重新核对。" in answer.err
    answer = run("import", desk_file, "events", events(2), "--replace")
    assert answer.code == 2
    assert "重开2026年1月" in answer.err


@pytest.mark.parametrize("how", [(), ("--dry-run",), ("--replace",)])
def test_bad_rows_are_all_listed_and_nothing_is_written(run, desk_file, how):
    rows = (ZHOU, ("J002", "", "第二检察部", "检察官"), ("J003", "郑岚", "第二检察部", "法官"))
    file = workbook("人员.xlsx", PEOPLE, *rows)
    answer = run("import", desk_file, "people", file, "--json", *how)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    told = json.loads(answer.out)
    assert told["written"] is False
    assert [(p["sheet"], p["row"], p["column"]) for p in told["problems"]] == [("Sheet", 3, "B"), ("Sheet", 4, "D")]
    assert told["problems"][1]["value"] == "法官"
    assert all(p["why"] and p["do"] for p in told["problems"])
    assert people_of(run, desk_file) == []


def test_bad_rows_are_listed_for_people_too(run, desk_file):
    answer = run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ("J003", "郑岚", "第二检察部", "法官")))
    assert answer.code == 2
    assert "法官" in answer.out
    assert "Sheet!D2" in answer.out
    assert len(answer.err.splitlines()) == 1


def test_differences_are_shown_and_written_only_when_told_to_replace(run, desk_file):
    run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    file = workbook("更正.xlsx", PEOPLE, ("J001", "周 敏敏", "第一检察部", "检察官"))
    refused = run("import", desk_file, "people", file, "--json")
    assert refused.code == 2
    assert len(refused.err.splitlines()) == 1
    told = json.loads(refused.out)
    assert told["written"] is False
    (difference,) = told["differences"]
    assert (difference["heading"], difference["old"], difference["new"]) == ("姓名", "周敏", "周敏敏")
    assert (difference["sheet"], difference["row"], difference["column"]) == ("Sheet", 2, "B")
    assert difference["key"]["工号"] == "J001"
    in_words = run("import", desk_file, "people", file)
    assert in_words.code == 2
    assert "周敏敏" in in_words.out
    assert run("import", desk_file, "people", file, "--dry-run").code == 2
    assert run("import", desk_file, "people", file, "--dry-run", "--replace").code == 0
    replaced = json.loads(run("import", desk_file, "people", file, "--replace", "--json").out)
    assert (replaced["added"], replaced["replaced"], replaced["written"]) == (0, 1, True)
    assert json.loads(run("score", desk_file, "--json").out)["people"][0]["name"] == "周敏敏"


def test_a_ballot_file_read_again_is_told_and_changes_nothing(run, desk_file):
    run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    file = workbook("测评票.xlsx", ("票号", "票类", "被测评人工号", "得分"), ("1", "A", "J001", 90))
    assert run("import", desk_file, "ballots", file).code == 0
    again = run("import", desk_file, "ballots", file, "--json")
    assert again.code == 0
    told = json.loads(again.out)
    assert (told["again"], told["written"], told["added"]) == (True, False, 0)
    assert run("import", desk_file, "ballots", file).out.count("没有改动") == 1


def test_any_ballot_file_after_the_close_is_refused_but_for_the_same_file_again(run, desk_file):
    run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    headings = ("票号", "票类", "被测评人工号", "得分")
    file = workbook("测评票.xlsx", headings, ("1", "A", "J001", 90))
    assert run("import", desk_file, "ballots", file).code == 0
    scored = run("score", desk_file, "--json").out
    desk = open_desk(Path(desk_file))
    desk.imported_rounds.count(Actor("周敏"), 2026, {BallotClass.A: TypedTurnout(1, 1, 1, 1)})
    desk.close()
    other = workbook("补.xlsx", headings, ("2", "A", "J001", 80))
    for more in ((), ("--replace",), ("--dry-run",)):
        late = run("import", desk_file, "ballots", other, *more)
        assert (late.code, late.err.count("\n")) == (2, 1)
        assert "已经计票（2026-测-001）" in late.err
    assert run("import", desk_file, "ballots", file).code == 0
    assert run("score", desk_file, "--json").out == scored


def test_a_notice_that_was_read_in_makes_its_year_held(run, desk_file):
    days = (("2027-01-01", "休", "元旦", "演练通知1号"), ("2027-01-02", "休", "元旦", "演练通知1号"))
    assert run("window", "2026-12-28", "--file", desk_file).code == 2
    file = workbook("节假日.xlsx", ("日期", "类型", "名称", "文号"), *days)
    assert run("import", desk_file, "calendar", file).code == 0
    told = json.loads(run("window", "2026-12-28", "--file", desk_file, "--json").out)
    assert told["counted"] == ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-04", "2027-01-05"]
    assert run("window", "2026-12-28").code == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("空.xlsx", b""), ("乱.xlsx", bytes(range(256)) * 20), ("断.xlsx", b"PK\x03\x04"), ("没有.xlsx", None)],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(refused, desk_file, name, content):
    before = Path(desk_file).read_bytes()
    if content is not None:
        Path(name).write_bytes(content)
    assert name in refused("import", desk_file, "people", name).err
    assert Path(desk_file).read_bytes() == before


def test_a_workbook_of_another_kind_and_a_folder_are_refused(refused, desk_file, tmp_path):
    file = workbook("人员.xlsx", PEOPLE, ZHOU)
    assert "人员.xlsx" in refused("import", desk_file, "cases", file).err
    (tmp_path / "夹.xlsx").mkdir()
    refused("import", desk_file, "people", "夹.xlsx")


def test_a_folder_is_read_in_whole_or_not_at_all(run, desk_file, tmp_path):
    (tmp_path / "来").mkdir()
    workbook("来/人员.xlsx", PEOPLE, ZHOU)
    workbook("来/请假.xlsx", ("工号", "种类", "起", "止"), ("J009", "病假", "2026-03-01", "2026-03-02"))
    answer = run("import-folder", desk_file, "来")
    assert answer.code == 2
    assert "请假.xlsx" in answer.out
    assert "J009" in answer.out
    assert len(answer.err.splitlines()) == 1
    assert people_of(run, desk_file) == []
    workbook("来/请假.xlsx", ("工号", "种类", "起", "止"), ("J001", "病假", "2026-03-01", "2026-03-02"))
    answer = run("import-folder", desk_file, "来")
    assert answer.code == 0
    assert answer.out.splitlines()[0].startswith("《人员.xlsx》")
    assert people_of(run, desk_file) == ["J001"]


def test_a_folder_without_workbooks_is_refused(refused, desk_file, tmp_path):
    (tmp_path / "空").mkdir()
    refused("import-folder", desk_file, "空")
    refused("import-folder", desk_file, "没有的夹")
    refused("import-folder", desk_file, desk_file)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_template_is_written_and_can_be_read_in_as_it_is(run, desk_file, kind):
    answer = run("template", kind, "模板.xlsx")
    assert (answer.code, answer.err) == (0, "")
    headings = [cell.value for cell in load_workbook("模板.xlsx").worksheets[0][1]]
    assert headings == list(kind.headings)
    assert run("import", desk_file, kind, "模板.xlsx").code == 0


def test_a_template_overwrites_nothing_and_needs_its_folder(refused):
    Path("有.xlsx").write_bytes(b"mine")
    refused("template", "people", "有.xlsx")
    assert Path("有.xlsx").read_bytes() == b"mine"
    refused("template", "people", "没有的夹/人员.xlsx")
    refused("template", "people", ".")


def test_columns_that_are_not_read_are_told_in_words_and_in_json(run, desk_file):
    file = workbook("人员.xlsx", ("序号", *PEOPLE, "离岗时间"), (1, *ZHOU, "2026-03-01"))
    told = run("import", desk_file, "people", file, "--dry-run", "--json")
    assert json.loads(told.out)["ignored_columns"] == ["序号", "离岗时间"]
    assert "离岗日期" in told.err
    told = run("import", desk_file, "people", file)
    assert told.out.splitlines()[1].endswith("：序号、离岗时间")
    bad = workbook("坏.xlsx", ("序号", *PEOPLE), (1, "J009", "赵九", "一部", "临时工"))
    assert json.loads(run("import", desk_file, "people", bad, "--json").out)["ignored_columns"] == ["序号"]


def test_what_is_replaced_is_still_shown(run, desk_file):
    run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    other = workbook("新.xlsx", PEOPLE, ("J001", "周敏敏", "第一检察部", "检察官"))
    answer = run("import", desk_file, "people", other, "--replace")
    assert "现为“周敏”，工作簿为“周敏敏”" in answer.out
    (found,) = json.loads(run("import", desk_file, "people", "人员.xlsx", "--replace", "--json").out)["differences"]
    assert (found["old"], found["new"], found["heading"]) == ("周敏敏", "周敏", "姓名")


def test_a_long_value_is_cut_in_the_list_and_on_stderr_and_in_json(run, desk_file):
    run("import", desk_file, "people", workbook("人员.xlsx", PEOPLE, ZHOU))
    file = workbook("请假.xlsx", ("工号", "种类", "起", "止"), ("J001", "病假", "错" * 9000, "2026-03-02"))
    answer = run("import", desk_file, "leave", file)
    assert len(answer.out) < 300
    assert len(answer.err) < 300
    (problem,) = json.loads(run("import", desk_file, "leave", file, "--json").out)["problems"]
    assert len(problem["value"]) == 200


def test_whatever_a_folder_import_passes_over_is_named_on_stderr(run, desk_file, tmp_path):
    folder = tmp_path / "来"
    (folder / "评查.xlsx").mkdir(parents=True)
    workbook(folder / "人员 .xlsx", PEOPLE, ZHOU)
    for name in ("人员名册2.xlsx", "案件(1).xlsx"):
        workbook(folder / name, PEOPLE, ZHENG)
    answer = run("import-folder", desk_file, folder)
    assert answer.code == 0
    assert answer.out.startswith("《人员 .xlsx》")
    (said,) = answer.err.splitlines()
    assert all(f"“{name}”" in said for name in ("人员名册2.xlsx", "案件(1).xlsx", "评查.xlsx"))
    assert "“人员 .xlsx”" not in said


@pytest.mark.parametrize("name", ["表.csv", "表.xls", "表.txt", "表"])
def test_a_workbook_is_written_under_no_name_that_says_otherwise(refused, desk_file, name):
    assert ".xlsx" in refused("template", "people", name).err
    assert ".xlsx" in refused("export", desk_file, name).err
    assert not Path(name).exists()


def test_a_template_into_a_folder_that_is_not_there_names_the_folder(refused):
    said = refused("template", "people", "没有的夹/人员.xlsx").err
    assert "文件夹“没有的夹”" in said
    assert ".part" not in said
