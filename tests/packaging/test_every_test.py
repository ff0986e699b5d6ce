"""A test that fails in the crowd is asked once more by itself; one that fails by itself has failed."""

import sys
from pathlib import Path

import pytest
from dev import every_test

UNSTEADY = """
from pathlib import Path

def test_that_fails_the_first_time():
    tried_before = Path(__file__).with_name("tried_before")
    again = tried_before.exists()
    tried_before.touch()
    assert again

def test_that_passes():
    with Path(__file__).with_name("runs").open("a", encoding="utf-8") as runs:
        runs.write("x")
"""


def answer_to(tests: str, folder: Path, *words: str) -> int:
    """What `dev.py test` answers where these are all the tests."""
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    (folder / "test_some.py").write_text(tests, "utf-8")
    return every_test(Path(sys.executable), ["-n1", *words], folder)


def test_what_fails_among_the_others_is_run_once_more_alone_and_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert answer_to(UNSTEADY, tmp_path) == 0
    said = capfd.readouterr().out
    assert "FAILED test_some.py::test_that_fails_the_first_time" in said
    assert "PASSED test_some.py::test_that_fails_the_first_time" in said
    assert (tmp_path / "runs").read_text("utf-8") == "x"  # what passed is not run again


def test_what_fails_by_itself_has_failed(tmp_path: Path) -> None:
    assert answer_to("def test_wrong():\n    assert 1 == 2\n", tmp_path) == 1


def test_without_a_memory_of_what_failed_the_first_answer_stands(tmp_path: Path) -> None:
    assert answer_to(UNSTEADY, tmp_path, "-p", "no:cacheprovider") == 1
