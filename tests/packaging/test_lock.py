"""The lock holds only what an office's PC can load: glibc 2.28 (UOS 20) and Windows 10."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
OLDEST_GLIBC = 28
PYTHONS = ("cp311-cp311", "cp312-cp312")


def locked() -> list[dict[str, Any]]:
    with (ROOT / "uv.lock").open("rb") as file:
        packages: list[dict[str, Any]] = tomllib.load(file)["package"]
    return [package for package in packages if "registry" in package["source"] and not left_out(package)]


def left_out(package: dict[str, Any]) -> bool:
    """Packages locked for another machine alone: aarch64's Qt, and what only macOS or Windows needs."""
    markers = " ".join(package.get("resolution-markers", []))
    return "platform_machine == 'aarch64'" in markers or package["name"] in elsewhere()


def elsewhere() -> set[str]:
    """Names that every dependent asks for on other systems only."""
    with (ROOT / "uv.lock").open("rb") as file:
        packages = tomllib.load(file)["package"]
    asked: dict[str, list[str]] = {}
    for package in packages:
        groups = package.get("dev-dependencies", {}).values()
        for wanted in [*package.get("dependencies", []), *(one for group in groups for one in group)]:
            asked.setdefault(wanted["name"], []).append(wanted.get("marker", ""))
    elsewhere = re.compile(r"sys_platform == '(win32|darwin)'")
    return {name for name, markers in asked.items() if all(elsewhere.fullmatch(marker) for marker in markers)}


def tags(package: dict[str, Any]) -> list[str]:
    """The tags of its wheels: `cp311-cp311-manylinux_2_28_x86_64`."""
    names = [wheel["url"].rsplit("/", 1)[1].removesuffix(".whl") for wheel in package.get("wheels", [])]
    return ["-".join(name.split("-")[-3:]) for name in names]


def is_pure(tag: str) -> bool:
    return re.fullmatch(r"(py2\.)?py3\d*-none-any", tag) is not None


def fits_python(tag: str, python: str) -> bool:
    interpreter, abi, _ = tag.split("-")
    minor = int(python.split("-", maxsplit=1)[0].removeprefix("cp3"))
    if f"{interpreter}-{abi}" == python or (interpreter == "py3" and abi == "none"):
        return True
    lowest = re.fullmatch(r"cp3(\d+)", interpreter)
    return abi == "abi3" and lowest is not None and int(lowest[1]) <= minor


def fits_old_linux(tag: str) -> bool:
    platforms = tag.split("-")[2].split(".")
    found = [re.fullmatch(r"manylinux_2_(\d+)_x86_64", name) for name in platforms]
    minors = [int(match[1]) for match in found if match]
    legacy = {"manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64"}
    return bool(legacy & set(platforms)) or any(minor <= OLDEST_GLIBC for minor in minors)


def fits_windows(tag: str) -> bool:
    return tag.endswith("-win_amd64")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("package", locked(), ids=lambda package: f"{package['name']}-{package['version']}")
def test_every_locked_package_loads_on_an_office_linux(package: dict[str, Any], python: str) -> None:
    assert any(is_pure(tag) or (fits_python(tag, python) and fits_old_linux(tag)) for tag in tags(package)), tags(
        package
    )


@pytest.mark.parametrize("package", locked(), ids=lambda package: f"{package['name']}-{package['version']}")
def test_every_locked_package_loads_on_windows(package: dict[str, Any]) -> None:
    fitting = [tag for tag in tags(package) if is_pure(tag) or (fits_python(tag, "cp311-cp311") and fits_windows(tag))]
    assert fitting, tags(package)


def test_the_lock_is_read_at_all() -> None:
    names = {package["name"] for package in locked()}
    assert {"pyside6-essentials", "sqlcipher3", "sqlalchemy", "reportlab"} <= names


@pytest.mark.parametrize(
    "tag",
    ["cp311-cp311-manylinux_2_34_x86_64", "cp311-cp311-musllinux_1_2_x86_64", "cp311-cp311-manylinux_2_28_aarch64"],
)
def test_newer_or_foreign_wheels_do_not_count(tag: str) -> None:
    assert not fits_old_linux(tag)


def test_a_wheel_with_two_tags_counts_by_the_older_one() -> None:
    assert fits_old_linux("cp311-cp311-manylinux_2_27_x86_64.manylinux_2_34_x86_64")
    assert not fits_python("cp313-abi3-manylinux_2_28_x86_64", "cp312-cp312")
