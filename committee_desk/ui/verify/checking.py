"""What 核验 asks, with an open desk or without one."""

from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.services.trust import TrustedOffice
from committee_desk.services.verdicts import Verifier


class Trusting(Protocol):
    """Whom this PC trusts."""

    def trusted(self) -> tuple[TrustedOffice, ...]:
        """Every certificate that is trusted here."""
        ...

    def look(self, path: Path) -> TrustedOffice:
        """Whose certificate a file holds."""
        ...

    def trust(self, path: Path, groups: str) -> TrustedOffice:
        """Trust the certificate of a PEM file."""
        ...

    def trust_signer(self, path: Path, groups: str) -> TrustedOffice:
        """Trust the certificate that a signed sheet brings along."""
        ...

    def forget(self, fingerprint: str) -> bool:
        """Trust it no more."""
        ...


class Checking(NamedTuple):
    """Looks at sheets; a desk at hand knows besides which version is in force."""

    verify: Verifier
    whom: Trusting
