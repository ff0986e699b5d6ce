"""A desk file that is taken away, or swapped, while it is open: never "saved" when it is not."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.desk_file import DeskMissing, DeskReplaced
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.actor import Actor
from committee_desk.services.clock import pc_clock
from committee_desk.services.desk import Desk
from committee_desk.storage.work import SqlWork
from committee_desk.wording.errors import sentence

CLERK = Actor("周敏")


def removed(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("别处.desk"))


def swapped(path: Path) -> None:
    copy = path.with_name("另一份.desk")
    shutil.copyfile(path, copy)
    os.replace(copy, path)  # noqa: PTH105 - the way a copying program does it


WAYS = pytest.mark.parametrize("taken_away", [removed, moved, swapped])


@WAYS
@pytest.mark.parametrize("written_first", [True, False])
def test_nothing_is_called_saved_that_went_into_a_file_taken_away(
    template_desk: Path, tmp_path: Path, taken_away: Callable[[Path], None], *, written_first: bool
) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_desk, path)
    work = SqlWork(path, None, pc_clock)
    with pytest.raises(DeskReplaced) as told, work.writing() as uow:  # noqa: PT012 - in the middle of one act
        if not written_first:
            taken_away(path)
        entry = uow.journal.append(CLERK, "settings.put", "publication.cut_off", {"value": "17:00"})
        uow.settings.put(entry, "publication.cut_off", "17:00")
        if written_first:
            taken_away(path)
        uow.commit()
    assert str(path) in sentence(told.value)


@pytest.mark.parametrize("taken_away", [removed, moved])
def test_every_page_of_a_desk_that_is_gone_says_so(desk: Desk, taken_away: Callable[[Path], None]) -> None:
    path = desk.identity().path
    taken_away(path)
    for act in (
        lambda: desk.scores.year(2026), lambda: desk.people.roster(2026), desk.imports.history,
        lambda: desk.calendar.set_day(CLERK, date(2026, 3, 2), DayKind.OFF, None, "演练〔2026〕1号"),
    ):  # fmt: skip
        with pytest.raises(DeskMissing):
            act()
    assert not path.exists(), "a desk that is gone must not come back empty"


def test_a_folder_that_is_gone_says_so(desk: Desk) -> None:
    shutil.rmtree(desk.identity().path.parent)
    with pytest.raises((DeskError, Trouble)) as told:
        desk.scores.year(2026)
    assert sentence(told.value)
