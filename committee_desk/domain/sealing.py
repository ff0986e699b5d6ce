"""A sealed sheet: who is expected to sign it in which order, and what a certificate is for.

In 简易 the office's seal certifies the sheet. In 严格 the chair certifies it and the assessed person signs after that.
Nobody signs but those whom the first signature covers as expected.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain import names


class SignerRole(StrEnum):
    """As what somebody signs a sheet: the office's seal, the committee's chair, or the assessed person."""

    SEAL = "seal"
    CHAIR = "chair"
    PERSON = "person"


class CertificateKind(StrEnum):
    """What a certificate is for."""

    ROOT = "root"
    ISSUER = "issuer"
    SEAL = "seal"
    SIGNER = "signer"


class Box(NamedTuple):
    """Where a signature stands: the page from 0, and its corner and size in points from the page's left and bottom."""

    page: int
    left: float
    bottom: float
    width: float
    height: float


class ExpectedSigner(NamedTuple):
    """Somebody without whom a sheet is not whole. `name` is whose certificate; `code` the person's 工号."""

    role: SignerRole
    name: str
    code: str | None = None
    box: Box | None = None


Stroke = tuple[tuple[float, float], ...]
"""A line of the pen: its points from the left and the top, in parts (0 to 1) of the field's width and height."""


def expected_signers(  # noqa: PLR0913 - who they are, and how the office works
    office: str, chair: str | None, code: str, person: str, *, strict: bool, refused: bool = False
) -> tuple[ExpectedSigner, ...]:
    """Who signs a sheet: the seal alone in 简易; the chair and the person in 严格, unless the person refused (拒签)."""
    if not strict:
        return (ExpectedSigner(SignerRole.SEAL, office),)
    first = ExpectedSigner(SignerRole.CHAIR, chair or "")
    return (first,) if refused else (first, ExpectedSigner(SignerRole.PERSON, person, code))


def same_office(one: str, other: str) -> bool:
    """Whether two certificates speak of the same office: as a reader would take them, not by the letter."""
    return names.as_seen(one) == names.as_seen(other)


def next_step(expected: Sequence[ExpectedSigner], done: int) -> ExpectedSigner | None:
    """Who signs next when so many have; None when all have."""
    return expected[done] if done < len(expected) else None
