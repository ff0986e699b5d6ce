"""A text that somebody gives: what can be read of it stays, what nobody sees goes, and its field has an end."""

import pytest

from committee_desk.domain.said import LIMITS, TooLongForField, said, visible
from committee_desk.wording.saying import sentence


@pytest.mark.parametrize(
    "text", ["", None, " ", "\u200b", "\u3164", "\ufe0f\u00ad", "\x00\x1b", "\u2028", "\u200e \u200f"]
)
def test_what_nobody_sees_is_no_text(text: str | None) -> None:
    assert said(text) == ""


def test_what_nobody_sees_goes_and_the_rest_stays_as_it_was_written() -> None:
    assert said(" 政\u200b治\x00部\x1b意见，\r\n第二行\t完 ") == "政治部意见，\n第二行 完"
    assert visible("《检察日报》 2026 № 3 ½") == "《检察日报》 2026 № 3 ½"


def test_a_field_of_one_line_has_one() -> None:
    assert said("王\n\u3000芳", "giver") == "王 芳"


def test_half_a_character_stays_for_whoever_refuses_it() -> None:
    assert said("\ud800") == "\ud800"


@pytest.mark.parametrize("field", sorted(LIMITS))
def test_each_field_has_an_end_and_a_name_in_the_sentence_that_says_so(field: str) -> None:
    most = LIMITS[field].most
    assert len(said("字" * most + "\u200b", field)) == most
    with pytest.raises(TooLongForField) as refused:
        said("字" * (most + 1), field)
    assert f"{most} 字" in sentence(refused.value)
    assert field not in sentence(refused.value)


def test_a_page_of_nothing_is_not_looked_through() -> None:
    with pytest.raises(TooLongForField):
        said("\u200b" * 50_000_000)
