"""The wheel carries the program, its migrations and its resources, and nothing of the workshop."""

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def shipped() -> set[str]:
    """Where each file lands in the wheel; hatchling leaves out what `.gitignore` names."""
    return {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}


@pytest.mark.parametrize("folder", ["fonts", "icons", "samples", "schemes", "forms", "translations"])
def test_every_resource_lands_inside_the_package(shipped: set[str], folder: str) -> None:
    own = {file.relative_to(ROOT / "resources") for file in (ROOT / "resources" / folder).rglob("*") if file.is_file()}
    assert own
    assert {f"committee_desk/_resources/{path.as_posix()}" for path in own} <= shipped


def test_every_migration_lands_inside_the_package(shipped: set[str]) -> None:
    own = {file.name for file in (ROOT / "db" / "migrations" / "versions").glob("*.py")}
    assert own
    assert {f"committee_desk/_db/migrations/versions/{name}" for name in own} <= shipped
    assert "committee_desk/_db/migrations/env.py" in shipped


def test_every_module_is_shipped(shipped: set[str]) -> None:
    own = {file.relative_to(ROOT).as_posix() for file in (ROOT / "committee_desk").rglob("*.py")}
    assert own <= shipped


def test_nothing_else_is_shipped(shipped: set[str]) -> None:
    assert {path.split("/")[0] for path in shipped} == {"committee_desk"}
    assert not [path for path in shipped if path.endswith((".pyc", ".desk")) or "__pycache__" in path]


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = ROOT / "resources" / "fonts"
    licences = {file.name.rsplit("-", 1)[0] for file in fonts.glob("*.txt")}
    assert {file.stem.split("-")[0] for file in fonts.glob("*.ttf")} == licences
