"""Texts of schemes as the journal tells of them, and as they are read from files."""

from hashlib import sha256
from pathlib import Path

from committee_desk.domain.people import Category
from committee_desk.domain.scheme_changes import FieldChange
from committee_desk.domain.scheme_faults import SchemeRefused
from committee_desk.domain.scheme_file import read
from committee_desk.services.scheme_refusals import MOST_BYTES, NoSchemeFile

MOST_TOLD = 60


def subject(year: int, category: Category) -> str:
    """What a journal entry about a scheme is about."""
    return f"{year}:{category}"


def head(year: int, category: Category, text: str) -> dict[str, object]:
    """Which scheme, and the digest of its text; the text itself is sealed with its row."""
    return {"year": year, "category": str(category), "sha256": sha256(text.encode()).hexdigest()}


def told(changes: tuple[FieldChange, ...]) -> dict[str, object]:
    """What changed, as the journal keeps it."""
    if not changes:
        return {}
    kept = changes[:MOST_TOLD]
    found: dict[str, object] = {
        "before": {each.where: each.before for each in kept if each.before is not None},
        "after": {each.where: each.after for each in kept if each.after is not None},
    }
    return found | ({"changes": len(changes)} if len(changes) > MOST_TOLD else {})


def text_of(path: Path) -> str:
    """The text of a file that should be a scheme."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoSchemeFile(path, "large")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise NoSchemeFile(path, "unreadable") from None
    except OSError:
        raise NoSchemeFile(path, "missing") from None


def is_a_scheme(path: Path) -> bool:
    """Whether the file is one, lawful or not."""
    try:
        read(text_of(path))
    except (NoSchemeFile, SchemeRefused):
        return False
    return True
