"""The book of re-reviews and corrections, as services see it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named here and not used: `ports` stands sooner without
    from committee_desk.domain.proceeding_kept import Proceeding


class ProceedingsBook(Protocol):
    """Re-reviews and corrections as they hold now."""

    def get(self, year: int, number: int) -> "Proceeding | None":
        """One proceeding as it holds; None where the year has none of that number."""
        ...

    def of_year(self, year: int) -> "tuple[Proceeding, ...]":
        """Every proceeding of the year, by number."""
        ...

    def history(self, year: int, number: int) -> "tuple[Proceeding, ...]":
        """Every row of one proceeding, superseded ones too, oldest first."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no proceeding of the year ever bore."""
        ...

    def put(self, entry: int, given: "Proceeding") -> None:
        """Keep the proceeding in place of what stood under its number."""
        ...
