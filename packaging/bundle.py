"""The one-folder build and the package made of it: wheel, then PyInstaller, then .deb."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import deb
import environment
from environment import PROJECT, ROOT

DIST = ROOT / "dist"
FOLDER = DIST / PROJECT


def build() -> None:
    """Make `dist/committee-desk/` and, on Debian and its children, `dist/committee-desk_VERSION_ARCH.deb`."""
    print("Installing the wheel into build/bundle-env", flush=True)
    python = environment.make(ROOT / "build" / "bundle-env", "--no-dev", "--group=bundle", editable=False)
    print("Collecting one folder with PyInstaller", flush=True)
    places = ["--distpath", DIST, "--workpath", ROOT / "build" / "pyinstaller"]
    recipe = ROOT / "packaging" / f"{PROJECT}.spec"
    # away from the checkout, so that only the installed wheel can be found
    work = ROOT / "build"
    command = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, recipe]
    if environment.answer(*command, folder=work):
        raise SystemExit("PyInstaller failed; its messages stand above.")
    if environment.answer(FOLDER / PROJECT, "--self-check"):
        raise SystemExit("The build does not find all its files; its answer stands above.")
    if sys.platform == "linux":
        needs = oldest_glibc(FOLDER)
        print(f"The build needs glibc {needs} or newer", flush=True)
        print(f"Made {deb.make(FOLDER, version(), needs).relative_to(ROOT)}", flush=True)
    # not run: on Windows `packaging/windows/committee-desk.iss` makes the installer from the same folder


def version() -> str:
    """The version that pyproject.toml says."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def oldest_glibc(folder: Path) -> str:
    """The newest glibc that any collected library asks for: the oldest system that the build runs on."""
    asked = {(2, 17)}
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.read_bytes()[:4] == b"\x7fELF":
            asked |= {(2, int(minor)) for minor in re.findall(r"GLIBC_2\.(\d+)", versions_asked(file))}
    return ".".join(str(part) for part in max(asked))


def versions_asked(file: Path) -> str:
    """The versions of system libraries that a library names, as objdump lists them."""
    return subprocess.run(["objdump", "-p", file], check=True, capture_output=True, text=True).stdout
