"""The schemes that come with the program, and schemes from a file, as the text that a desk keeps."""

from pathlib import Path

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.scheme_faults import SchemeTextTooLarge, SchemeUnreadable
from committee_desk.domain.scheme_file import load
from committee_desk.domain.scheme_typed import MOST_BYTES, require_clear
from committee_desk.paths import resource

DEFAULT_SCHEME = "prosecutor-2026"
SHIPPED = {
    Category.PROSECUTOR: DEFAULT_SCHEME,
    Category.ASSISTANT: "assistant-2026",
    Category.ADMINISTRATIVE: "administrative-2026",
}
"""The scheme that each category begins with."""


class SchemeNotFound(DeskError):
    """Neither a shipped scheme nor a file bears that name. `known` are the shipped ones."""

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted, self.known = wanted, known


def shipped_schemes() -> tuple[str, ...]:
    """The ids of the schemes that come with the program."""
    return tuple(sorted(path.stem for path in resource("schemes").glob("*.json")))


def scheme_text(id_or_path: str = DEFAULT_SCHEME) -> str:
    """The JSON text of a shipped scheme or of a file, checked: a SchemeRefused when it breaks a rule."""
    shipped = shipped_schemes()
    path = resource("schemes", f"{id_or_path}.json") if id_or_path in shipped else Path(id_or_path)
    if not path.is_file():
        raise SchemeNotFound(id_or_path, shipped)
    if path.stat().st_size > MOST_BYTES:
        raise SchemeTextTooLarge(MOST_BYTES)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SchemeUnreadable("JSON") from None
    load(text)
    if id_or_path not in shipped:
        require_clear(text)
    return text


def founding_schemes(id_or_path: str | None = None) -> dict[Category, str]:
    """The schemes that a new desk begins with: the shipped ones, and in its category's place the one asked for."""
    texts = {category: scheme_text(shipped) for category, shipped in SHIPPED.items()}
    if id_or_path is not None:
        text = scheme_text(id_or_path)
        texts[Category(load(text).category)] = text
    return texts
