"""What signs and verifies, loaded when it is first asked: pyHanko takes most of a second."""

# ruff: noqa: PLC0415 - see above
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.services.clock import pc_clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from committee_desk.documents.signing.certificates import X509Certificates
    from committee_desk.services.certificate_views import (
        CertificateRecord,
        CertificateRow,
        FoundInFile,
        NewCertificate,
        SignerWanted,
    )
    from committee_desk.services.ports import Clock
    from committee_desk.services.signing_views import UnlockedKey
    from committee_desk.services.trust import TrustedOffice
    from committee_desk.services.verdicts import Verdict

    Three = tuple[NewCertificate, NewCertificate, NewCertificate]


class LazyCertificates:
    """Makes certificates and reads them."""

    def chain(self, office: str, passphrase: str, now: "datetime") -> "Three":
        """A new root, issuer and seal; the keys of issuer and seal under the passphrase, the root's is thrown away."""
        return self._maker.chain(office, passphrase, now)

    def issue(
        self, issuer: "CertificateRow", passphrase: str, signer: "SignerWanted", now: "datetime"
    ) -> "NewCertificate":
        """A signer's certificate under the signer's PIN."""
        return self._maker.issue(issuer, passphrase, signer, now)

    def read(self, path: Path, passphrase: str, now: "datetime") -> "FoundInFile":
        """What a PKCS#12 file holds; refused when it cannot seal."""
        from committee_desk.documents.signing.pkcs12 import read

        return read(path, passphrase, now)

    def take_over(
        self, path: Path, passphrase: str, now: "datetime", kept_under: str | None = None
    ) -> "NewCertificate":
        """The same as the office's seal, its key under the same passphrase or another one."""
        from committee_desk.documents.signing.pkcs12 import take_over

        return take_over(path, passphrase, now, kept_under)

    def of_demonstrations(self, now: "datetime") -> "Three":
        """The one chain of all demonstrations of this PC, made where there is none yet."""
        from committee_desk.documents.signing.demonstrations import of_demonstrations

        return of_demonstrations(now)

    def demonstration_passphrase(self) -> str:
        """What unlocks the keys of demonstrations: no secret."""
        from committee_desk.documents.signing.demonstrations import PASSPHRASE

        return PASSPHRASE

    def pem(self, certificate: str) -> bytes:
        """A kept certificate as a PEM file."""
        return self._maker.pem(certificate)

    def record(self, record: "CertificateRecord") -> bytes:
        """证书登记单 as PDF."""
        from committee_desk.documents.certificate_record import draw

        return draw(record)

    @cached_property
    def _maker(self) -> "X509Certificates":
        from committee_desk.documents.signing.certificates import X509Certificates

        return X509Certificates()


class LazySigner:
    """Signs sheets with kept keys."""

    def unlock(self, holder: "CertificateRow", passphrase: str, chain: "Sequence[CertificateRow]") -> "UnlockedKey":
        """The key ready to sign; WrongSealPassphrase or WrongPin where it stays locked."""
        from committee_desk.documents.signing.sealing import unlock

        return unlock(holder, passphrase, chain)


class LazyTrust:
    """What this PC trusts."""

    def trusted(self) -> "tuple[TrustedOffice, ...]":
        """Every certificate that is trusted here, by name."""
        from committee_desk.documents.signing import trusted

        return trusted.all_trusted()

    def look(self, path: Path) -> "TrustedOffice":
        """Whose certificate a PEM file holds or a signed sheet brings along; nothing is trusted by it."""
        from committee_desk.documents.signing import trusted

        return trusted.look(path)

    def trust(self, path: Path, groups: str) -> "TrustedOffice":
        """Trust the certificate of a PEM file when its fingerprint is the one that was read off paper."""
        from committee_desk.documents.signing import trusted

        return trusted.trust(path, groups)

    def trust_signer(self, path: Path, groups: str) -> "TrustedOffice":
        """Trust the office's certificate that a signed sheet brings along, by the same comparison."""
        from committee_desk.documents.signing import trusted

        return trusted.trust_signer(path, groups)

    def trust_own(self, certificate: str, *, demo: bool = False) -> bool:
        """Trust a certificate made on this PC; False where another one is trusted under the same name already."""
        from committee_desk.documents.signing import trusted

        return trusted.trust_own(certificate, demo=demo)

    def trusts(self, fingerprint: str, *, demo: bool = False) -> bool:
        """Whether that certificate is trusted here."""
        from committee_desk.documents.signing import trusted

        return trusted.trusts(fingerprint, demo=demo)

    def forget(self, fingerprint: str) -> bool:
        """Trust that office's certificate no more; False where it was not trusted."""
        from committee_desk.documents.signing import trusted

        return trusted.forget(fingerprint)


def verify(path: Path, clock: "Clock" = pc_clock) -> "Verdict":
    """Whether a PDF is a genuine sealed sheet, by what this PC trusts and by its clock."""
    from committee_desk.documents.signing.verifying import verify_file

    return verify_file(path, clock())
