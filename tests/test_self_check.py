"""`committee-desk --self-check` finds what is shipped, and says what is not."""

import shutil
import tomllib
from pathlib import Path

import pytest

from committee_desk import paths, self_check
from committee_desk.self_check import FONTS


def test_a_complete_installation_is_ok() -> None:
    found = self_check.self_check()
    assert found["problems"] == []
    assert found["ok"] is True
    assert found["fonts"] == sorted(FONTS)
    assert found["translations"]["en"] > 0
    assert "0001_first_release" in found["migrations"]
    assert found["signing"] == {"installed": True, "version": "0.38.0"}


def test_the_version_is_that_of_the_package() -> None:
    said = tomllib.loads((paths.resource().parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert self_check.self_check()["version"] == said["project"]["version"]


def test_a_damaged_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(paths.resource("fonts"), tmp_path / "fonts", copy_function=_link)
    (tmp_path / "fonts" / FONTS[0]).unlink()
    (tmp_path / "fonts" / FONTS[0]).write_bytes(b"version https://git-lfs\n")
    real = paths.resource
    monkeypatch.setattr(self_check, "resource", lambda name: tmp_path / name if name == "fonts" else real(name))
    found = self_check.self_check()
    assert found["ok"] is False
    assert f"font missing or damaged: {FONTS[0]}" in found["problems"]


def test_an_installation_without_resources_names_all_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check, "resource", tmp_path.joinpath)
    monkeypatch.setattr(self_check, "migrations", lambda: tmp_path / "migrations")
    found = self_check.self_check()
    assert len(found["problems"]) == len(FONTS) + 3


def _link(source: str, target: str) -> None:
    Path(target).symlink_to(source)
