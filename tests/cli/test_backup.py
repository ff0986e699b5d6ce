"""`backup` and `restore` as IT staff run them: beside a window, with accounts, with wrong files and old ones."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.access import Access
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import pc_user
from tests.services.seated_desks import first_accounts
from tests.storage.disks import mounted, names_in, take_no_more_writing

RELEASED = Path(__file__).parents[1] / "data" / "released" / "0001.desk"
OFFICE = "演练县人民检察院"
FOUNDING = ("--year", "2026", "--office", OFFICE)
SECRET = "马到成功 2026"


def left_in(folder):
    """What commands left there, beside what this PC remembers of desks."""
    return [name for name in names_in(folder) if name != "state"]


@pytest.fixture
def desk_file(template_sample_desk, tmp_path):
    return Path(shutil.copyfile(template_sample_desk, tmp_path / "考评.desk"))


@pytest.fixture
def backup(run, desk_file):
    answer = run("backup", desk_file, "备份.desk")
    assert answer.code == 0
    return Path("备份.desk").absolute()


def test_a_backup_is_made_beside_an_open_window_and_says_that_it_lies_open(run, desk_file):
    with open_desk(desk_file, access=Access.WINDOW) as window:
        answer = run("backup", desk_file, "备份.desk")
        assert answer.code == 0
        assert "备份.desk" in answer.out
        assert "没有口令保护" in answer.err
        assert window.journal.rows(1)[0].verb == "backup.copy"
    assert run("check", "备份.desk").code == 0


@pytest.mark.parametrize("taken", ["考评.desk", "夹", "无/备份.desk"])
def test_a_backup_overwrites_nothing_and_makes_no_folder(refused, desk_file, tmp_path, taken):
    (tmp_path / "夹").mkdir()
    before = desk_file.read_bytes()
    assert taken.split("/")[0] in refused("backup", desk_file, taken).err
    assert desk_file.read_bytes() == before
    assert left_in(tmp_path) == ["夹", "考评.desk"]


def test_a_backup_restored_is_the_desk_with_one_entry_more(run, desk_file, backup):
    scores = run("score", desk_file, "--json").out
    answer = run("restore", backup, "恢复.desk")
    assert answer.code == 0
    assert "恢复.desk" in answer.out
    assert run("score", "恢复.desk", "--json").out == scores
    assert run("check", "恢复.desk").code == 0
    back = open_desk(Path("恢复.desk"))
    assert "desk.restore" in [row.verb for row in back.journal.rows(3)]


def test_restoring_overwrites_nothing(refused, desk_file, backup):
    before = desk_file.read_bytes(), backup.read_bytes()
    assert "考评.desk" in refused("restore", backup, desk_file).err
    refused("restore", backup, backup)
    assert (desk_file.read_bytes(), backup.read_bytes()) == before


def _cut(content):
    return content[: len(content) // 3]


def _changed(content):
    return content.replace("演练县".encode(), "寅练县".encode(), 1)


@pytest.mark.parametrize("spoil", [_cut, _changed, lambda _: b"", lambda _: bytes(9000), lambda _: b"PK" + bytes(99)])
def test_a_broken_or_foreign_backup_is_refused_and_nothing_is_left(refused, backup, tmp_path, spoil):
    backup.write_bytes(spoil(backup.read_bytes()))
    assert "备份.desk" in refused("restore", backup, "恢复.desk").err
    assert left_in(tmp_path) == ["备份.desk", "考评.desk"]


def test_a_backup_of_a_newer_program_is_refused(refused, backup, tmp_path):
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "9999" in refused("restore", backup, "恢复.desk").err
    assert left_in(tmp_path) == ["备份.desk", "考评.desk"]


def test_a_backup_of_an_older_program_is_brought_up_to_date_in_the_new_file(run, tmp_path):
    old = Path(shutil.copyfile(RELEASED, tmp_path / "旧.desk"))
    answer = run("restore", old, "恢复.desk")
    assert answer.code == 0
    assert "升级" in answer.out
    assert old.read_bytes() == RELEASED.read_bytes()
    assert [row.verb for row in open_desk(Path("恢复.desk")).journal.rows(2)] == ["desk.restore", "desk.migrate"]
    assert run("check", "恢复.desk").code == 0
    assert left_in(tmp_path) == ["恢复.desk", "旧.desk"]


def test_from_a_read_only_stick_a_copy_is_made_and_it_says_that_nothing_was_noted(run, template_sample_desk, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=8192) as stick:
        shutil.copyfile(template_sample_desk, stick / "考评.desk")
        take_no_more_writing(stick)
        answer = run("backup", stick / "考评.desk", "备份.desk")
        assert answer.code == 0
        assert "没有记入日志" in answer.err
        assert run("restore", stick / "考评.desk", "恢复.desk").code == 0
    assert run("check", "备份.desk").code == 0


def test_a_full_disk_is_trouble_and_leaves_the_desk_as_it_was(refused, desk_file, tmp_path):
    before = desk_file.read_bytes()
    with mounted(tmp_path / "满", kilobytes=100) as small:
        for command in (("backup", desk_file), ("restore", desk_file)):
            answer = refused(*command, small / "备份.desk", code=3)
            assert "满/备份.desk" in answer.err
            assert names_in(small) == []
    assert desk_file.read_bytes() == before


def test_a_protected_desks_backup_needs_its_passphrase_and_says_that_it_is_protected(
    run, refused, tmp_path, monkeypatch
):
    named = tmp_path / "passphrase"
    named.write_text("相当长的口令一二三\n", encoding="utf-8")
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(named))
    assert run("init", "密.desk", *FOUNDING).code == 0
    answer = run("backup", "密.desk", "备份.desk")
    assert answer.code == 0
    assert "受口令保护" in answer.err
    assert OFFICE.encode() not in Path("备份.desk").read_bytes()
    named.write_text("不对的口令一二三四", encoding="utf-8")
    refused("backup", "密.desk", "又.desk")
    assert "备份.desk" in refused("restore", "备份.desk", "恢复.desk").err
    monkeypatch.delenv("COMMITTEE_DESK_PASSPHRASE_FILE")
    refused("restore", "备份.desk", "恢复.desk")
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(named))
    named.write_text("相当长的口令一二三", encoding="utf-8")
    assert run("restore", "备份.desk", "恢复.desk").code == 0
    assert OFFICE.encode() not in Path("恢复.desk").read_bytes()


def test_a_desk_with_accounts_is_copied_and_put_back_by_who_may(run, refused, desk_file, tmp_path, monkeypatch):
    accounts = (
        NewAccount("zhoumin", "周敏", (Role.OPERATOR,), SECRET),
        NewAccount("liqiang", "李强", (Role.REVIEWER,), SECRET),
    )
    first_accounts(open_desk(desk_file), pc_user(), Way.PLAIN, accounts)
    assert "COMMITTEE_DESK_USER" in refused("backup", desk_file, "备份.desk").err
    held = tmp_path / "password"
    held.write_text(SECRET, encoding="utf-8")
    monkeypatch.setenv("COMMITTEE_DESK_PASSWORD_FILE", str(held))
    monkeypatch.setenv("COMMITTEE_DESK_USER", "zhoumin")
    assert run("backup", desk_file, "备份.desk").code == 0
    assert open_desk(desk_file).seat.has_accounts
    refused("restore", "备份.desk", "恢复.desk")
    assert not Path("恢复.desk").exists()
    monkeypatch.setenv("COMMITTEE_DESK_USER", "liqiang")
    assert run("restore", "备份.desk", "恢复.desk").code == 0
    held.write_text("错", encoding="utf-8")
    refused("restore", "备份.desk", "又.desk")
    monkeypatch.delenv("COMMITTEE_DESK_USER")
    assert "COMMITTEE_DESK_USER" in refused("restore", "备份.desk", "又.desk").err
    assert [name for name in left_in(tmp_path) if "unfinished" in name or name == "又.desk"] == []


@pytest.mark.parametrize("version", [path.stem for path in sorted(RELEASED.parent.glob("*.desk"))])
def test_a_copy_that_any_release_made_is_checked_backed_up_and_restored(run, tmp_path, version):
    old = Path(shutil.copyfile(RELEASED.with_stem(version), tmp_path / "旧版.desk"))
    assert run("check", old).code == 0
    assert run("backup", old, "副本.desk").code == 0
    assert run("restore", old, "直接.desk").code == 0
    assert run("restore", "副本.desk", "还原.desk").code == 0
    for name in ("直接.desk", "还原.desk"):
        assert run("check", name).code == 0
