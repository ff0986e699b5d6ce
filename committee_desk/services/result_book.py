"""The book of results: decisions of the 院党组, and of each person the versions with notice and signature."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from committee_desk.domain.results import Delivery, PartyDecision, Result, Signature


class ResultsBook(Protocol):
    """What was decided of everybody, and how it came to the person."""

    def decisions(self, year: int) -> tuple[PartyDecision, ...]:
        """The decisions of the 院党组 on the year, by number."""
        ...

    def put_decision(self, entry: int, year: int, decision: PartyDecision) -> None:
        """A further decision."""
        ...

    def of_year(self, year: int) -> tuple[Result, ...]:
        """Every version of every result of the year, by code and version."""
        ...

    def put_result(self, entry: int, year: int, result: Result) -> None:
        """A result in place of what stood under its version."""
        ...

    def deliveries(self, year: int) -> tuple[Delivery, ...]:
        """The notices that were served."""
        ...

    def put_delivery(self, entry: int, year: int, delivery: Delivery) -> None:
        """A notice as it was served, in place of what was recorded of that version."""
        ...

    def signatures(self, year: int) -> tuple[Signature, ...]:
        """What was signed, or refused."""
        ...

    def put_signature(self, entry: int, year: int, signature: Signature) -> None:
        """A signature, in place of what was recorded of that version."""
        ...

    def refusals(self, year: int) -> Mapping[tuple[str, int], int]:
        """By code and version, the entry that recorded that the signature was refused (拒签), where it was."""
        ...

    def archive(self, entry: int, year: int, day: date) -> None:
        """Mark every result of the year that holds as archived."""
        ...

    def entries(self, year: int) -> Mapping[str, int]:
        """By code, the newest entry that wrote anything of the person's result."""
        ...
