"""Private keys as the desk keeps them: PKCS#12 under a passphrase or PIN that takes a computer long to try."""

import base64
import unicodedata
from typing import ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

PrivateKey = EllipticCurvePrivateKey | RSAPrivateKey
NULL = "\0"
"""In no passphrase: the library below does not refuse it, it breaks."""


class Lock:
    """What a passphrase costs whoever tries it."""

    rounds: ClassVar[int] = 600_000
    """Rounds of the derivation; the tests spend few."""


class StaysLocked(Exception):
    """The passphrase does not unlock the key."""


def new_key() -> EllipticCurvePrivateKey:
    """A new key on the curve P-256, which every reader of PDF knows."""
    return generate_private_key(SECP256R1())


def locked(key: PrivateKey, certificate: x509.Certificate, passphrase: str) -> str:
    """The key as text, with its certificate, under the passphrase."""
    closing = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(Lock.rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(_spelt(passphrase))
    )
    kept = pkcs12.serialize_key_and_certificates(None, key, certificate, None, closing)
    return base64.b64encode(kept).decode()


def unlocked(kept: str, passphrase: str) -> PrivateKey:
    """The key; StaysLocked where it is another passphrase, or none: no key is kept under none."""
    if not passphrase:
        raise StaysLocked
    try:
        key, _, _ = pkcs12.load_key_and_certificates(base64.b64decode(kept), _spelt(passphrase))
    except ValueError:
        raise StaysLocked from None
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise StaysLocked
    return key


def _spelt(passphrase: str) -> bytes:
    """As every input method gives it; half a character or a null, as a broken file gives it, is wrong and no fault."""
    whole = unicodedata.normalize("NFC", passphrase).replace(NULL, "\ufffd")
    return whole.encode("utf-8", "replace")
