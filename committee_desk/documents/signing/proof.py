"""Before a certificate from elsewhere becomes the office's seal: a blank page is sealed with it, and must verify.

What a certification authority may write into a certificate is more than anybody foresees; a seal whose every sheet
would be refused afterwards is found out here, while nobody relies on it yet.
"""

from datetime import datetime
from io import BytesIO

from cryptography import x509
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents.signing.certificates import as_kept, fingerprint_of, local, office_of
from committee_desk.documents.signing.keys import PrivateKey
from committee_desk.documents.signing.quiet import hush
from committee_desk.documents.signing.sealing import KeptKey
from committee_desk.documents.signing.verifying import verify
from committee_desk.domain.journal import BEGINNING
from committee_desk.domain.sealing import CertificateKind, ExpectedSigner, SignerRole
from committee_desk.services.certificate_views import CertificateRow
from committee_desk.services.final_sheets import FinalSheet, ReadySheet
from committee_desk.services.signing_views import SheetFacts
from committee_desk.services.verdicts import Flaw
from committee_desk.services.views import Head


def verifies(key: PrivateKey, held: x509.Certificate, now: datetime) -> bool:
    """Whether a page that is sealed with it now is found genuine, but for that nobody trusts it yet."""
    hush()
    office, mark, until = office_of(held), fingerprint_of(held), local(held.not_valid_after_utc)
    row = CertificateRow(
        0, CertificateKind.SEAL, office, None, None, as_kept(held), mark, None, None, None, until, None, 0, "", now
    )
    ready = ReadySheet("0", office, 1, (ExpectedSigner(SignerRole.SEAL, office),), "")
    facts = SheetFacts(office, demo=False, year=now.year, head=Head(0, BEGINNING))
    try:
        sealed = KeptKey(key, [held], row).sign_first(FinalSheet(ready, "{}", None, _page()), facts, now)
    except Exception:  # noqa: BLE001 - whatever breaks here would break at the first sheet
        return False
    found = verify(sealed.content, now)
    return found.genuine or found.reason is Flaw.UNKNOWN_OFFICE


def _page() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()
