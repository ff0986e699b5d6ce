"""Whom this PC trusts, as a desk's window asks and changes it: the desk itself is not touched by it."""

from pathlib import Path

from committee_desk.services.seat import anybody
from committee_desk.services.trust import TrustedOffice, TrustStore


class TrustingDesk:
    """Trusts offices on this PC, by fingerprints that were read off paper."""

    def __init__(self, trust: TrustStore) -> None:
        self._trust = trust

    @anybody("any PC may ask whom it trusts")
    def trusted(self) -> tuple[TrustedOffice, ...]:
        """Every office that this PC trusts."""
        return self._trust.trusted()

    @anybody("reads a file that somebody holds; nothing is trusted by it")
    def look(self, path: Path) -> TrustedOffice:
        """Whose certificate a PEM file holds or a signed sheet brings along."""
        return self._trust.look(path)

    @anybody("trusts on this PC alone, by a fingerprint read off paper; the desk is not touched")
    def trust(self, path: Path, groups: str) -> TrustedOffice:
        """Trust an office's certificate on this PC when its fingerprint is the one that was typed."""
        return self._trust.trust(path, groups)

    @anybody("trusts on this PC alone, by a fingerprint read off paper; the desk is not touched")
    def trust_signer(self, path: Path, groups: str) -> TrustedOffice:
        """Trust the office's certificate that a signed sheet brings along, by the same comparison."""
        return self._trust.trust_signer(path, groups)

    @anybody("forgets on this PC alone; the desk is not touched")
    def forget(self, fingerprint: str) -> bool:
        """Trust an office's certificate on this PC no more."""
        return self._trust.forget(fingerprint)
