"""What a bug leaves behind: where it was in the program, and nothing of what a desk holds."""

import subprocess
import sys
from pathlib import Path

import pytest

from committee_desk.cli import fault
from committee_desk.traces import where

NAME, NUMBER = "欧阳正华", "云检刑诉受〔2026〕9号"


def _fails(name: str) -> None:
    lines = {NUMBER: name}
    raise KeyError(f"{name} {lines}")


def _bug() -> BaseException:
    try:
        try:
            _fails(NAME)
        except KeyError as error:
            raise ValueError(NUMBER) from error
    except ValueError as error:
        error.add_note(NAME)
        return error


def test_a_trace_names_kinds_files_lines_and_functions() -> None:
    told = where(_bug())
    assert "builtins.KeyError" in told
    assert told.index("builtins.KeyError") < told.index("builtins.ValueError")
    assert "tests/cli/test_traces.py:" in told
    assert " _fails\n" in told


def test_a_trace_holds_neither_messages_nor_source_nor_notes_nor_folders() -> None:
    told = where(_bug())
    for leaked in (NAME, NUMBER, "lines =", "raise", str(Path.home())):
        assert leaked not in told


def test_errors_gathered_in_a_group_are_traced_without_their_texts() -> None:
    told = where(ExceptionGroup(NAME, [ValueError(NUMBER), KeyError(NAME)]))
    assert told.count("builtins.") == 3
    assert NAME not in told


def test_the_command_lines_log_holds_no_text_of_the_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fault, "log_folder", lambda: tmp_path)
    fault.told(_bug())  # type: ignore[arg-type]
    log = (tmp_path / fault.LOG).read_text(encoding="utf-8")
    assert "builtins.ValueError" in log
    assert NAME not in log
    assert NUMBER not in log


def test_the_program_dumps_no_core() -> None:
    program = (
        "import resource; from committee_desk.__main__ import main; main(['--version']); "
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "(0, 0)"


def test_a_thread_that_fails_is_written_down_without_its_text(tmp_path: Path) -> None:
    program = f"""
from pathlib import Path
from committee_desk.ui.common import crash
crash.log_folder = lambda: Path({str(tmp_path)!r})
crash.catch_everything()
import threading
def fail(): raise ValueError({NAME!r})
t = threading.Thread(target=fail); t.start(); t.join()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stderr + (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert "builtins.ValueError" in told
    assert NAME not in told
