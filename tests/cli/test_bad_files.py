"""Files that are missing, broken or out of reach: one sentence, the right exit code, nothing written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from committee_desk.__main__ import main
from committee_desk.paths import resource
from committee_desk.storage import recognise
from tests.storage.disks import mounted, names_in, take_no_more_writing
from tests.storage.other_programs import held_by_another_program

FOUNDING = ("--year", "2026", "--office", "演练县人民检察院")
READERS = {
    "score": ("score", "{desk}"),
    "score --json": ("score", "{desk}", "--json"),
    "sheets": ("sheets", "{desk}", "--out", "sheets"),
    "export": ("export", "{desk}", "out.xlsx"),
    "import": ("import", "{desk}", "people", "人员.xlsx"),
    "import-folder": ("import-folder", "{desk}", "folder"),
    "window": ("window", "2026-02-09", "--file", "{desk}"),
}


@pytest.fixture(params=READERS.values(), ids=READERS.keys())
def command(request):
    return lambda desk: [word.format(desk=desk) for word in request.param]


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    path = tmp_path_factory.mktemp("founded") / "空.desk"
    assert main(["init", str(path), *FOUNDING]) == 0
    return path


@pytest.fixture
def desk_file(founded, tmp_path):
    return Path(shutil.copyfile(founded, tmp_path / "考评.desk"))


def test_a_missing_desk_is_refused_by_every_command(refused, command, tmp_path):
    assert "没有.desk" in refused(*command("没有.desk")).err
    assert names_in(tmp_path) == []


def test_a_folder_in_place_of_a_desk_is_refused_by_every_command(refused, command, tmp_path):
    (tmp_path / "夹.desk").mkdir()
    assert "夹.desk" in refused(*command("夹.desk")).err


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"hello", b"SQLite format 3\0", os.urandom(8192), b"PK\x03\x04" + bytes(500)],
    ids=["empty", "nul", "text", "header alone", "random", "zip"],
)
def test_a_file_that_is_no_desk_is_refused_and_left_as_it_is(refused, tmp_path, content):
    file = tmp_path / "别的.desk"
    file.write_bytes(content)
    refused("score", file)
    assert file.read_bytes() == content
    assert names_in(tmp_path) == ["别的.desk"]


def test_another_programs_database_is_refused_and_left_as_it_is(refused, command, tmp_path):
    file = tmp_path / "别的.desk"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE journal (seq INTEGER)")
    connection.close()
    before = file.read_bytes()
    refused(*command(file))
    assert file.read_bytes() == before
    assert names_in(tmp_path) == ["别的.desk"]


def test_a_desk_cut_short_is_refused(refused, desk_file):
    whole = desk_file.read_bytes()
    desk_file.write_bytes(whole[: len(whole) // 2])
    refused("score", desk_file)


def test_a_newer_desk_is_refused_and_left_as_it_is(refused, command, desk_file):
    connection = sqlite3.connect(desk_file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = desk_file.read_bytes()
    assert "9999" in refused(*command(desk_file)).err
    assert desk_file.read_bytes() == before


def test_a_year_that_the_desk_does_not_hold_is_refused(refused, desk_file):
    assert "2025" in refused("score", desk_file, "--year", "2025").err
    assert "2025" in refused("sheets", desk_file, "--out", "sheets", "--year", "2025").err
    assert "2025" in refused("export", desk_file, "out.xlsx", "--year", "2025").err
    assert not Path("sheets").exists()


def test_init_overwrites_nothing(refused, desk_file, tmp_path):
    before = desk_file.read_bytes()
    refused("init", desk_file, *FOUNDING)
    (tmp_path / "夹.desk").mkdir()
    refused("init", "夹.desk", *FOUNDING)
    (tmp_path / "断链.desk").symlink_to("nowhere")
    refused("init", "断链.desk", *FOUNDING)
    assert desk_file.read_bytes() == before


def test_init_into_a_folder_that_is_not_there_is_refused(refused, tmp_path):
    assert "没有的夹" in refused("init", "没有的夹/考评.desk", *FOUNDING).err
    (tmp_path / "文件").write_bytes(b"")
    refused("init", "文件/考评.desk", *FOUNDING)
    assert names_in(tmp_path) == ["文件"]


def test_init_says_that_the_desk_is_open(run):
    answer = run("init", "a.desk", *FOUNDING)
    assert answer.code == 0
    assert "口令" in answer.err
    assert "a.desk" in answer.out


def test_a_passphrase_that_is_set_but_empty_counts_as_absent(run, monkeypatch):
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", "")
    answer = run("init", "a.desk", *FOUNDING)
    assert answer.code == 0
    assert "口令" in answer.err
    assert Path("a.desk").read_bytes().startswith(b"SQLite format 3\0")


def test_a_protected_desk_opens_with_its_passphrase_alone(run, refused, monkeypatch, tmp_path):
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(tmp_path / "口令"))
    (tmp_path / "口令").write_text("雨后春笋节节高升\r\n", encoding="utf-8")
    answer = run("init", "a.desk", *FOUNDING)
    assert (answer.code, answer.err) == (0, "")
    assert run("score", "a.desk", "--json").code == 0
    (tmp_path / "口令").write_text("雨后春笋节节高升", encoding="utf-8")
    assert run("score", "a.desk", "--json").code == 0
    (tmp_path / "口令").write_text("雨后春笋节节高升 ", encoding="utf-8")
    refused("score", "a.desk")
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", "")
    assert "COMMITTEE_DESK_PASSPHRASE_FILE" in refused("score", "a.desk").err


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe\x00"], ids=["missing", "empty", "newline", "no text"])
def test_a_passphrase_file_without_a_passphrase_is_refused(refused, monkeypatch, tmp_path, content):
    if content is not None:
        (tmp_path / "口令").write_bytes(content)
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(tmp_path / "口令"))
    assert "口令" in refused("init", "a.desk", *FOUNDING).err
    assert not Path("a.desk").exists()


def test_a_passphrase_file_does_not_matter_to_a_desk_without_protection(run, desk_file, monkeypatch):
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", "nowhere")
    assert run("score", desk_file, "--json").code == 0


def test_a_full_disk_is_trouble_and_nothing_is_left_half_written(refused, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=64) as disk:
        refused("init", disk / "a.desk", *FOUNDING, code=3)
        assert names_in(disk) == []


def test_a_read_only_folder_is_trouble(refused, desk_file, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=4096) as disk:
        shutil.copyfile(desk_file, disk / "a.desk")
        take_no_more_writing(disk)
        refused("init", disk / "b.desk", *FOUNDING, code=3)
        assert names_in(disk) == ["a.desk"]


def fill(disk, *, leave=0):
    """Fill the disk up but for so many bytes."""
    free = shutil.disk_usage(disk).free
    (disk / "满").write_bytes(bytes(max(0, free - leave)))


def test_an_import_onto_a_full_disk_is_trouble_and_leaves_the_desk_as_it_was(refused, run, desk_file, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=4096) as disk:
        desk = Path(shutil.copyfile(desk_file, disk / "a.desk"))
        fill(disk, leave=20_000)
        before = desk.read_bytes()
        refused("import-folder", desk, resource("samples", "office"), code=3)
        assert desk.read_bytes() == before
        assert names_in(disk) == ["a.desk", "满"]
        assert run("score", desk, "--json").code == 0


@pytest.mark.parametrize(
    "writing",
    [
        ("template", "people", "{disk}/人员.xlsx"),
        ("export", "{desk}", "{disk}/排名.xlsx"),
        ("sheets", "{desk}", "--out", "{disk}/表"),
        ("demo", "--no-window", "--out", "{disk}"),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("why", ["full", "read-only"])
def test_what_cannot_be_written_is_trouble_and_leaves_nothing(run, refused, desk_file, tmp_path, writing, why):
    assert run("import-folder", desk_file, resource("samples", "office")).code == 0
    with mounted(tmp_path / "盘", kilobytes=1024) as disk:
        desk = desk_file
        fill(disk, leave=2_000)
        if why == "read-only":
            take_no_more_writing(disk)
        said = refused(*(word.format(disk=disk, desk=desk) for word in writing), code=3).err
        assert "/." not in said, "the name of a file that the user never named"
        assert str(disk) in said
        assert [path.name for path in disk.rglob("*") if path.is_file()] == ["满"]


def test_a_demonstration_that_finds_no_room_names_its_folder_and_leaves_none(refused, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=1024) as disk:
        folder = disk / "年度" / "演示"
        assert f"“{folder}”" in refused("demo", "--no-window", "--out", folder, code=3).err
        assert names_in(disk) == []


def test_a_desk_on_a_read_only_disk_can_still_be_scored(run, desk_file, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=4096) as disk:
        shutil.copyfile(desk_file, disk / "a.desk")
        take_no_more_writing(disk)
        assert run("score", disk / "a.desk", "--json").code == 0


def test_a_desk_that_another_program_holds_is_trouble(refused, desk_file, monkeypatch):
    monkeypatch.setattr(recognise, "PATIENCE_SECONDS", 0.05)
    with held_by_another_program(desk_file):
        refused("score", desk_file, code=3)


def test_the_whole_program_refuses_a_missing_desk_without_a_traceback(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "committee_desk", "--lang", "en", "score", str(tmp_path / "no.desk")],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_desk_without_people_is_scored(run, desk_file):
    answer = run("score", desk_file, "--json")
    assert answer.code == 0
    assert '"people": []' in answer.out
    assert run("score", desk_file).code == 0


def test_no_sheet_is_called_final_before_the_party_group_decided(refused, desk_file):
    answer = refused("sheets", desk_file, "--out", "sheets", "--final")
    assert "的结果还没有由院党组决定" in answer.err
    assert not Path("sheets").exists()
