"""The command line in English: no Chinese but the office's own words, spaced as English is."""

import re

import pytest

from committee_desk.cli.verbs import verbs
from committee_desk.services.imports import Kind
from tests.cli.conftest import Run

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
TO_BE_TYPED = re.compile("|".join(["中文", "休", *(kind.stem for kind in Kind)]))
"""Workbooks keep their Chinese names and words, so that English names them as they must be written."""


def _chinese(said: str) -> list[str]:
    return CHINESE.findall(TO_BE_TYPED.sub("", said))


@pytest.mark.parametrize("verb", ["", *verbs(lambda _path: 0)])
def test_help_is_all_english(run: Run, verb: str) -> None:
    answer = run("--lang", "en", *([verb] if verb else []), "--help")
    assert answer.code == 0
    assert _chinese(answer.out) == []


def test_a_window_s_days_and_closing_hour_stand_apart(run: Run) -> None:
    said = run("--lang", "en", "window", "2026-01-30").out
    assert "2026-02-02 (Mon), 2026-02-03 (Tue)" in said
    assert re.search(r"\d{4}-\d\d-\d\d \(Fri\) at 17:30", said)
    assert _chinese(said) == []


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("score",),
        ("window", "2031-01-02"),
        ("score", "--no-such"),
        ("window", "then"),
        ("init", "x.desk"),
    ],
)
def test_refusals_are_english(run: Run, words: tuple[str, ...]) -> None:
    answer = run("--lang", "en", *words)
    assert answer.code == 2
    assert answer.err.strip()
    assert _chinese(answer.err) == []
