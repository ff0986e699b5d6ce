"""What papers and workbooks say of ballots: small classes merged, of trimmed ones the trimmed mean alone."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from tests.imports.workbooks import workbook
from tests.services.rounds_held import V3, YEAR, counted, office

MARKS = {"A": (95, 90, 88), "B": (92, 61), "C": (100, 90, 85, 80, 57, 95)}
SECRET = ("76.50", "84.50", "84.45", "92", "61", "57")
"""The mean of B, the untrimmed one of C, the pooled one, and single marks."""


@pytest.fixture
def rated(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """P01 with three, two and six marks."""
    office(desk, tmp_path)
    rows = [
        {"票号": f"{letter}-{at}", "票类": letter, "被测评人工号": "P01", "得分": mark}
        for letter, marks in MARKS.items()
        for at, mark in enumerate(marks)
    ]
    desk.imports.carry_out(actor, Kind.BALLOTS, workbook(tmp_path / "票.xlsx", rows), YEAR)
    return desk


def lines_of(desk: Desk, actor: Actor, path: Path, code: str) -> list[str]:
    """What the exported workbook says of the person's ballots."""
    desk.scores.export(actor, YEAR, path)
    rows = openpyxl.load_workbook(path)["依据"].iter_rows(values_only=True)
    return [str(row[6]) for row in rows if row[0] == code and row[2] == "民主测评" and row[5] != "规则"]


def test_the_exported_workbook_merges_the_small_class_and_names_no_mark(
    rated: Desk, actor: Actor, tmp_path: Path
) -> None:
    said = lines_of(rated, actor, tmp_path / "排名.xlsx", "P01")
    assert "A 类 3 票，均分 91.00，权重 0.4" in said
    assert "B、C 类合并 8 票，各类按权重合成 82.00，权重 0.6" in said
    assert not [each for each in SECRET if each in "".join(said)]


def test_the_own_score_handed_out_at_the_counter_says_the_same(
    rated: Desk, actor: Actor, text_of: Callable[[bytes], str]
) -> None:
    told = text_of(rated.objection_papers.own_score(actor, YEAR, "P01"))
    assert "B、C类合并8票，各类按权重合成82.00" in told
    assert not [each for each in ("76.50", "84.50") if each in told]


def test_of_a_round_that_the_desk_counted_the_workbook_names_the_round(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    counted(office(desk, tmp_path), actor, V3)
    said = lines_of(desk, actor, tmp_path / "排名.xlsx", "P01")
    assert "票出自测评轮次 2026-测-001" in said
    assert "C 类 12 票，均分 88.90，权重 0.3（去掉最高、最低各一）" in said
