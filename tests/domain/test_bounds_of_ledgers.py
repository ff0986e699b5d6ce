"""What of an event does not count because its ledger is full or empty (domain rules, row 48)."""

from decimal import Decimal

import pytest

from committee_desk.domain.events import beyond_bounds


@pytest.mark.parametrize(
    ("start", "maximum", "points", "besides", "lost"),
    [
        ("0", 10, ["4", "5"], "0", ["0", "0"]),
        ("0", 10, ["4", "5", "3"], "0", ["0", "0", "2"]),
        ("0", 10, ["9", "3", "3"], "0", ["0", "2", "3"]),
        ("0", 5, ["2", "1"], "3", ["0", "1"]),
        ("0", 10, ["12", "-1"], "0", ["1", "0"]),
        ("3", 3, ["-2", "-2"], "0", ["0", "-1"]),
        ("3", 3, ["-2", "1"], "0", ["0", "0"]),
    ],
)
def test_row_48_what_is_beyond_the_cap_is_laid_on_the_newest_events(
    start: str, maximum: int, points: list[str], besides: str, lost: list[str]
) -> None:
    found = beyond_bounds(Decimal(start), maximum, [Decimal(each) for each in points], Decimal(besides))
    assert found == [Decimal(each) for each in lost]
