"""What this installation brought along: the answer of `committee-desk --self-check`."""

import gettext
import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from committee_desk.paths import migrations, resource

FONTS = (
    "HanaMinB.ttf",
    "NotoSansSC-Bold.ttf",
    "NotoSansSC-Medium.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSerifSC-Bold.ttf",
    "NotoSerifSC-Regular.ttf",
)
TRUETYPE = b"\x00\x01\x00\x00"
SIGNING = "pyhanko"


def self_check() -> dict[str, Any]:
    """Look at every kind of shipped file; `ok` is false when anything that this version needs is missing."""
    found: dict[str, Any] = {
        "fonts": _fonts(resource("fonts")),
        "translations": _translations(resource("translations")),
        "migrations": _migrations(migrations()),
        "icons": len(list(resource("icons").glob("*.svg"))),
    }
    problems = [
        *(f"font missing or damaged: {name}" for name in FONTS if name not in found["fonts"]),
        *(f"{kind}: none found" for kind in ("translations", "migrations", "icons") if not found[kind]),
    ]
    signing = {"installed": _can_sign(), "version": _version_of(SIGNING)}
    problems += [] if signing["installed"] else [f"signing: {SIGNING} missing"]
    return {"version": installed_version(), "ok": not problems, "problems": problems, **found, "signing": signing}


def installed_version() -> str | None:
    """The version of the installed package; none when it runs from bare source."""
    return _version_of("committee-desk")


def _can_sign() -> bool:
    """Whether all that signs and verifies loads, and not only its first file."""
    try:
        import_module("committee_desk.documents.signing.sealing")
        import_module("committee_desk.documents.signing.verifying")
    except ImportError:
        return False
    return True


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _fonts(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.ttf") if _begins_with(file, TRUETYPE))


def _begins_with(file: Path, mark: bytes) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(mark)) == mark


def _translations(folder: Path) -> dict[str, int]:
    """How many sentences each language's catalogue holds."""
    return {file.parent.parent.name: _sentences(file) for file in sorted(folder.glob("*/LC_MESSAGES/desk.mo"))}


def _sentences(file: Path) -> int:
    with file.open("rb") as opened:
        held = gettext.GNUTranslations(opened)
    # the catalogue's own heading stands under the empty sentence
    return sum(1 for sentence in getattr(held, "_catalog", {}) if sentence)


def _migrations(folder: Path) -> list[str]:
    """The revisions in the order of their numbers."""
    return sorted(file.stem for file in folder.glob("versions/*.py") if re.match(r"\d", file.name))
