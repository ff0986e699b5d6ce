"""Whom this PC trusts: one PEM file a certificate under the user's state folder, demonstrations apart from offices.

A file counts only where its name is its certificate's fingerprint: what lies there by chance is nobody's.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cryptography import x509

from committee_desk.documents.folder import told_as_troubles
from committee_desk.documents.signing.certificates import (
    as_kept,
    fingerprint_of,
    is_anchor,
    is_authority,
    is_demo,
    local,
    office_of,
    read_kept,
)
from committee_desk.documents.signing.files import content_of
from committee_desk.domain.journal import BEGINNING, NotAHead, typed_head
from committee_desk.domain.sealing import same_office
from committee_desk.paths import state_folder
from committee_desk.services.certificate_refusals import (
    DemonstrationNotTrusted,
    FingerprintDiffers,
    FingerprintUnreadable,
    NotACertificate,
    NotTheAnchor,
)
from committee_desk.services.trust import TrustedOffice

LARGEST = 64 * 1024


def all_trusted() -> tuple[TrustedOffice, ...]:
    """Every certificate that is trusted here: offices by name, then the demonstrations'."""
    rows = [_told(each, demo=demo) for demo in (False, True) for each in certificates(demo=demo)]
    return tuple(sorted(rows, key=lambda row: (row.demo, row.name, row.fingerprint)))


def certificates(*, demo: bool = False) -> Iterator[x509.Certificate]:
    """The certificates that are trusted for offices, or for demonstrations."""
    folder = _folder(demo=demo)
    with suppress(OSError):
        for file in sorted(folder.glob("*.pem")):
            with suppress(OSError, ValueError):
                held = read_kept(file.read_text(encoding="ascii"))
                if fingerprint_of(held) == file.stem and is_demo(held) == demo:
                    yield held


def look(path: Path) -> TrustedOffice:
    """Whose certificate a PEM file holds or a signed sheet brings along; nothing is trusted by it."""
    held = _brought(path) or _only_certificate(path)
    return _told(held, demo=is_demo(held))


def trust(path: Path, groups: str) -> TrustedOffice:
    """Trust the certificate of a PEM file when its fingerprint is the one that was read off paper."""
    return _trust_typed(_only_certificate(path), path, groups)


def trust_signer(path: Path, groups: str) -> TrustedOffice:
    """Trust the office's certificate that a signed sheet brings along, when its fingerprint is the one off paper."""
    held = _brought(path)
    if held is None:
        raise NotACertificate(path)
    return _trust_typed(held, path, groups)


def _brought(path: Path) -> x509.Certificate | None:
    from committee_desk.documents.signing.brought import office_certificate  # noqa: PLC0415 - it reads signatures

    return office_certificate(path)


def _trust_typed(held: x509.Certificate, path: Path, groups: str) -> TrustedOffice:
    try:
        typed = typed_head(groups)
    except NotAHead:
        raise FingerprintUnreadable(groups) from None
    if len(typed) != len(BEGINNING):
        raise FingerprintUnreadable(groups)
    if typed != fingerprint_of(held):
        raise FingerprintDiffers(path, fingerprint_of(held))
    if is_demo(held):
        raise DemonstrationNotTrusted(office_of(held))
    _keep(held, demo=False)
    return _told(held, demo=False)


def trust_own(certificate: str, *, demo: bool = False) -> bool:
    """Trust a certificate made on this PC; False where another one is trusted under the same name already."""
    own = read_kept(certificate)
    trusted = list(certificates(demo=demo))
    if own in trusted:
        return True
    if any(same_office(office_of(each), office_of(own)) for each in trusted):
        return False
    _keep(own, demo=demo)
    return True


def trusts(fingerprint: str, *, demo: bool = False) -> bool:
    """Whether that certificate is trusted here."""
    return any(fingerprint_of(each) == fingerprint for each in certificates(demo=demo))


def forget(fingerprint: str) -> bool:
    """Trust that office's certificate no more; False where it was not trusted."""
    if not trusts(fingerprint):
        return False
    file = _folder(demo=False) / f"{fingerprint}.pem"
    with told_as_troubles(file):
        file.unlink(missing_ok=True)
    return True


def _only_certificate(path: Path) -> x509.Certificate:
    content = content_of(path, LARGEST)
    try:
        (held,) = x509.load_pem_x509_certificates(content or b"")
        told = office_of(held), is_authority(held), held.not_valid_after_utc
    except ValueError:
        raise NotACertificate(path) from None
    if not told[0]:
        raise NotACertificate(path)
    if not is_anchor(held):
        raise NotTheAnchor(path, told[0])
    return held


def _told(held: x509.Certificate, *, demo: bool) -> TrustedOffice:
    return TrustedOffice(office_of(held), fingerprint_of(held), local(held.not_valid_after_utc), demo)


def _folder(*, demo: bool) -> Path:
    return state_folder() / "trusted" / ("demonstrations" if demo else "offices")


def _keep(held: x509.Certificate, *, demo: bool) -> None:
    """Write the file whole or not at all."""
    folder = _folder(demo=demo)
    file = folder / f"{fingerprint_of(held)}.pem"
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.unfinished")
    with told_as_troubles(file):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_text(as_kept(held), encoding="ascii")
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
