"""A small office: three prosecutors, two others of whom one bears a prosecutor's name, one case."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from tests.conftest import frozen_clock
from tests.imports.workbooks import CASE, PEOPLE, read, workbook


@pytest.fixture(scope="session")
def template_office(template_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office's desk, never opened by a test itself."""
    folder = tmp_path_factory.mktemp("office")
    path = folder / "本院.desk"
    shutil.copyfile(template_desk, path)
    desk = open_desk(path, clock=frozen_clock)
    read(desk, Kind.PEOPLE, workbook(folder / "人员.xlsx", PEOPLE))
    read(desk, Kind.CASES, workbook(folder / "案件.xlsx", [CASE]))
    return path


@pytest.fixture
def office(open_copy: Callable[[Path], Desk], template_office: Path) -> Desk:
    """A desk with the small office."""
    return open_copy(template_office)
