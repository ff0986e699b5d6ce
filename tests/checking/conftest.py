"""A desk that has lived a little: read in, corrected, taken back, set, printed and exported."""

import shutil
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.services.actor import Actor
from committee_desk.services.imports import Kind
from tests.conftest import frozen_clock
from tests.desks_in_use import use_everything
from tests.imports.workbooks import good, workbook

TAKEN_BACK, TAKING_BACK, SETTING, PRINTING, EXPORT = 10, 11, 12, 13, 14
"""The numbers of its later journal entries; 2 to 9 read the sample office in, in the order of the kinds."""


@pytest.fixture(scope="session")
def template_lived_desk(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory, actor: Actor) -> Path:
    """Never opened by a test itself."""
    folder = tmp_path_factory.mktemp("lived")
    path = folder / "用过的.desk"
    shutil.copyfile(template_sample_desk, path)
    desk = open_desk(path, clock=frozen_clock)
    events = workbook(folder / "加减分.xlsx", [good(Kind.EVENTS)])
    entry = desk.imports.carry_out(actor, Kind.EVENTS, events, 2026).change.entry
    assert entry == TAKEN_BACK
    assert desk.imports.take_back(actor, entry, "读错了文件").entry == TAKING_BACK
    assert desk.settings.put(actor, "publication.cut_off", "18:00", "夏令时").entry == SETTING
    desk.sheets.draw(actor, 2026, ["J001", "J002"], folder)
    assert desk.scores.export(actor, 2026, folder / "排名.xlsx").entry == EXPORT
    return path


@pytest.fixture(scope="session")
def template_full_desk(template_lived_desk: Path, tmp_path_factory: pytest.TempPathFactory, actor: Actor) -> Path:
    """The same after acts of every subject: no table of facts is empty. Never opened by a test itself."""
    folder = tmp_path_factory.mktemp("full")
    path = folder / "全用过.desk"
    shutil.copyfile(template_lived_desk, path)
    use_everything(open_desk(path, clock=frozen_clock), actor, folder)
    return path


@pytest.fixture
def lived(template_lived_desk: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    path = tmp_path / "用过的.desk"
    shutil.copyfile(template_lived_desk, path)
    return path
