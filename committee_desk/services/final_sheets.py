"""The port of the sheets that are sealed: form 1 drawn from the locked data of a decided result."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from committee_desk.domain.results import Signature
from committee_desk.domain.sealing import ExpectedSigner
from committee_desk.services.ports import UnitOfWork


class ReadySheet(NamedTuple):
    """Somebody whose result is decided and locked: its newest version, and who has to sign its sheet in which order.

    `file_name` is what its file is called, `said` what is recorded of the person's own signature; `refused_at` is the
    entry of a refusal (拒签), 0 where there is none.
    """

    code: str
    name: str
    version: int
    signers: tuple[ExpectedSigner, ...]
    file_name: str
    said: Signature | None = None
    refused_at: int = 0


@dataclass(frozen=True, slots=True)
class FinalSheet:
    """One person's final sheet, not signed yet: its PDF, and its locked data as canonical JSON.

    `replaces` is the version that this one takes the place of. A signer without a box signs at the foot of the last
    page.
    """

    ready: ReadySheet
    canonical: str
    replaces: int | None = None
    pdf: bytes = field(default=b"", repr=False)


class FinalSheets(Protocol):
    """Gives the sheets that may be sealed."""

    def ready(self, uow: UnitOfWork, year: int) -> tuple[ReadySheet, ...]:
        """Everybody whose result is decided and locked, in the list's order."""
        ...

    def sheet(self, year: int, code: str) -> FinalSheet:
        """The newest final sheet of that person, drawn; NotDecided where there is none."""
        ...
