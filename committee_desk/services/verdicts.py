"""What is found of a sheet that somebody shows: genuine, or why not. Needs no desk."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.sealing import SignerRole


class Flaw(StrEnum):
    """Why a sheet is not genuine."""

    NOT_PDF = "not_pdf"
    UNSIGNED = "unsigned"
    FOREIGN = "foreign"
    """Signed, but no sheet of this program: nothing says who was expected to sign."""
    CHANGED = "changed"
    """What was signed is not what stands there, or something stands there that nobody signed."""
    ADDED = "added"
    """Something came after the last signature."""
    DAMAGED = "damaged"
    """The signature itself is not of the one form that it can have."""
    SIGNER_MISSING = "signer_missing"
    SIGNER_WRONG = "signer_wrong"
    CHAIN = "chain"
    UNKNOWN_OFFICE = "unknown_office"
    DEMO_AS_OFFICE = "demo_as_office"
    OFFICE_AS_DEMO = "office_as_demo"
    TOO_EARLY = "too_early"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    """By this PC's clock the certificate does not hold yet."""
    FROM_THE_FUTURE = "from_the_future"
    """By this PC's clock the signature is still to come."""
    REPLACED = "replaced"
    """A later version took its place, or the same one sealed anew: only a desk at hand knows."""
    UNKNOWN_TO_DESK = "unknown_to_desk"
    """Signed by this office, and not kept on the desk at hand."""


class SignedBy(NamedTuple):
    """Who signed, as what, when: as the signature says it."""

    name: str
    role: SignerRole
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sheet is genuine and untouched. Where it is not, only what is proved all the same is told.

    `fingerprint` is that of the office's certificate, as hexadecimal digits; `who` names a missing or wrong signer.
    `withdrawn` is since when a certificate that signed signs no more, which only a desk at hand knows; what it signed
    before stays genuine. `headed` is the office in the sheet's head where a seal that was taken over bears another name
    than it. `ahead` is what lies after the PC's `clock`: a signature, or where its certificate begins.
    """

    genuine: bool
    demo: bool = False
    signers: tuple[SignedBy, ...] = ()
    person: str | None = None
    name: str | None = None
    office: str | None = None
    headed: str | None = None
    year: int | None = None
    version: int | None = None
    fingerprint: str | None = None
    reason: Flaw | None = None
    who: str | None = None
    replaced_by: int | None = None
    sha256: str = ""
    withdrawn: datetime | None = None
    ahead: datetime | None = None
    clock: datetime | None = None

    def but(self, reason: Flaw, **more: object) -> "Verdict":
        """The same facts, and not genuine for that reason."""
        return replace(self, genuine=False, reason=reason, **more)  # type: ignore[arg-type]


class Verifier(Protocol):
    """Looks at a PDF as at a sealed sheet, offline."""

    def __call__(self, path: Path) -> Verdict:
        """What is found; a missing or unreadable file is refused, whatever its content is answered."""
        ...
