"""A desk with accounts on the command line: the environment names who acts."""

import json
import shutil

import pytest

from committee_desk.__main__ import main
from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.paths import resource
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import pc_user
from tests.services.seated_desks import FIRST, first_accounts
from tests.storage.disks import mounted, take_no_more_writing

SECRET = "马到成功 2026"
PLAIN = (
    NewAccount("zhoumin", "周敏", (Role.OPERATOR,), SECRET),
    NewAccount("liqiang", "李强", (Role.REVIEWER,), SECRET),
)
STRICT = (
    NewAccount("zhoumin", "周敏", (Role.OPERATOR,), SECRET),
    NewAccount("wangwei", "王伟", (Role.ADMINISTRATOR,), SECRET),
    NewAccount("zhaojing", "赵静", (Role.AUDITOR,), SECRET),
    NewAccount("sunli", "孙丽", (Role.SECRETARY,), SECRET),
)


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    """The sample office with accounts, in either way."""
    made = {}
    for way, accounts in ((Way.PLAIN, PLAIN), (Way.STRICT, STRICT)):
        path = tmp_path_factory.mktemp(way) / "考评.desk"
        assert main(["init", str(path), "--year", "2026", "--office", "演练县人民检察院"]) == 0
        assert main(["import-folder", str(path), str(resource("samples", "office"))]) == 0
        first_accounts(open_desk(path), pc_user(), way, accounts)
        made[way] = path
    return made


@pytest.fixture
def plain(templates, tmp_path):
    return shutil.copyfile(templates[Way.PLAIN], tmp_path / "简易.desk")


@pytest.fixture
def strict(templates, tmp_path):
    return shutil.copyfile(templates[Way.STRICT], tmp_path / "严格.desk")


@pytest.fixture
def sits_down(monkeypatch, tmp_path):
    """Names an account in the environment."""

    def named(login, password=SECRET):
        held = tmp_path / "password.txt"
        held.write_bytes(password if isinstance(password, bytes) else password.encode())
        monkeypatch.setenv("COMMITTEE_DESK_USER", login)
        monkeypatch.setenv("COMMITTEE_DESK_PASSWORD_FILE", str(held))

    return named


FIGURES = [
    ("score", "{desk}"),
    ("score", "{desk}", "--json"),
    ("sheets", "{desk}", "--out", "sheets"),
    ("export", "{desk}", "out.xlsx"),
    ("import", "{desk}", "people", str(resource("samples", "office", "人员.xlsx"))),
    ("import", "{desk}", "people", str(resource("samples", "office", "人员.xlsx")), "--dry-run"),
    ("import-folder", "{desk}", str(resource("samples", "office"))),
    ("backup", "{desk}", "copy.desk"),
]


def _on(desk, command):
    return [word.format(desk=desk) if "{" in word else word for word in command]


@pytest.mark.parametrize("command", FIGURES, ids=" ".join)
def test_whatever_shows_copies_or_writes_figures_needs_an_account_and_names_the_variables(refused, plain, command):
    answer = refused(*_on(plain, command))
    assert "COMMITTEE_DESK_USER" in answer.err
    assert "COMMITTEE_DESK_PASSWORD_FILE" in answer.err


@pytest.mark.parametrize("command", FIGURES, ids=" ".join)
def test_with_the_account_of_who_may_everything_is_carried_out(run, plain, sits_down, command):
    sits_down("liqiang")
    answer = run(*_on(plain, command))
    assert answer.code == 0, answer.err


def test_checking_and_counting_days_need_no_account(run, plain):
    assert run("check", plain).code == 0
    assert run("window", "2026-03-02", "--file", plain).code == 0


@pytest.mark.parametrize("variable", ["COMMITTEE_DESK_USER", "COMMITTEE_DESK_PASSWORD_FILE"])
def test_a_variable_that_is_set_but_empty_counts_as_absent(refused, plain, sits_down, monkeypatch, variable):
    sits_down("liqiang")
    monkeypatch.setenv(variable, "")
    assert "COMMITTEE_DESK_USER" in refused("score", plain).err


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
def test_the_end_of_the_password_files_line_and_its_mark_are_no_part_of_the_password(run, plain, sits_down, ending):
    sits_down("liqiang", b"\xef\xbb\xbf" + SECRET.encode() + ending)
    assert run("score", plain).code == 0


def test_a_login_that_is_no_text_is_refused_by_its_variable(refused, plain, sits_down, monkeypatch):
    sits_down("zh\udcffou")
    answer = refused("score", plain)
    assert "COMMITTEE_DESK_USER" in answer.err
    answer.err.encode()


def test_other_spaces_are_part_of_the_password(refused, plain, sits_down):
    sits_down("liqiang", SECRET + " ")
    assert "登录名或密码不对" in refused("score", plain).err


