"""Numbers and days as they are typed: read generously, and never more than can be reckoned with."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from committee_desk.services import typed_values


@pytest.mark.parametrize(
    ("given", "meant"),
    [("+10", "10"), ("−0.50", "-0.50"), ("１.5", "1.5"), (" 3 ", "3"), (Decimal("1E+2"), "100"), (7, "7"), ("0", "0")],
)
def test_a_number_is_read_however_it_is_typed_and_printed_plainly(given: object, meant: str) -> None:
    assert str(typed_values.number(given)) == meant


@pytest.mark.parametrize(
    "given",
    [
        "", "abc", "5_0", "1e27", "1e400", "9" * 40, "9" * 30, "1,5", "0x1", "0.5\x00", "NaN", "inf", None, True, [],
        Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1e400"), Decimal("1e999999"), Decimal("1e-400"),
    ],
)  # fmt: skip
def test_what_is_no_number_to_reckon_with_is_none(given: object) -> None:
    assert typed_values.number(given) is None


@pytest.mark.parametrize("given", ["2026-03-05", "2026.3.5", "２０２６-03-05", "2026年3月5日", datetime(2026, 3, 5, 9)])  # noqa: DTZ001 - a cell's
def test_a_day_is_read_in_its_usual_shapes(given: object) -> None:
    assert typed_values.day(given) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "given", ["", "2026-W10-1", "2026-02-30", "9999-12-31", "0001-01-01", date.max, 20260305, None]
)
def test_what_is_no_day_of_an_office_is_none(given: object) -> None:
    assert typed_values.day(given) is None
