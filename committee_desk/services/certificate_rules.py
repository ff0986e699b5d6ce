"""Which certificates stand, and what a new one must not stand beside."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from committee_desk.domain.sealing import CertificateKind, same_office
from committee_desk.services.account_refusals import PasswordRefused
from committee_desk.services.certificate_refusals import (
    CertificateExpired,
    OfficeCertificateHeld,
    PinTooWeak,
    SignerCertificateHeld,
)
from committee_desk.services.certificate_views import CertificateRow, SignerWanted
from committee_desk.services.passwords import LEAST, require_good


def standing(rows: Iterable[CertificateRow], kind: CertificateKind) -> CertificateRow | None:
    """The newest certificate of that kind that was not withdrawn."""
    return next((row for row in reversed(tuple(rows)) if row.kind is kind and row.withdrawn is None), None)


def anchor_of(rows: tuple[CertificateRow, ...]) -> CertificateRow | None:
    """The certificate that others trust to trust the seal: its root, or a seal that was taken over itself."""
    seal = standing(rows, CertificateKind.SEAL)
    by = {row.fingerprint: row for row in rows}
    while seal is not None and seal.issuer in by:
        seal = by[seal.issuer]
    return seal


def anchor_at(rows: Iterable[CertificateRow], moment: datetime) -> CertificateRow | None:
    """The same as it was then: without what was made later, and before what was withdrawn later."""
    made = (row for row in rows if row.at <= moment)
    return anchor_of(
        tuple(replace(row, withdrawn=None) if row.withdrawn and row.withdrawn > moment else row for row in made)
    )


def chain_of(row: CertificateRow, rows: tuple[CertificateRow, ...]) -> tuple[CertificateRow, ...]:
    """The certificate, whose key signed it, and so on to the anchor."""
    by = {each.fingerprint: each for each in rows}
    found = [row]
    while found[-1].issuer in by:
        found.append(by[found[-1].issuer])
    return tuple(found)


def signer_of(rows: Iterable[CertificateRow], name: str, code: str | None) -> CertificateRow | None:
    """The newest certificate of a signer that was not withdrawn."""
    own = (
        row
        for row in reversed(tuple(rows))
        if row.kind is CertificateKind.SIGNER and row.withdrawn is None and row.code == code
    )
    return next((row for row in own if same_office(row.holder, name)), None)


def require_holding(row: CertificateRow, now: datetime) -> None:
    """Refuse a certificate that holds no longer."""
    if now >= row.until:
        raise CertificateExpired(row.holder, row.at, row.until)


def require_no_office_certificate(rows: Iterable[CertificateRow], now: datetime) -> None:
    """An office seals with one certificate: the standing one is withdrawn first, unless it holds no longer."""
    held = standing(rows, CertificateKind.SEAL)
    if held is not None and now < held.until:
        raise OfficeCertificateHeld(held.holder, held.until)


def require_no_signer_certificate(rows: Iterable[CertificateRow], wanted: SignerWanted, now: datetime) -> None:
    """A signer has one certificate: the standing one is withdrawn first, unless it holds no longer."""
    held = signer_of(rows, wanted.holder, wanted.code)
    if held is not None and now < held.until:
        raise SignerCertificateHeld(held.holder, held.until)


def require_good_pin(wanted: SignerWanted) -> None:
    """Refuse a PIN that is too short, the signer's own login or code, or one that is tried first."""
    try:
        require_good(wanted.login or wanted.code or wanted.holder, wanted.pin)
    except PasswordRefused:
        raise PinTooWeak(LEAST) from None
