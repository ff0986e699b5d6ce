"""Letters (情况反映) as the counter and their register show them, and their book."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from committee_desk.domain.objections import letter_label


class Letter(NamedTuple):
    """A letter (情况反映) as it is typed: `sender` is empty where it bears no name, `about` a code or nobody."""

    content: str
    received: datetime
    receiver: str
    sender: str = ""
    about: str | None = None


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in its register."""

    year: int
    number: int
    letter: Letter
    about_name: str
    department: str
    handled: str
    entry: int
    actor: str
    at: datetime

    @property
    def label(self) -> str:
        """2026-情-001."""
        return letter_label(self.year, self.number)

    @property
    def anonymous(self) -> bool:
        """Whether nobody signed it."""
        return not self.letter.sender


class LettersBook(Protocol):
    """Letters as they hold now."""

    def of_year(self, year: int, number: int | None = None) -> tuple[LetterRow, ...]:
        """Every letter of the year, or one, by number. Names are for the service to fill in."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no letter of the year ever bore."""
        ...

    def put(self, entry: int, year: int, number: int, letter: Letter, handled: str) -> None:
        """Keep the letter under that number, in place of what stood there."""
        ...
