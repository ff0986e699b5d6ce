"""The shipped text of how a desk is built is what the migrations build, in every version."""

import json
import shutil
from pathlib import Path

import pytest
from record_build import build_of

from committee_desk.paths import migrations, resource
from committee_desk.storage.build import known_versions
from committee_desk.storage.migrate import lay_tables

VERSIONS = known_versions(migrations())


@pytest.mark.parametrize("version", VERSIONS)
def test_the_shipped_build_is_what_the_migrations_make(version: str, tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(migrations(), folder)
    for later in VERSIONS[VERSIONS.index(version) + 1 :]:
        next((folder / "versions").glob(f"{later}_*.py")).unlink()
    path = tmp_path / "空.desk"
    lay_tables(path, None, folder=folder)
    shipped = json.loads(resource("builds", f"{version}.json").read_text(encoding="utf-8"))
    assert build_of(path) == shipped, "run packaging/record_build.py for the newest version; never change an older one"
