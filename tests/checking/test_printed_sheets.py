"""A final sheet says what was decided, or it is named; a draft may be overtaken."""

import shutil
from pathlib import Path

import pytest

from committee_desk.domain.course import Move
from committee_desk.storage.checking.sound import sound
from committee_desk.wording.checks import problem_in_words
from tests.checking.breaking import break_it
from tests.services.closing_years import CLERK, YEAR, closing_office
from tests.services.decided_years import decide

MORE_POINTS = """UPDATE events SET points = points + 1000000000
    WHERE person_id = (SELECT id FROM persons WHERE code = '{}') AND indicator = 'skill'"""
OF_J001 = "person_id = (SELECT id FROM persons WHERE code = 'J001') AND final"


@pytest.fixture(scope="module")
def template_printed(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft of J001 and of J002 printed, then everybody decided and J001 printed as final; never opened itself."""
    folder = tmp_path_factory.mktemp("printed")
    office = closing_office(folder / "已定稿.desk", template_sample_desk)
    office.desk.sheets.draw(CLERK, YEAR, ["J001", "J002"], folder / "草稿")
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)
    decide(office)
    office.desk.sheets.draw(CLERK, YEAR, ["J001"], folder / "定稿", final=True)
    office.desk.close()
    return office.path


@pytest.fixture
def printed(template_printed: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    path = tmp_path / "已定稿.desk"
    shutil.copyfile(template_printed, path)
    return path


def test_a_final_sheet_takes_the_place_of_every_draft_and_the_desk_is_sound(printed: Path) -> None:
    assert sound(printed, None).ok


def test_a_final_sheet_of_a_version_that_nobody_decided_is_named_with_the_person(printed: Path) -> None:
    break_it(printed, f"UPDATE prints SET version = 2 WHERE {OF_J001}")
    (problem,) = [each for each in sound(printed, None).problems if each.code == "prints.moved"]
    said = problem_in_words(problem)
    assert "工号 J001 2026 年度考核表第 2 版已定稿打印" in said
    assert "与院党组决定的同一版结果不符" in said


def test_a_final_sheet_of_other_data_than_were_decided_is_named(printed: Path) -> None:
    break_it(printed, f"UPDATE prints SET fingerprint = 'ab' WHERE {OF_J001}")
    assert "prints.moved" in {each.code for each in sound(printed, None).problems}


def test_a_draft_that_still_holds_beside_a_final_sheet_is_named(printed: Path) -> None:
    break_it(printed, f"UPDATE prints SET ended_by = NULL WHERE {OF_J001.replace('AND final', 'AND NOT final')}")
    assert "prints.holding" in {each.code for each in sound(printed, None).problems}


def test_a_draft_may_be_overtaken(lived: Path) -> None:
    break_it(lived, MORE_POINTS.format("J001"))
    assert sound(lived, None).ok
