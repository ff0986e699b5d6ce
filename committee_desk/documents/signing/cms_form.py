"""The one form that the CMS of a signature has: built anew from what it says, it must be the same to the byte.

Readers of PDF pass bytes changed where nobody signed: padding, certificates that are not used, parts without weight.
Here nothing is left that could be changed. The form is laid down here, not by the library that signs: a sheet stays
genuine under whatever version comes later.
"""

from typing import NamedTuple

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurve, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

DIGEST = "sha256"
MOST_CERTIFICATES = 5


class WrongForm(Exception):
    """The CMS is not of the one form that a signature has, or its signature does not hold."""


class Signed(NamedTuple):
    """What a signature says: the digest of the file, who signed, and all certificates that came along."""

    digest: bytes
    leaf: x509.Certificate
    certificates: tuple[x509.Certificate, ...]


def in_one_form(signature: bytes, curve: EllipticCurve) -> bytes:
    """An ECDSA signature with the lower of the two s that prove the same: whoever has one can write the other."""
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, min(s, curve.group_order - s))


def read(padded: bytes) -> Signed:
    """What a signature's bytes say, zeros after them left aside; WrongForm where anything else is in them."""
    try:
        return _read(padded)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError):
        raise WrongForm from None


def _read(padded: bytes) -> Signed:
    content = cms.ContentInfo.load(padded)
    length = len(content.dump())
    der, padding = padded[:length], padded[length:]
    if padding.strip(b"\0"):
        raise WrongForm
    signed = content["content"]
    (info,) = signed["signer_infos"]
    held = sorted((each.chosen for each in signed["certificates"]), key=lambda each: each.dump())
    if not 0 < len(held) <= MOST_CERTIFICATES or not all(isinstance(each, asn1.Certificate) for each in held):
        raise WrongForm
    sid = info["sid"].chosen
    (leaf,) = (
        each for each in held if each.serial_number == sid["serial_number"].native and each.issuer == sid["issuer"]
    )
    digest = _message_digest(info)
    signature = info["signature"].native
    key = x509.load_der_x509_certificate(leaf.dump()).public_key()
    attributes = _attributes(digest, leaf)
    if _built(held, leaf, attributes, signature, _mechanism(key)) != der:
        raise WrongForm
    _require_signature(key, signature, attributes.dump())
    certificates = tuple(x509.load_der_x509_certificate(each.dump()) for each in held)
    return Signed(digest, x509.load_der_x509_certificate(leaf.dump()), certificates)


def _message_digest(info: cms.SignerInfo) -> bytes:
    found = [each["values"] for each in info["signed_attrs"] if each["type"].native == "message_digest"]
    ((digest,),) = found
    return bytes(digest.native)


def _attributes(digest: bytes, leaf: asn1.Certificate) -> cms.CMSAttributes:
    """What is signed: that it is data, its digest, and by which certificate."""
    issuer = tsp.IssuerSerial(
        {
            "issuer": [asn1.GeneralName(name="directory_name", value=leaf.issuer)],
            "serial_number": leaf["tbs_certificate"]["serial_number"],
        }
    )
    by = tsp.ESSCertIDv2(
        {
            "hash_algorithm": algos.DigestAlgorithm({"algorithm": DIGEST}),
            "cert_hash": leaf.sha256,
            "issuer_serial": issuer,
        }
    )
    return cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": "content_type", "values": ("data",)}),
            cms.CMSAttribute({"type": "message_digest", "values": (digest,)}),
            cms.CMSAttribute(
                {"type": "signing_certificate_v2", "values": (tsp.SigningCertificateV2({"certs": [by]}),)}
            ),
        ]
    )


def _built(
    held: list[asn1.Certificate],
    leaf: asn1.Certificate,
    attributes: cms.CMSAttributes,
    signature: bytes,
    mechanism: algos.SignedDigestAlgorithm,
) -> bytes:
    digest = algos.DigestAlgorithm({"algorithm": DIGEST})
    sid = cms.IssuerAndSerialNumber({"issuer": leaf.issuer, "serial_number": leaf["tbs_certificate"]["serial_number"]})
    info = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": sid}),
            "digest_algorithm": digest,
            "signature_algorithm": mechanism,
            "signed_attrs": attributes,
            "signature": signature,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms((digest,)),
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices(name="certificate", value=each) for each in held],
            "signer_infos": [info],
        }
    )
    built: bytes = cms.ContentInfo({"content_type": cms.ContentType("signed_data"), "content": signed}).dump()
    return built


def _mechanism(key: object) -> algos.SignedDigestAlgorithm:
    if isinstance(key, EllipticCurvePublicKey):
        return algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})
    return algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa", "parameters": core.Null()})


def _require_signature(key: object, signature: bytes, what: bytes) -> None:
    try:
        if isinstance(key, EllipticCurvePublicKey):
            if signature != in_one_form(signature, key.curve):
                raise WrongForm
            key.verify(signature, what, ECDSA(SHA256()))
        elif isinstance(key, RSAPublicKey):
            key.verify(signature, what, PKCS1v15(), SHA256())
        else:
            raise WrongForm
    except InvalidSignature:
        raise WrongForm from None
