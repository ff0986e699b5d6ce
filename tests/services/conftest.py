"""Desks that several tests of services begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.storage.checking.sound import sound
from committee_desk.wording.checks import problem_in_words
from tests.services.publishing_hands import Publishing, born_office, opened_office


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
    problems = [problem_in_words(each) for each in sound(opened.path, None).problems]
    assert not problems, problems
