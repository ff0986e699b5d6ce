"""Desks that several tests of services begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.services.desk import Desk
from tests.services import rounds_held
from tests.services.deciding_hands import Decider, published_office
from tests.services.posted_notices import PostedOffice
from tests.services.publishing_hands import Publishing, born_office, opened_office
from tests.services.reviewing_hands import copied, posted_year
from tests.sound_desks import require_sound


@pytest.fixture(scope="session")
def template_approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk of 2025 whose committee approved a list, never opened by a test itself."""
    path = tmp_path_factory.mktemp("approved") / "已审议.desk"
    born_office(path)
    return path


@pytest.fixture
def office(tmp_path: Path, template_approved: Path) -> Iterator[Publishing]:
    """A copy of it; when the test is over, the desk must be sound."""
    opened = opened_office(tmp_path / "公示.desk", template_approved)
    yield opened
    require_sound(opened.path)


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> Desk:
    """An office that can hold rating rounds."""
    return rounds_held.office(desk, tmp_path)


@pytest.fixture(scope="session")
def template_posted(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """A year whose grades hang since Monday 11 January 2027, never opened by a test itself."""
    return posted_year(tmp_path_factory.mktemp("posted") / "考评.desk", template_sample_desk)


@pytest.fixture
def posted_on_tuesday(tmp_path: Path, template_posted: Path) -> Iterator[PostedOffice]:
    """A copy of it on Tuesday; when the test is over, the desk must be sound."""
    opened = copied(template_posted, tmp_path / "考评.desk")
    yield opened
    require_sound(opened.path)


@pytest.fixture
def posted(tmp_path: Path, template_sample_desk: Path) -> Iterator[Decider]:
    """The sample office while its notice hangs, with what its re-reviews are decided by; sound at its end."""
    made = published_office(tmp_path / "考评.desk", template_sample_desk)
    yield made
    made.office.desk.close()
    require_sound(made.office.path)
