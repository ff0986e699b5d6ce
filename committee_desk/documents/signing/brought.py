"""The office's certificate that a signed sheet brings along. It proves nothing until its fingerprint was compared."""

from pathlib import Path

from cryptography import x509

from committee_desk.documents.signing.chain import chain_of
from committee_desk.documents.signing.cms_form import read
from committee_desk.documents.signing.files import content_of
from committee_desk.documents.signing.pieces import pieces_of
from committee_desk.documents.signing.quiet import hush
from committee_desk.documents.signing.verifying import LARGEST


def office_certificate(path: Path) -> x509.Certificate | None:
    """At the upper end of the first signature's chain; None where the file is no sheet that was signed."""
    hush()
    content = content_of(path, LARGEST)
    if content is None:
        return None
    try:
        signed = read(pieces_of(content).each[0].cms)
        return chain_of(signed.leaf, signed.certificates).anchor
    except Exception:  # noqa: BLE001 - a forger's file may break a reader anywhere: it brings no certificate
        return None
