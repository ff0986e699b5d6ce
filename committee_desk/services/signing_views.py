"""Sealed sheets as screens show them, their book, and the port that signs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.results import Signature
from committee_desk.domain.sealing import ExpectedSigner, SignerRole, Stroke
from committee_desk.services.certificate_views import CertificateRow
from committee_desk.services.changes import Change
from committee_desk.services.final_sheets import FinalSheet
from committee_desk.services.views import Head


class SheetState(StrEnum):
    """How far a final sheet is signed."""

    OPEN = "open"
    BEGUN = "begun"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class SealRow:
    """One signature on a sheet: the step, who signed as what with which certificate, and the hash of the bytes.

    `expected` is how many signatures these bytes ask for.
    """

    year: int
    code: str
    version: int
    step: int
    role: SignerRole
    signer: str
    certificate: str
    sha256: str
    head: str
    expected: int
    entry: int
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person's final sheet in the list: `expected` in their order, `steps` that are done, who is `next`.

    `said` is what is recorded of the person's own signature: the person signs with it.
    """

    code: str
    name: str
    version: int
    state: SheetState
    expected: tuple[ExpectedSigner, ...]
    steps: tuple[SealRow, ...]
    next: ExpectedSigner | None
    file_name: str
    said: Signature | None = None


@dataclass(frozen=True, slots=True)
class SigningView:
    """The final sheets of a year, and what stands in the way of sealing them."""

    year: int
    strict: bool
    rows: tuple[SheetRow, ...]

    def count(self, state: SheetState) -> int:
        """How many are so far."""
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """A sealed sheet as it was sealed, to the byte."""

    year: int
    code: str
    version: int
    state: SheetState
    pdf: bytes = field(repr=False)
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing did: who was sealed now, who had been, and the files that were written."""

    change: Change
    codes: tuple[str, ...]
    before: tuple[str, ...]
    paths: tuple[Path, ...] = ()


class SheetFacts(NamedTuple):
    """What stands beside the sheet under its first signature."""

    office: str
    demo: bool
    year: int
    head: Head


class KeptSheet(NamedTuple):
    """A sheet after one more signature."""

    content: bytes
    sha256: str


class SealsBook(Protocol):
    """The signatures on the sheets of a year; their bytes stand among the contents."""

    def of_year(self, year: int, code: str | None = None) -> tuple[SealRow, ...]:
        """Every signature that holds, by person, version and step."""
        ...

    def by_hash(self, sha256: str) -> SealRow | None:
        """The signature, superseded or not, that gave a sheet these bytes."""
        ...

    def content(self, sha256: str) -> bytes | None:
        """The kept bytes."""
        ...

    def put(self, entry: int, seal: "NewSeal") -> None:
        """Keep a signature and the sheet's bytes with it, in place of that step's and later ones."""
        ...


class NewSeal(NamedTuple):
    """A signature to be kept."""

    year: int
    code: str
    version: int
    step: int
    role: SignerRole
    signer: str
    certificate: str
    sha256: str
    head: str
    expected: int
    content: bytes


class UnlockedKey(Protocol):
    """A key that its holder has unlocked, parsed once for all sheets of an act."""

    @property
    def fingerprint(self) -> str:
        """Whose certificate it is."""
        ...

    def sign_first(
        self, sheet: FinalSheet, facts: SheetFacts, at: datetime, strokes: Sequence[Stroke] = ()
    ) -> KeptSheet:
        """The first signature: lays the sheet's data and its expected signers under it and certifies the whole."""
        ...

    def sign_next(
        self,
        content: bytes,
        signer: ExpectedSigner,
        at: datetime,
        strokes: Sequence[Stroke] = (),
        said: Signature | None = None,
    ) -> KeptSheet:
        """A further signature, in the field that was laid for it; `said` is what the person says of the result."""
        ...


class SheetSigner(Protocol):
    """Signs sheets with kept keys."""

    def unlock(self, holder: CertificateRow, passphrase: str, chain: Sequence[CertificateRow]) -> UnlockedKey:
        """The key ready to sign; WrongSealPassphrase or WrongPin where it stays locked."""
        ...
