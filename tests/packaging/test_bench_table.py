"""What a benchmark says, and with which exit code it ends."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "bench"))

from measure import RESULTS, told, within


def test_a_missed_limit_is_named_and_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(within("kept", 40, "ms", 50), within("late", 60, "ms", 50)) == 1
    kept, late = capsys.readouterr().out.splitlines()[1:]
    assert kept.split() == ["kept", "40", "ms", "50", "ms", "ok"]
    assert late.split() == ["late", "60", "ms", "50", "ms", "MISSED"]


def test_kept_limits_end_with_nought() -> None:
    assert told(within("kept", 50, "ms", 50)) == 0


def test_results_are_handed_on_for_the_table_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed = tmp_path / "results.jsonl"
    monkeypatch.setenv(RESULTS, str(handed))
    told(within("kept", 50, "ms", 50))
    told(within("late", 60, "ms", 50))
    assert len(handed.read_text(encoding="utf-8").splitlines()) == 2
