"""What is refused of certificates: facts, each with its sentence in `wording.signing_refusals`."""

from datetime import datetime
from pathlib import Path

from committee_desk.domain.errors import DeskError
from committee_desk.domain.sealing import CertificateKind


class NoOfficeCertificate(DeskError):
    """The office has no certificate to seal or issue with. `kind` is which one is missing."""

    def __init__(self, kind: CertificateKind) -> None:
        super().__init__(kind)
        self.kind = kind


class OfficeCertificateHeld(DeskError):
    """The office has a certificate of that kind; it is withdrawn first."""

    def __init__(self, holder: str, until: datetime) -> None:
        super().__init__(holder)
        self.holder, self.until = holder, until


class SignerCertificateHeld(DeskError):
    """Whoever asks for a certificate has one that holds."""

    def __init__(self, holder: str, until: datetime) -> None:
        super().__init__(holder)
        self.holder, self.until = holder, until


class NoSuchCertificate(DeskError):
    """No certificate of that number, or it was withdrawn already."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class CertificateExpired(DeskError):
    """The certificate holds no longer, or not yet."""

    def __init__(self, holder: str, since: datetime, until: datetime) -> None:
        super().__init__(holder)
        self.holder, self.since, self.until = holder, since, until


class WrongSealPassphrase(DeskError):
    """The passphrase does not unlock the office's key."""


class WrongPin(DeskError):
    """The PIN does not unlock the signer's key."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class PinLocked(DeskError):
    """Too many wrong PINs: the signer's key waits until then."""

    def __init__(self, holder: str, until: datetime) -> None:
        super().__init__(holder)
        self.holder, self.until = holder, until


class SealLocked(DeskError):
    """Too many wrong passphrases: the office's keys wait until then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class PinTooWeak(DeskError):
    """A new PIN is too short, or one that is tried first."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class WithdrawalUnexplained(DeskError):
    """A certificate is withdrawn and nobody says why."""


class NotAPkcs12(DeskError):
    """A file to be taken over is no PKCS#12 file (.p12, .pfx)."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Pkcs12Locked(DeskError):
    """The passphrase does not open the PKCS#12 file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Pkcs12WithoutKey(DeskError):
    """The PKCS#12 file holds no private key, or no certificate of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class KeyUnfit(DeskError):
    """The certificate cannot sign sheets: its key is of a kind or size that is not used, or it is for other ends."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(str(path), why)
        self.path, self.why = path, why


class NotACertificate(DeskError):
    """A file to be trusted is not one certificate in PEM."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NotTheAnchor(DeskError):
    """A certificate under an office's root: an issuer's, a seal's or a signer's. By the root alone others trust it."""

    def __init__(self, path: Path, office: str) -> None:
        super().__init__(str(path), office)
        self.path, self.office = path, office


class FingerprintDiffers(DeskError):
    """The certificate is not the one whose fingerprint was typed."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        super().__init__(str(path), fingerprint)
        self.path, self.fingerprint = path, fingerprint


class FingerprintUnreadable(DeskError):
    """What was typed is not a whole fingerprint: sixteen groups of four."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed[:80])
        self.typed = typed


class DemonstrationNotTrusted(DeskError):
    """A demonstration's certificate is to be trusted as an office's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotInADemonstration(DeskError):
    """A demonstration has the certificate of all demonstrations of this PC, and takes no other."""


class FileUnreadable(DeskError):
    """A sheet or certificate that is to be read is not there, or is a folder. `why` is missing or folder."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(str(path), why)
        self.path, self.why = path, why
