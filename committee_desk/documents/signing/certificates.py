"""X.509 certificates of an office: a root, the issuer under it, the seal, and the signers' certificates."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from committee_desk.documents.signing.keys import PrivateKey, StaysLocked, locked, new_key, unlocked
from committee_desk.domain.sealing import CertificateKind, SignerRole
from committee_desk.services.certificate_refusals import NoOfficeCertificate, WrongSealPassphrase
from committee_desk.services.certificate_views import CertificateRow, NewCertificate, SignerWanted
from committee_desk.services.clock import CHINA

YEARS = {CertificateKind.ROOT: 20, CertificateKind.ISSUER: 15, CertificateKind.SEAL: 5, CertificateKind.SIGNER: 5}
"""So many years a certificate holds, and none longer than the one that issued it."""
NAMES = {CertificateKind.ROOT: "考评签章根证书", CertificateKind.ISSUER: "考评签章签发证书"}
OF_A_DEMONSTRATION = 60
"""So many years the certificate of demonstrations holds: for every year that one can be of."""
DEMONSTRATION = "演示"
"""What a demonstration's certificates bear as their unit: no office's certificate does."""
TITLES = {SignerRole.SEAL: "院印", SignerRole.CHAIR: "主任委员", SignerRole.PERSON: "被考核人"}
"""What each may sign as: nobody assessed can sign in the chair's place."""
LONGEST_NAME = 64
"""So many characters a name in a certificate has at most (X.520)."""


class X509Certificates:
    """Makes the chain of an office and issues under it."""

    def chain(
        self, office: str, passphrase: str, now: datetime
    ) -> tuple[NewCertificate, NewCertificate, NewCertificate]:
        """A new root, issuer and seal; the keys of issuer and seal under the passphrase, the root's is thrown away."""
        return made_chain(office, passphrase, now)

    def issue(self, issuer: CertificateRow, passphrase: str, signer: SignerWanted, now: datetime) -> NewCertificate:
        """A signer's certificate under the signer's PIN; WrongSealPassphrase where the issuer's key stays locked."""
        if issuer.kept_key is None:
            raise NoOfficeCertificate(CertificateKind.ISSUER)
        try:
            by_key = unlocked(issuer.kept_key, passphrase)
        except StaysLocked:
            raise WrongSealPassphrase from None
        by = read_kept(issuer.certificate)
        key = new_key()
        role = SignerRole.PERSON if signer.code else SignerRole.CHAIR
        own = [(NameOID.USER_ID, signer.code)] if signer.code else []
        who = [(NameOID.TITLE, TITLES[role]), (NameOID.COMMON_NAME, signer.holder), *own]
        subject = _name(office_of(by), who, demo=is_demo(by))
        made = _certificate(CertificateKind.SIGNER, subject, key, now, (by, by_key))
        kept = locked(key, made, signer.pin)
        return _new(CertificateKind.SIGNER, signer.holder, made, by, kept, signer)

    def pem(self, certificate: str) -> bytes:
        """A kept certificate as a PEM file."""
        return read_kept(certificate).public_bytes(Encoding.PEM)


