"""Why sheets are not drawn; the sentences stand in `wording.sheets`."""

from dataclasses import dataclass
from pathlib import Path

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """One character of one person's sheet that no font holds."""

    code: str
    name: str
    character: str


class UnprintableCharacters(DeskError):
    """Sheets hold characters that no font on this machine can draw; nothing was written."""

    def __init__(self, missing: tuple[MissingGlyph, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class NotOnTheList(DeskError):
    """Sheets were asked for people who are not scored in that year."""

    def __init__(self, codes: tuple[str, ...], year: int, category: Category = Category.PROSECUTOR) -> None:
        super().__init__(codes, year)
        self.codes = codes
        self.year, self.category = year, category


class DeskChangedMeanwhile(DeskError):
    """Somebody kept changing the desk while the sheets were drawn; nothing was written."""


class NotAFolder(DeskError):
    """Sheets were to be written into something that is no folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class TextTooLong(DeskError):
    """A field's text has no room on the form even at the smallest size."""

    def __init__(self, code: str, name: str, text: str) -> None:
        super().__init__(code, name, text)
        self.code = code
        self.name = name
        self.text = text
