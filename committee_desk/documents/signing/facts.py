"""What stands beside a sheet under its first signature: whose it is, which version, who is expected to sign it.

It is attached to the PDF as a file, so that any reader shows it; the first signature covers it.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from committee_desk.domain.journal import canonical
from committee_desk.domain.sealing import Box, ExpectedSigner, SignerRole

FORMAT = "committee-desk.sheet.1"
FILE_NAME = "committee-desk.json"
MOST_SIGNERS = 3


class NoFacts(Exception):
    """What is attached is not what this program lays under a signature."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The data under the first signature; `sheet` is the locked data of the sheet as canonical JSON.

    `authorities` are the fingerprints of the certificates above the signers'.
    """

    office: str
    demo: bool
    year: int
    code: str
    name: str
    version: int
    replaces: int | None
    signers: tuple[ExpectedSigner, ...]
    head: str
    authorities: tuple[str, ...]
    sheet: str

    def to_bytes(self) -> bytes:
        """As they are attached."""
        told = {
            "format": FORMAT,
            "office": self.office,
            "demo": self.demo,
            "year": self.year,
            "person": {"code": self.code, "name": self.name},
            "version": self.version,
            "replaces": self.replaces,
            "signers": [[each.role, each.name, each.code] for each in self.signers],
            "journal": self.head,
            "authorities": self.authorities,
            "sheet": self.sheet,
            "fingerprint": sha256(self.sheet.encode()).hexdigest(),
        }
        return canonical(told).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Facts":
        """What was attached; NoFacts where it is not of this form to the byte."""
        try:
            told = json.loads(content)
            facts = cls._read(told)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise NoFacts from None
        if told.get("format") != FORMAT or facts.to_bytes() != content or not 0 < len(facts.signers) <= MOST_SIGNERS:
            raise NoFacts
        return facts

    @classmethod
    def _read(cls, told: dict[str, Any]) -> "Facts":
        numbers = told["year"], told["version"], told["replaces"] or 0
        if not all(type(each) is int for each in numbers) or type(told["demo"]) is not bool:
            raise NoFacts
        return cls(
            str(told["office"]),
            told["demo"],
            told["year"],
            str(told["person"]["code"]),
            str(told["person"]["name"]),
            told["version"],
            told["replaces"],
            tuple(ExpectedSigner(SignerRole(role), str(name), code) for role, name, code in told["signers"]),
            str(told["journal"]),
            tuple(str(each) for each in told["authorities"]),
            str(told["sheet"]),
        )


def field_of(step: int, signer: ExpectedSigner) -> str:
    """The name of the field in which the signer of that step signs."""
    return f"{step}-{signer.role}"


def default_box(step: int, role: SignerRole, page: int) -> Box:
    """Where a signature stands whose sheet gives it no place: at the right foot of the page, the first topmost."""
    if role is SignerRole.SEAL:
        return Box(page, 400.0, 95.0, 119.0, 119.0)
    return Box(page, 400.0, 150.0 - 50.0 * (step - 1), 130.0, 42.0)
