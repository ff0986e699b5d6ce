"""How commands are written, what is said when they are written wrong, and what becomes of a bug."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from committee_desk.__main__ import main
from committee_desk.cli import program, speech
from committee_desk.cli.fault import LOG
from committee_desk.cli.screen import can_draw_windows, has_screen
from committee_desk.cli.verbs import verbs
from committee_desk.paths import log_folder, resource

VERBS = tuple(verbs(lambda _desk: 0))


def test_help_lists_every_command(run):
    answer = run("--help")
    assert answer.code == 0
    for verb in VERBS:
        assert f"committee-desk {verb}" in answer.out
    assert "--self-check" in answer.out


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_explains_itself(run, verb):
    answer = run(verb, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"committee-desk {verb}")
    assert run("--help").out != answer.out


@pytest.mark.parametrize("verb", ["frobnicate", "评分"])
def test_an_unknown_command_is_refused_by_its_name(refused, verb):
    assert verb in refused(verb, "a.desk", "x").err
    assert verb in refused(verb).err


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("score", "a.desk", "b.desk"),
        ("score", "--frobnicate", "a.desk"),
        ("score", "a.desk", "--year"),
        ("score", "a.desk", "--year", "--json"),
        ("score", "a.desk", "--year", "26"),
        ("score", "a.desk", "--year", "２０２６"),
        ("score", "a.desk", "--json=yes"),
        ("init", "a.desk", "--office", "甲"),
        ("init", "a.desk", "--year", "2026"),
        ("init", "a.desk", "--year", "2026", "--office", ""),
        ("init", "a.desk", "--year", "2026", "--office", "  "),
        ("init", "a.desk", "--year", "1066", "--office", "甲"),
        ("init", "a.desk", "--year", "2026", "--office", "甲", "--scheme", "nowhere"),
        ("import", "a.desk", "people"),
        ("import", "a.desk", "persons", "人员.xlsx"),
        ("template", "persons", "人员.xlsx"),
        ("sheets", "a.desk"),
        ("--lang", "fr", "--help"),
        ("--lang",),
        ("--frobnicate",),
        ("-x",),
    ],
    ids=" ".join,
)
def test_a_command_written_wrong_is_refused_in_one_sentence(refused, arguments):
    refused(*arguments)
    assert not Path("a.desk").exists()


@pytest.mark.parametrize("scheme", ["prosecutor-2026", resource("schemes", "prosecutor-2026.json")])
def test_a_desk_takes_a_scheme_by_its_id_or_from_a_file(run, scheme):
    assert run("init", "a.desk", "--year", "2026", "--office", "演练县人民检察院", "--scheme", scheme).code == 0
    assert run("score", "a.desk", "--json").code == 0


@pytest.mark.parametrize("content", ["", "{}", "[1]", "\ud800".encode("utf-8", "surrogatepass"), "null", '{"id": 1}'])
def test_a_scheme_that_breaks_its_rules_is_refused(refused, tmp_path, content):
    (tmp_path / "方案.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused("init", "a.desk", "--year", "2026", "--office", "演练县人民检察院", "--scheme", "方案.json")
    refused("init", "a.desk", "--year", "2026", "--office", "演练县人民检察院", "--scheme", tmp_path)
    assert not Path("a.desk").exists()


def test_the_unknown_kind_is_told_all_kinds(refused):
    said = refused("import", "a.desk", "persons", "人员.xlsx").err
    assert "leader-ratings" in said
    assert "calendar" in said


def test_everything_after_two_dashes_is_a_word(refused):
    assert "--json" in refused("score", "--", "--json").err


@pytest.mark.parametrize("word", ["\udcff\udcfe", "a\0b", "\ud800.desk"])
def test_an_argument_that_is_no_text_is_refused(refused, word):
    refused("score", word)
    refused("init", "a.desk", "--year", "2026", "--office", word)
    assert not Path("a.desk").exists()


@pytest.mark.parametrize("length", [300, 5000])
def test_a_name_longer_than_the_disk_allows_is_refused(refused, length):
    name = "长" * length
    refused("score", f"{name}.desk")
    refused(f"{name}.desk")
    refused("init", f"{name}.desk", "--year", "2026", "--office", "甲")


def test_a_file_to_open_has_to_be_there_and_to_be_a_file(refused, tmp_path):
    assert "nosuch.desk" in refused("nosuch.desk").err
    assert str(tmp_path) in refused(tmp_path).err


def test_without_a_screen_the_window_is_refused_as_trouble(refused):
    assert not can_draw_windows()
    refused(code=3)


def test_a_display_that_nobody_serves_is_no_screen(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":7341")
    assert not has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7341")
    assert not has_screen()
    monkeypatch.setenv("DISPLAY", "other-host:0")
    assert has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_screen()
    assert can_draw_windows()


def test_the_window_opens_on_the_file_that_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    file = tmp_path / "a.desk"
    assert main(["init", str(file), "--year", "2026", "--office", "演练县人民检察院"]) == 0
    opened = []
    assert program.run([str(file)], lambda desk: opened.append(desk) or 0) == 0
    assert program.run([], lambda desk: opened.append(desk) or 0) == 0
    assert program.run(["--"], lambda desk: opened.append(desk) or 0) == 0
    assert opened == [file, None, None]


def test_a_file_that_is_no_desk_is_refused_before_the_window_opens(monkeypatch, refused, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (tmp_path / "a.desk").write_bytes(b"not a desk")
    assert "a.desk" in refused("a.desk").err


def test_after_a_double_click_the_window_itself_tells_what_is_wrong(monkeypatch, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("GIO_LAUNCHED_DESKTOP_FILE_PID", str(os.getpid()))
    file = tmp_path / "a.desk"
    file.write_bytes(b"not a desk")
    opened = []
    assert program.run([str(file)], lambda desk: opened.append(desk) or 0) == 0
    assert opened == [file]


def test_a_protected_desk_opens_in_the_window_which_asks_for_the_passphrase(monkeypatch, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (tmp_path / "passphrase").write_text("雨后春笋节节高升\n", encoding="utf-8")
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    file = tmp_path / "a.desk"
    assert main(["init", str(file), "--year", "2026", "--office", "演练县人民检察院"]) == 0
    opened = []
    assert program.run([str(file)], lambda desk: opened.append(desk) or 0) == 0
    assert opened == [file]


def test_self_check_answers_in_json(run):
    answer = run("--self-check")
    found = json.loads(answer.out)
    assert found["version"]
    assert answer.code == (0 if found["ok"] else 1)


def test_a_bug_is_one_sentence_and_a_line_in_the_log(run, monkeypatch):
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("the office's secret")

    monkeypatch.setattr(program, "verbs", broken)
    answer = run("score", "a.desk")
    assert answer.code == 3
    assert str(log_folder() / LOG) in answer.err
    assert len(answer.err.splitlines()) == 1
    assert "ZeroDivisionError" in (log_folder() / LOG).read_text(encoding="utf-8")


def test_a_bug_is_told_even_where_the_log_cannot_be_written(run, monkeypatch, tmp_path):
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(program, "verbs", lambda *_: 1 / 0)
    answer = run("score", "a.desk")
    assert answer.code == 3
    assert len(answer.err.splitlines()) == 1


def test_stopping_a_command_is_no_bug(run, monkeypatch):
    def stopped(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "verbs", stopped)
    answer = run("score", "a.desk")
    assert answer.code == 3
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, 3), (errno.EACCES, 3), (errno.EIO, 3), (errno.ENAMETOOLONG, 2)]
)
def test_what_the_system_refuses_is_told_in_our_words(run, monkeypatch, number, code):
    def fails(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number), "somewhere.xlsx")

    monkeypatch.setattr(program, "verbs", fails)
    answer = run("score", "a.desk")
    assert answer.code == code
    assert "somewhere.xlsx" in answer.err


def _program(*arguments: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "committee_desk", *arguments], check=False, **options)


def test_answers_are_utf8_whatever_the_locale(tmp_path):
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = _program("window", "2026-02-09", capture_output=True, env=environment)
    assert done.returncode == 0
    assert "届满：2026-02-14（周六）" in done.stdout.decode()
    refused = _program("window", "2027-12-30", capture_output=True, env=environment)
    assert "国务院办公厅" in refused.stderr.decode()


def test_a_reader_that_leaves_early_is_no_trouble():
    reading, writing = os.pipe()
    os.close(reading)
    done = _program("--help", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full device")
def test_an_answer_that_cannot_be_written_is_trouble():
    with Path("/dev/full").open("wb") as full:
        done = _program("window", "2026-02-09", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert len(done.stderr.decode().splitlines()) == 1
    assert "Traceback" not in done.stderr.decode()


def test_a_window_is_counted_without_loading_what_only_other_commands_need():
    code = (
        "import sys; from committee_desk.__main__ import main; main(['window', '2026-02-09']);"
        "print({'sqlalchemy', 'reportlab', 'openpyxl', 'PySide6', 'python_calamine'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert done.stdout.decode().splitlines()[-1] == "set()"


def test_columns_line_up_though_chinese_is_twice_as_wide(capsys):
    speech.table([("名次", "姓名"), ("1", "林若"), ("12", "Li")], right=frozenset({0}))
    assert capsys.readouterr().out == "名次  姓名\n   1  林若\n  12  Li\n"


def test_main_reads_the_arguments_of_the_process(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["committee-desk", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("committee-desk ")


def test_no_name_of_an_office_commands_the_terminal(run):
    answer = run("init", "考评.desk", "--year", "2026", "--office", "某县\x1b[31m检\u200b察院\x07")
    assert answer.code == 0
    assert "某县[31m检察院 2026" in answer.out
    answer = run("score", "没\x1b有.desk", "--year", "2026")
    assert answer.code != 0
    assert "\x1b" not in answer.err


def test_an_office_of_five_thousand_letters_is_refused(refused):
    assert "“单位名称”最多 60 字" in refused("init", "考评.desk", "--year", "2026", "--office", "院" * 5000).err
