"""What the .deb tells dpkg and the desktop."""

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import bundle
import deb
import machine
import pytest


def test_the_package_names_every_library_that_the_build_leaves_to_the_system() -> None:
    text = deb.control("1.2.3", "amd64", "2.36", 1000)
    depends = re.search(r"^Depends: (.*)$", text, re.MULTILINE)
    assert depends is not None
    named = depends[1].split(", ")
    assert named[0] == "libc6 (>= 2.36)"
    assert {need.package for need in machine.WINDOW} <= set(named)


def test_the_package_bears_the_project_s_version() -> None:
    assert f"Version: {bundle.version()}\n" in deb.control(bundle.version(), "amd64", "2.28", 1)


def test_a_desk_file_opens_from_the_file_manager() -> None:
    entry = configparser.RawConfigParser()
    entry.read_string(deb.MENU_ENTRY)
    kind = ET.fromstring(deb.FILE_KIND).find("{*}mime-type")
    assert kind is not None
    assert entry["Desktop Entry"]["MimeType"] == kind.attrib["type"] + ";"
    assert entry["Desktop Entry"]["Exec"].endswith("%f")
    globs = [found.attrib["pattern"] for found in kind.findall("{*}glob")]
    assert globs == ["*.desk"]


def test_the_oldest_glibc_is_that_of_the_most_demanding_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.so", "two.so", "notes.txt"):
        (tmp_path / name).write_bytes(b"\x7fELF" if name.endswith(".so") else b"GLIBC_2.99")
    asked = {"one.so": "GLIBC_2.4 GLIBC_2.28", "two.so": "GLIBC_2.9"}
    monkeypatch.setattr(bundle, "versions_asked", lambda file: asked[file.name])
    assert bundle.oldest_glibc(tmp_path) == "2.28"


def test_the_licences_of_what_is_brought_along_are_named() -> None:
    said = deb.licences()
    assert all(name in said for name in ("MIT License", "LGPL", "SIL", "Hanazono", "Tabler"))
