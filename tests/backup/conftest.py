"""Desks whose clock a test moves on, and what their copies hold."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.services.desk import Desk
from tests.conftest import NOW


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def moving(desk: Desk, clock: Clock) -> Desk:
    """A fresh desk that goes by the moving clock."""
    return open_desk(desk.path, clock=clock)


@pytest.fixture
def no_leftovers(tmp_path: Path) -> Iterator[Callable[[], list[str]]]:
    """The names of files in the making; there must be none when the test ends."""

    def found() -> list[str]:
        return [each.name for each in tmp_path.rglob("*") if "unfinished" in each.name]

    yield found
    assert found() == []
