"""An office's own seal certificate out of a PKCS#12 file (.p12, .pfx), as a certification authority hands it over."""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import pkcs12

from committee_desk.documents.signing import certificates
from committee_desk.documents.signing.files import content_of
from committee_desk.documents.signing.keys import NULL, PrivateKey, locked
from committee_desk.documents.signing.proof import verifies
from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.certificate_refusals import (
    CertificateExpired,
    KeyUnfit,
    NotAPkcs12,
    Pkcs12Locked,
    Pkcs12WithoutKey,
)
from committee_desk.services.certificate_views import FoundInFile, NewCertificate

LARGEST = 1024 * 1024
SMALLEST_RSA = 2048
_SEQUENCE = b"\x30"


def read(path: Path, passphrase: str, now: datetime) -> FoundInFile:
    """What the file holds; refused when it cannot seal."""
    _, held = _opened(path, passphrase, now)
    issuer = next((str(each.value) for each in held.issuer if each.oid == x509.NameOID.COMMON_NAME), "")
    return FoundInFile(
        certificates.office_of(held),
        issuer,
        certificates.fingerprint_of(held),
        certificates.local(held.not_valid_before_utc),
        certificates.local(held.not_valid_after_utc),
    )


def take_over(path: Path, passphrase: str, now: datetime, kept_under: str | None = None) -> NewCertificate:
    """The same as the office's seal, its key under the same passphrase or another one.

    It is trusted itself, not who issued it: whoever has another certificate of that authority is not this office.
    """
    key, held = _opened(path, passphrase, now)
    return NewCertificate(
        CertificateKind.SEAL,
        certificates.office_of(held),
        certificates.as_kept(held),
        certificates.fingerprint_of(held),
        None,
        locked(key, held, kept_under or passphrase),
        certificates.local(held.not_valid_before_utc),
        certificates.local(held.not_valid_after_utc),
    )


def _opened(path: Path, passphrase: str, now: datetime) -> tuple[PrivateKey, x509.Certificate]:
    content = content_of(path, LARGEST)
    if content is None or not content.startswith(_SEQUENCE):
        raise NotAPkcs12(path)
    key, held = _loaded(path, content, passphrase)
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise KeyUnfit(path, "kind")
    _require_fit(path, key, held)
    since, until = held.not_valid_before_utc, held.not_valid_after_utc
    if not since <= now <= until:
        raise CertificateExpired(certificates.office_of(held), certificates.local(since), certificates.local(until))
    if not verifies(key, held, now):
        raise KeyUnfit(path, "proof")
    return key, held


def _loaded(path: Path, content: bytes, passphrase: str) -> tuple[object, x509.Certificate]:
    if NULL in passphrase:
        raise Pkcs12Locked(path)
    try:
        key, held, _ = pkcs12.load_key_and_certificates(content, passphrase.encode("utf-8", "replace"))
    except ValueError as error:
        # the library tells a wrong passphrase and a broken file by words alone
        raise (Pkcs12Locked if "password" in str(error).lower() else NotAPkcs12)(path) from None
    except Exception:  # noqa: BLE001 - a key of a kind that the library does not know
        raise KeyUnfit(path, "kind") from None
    if key is None or held is None:
        raise Pkcs12WithoutKey(path)
    return key, held


def _require_fit(path: Path, key: PrivateKey, held: x509.Certificate) -> None:
    if isinstance(key, RSAPrivateKey) and key.key_size < SMALLEST_RSA:
        raise KeyUnfit(path, "size")
    if isinstance(key, EllipticCurvePrivateKey) and not isinstance(key.curve, SECP256R1 | SECP384R1):
        raise KeyUnfit(path, "kind")
    if not certificates.office_of(held):
        raise KeyUnfit(path, "name")
    if certificates.is_authority(held):
        raise KeyUnfit(path, "authority")
    try:
        usage = held.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    except ValueError:
        raise KeyUnfit(path, "usage") from None
    if not (usage.digital_signature or usage.content_commitment):
        raise KeyUnfit(path, "usage")
