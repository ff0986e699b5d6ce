"""What is said beside the answer: an older copy, another desk, a place that is unfit, and paths as they were typed."""

import os
import shutil
import time

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.settings import CUT_OFF
from tests.conftest import OFFICE, frozen_clock
from tests.storage.disks import mounted, take_no_more_writing

ACTOR = Actor("周敏")


@pytest.fixture
def desk_file(tmp_path, template_desk):
    return shutil.copyfile(template_desk, tmp_path / "考评.desk")


@pytest.fixture
def lived(desk_file):
    """The desk with two entries more, seen by this PC; and a copy from before."""
    older = shutil.copyfile(desk_file, desk_file.with_name("前日.desk"))
    desk = open_desk(desk_file, clock=frozen_clock)
    for hour in (16, 17):
        desk.settings.put(ACTOR, CUT_OFF, f"{hour}:00", "冬令时")
    return desk_file, older


def test_a_check_of_an_older_copy_in_its_place_says_what_this_pc_saw(run, lived):
    path, older = lived
    assert "注意" not in run("check", path).err
    shutil.copyfile(older, path)
    answer = run("check", path)
    assert answer.code == 0
    assert "日志 3 条，这里只有 1 条" in answer.err
    assert "注意" not in run("check", older).err


def test_a_check_of_a_chain_that_took_another_course_says_so(run, lived):
    path, older = lived
    elsewhere = open_desk(older, clock=frozen_clock)
    for hour in (14, 15, 18):
        elsewhere.settings.put(ACTOR, CUT_OFF, f"{hour}:00", "另一本账")
    shutil.copyfile(older, path)
    answer = run("check", path)
    assert answer.code == 0
    assert "第 3 条日志与这里的不同" in answer.err


def test_another_desk_in_its_place_is_told_by_every_command(run, lived):
    path, _ = lived
    other = path.with_name("另.desk")
    new_desk(other, OFFICE, 2026, ACTOR, clock=frozen_clock)
    shutil.copyfile(other, path)
    for command in (("check", path), ("score", path), ("check", path)):
        answer = run(*command)
        assert answer.code == 0
        assert "在这里见到的台账编号以" in answer.err


@pytest.mark.parametrize("mark", ["Dropbox", "同步/.stfolder"])
def test_a_check_in_a_syncing_folder_answers_and_says_so(run, desk_file, tmp_path, mark):
    (tmp_path / mark).mkdir(parents=True)
    folder = tmp_path / mark.partition("/")[0]
    there = shutil.copyfile(desk_file, folder / "考评.desk")
    answer = run("check", there)
    assert answer.code == 0
    assert "同步文件夹" in answer.err


@pytest.mark.parametrize("passphrase", ["a", "   ", " " * 12, "1234567"])
def test_a_new_desk_takes_no_passphrase_that_protects_nothing(refused, monkeypatch, tmp_path, passphrase):
    named = tmp_path / "口令"
    named.write_text(passphrase, encoding="utf-8")
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(named))
    answer = refused("init", tmp_path / "新.desk", "--year", "2026", "--office", OFFICE)
    assert "口令至少 8 位" in answer.err
    assert [file.name for file in tmp_path.glob("*新*")] == []


def test_leftovers_of_killed_commands_go_with_the_next_one_in_that_folder(run, tmp_path):
    names = [".甲.desk.0123abcd.unfinished", ".乙.0123abcd.unfinished", ".乙.0123abcd.unfinished-journal"]
    kept = [".甲.desk.fresh000.unfinished", ".笔记.unfinished", ".丙.12345678.unfinished"]
    for name in (*names, *kept):
        (tmp_path / name).write_bytes(b"?")
        if name != kept[-1]:
            os.utime(tmp_path / name, (time.time() - 7200,) * 2)
    assert run("init", tmp_path / "新.desk", "--year", "2026", "--office", OFFICE).code == 0
    assert sorted(file.name for file in tmp_path.glob(".*.unfinished*")) == sorted(kept)


def test_a_trial_reading_on_a_read_only_medium_says_why_it_cannot_be(refused, template_sample_desk, tmp_path):
    with mounted(tmp_path / "盘", kilobytes=8192) as stick:
        shutil.copyfile(template_sample_desk, stick / "考评.desk")
        take_no_more_writing(stick)
        people = resource("samples", "office", "人员.xlsx")
        assert "不能试读" in refused("import", stick / "考评.desk", "people", people, "--dry-run").err


def test_sentences_name_the_file_as_it_was_typed(refused, desk_file, monkeypatch):
    monkeypatch.chdir(desk_file.parent)
    with mounted(desk_file.parent / "盘", kilobytes=8192) as stick:
        shutil.copyfile(desk_file, stick / "考评.desk")
        take_no_more_writing(stick)
        said = refused("import", "盘/考评.desk", "people", resource("samples", "office", "人员.xlsx")).err
    assert "“盘/考评.desk”" in said


def test_help_names_every_variable(run):
    told = run("--help").out
    for name in ("PASSPHRASE_FILE", "USER", "PASSWORD_FILE"):
        assert f"COMMITTEE_DESK_{name}" in told