def made_chain(
    office: str, passphrase: str, now: datetime, *, demo: bool = False
) -> tuple[NewCertificate, NewCertificate, NewCertificate]:
    """Root, issuer and seal of an office, or of all demonstrations."""
    keys = {kind: new_key() for kind in (CertificateKind.ROOT, CertificateKind.ISSUER, CertificateKind.SEAL)}
    made: list[x509.Certificate] = []
    for kind, key in keys.items():
        title = [(NameOID.TITLE, TITLES[SignerRole.SEAL])] if kind is CertificateKind.SEAL else []
        subject = _name(office, [*title, (NameOID.COMMON_NAME, NAMES.get(kind, office))], demo=demo)
        by = (made[-1], keys[list(keys)[len(made) - 1]]) if made else None
        made.append(_certificate(kind, subject, key, now, by))
    root, issuer, seal = made
    return (
        _new(CertificateKind.ROOT, office, root, None, None),
        _new(CertificateKind.ISSUER, office, issuer, root, locked(keys[CertificateKind.ISSUER], issuer, passphrase)),
        _new(CertificateKind.SEAL, office, seal, issuer, locked(keys[CertificateKind.SEAL], seal, passphrase)),
    )


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, as hexadecimal digits."""
    return sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def read_kept(certificate: str) -> x509.Certificate:
    """A certificate as the desk keeps it."""
    return x509.load_pem_x509_certificate(certificate.encode())


def as_kept(certificate: x509.Certificate) -> str:
    """A certificate as the desk keeps it: PEM."""
    return certificate.public_bytes(Encoding.PEM).decode()


def office_of(certificate: x509.Certificate) -> str:
    """Whose certificate it is: its organisation, else its name; empty where it names nobody."""
    return attribute(certificate, NameOID.ORGANIZATION_NAME) or holder_of(certificate)


def holder_of(certificate: x509.Certificate) -> str:
    """The name of who signs with it."""
    return attribute(certificate, NameOID.COMMON_NAME)


def attribute(certificate: x509.Certificate, which: x509.ObjectIdentifier) -> str:
    """One part of the name of whose certificate it is; empty where it is not said."""
    found = certificate.subject.get_attributes_for_oid(which)
    return str(found[0].value) if found else ""


def is_demo(certificate: x509.Certificate) -> bool:
    """Whether it is a demonstration's."""
    return attribute(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME) == DEMONSTRATION


def is_authority(certificate: x509.Certificate) -> bool:
    """Whether others are issued under it."""
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except (x509.ExtensionNotFound, ValueError):
        return False


def is_anchor(certificate: x509.Certificate) -> bool:
    """Whether it can stand at the upper end of a chain: a root, or a seal from elsewhere that stands for itself."""
    if certificate.issuer == certificate.subject:
        return True
    names = certificate.issuer.get_attributes_for_oid(NameOID.COMMON_NAME)
    return not is_authority(certificate) and not any(each.value in NAMES.values() for each in names)


def local(moment: datetime) -> datetime:
    """A certificate's moment as the desk says it: in Chinese time."""
    return moment.astimezone(CHINA)


def _name(office: str, more: Sequence[tuple[x509.ObjectIdentifier, str]], *, demo: bool) -> x509.Name:
    parts = [
        (NameOID.COUNTRY_NAME, "CN"),
        (NameOID.ORGANIZATION_NAME, office),
        *([(NameOID.ORGANIZATIONAL_UNIT_NAME, DEMONSTRATION)] if demo else []),
        *more,
    ]
    return x509.Name([x509.NameAttribute(which, value[:LONGEST_NAME]) for which, value in parts])


def _certificate(
    kind: CertificateKind,
    subject: x509.Name,
    key: PrivateKey,
    now: datetime,
    by: tuple[x509.Certificate, PrivateKey] | None,
) -> x509.Certificate:
    """One certificate, signed by the one above, a root by itself."""
    since = now.replace(microsecond=0)
    demo = bool(subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME))
    until = since + timedelta(days=round(365.25 * (OF_A_DEMONSTRATION if demo else YEARS[kind])))
    above, signing_key = by or (None, key)
    if above is not None:
        until = min(until, above.not_valid_after_utc)
    authority = {CertificateKind.ROOT: 1, CertificateKind.ISSUER: 0}.get(kind)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.subject if above is not None else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(authority is not None, authority), critical=True)
        .add_extension(_usage(authority=authority is not None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key()), critical=False)
    )
    return builder.sign(signing_key, SHA256())


def _usage(*, authority: bool) -> x509.KeyUsage:
    """An authority signs certificates, everybody else documents that they cannot disown."""
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _new(  # noqa: PLR0913, PLR0917 - all that is kept of a certificate
    kind: CertificateKind,
    holder: str,
    made: x509.Certificate,
    by: x509.Certificate | None,
    kept: str | None,
    signer: SignerWanted | None = None,
) -> NewCertificate:
    return NewCertificate(
        kind,
        holder,
        as_kept(made),
        fingerprint_of(made),
        fingerprint_of(by) if by is not None else None,
        kept,
        local(made.not_valid_before_utc),
        local(made.not_valid_after_utc),
        signer.login if signer else None,
        signer.code if signer else None,
    )
