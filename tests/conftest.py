"""Desks for all tests: each gets its own copy of a desk that was made once."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.passwords import Costs, Passwords
from committee_desk.storage import recognise
from tests.disk_use import pytest_runtest_makereport  # noqa: F401 - pytest finds it here
from tests.sound_desks import require_sound

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a machine without a screen runs them all

OFFICE = "演练县人民检察院"
NOW = datetime(2027, 1, 11, 9, 0, tzinfo=CHINA)


def frozen_clock() -> datetime:
    """The time of all tests: the Monday of the week in which the sample year is graded."""
    return NOW


@pytest.fixture(autouse=True)
def _a_memory_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What this PC remembers of desks is one test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(scope="session", autouse=True)
def _passwords_cost_little() -> None:
    """Hundreds of sign-ins in tests; what a password really costs is tested where passwords are."""
    Passwords.costs = Costs(passes=1, kibibytes=64, lanes=1)


@pytest.fixture(scope="session", autouse=True)
def _a_desk_in_use_is_waited_for() -> None:
    """Several tests share one disk; how long a busy desk is waited for is tested where desks are opened."""
    recognise.PATIENCE_SECONDS = 60.0


@pytest.fixture(scope="session")
def actor() -> Actor:
    """Whoever acts in a test."""
    return Actor("周敏")


@pytest.fixture(scope="session")
def template_desk(tmp_path_factory: pytest.TempPathFactory, actor: Actor) -> Path:
    """A fresh desk for 2026, never opened by a test itself."""
    path = tmp_path_factory.mktemp("template") / "空白.desk"
    new_desk(path, OFFICE, 2026, actor, clock=frozen_clock)
    return path


@pytest.fixture(scope="session")
def template_sample_desk(template_desk: Path, tmp_path_factory: pytest.TempPathFactory, actor: Actor) -> Path:
    """The same with the sample office read in, never opened by a test itself."""
    path = tmp_path_factory.mktemp("sample") / "样例.desk"
    shutil.copyfile(template_desk, path)
    desk = open_desk(path, clock=frozen_clock)
    desk.imports.carry_out_folder(actor, resource("samples", "office"), 2026)
    return path


@pytest.fixture(scope="session")
def template_decided_desk(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with its year decided, signed, sealed and archived; never opened by a test itself."""
    from tests.desks_decided import decided_desk  # noqa: PLC0415 - it needs the clock of this module

    folder = tmp_path_factory.mktemp("decided")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))  # whom this PC trusts is no test's own
        decided_desk(folder / "归档.desk", template_sample_desk).desk.close()
    return folder / "归档.desk"


@pytest.fixture(scope="session")
def template_people(template_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of the sample office's people alone, with rounds drafted over six of them; never opened by a test."""
    from tests.services.slip_hands import born_people  # noqa: PLC0415 - it needs the clock of this module

    path = tmp_path_factory.mktemp("people") / "人员.desk"
    born_people(path, template_desk)
    return path


@pytest.fixture
def open_copy(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[Path], Desk]]:
    """Opens a copy of a desk in the test's own folder; when the test is over, the desk must be sound."""

    def opened(template: Path) -> Desk:
        path = tmp_path / "考评.desk"
        shutil.copyfile(template, path)
        return open_desk(path, clock=frozen_clock)

    yield opened
    path = tmp_path / "考评.desk"
    if path.is_file() and request.node.get_closest_marker("breaks_the_desk") is None:
        require_sound(path)


@pytest.fixture
def desk(open_copy: Callable[[Path], Desk], template_desk: Path) -> Desk:
    """A fresh desk for 2026."""
    return open_copy(template_desk)


@pytest.fixture
def sample_desk(open_copy: Callable[[Path], Desk], template_sample_desk: Path) -> Desk:
    """A desk for 2026 with the sample office read in."""
    return open_copy(template_sample_desk)
