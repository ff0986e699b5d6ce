"""Which offices' certificates this PC trusts: the port of its store."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol


class TrustedOffice(NamedTuple):
    """A certificate that this PC trusts: whose it is, until when it holds, and its SHA-256 as hexadecimal digits."""

    name: str
    fingerprint: str
    until: datetime
    demo: bool


class TrustStore(Protocol):
    """What this PC trusts: offices, and apart from them the one certificate of its demonstrations."""

    def trusted(self) -> tuple[TrustedOffice, ...]:
        """Every certificate that is trusted here, by name."""
        ...

    def look(self, path: Path) -> TrustedOffice:
        """Whose certificate a PEM file holds or a signed sheet brings along; nothing is trusted by it."""
        ...

    def trust(self, path: Path, groups: str) -> TrustedOffice:
        """Trust the certificate of a PEM file when its fingerprint is the one that was read off paper."""
        ...

    def trust_signer(self, path: Path, groups: str) -> TrustedOffice:
        """Trust the office's certificate that a signed sheet brings along, by the same comparison."""
        ...

    def trust_own(self, certificate: str, *, demo: bool = False) -> bool:
        """Trust a certificate made on this PC; False where another one is trusted under the same name already."""
        ...

    def trusts(self, fingerprint: str, *, demo: bool = False) -> bool:
        """Whether that certificate is trusted here."""
        ...

    def forget(self, fingerprint: str) -> bool:
        """Trust that office's certificate no more; False where it was not trusted."""
        ...
