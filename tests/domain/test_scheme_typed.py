"""A scheme's text before a desk keeps it: short, in clear names, nothing in it that no rule reads."""

import pytest

from committee_desk.domain.scheme_document import parsed, put, written
from committee_desk.domain.scheme_faults import (
    SchemeFieldUnknown,
    SchemeIdWrong,
    SchemeRefused,
    SchemeTextTooLarge,
    SchemeWordWrong,
)
from committee_desk.domain.scheme_file import read
from committee_desk.domain.scheme_typed import require_clear, without_strays
from committee_desk.services.schemes import SHIPPED, scheme_text
from committee_desk.wording.saying import sentence

LEDGER = ("parts", 1, "indicators", 0)


def with_value(place: tuple[str | int, ...], value: object) -> str:
    return written(put(parsed(scheme_text()), place, value))


@pytest.mark.parametrize("shipped", sorted(SHIPPED.values()))
def test_the_shipped_schemes_are_clear(shipped: str) -> None:
    require_clear(scheme_text(shipped))
    assert without_strays(scheme_text(shipped)) == scheme_text(shipped)


@pytest.mark.parametrize(
    ("place", "value", "refusal", "named"),
    [
        (("name",), "\x00方案", SchemeWordWrong, "<U+0000>"),
        (("name",), "方\u200b案", SchemeWordWrong, "<U+200B>"),
        ((*LEDGER, "name"), "名" * 41, SchemeWordWrong, "parts[1].indicators[0].name"),
        ((*LEDGER, "name"), "名" * 900_000, SchemeTextTooLarge, "1 MB"),
        ((*LEDGER, "name"), "名" * 100_000, SchemeWordWrong, "最多 40 字"),
        (("cases", "weights", "案\u200b件"), 1, SchemeWordWrong, "<U+200B>"),
        (("leave", "no_grade_kinds", 0), "病\u202e假", SchemeWordWrong, "leave.no_grade_kinds[0]"),
        (("id",), "../../etc", SchemeIdWrong, "../../etc"),
        ((*LEDGER, "id"), "Conduct", SchemeIdWrong, "parts[1].indicators[0].id"),
        ((*LEDGER, "id"), "c" * 41, SchemeIdWrong, "最多 40 个"),
        (("evil",), 1, SchemeFieldUnknown, "evil"),
        ((*LEDGER, "evil"), {"name": "x"}, SchemeFieldUnknown, "parts[1].indicators[0].evil"),
        (("ballots", "evil\x1b"), 1, SchemeFieldUnknown, "ballots.evil"),
    ],
)
def test_what_no_desk_should_keep_is_refused_with_its_place(
    place: tuple[str | int, ...], value: object, refusal: type[SchemeRefused], named: str
) -> None:
    text = with_value(place, value)
    with pytest.raises(refusal) as refused:
        require_clear(text)
    assert named in sentence(refused.value)
    assert len(sentence(refused.value)) < 200


def test_blanks_count_as_length() -> None:
    with pytest.raises(SchemeTextTooLarge):
        require_clear(scheme_text() + " " * 50_000_000)


def test_what_no_rule_reads_can_be_left_out_and_the_rest_stays() -> None:
    text = with_value((*LEDGER, "evil"), {"name": "x"})
    assert read(without_strays(text)) == read(scheme_text())
    require_clear(without_strays(text))


def test_a_start_that_another_rule_does_not_ask_for_may_stay() -> None:
    require_clear(with_value(("parts", 0, "indicators", 0, "start"), 3))
