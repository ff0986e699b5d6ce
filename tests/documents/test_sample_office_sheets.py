from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.domain.exact import figure
from committee_desk.domain.scores import Status, YearScores
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk


@pytest.fixture
def scores(sample_desk: Desk) -> YearScores:
    """What `score` answers for the sample office."""
    return sample_desk.scores.year(2026)


@pytest.fixture
def texts(sample_desk: Desk, actor: Actor, tmp_path: Path, text_of: Callable[[bytes], str]) -> dict[str, str]:
    """The text of each sheet of the sample office by the code its file is called after."""
    placed = sample_desk.sheets.draw(actor, 2026, None, tmp_path / "表")
    return {path.name.split()[0]: text_of(path.read_bytes()) for path in placed}


def test_each_sheet_says_what_score_says_and_names_no_other_code(texts: dict[str, str], scores: YearScores) -> None:
    codes = [person.code for person in scores.people]
    assert list(texts) == codes
    for person in scores.people:
        text = texts[person.code]
        assert person.name in text
        assert f"总分{figure(person.total)}" in text
        assert not [shown for shown in map(figure, person.indicators.values()) if shown not in text]
        assert text.count("不适用不适用") == len(person.not_applicable)
        assert [code for code in codes if code in text] == [person.code]
        assert person.proposed_grade is None or f"测算等次{person.proposed_grade}" in text
        assert person.rank is None or f"第{person.rank}名" in text


def test_a_decision_stands_on_its_own_person_s_sheet_and_an_open_investigation_on_none(texts: dict[str, str]) -> None:
    assert [code for code, text in texts.items() if "X监政〔2026〕3号" in text] == ["J001"]
    assert not [code for code, text in texts.items() if "立案" in text or "X监立" in text]
    assert "测算等次另行确定" in texts["J016"]


def said_of_the_grade(text: str) -> list[str]:
    """名次, 测算等次 and 说明事项, as the sheet prints them."""
    edges = (("名次", "业绩考评等次"), ("测算等次", "分项得分"), ("说明事项", "政工部门"))
    return [text.partition(label)[2].partition(after)[0] for label, after in edges]


def test_who_is_on_long_leave_cannot_be_told_from_who_is_under_investigation(
    texts: dict[str, str], scores: YearScores
) -> None:
    statuses = {person.code: person.status for person in scores.people}
    assert (statuses["J002"], statuses["J016"]) == (Status.NO_GRADE, Status.PENDING)
    assert said_of_the_grade(texts["J002"]) == said_of_the_grade(texts["J016"])
    assert said_of_the_grade(texts["J016"]) == ["另行确定", "另行确定", "考核等次另行确定。"]
    assert not [code for code in ("J002", "J016") if "假" in texts[code]]


def test_that_nothing_stands_in_the_way_is_said_of_the_graded_alone(texts: dict[str, str], scores: YearScores) -> None:
    clear = {code for code, text in texts.items() if "无影响定等次的处分决定" in text}
    assert clear == {person.code for person in scores.people if person.proposed_grade} - {"J001"}


def test_every_voucher_of_an_event_stands_on_its_person_s_sheet(texts: dict[str, str]) -> None:
    assert "信息简报采用+1.50（政〔2026〕328号）" in texts["J001"]
    assert "检察建议被采纳4次+2.00（政〔2026〕" in texts["J020"]


def test_handed_on_points_are_told_beside_the_figure(texts: dict[str, str]) -> None:
    assert "办案效果830.00基准6.00，无加减；×70÷14" in texts["J018"]


def test_every_sheet_of_a_draft_says_so(texts: dict[str, str]) -> None:
    assert all("未定稿" in text for text in texts.values())
    assert not [text for text in texts.values() if "演示" in text]