def test_a_password_file_that_is_missing_is_named(refused, plain, sits_down, monkeypatch, tmp_path):
    sits_down("liqiang")
    monkeypatch.setenv("COMMITTEE_DESK_PASSWORD_FILE", str(tmp_path / "nowhere"))
    assert str(tmp_path / "nowhere") in refused("score", plain).err


def test_a_desk_without_accounts_asks_nobody(run, template_sample_desk, tmp_path):
    desk = shutil.copyfile(template_sample_desk, tmp_path / "考评.desk")
    assert run("score", desk).code == 0


def test_who_may_not_see_decisions_reads_no_reason(run, plain, sits_down):
    sits_down("liqiang")
    told = {person["code"]: person for person in json.loads(run("score", plain, "--json").out)["people"]}
    apart = {code for code, person in told.items() if person["status"] in {"pending", "no_grade"}}
    assert apart
    sits_down("zhoumin")
    read = {person["code"]: person for person in json.loads(run("score", plain, "--json").out)["people"]}
    assert {code for code, person in read.items() if person["status"] is None} == apart
    assert {code: {**person, "status": None} for code, person in told.items()} == {
        code: {**person, "status": None} for code, person in read.items()
    }
    table = run("score", plain).out
    assert "另行确定" in table
    assert "立案" not in table
    assert "不确定等次" not in table


def test_in_strict_an_export_is_for_two_and_the_command_names_the_window(refused, strict, sits_down, tmp_path):
    sits_down("sunli")
    answer = refused("export", strict, tmp_path / "out.xlsx")
    assert "窗口" in answer.err
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("login", ["wangwei", "zhaojing"])
def test_in_strict_neither_administrator_nor_auditor_exports(refused, strict, sits_down, tmp_path, login):
    sits_down(login)
    assert "无权导出" in refused("export", strict, tmp_path / "out.xlsx").err


def test_in_strict_the_administrator_sees_no_scores(refused, strict, sits_down):
    sits_down("wangwei")
    assert "无权查看得分" in refused("score", strict, "--json").err


def test_the_journal_names_the_account_and_its_role(run, plain, sits_down, tmp_path):
    sits_down("zhoumin")
    assert run("export", plain, tmp_path / "out.xlsx").code == 0
    desk = open_desk(plain)
    desk.seating.sign_in("liqiang", SECRET)
    row = next(row for row in desk.journal.rows(10) if row.verb == "scores.export")
    assert (row.actor, row.role) == ("周敏", "operator")


def test_a_copy_is_put_back_by_an_account_that_may(run, refused, plain, sits_down, monkeypatch, tmp_path):
    sits_down("liqiang")
    assert run("backup", plain, "copy.desk").code == 0
    sits_down("zhoumin")
    assert "无权恢复备份" in refused("restore", "copy.desk", "new.desk").err
    monkeypatch.delenv("COMMITTEE_DESK_USER")
    said = refused("restore", "copy.desk", "new.desk").err
    assert "COMMITTEE_DESK_USER" in said
    assert "“copy.desk”" in said
    assert not (tmp_path / "new.desk").exists()
    sits_down("liqiang")
    assert run("restore", "copy.desk", "new.desk").code == 0
    assert run("score", "new.desk").code == 0


def test_an_account_that_was_reset_first_chooses_a_password_in_the_window(refused, plain, sits_down):
    desk = open_desk(plain)
    desk.seating.sign_in("liqiang", SECRET)
    slip = desk.accounts.reset(desk.seat.actor, "zhoumin", "忘记密码")
    sits_down("zhoumin", slip.password)
    assert "先在窗口中登录，换成自己的密码" in refused("score", plain).err


def test_so_does_an_account_that_somebody_else_made(refused, plain, sits_down):
    desk = open_desk(plain)
    desk.seating.sign_in("liqiang", SECRET)
    desk.accounts.add(desk.seat.actor, NewAccount("wugang", "吴刚", (Role.OPERATOR,), FIRST))
    sits_down("wugang", FIRST)
    assert "账号的密码是别人设的" in refused("score", plain).err


def test_wrong_passwords_make_the_account_wait_from_one_command_to_the_next(refused, plain, sits_down):
    sits_down("zhoumin", "不是这个密码")
    for _ in range(5):
        assert "登录名或密码不对" in refused("score", plain).err
    sits_down("zhoumin")
    assert "暂停登录到" in refused("score", plain).err


def test_from_a_read_only_medium_an_account_signs_in_and_nothing_is_journalled(
    run, refused, plain, sits_down, tmp_path
):
    sits_down("liqiang")
    with mounted(tmp_path / "stick", kilobytes=8192) as stick:
        there = shutil.copyfile(plain, stick / "考评.desk")
        take_no_more_writing(stick)
        answer = run("score", there)
        assert answer.code == 0
        assert "没有记入日志" in answer.err
        sits_down("liqiang", "不是这个密码")
        assert "登录名或密码不对" in refused("score", there).err
