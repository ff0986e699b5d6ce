"""What was typed is quoted as far as a sentence has room for it."""

from decimal import Decimal

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.rounds import RoundKind
from committee_desk.services.entry_refusals import (
    NoAuthorPlace,
    NobodyOfThatCode,
    NobodyOfThatName,
    NoDay,
    NoNumber,
    NoSuchCase,
    NoSuchLedger,
)
from committee_desk.services.mark_views import MarkOutOfRange
from committee_desk.services.slip_views import LineRefused
from committee_desk.wording.said import digits
from committee_desk.wording.saying import sentence

MUCH = "１x" * 2500


@pytest.mark.parametrize(
    "refusal",
    [
        NoNumber(MUCH), NoDay(MUCH, 5), NoAuthorPlace(MUCH), NoSuchCase(MUCH), NobodyOfThatName(MUCH),
        NobodyOfThatCode(MUCH), NoSuchLedger(MUCH, ("司法技能",)), MarkOutOfRange(Decimal("1E+400")),
        MarkOutOfRange(Decimal("1E-400")), MarkOutOfRange(Decimal("0." + "1" * 5000)),
    ],
)  # fmt: skip
def test_a_refusal_stays_a_sentence_whatever_was_typed(refusal: DeskError) -> None:
    assert len(sentence(refusal)) < 120


@pytest.mark.parametrize(
    ("typed", "said"),
    [("8\n5", "8 5"), ("8\r\n\t5", "8 5"), ("8\x00\x1b5", "8 5"), ("8\u202e5\u2028", "8 5"), ("八五", "八五")],
)
def test_what_was_typed_is_quoted_without_line_ends_and_control_characters(typed: str, said: str) -> None:
    assert f"“{said}”" in sentence(LineRefused("2026-测-001", "C123", "周敏", typed, RoundKind.SCORE))


@pytest.mark.parametrize(
    ("typed", "said"), [("101", "101"), ("-0.5", "-0.5"), ("99.999", "99.999"), ("1E+400", "1.00E+400"), ("NaN", "NaN")]
)
def test_a_number_is_quoted_as_it_was_typed(typed: str, said: str) -> None:
    assert digits(Decimal(typed)) == said
