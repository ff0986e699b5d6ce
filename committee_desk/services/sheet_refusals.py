"""Why sheets are not drawn; the sentences stand in `wording.sheet_refusals`."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category


class Printed(StrEnum):
    """Which form was to be printed."""

    GRADE_SHEET = "grade_sheet"
    MONTH_SHEET = "month_sheet"
    MONTH_EXPLAINED = "month_explained"
    EVALUATION = "evaluation"
    OPINION = "opinion"
    MINUTES = "minutes"
    VOTE_SLIP = "vote_slip"
    RECUSALS = "recusals"
    NOTICE = "notice"
    OBJECTION = "objection"
    GRADING = "grading"
    RESULT = "result"
    REVIEW = "review"
    EDITION = "edition"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """One character of one person's sheet that no font holds."""

    code: str
    name: str
    character: str


class UnprintableCharacters(DeskError):
    """Papers hold characters that no font on this machine can draw; nothing was written."""

    def __init__(self, missing: tuple[MissingGlyph, ...], paper: Printed = Printed.GRADE_SHEET) -> None:
        super().__init__(missing)
        self.missing, self.paper = missing, paper


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
