"""The Debian package of the one-folder build: no scripts of its own, dpkg's triggers do what is needed."""

import shutil
import subprocess
from pathlib import Path

import machine
from environment import PROJECT, ROOT, run

HOME = Path("opt") / PROJECT
SUMMARY = "year of a prosecutors' assessment committee, on paper and screen"
MENU_ENTRY = f"""[Desktop Entry]
Type=Application
Name=Committee Desk
Name[zh_CN]=检察官考评台账
Comment=The year of an assessment committee
Comment[zh_CN]=检察官业绩考核：汇总、排名、确认表
Exec={PROJECT} %f
Icon={PROJECT}
Terminal=false
Categories=Office;
MimeType=application/x-{PROJECT};
"""
FILE_KIND = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-{PROJECT}">
    <comment>Committee Desk file</comment>
    <comment xml:lang="zh_CN">检察官考评台账文件</comment>
    <icon name="{PROJECT}"/>
    <glob pattern="*.desk"/>
  </mime-type>
</mime-info>
"""


def make(folder: Path, version: str, glibc: str) -> Path:
    """Pack the folder; the answer is the package's path."""
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / HOME, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / PROJECT).symlink_to(f"/{HOME}/{PROJECT}")
    share = tree / "usr" / "share"
    write(share / "applications" / f"{PROJECT}.desktop", MENU_ENTRY)
    write(share / "mime" / "packages" / f"{PROJECT}.xml", FILE_KIND)
    write(share / "doc" / PROJECT / "copyright", licences())
    picture = share / "icons" / "hicolor" / "scalable" / "apps" / f"{PROJECT}.svg"
    write(picture, (ROOT / "resources" / "icons" / f"{PROJECT}.svg").read_text(encoding="utf-8"))
    write(tree / "DEBIAN" / "control", control(version, architecture(), glibc, size_of(tree)))
    # whatever the builder's umask, everybody may read and nobody else may write
    run("chmod", "--recursive", "u=rwX,go=rX", tree)
    package = folder.parent / f"{PROJECT}_{version}_{architecture()}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package)
    return package


def control(version: str, architecture: str, glibc: str, kilobytes: int) -> str:
    """Say what the package is and what of the system it needs."""
    needs = [f"libc6 (>= {glibc})", *(need.package for need in machine.WINDOW)]
    return f"""Package: {PROJECT}
Version: {version}
Architecture: {architecture}
Maintainer: Committee Desk contributors <contributors@committee-desk.invalid>
Installed-Size: {kilobytes}
Depends: {", ".join(needs)}
Suggests: cups
Section: misc
Priority: optional
Description: {SUMMARY}
 Reads an office's workbooks, scores and ranks its prosecutors by the
 year's scheme, explains every figure to its source cell and prints the
 grade sheets. Works without network; brings its own fonts.
"""


def licences() -> str:
    """The program's licence, and those of the parts it brings."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return f"""{own}
This package also brings, under their own licences:

Qt and PySide6: GNU LGPL version 3 (/usr/share/common-licenses/LGPL-3). They lie as
shared libraries in /{HOME}/_internal/PySide6 and may be replaced there.
SQLCipher: BSD. ReportLab: BSD. PDFium: BSD and Apache 2.0. SQLAlchemy, alembic,
openpyxl, python-calamine, pyHanko, cryptography and the others: MIT, BSD or Apache 2.0;
certifi: MPL 2.0.
Noto Serif SC, Noto Sans SC: SIL Open Font License 1.1. HanaMinB: Hanazono Font License
or SIL OFL 1.1. Tabler Icons: MIT. Their texts lie beside them, in
/{HOME}/_internal/committee_desk/_resources/fonts and .../icons.
"""


def architecture() -> str:
    """What dpkg calls this machine."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def size_of(tree: Path) -> int:
    """The installed size in kilobytes, as dpkg wants it told."""
    return sum(file.stat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink()) // 1024


def write(file: Path, text: str) -> None:
    """Write a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
