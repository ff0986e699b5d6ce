"""封存单 and 启封清单 on paper: the whole key with its check and how it is kept; every mark that was sealed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_unsealing import Unsealing
from tests.services.rounds_held import SECOND, V3, YEAR, A, count_in, counted, office, opened


@pytest.fixture
def held(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    return office(desk, tmp_path)


def test_the_sheet_bears_round_counts_why_and_the_key(
    held: Desk, actor: Actor, text_of: Callable[[bytes], str]
) -> None:
    key = held.rounds.void(actor, YEAR, counted(held, actor), "票箱被打开过", SECOND).key
    said = text_of(held.round_papers.preview_seal(actor, YEAR, 1, key))
    assert "".join(key.split("-")) in said.replace(" ", "").replace("\n", "")
    for told in (
        "2026-测-001",
        "票箱被打开过",
        "126个",
        "同本轮的纸质票一起装入信封",
        "交监票人保管",
        "末尾五字是校验",
    ):
        assert told in said.replace("\n", ""), told


def test_of_a_round_that_its_turnout_voided_the_sheet_says_which_threshold_failed(
    held: Desk, actor: Actor, text_of: Callable[[bytes], str]
) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: (95, 90)})
    key = held.rounds.close(actor, YEAR, number, SECOND).key
    assert "收回不足应到的2/3" in text_of(held.round_papers.preview_seal(actor, YEAR, number, key)).replace(" ", "")


def test_the_list_of_an_opened_seal_names_every_mark(held: Desk, actor: Actor, text_of: Callable[[bytes], str]) -> None:
    key = held.rounds.void(actor, YEAR, counted(held, actor), "票箱被打开过", SECOND).key
    opened_again, _ = held.rounds.unseal(actor, YEAR, 1, Unsealing(key, "有人质疑"), SECOND)
    said = text_of(held.round_papers.preview_unsealed(actor, opened_again))
    assert "启封理由：有人质疑" in said
    for mark in {mark for marks in V3.values() for mark in marks}:
        assert str(mark) in said
    assert "部门长6" in said


def test_handing_out_is_journalled_without_key_and_marks(held: Desk, actor: Actor) -> None:
    key = held.rounds.void(actor, YEAR, counted(held, actor), "票箱被打开过", SECOND).key
    held.round_papers.seal(actor, YEAR, 1, key)
    held.round_papers.seal(actor, YEAR, 1, key)
    newest, before = held.journal.rows(2)
    assert newest.verb == before.verb == "rounds.draw"
    assert key[:9] not in newest.what
    assert '"paper":"seal"' in newest.what
