"""Every desk that a release ever wrote stays whole to the check, and its copies stay worth keeping."""

import shutil
from pathlib import Path

import pytest

from committee_desk.paths import migrations
from committee_desk.storage.build import known_versions
from committee_desk.storage.checking.every import EVERY, QUICK
from committee_desk.storage.checking.reading import Reading
from committee_desk.storage.checking.sound import sound
from committee_desk.storage.engine import engine_for
from committee_desk.storage.migrate import version_of

RELEASED = sorted((Path(__file__).parents[1] / "data" / "released").glob("*.desk"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old_desk(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one of them, as a PC still holds it."""
    return Path(shutil.copyfile(request.param, tmp_path / "旧版.desk"))


def test_every_release_but_this_one_left_a_desk_to_try_on() -> None:
    assert [path.stem for path in RELEASED] == list(known_versions(migrations()))[: len(RELEASED)]
    assert RELEASED


def test_the_check_finds_nothing_wrong_with_it(old_desk: Path) -> None:
    assert sound(old_desk, None).problems == ()


def test_every_invariant_runs_on_it_by_itself(old_desk: Path) -> None:
    with engine_for(old_desk, None).connect() as connection:
        reading = Reading(connection, version_of(connection, old_desk))
        for invariant in (*EVERY, *QUICK):
            assert list(invariant.problems(reading)) == [], invariant.code
