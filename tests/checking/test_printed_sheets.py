"""A final sheet whose data moved after it was printed is named; a draft may be overtaken."""

import sqlite3
from contextlib import closing
from pathlib import Path

from committee_desk.storage.checking.prints import _fingerprints
from committee_desk.storage.checking.reading import Reading
from committee_desk.storage.checking.sound import sound
from committee_desk.storage.engine import engine_for
from committee_desk.wording.checks import problem_in_words
from tests.checking.breaking import break_it
from tests.checking.conftest import PRINTING

MORE_POINTS = """UPDATE events SET points = points + 1000000000
    WHERE person_id = (SELECT id FROM persons WHERE code = '{}') AND indicator = 'skill'"""


def _make_final(path: Path) -> None:
    """What the party group's decision will do: the sheets of J001 and J002 printed as final ones."""
    with engine_for(path, None).connect() as connection:
        final = _fingerprints(Reading(connection, "0002"), 2026, {"J001", "J002"})
    with closing(sqlite3.connect(path)) as raw:
        drafts = dict(
            raw.execute("SELECT code, fingerprint FROM prints JOIN persons ON persons.id = person_id").fetchall()
        )
    statements = [
        f"UPDATE prints SET final = 1, fingerprint = '{final[code]}' WHERE fingerprint = '{mark}'"
        for code, mark in drafts.items()
    ]
    told = [
        "UPDATE journal SET what = "
        f"replace(replace(what, '{mark}', '{final[code]}'), 'false', 'true') WHERE seq = {PRINTING}"
        for code, mark in drafts.items()
    ]
    break_it(path, *statements, *told)


def test_data_that_moved_after_a_final_sheet_is_named_with_the_person(lived: Path) -> None:
    _make_final(lived)
    assert sound(lived, None).ok
    break_it(lived, MORE_POINTS.format("J001"))
    (problem,) = sound(lived, None).problems
    assert problem.code == "prints.moved"
    said = problem_in_words(problem)
    assert "工号 J001 2026 年度考核表第 1 版已定稿打印（第 13 条日志），其后数据有变动" in said
    assert "重新打印并签字" in said


def test_a_draft_may_be_overtaken(lived: Path) -> None:
    break_it(lived, MORE_POINTS.format("J001"))
    assert sound(lived, None).ok


def test_a_final_sheet_of_somebody_who_left_the_list_is_named(lived: Path) -> None:
    _make_final(lived)
    break_it(
        lived, "UPDATE stays SET until = '2025-12-31' WHERE person_id = (SELECT id FROM persons WHERE code = 'J002')"
    )
    assert "J002" in {
        problem.facts["code"] for problem in sound(lived, None).problems if problem.code == "prints.moved"
    }
