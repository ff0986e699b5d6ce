"""What no font can draw is refused before anything is drawn."""

from collections.abc import Iterable

from committee_desk.documents.fonts import face
from committee_desk.services.sheet_refusals import MissingGlyph, Printed, UnprintableCharacters


def require_glyphs(printed: Printed, texts: Iterable[tuple[str, str, str]], rest: tuple[str, str] = ("", "")) -> None:
    """Every character must be in a font; all that are not are named at once, each with whose text has it.

    `texts` are code, name and text of each person. `rest` is the office and what is nobody's own: a character that
    somebody was named for already is not named again for it.
    """
    found = [MissingGlyph(code, name, each) for code, name, text in texts for each in _missing(text)]
    known = {each.character for each in found}
    found += [MissingGlyph("", rest[0], each) for each in _missing(rest[1]) if each not in known]
    if found:
        raise UnprintableCharacters(tuple(found), printed)


def _missing(text: str) -> list[str]:
    return face("song").missing(text.replace("\r", ""))
