"""Signing sheets as PAdES B-B, each signature an incremental update: what was signed before stays to the byte."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.metadata.model import DocumentMetadata
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from committee_desk.documents.signing.appearance import hand_style, seal_style
from committee_desk.documents.signing.certificates import fingerprint_of, is_demo, read_kept
from committee_desk.documents.signing.cms_form import in_one_form
from committee_desk.documents.signing.facts import FILE_NAME, Facts, default_box, field_of
from committee_desk.documents.signing.keys import PrivateKey, StaysLocked, unlocked
from committee_desk.documents.signing.person_field import person_style
from committee_desk.documents.signing.quiet import hush
from committee_desk.domain.results import Signature
from committee_desk.domain.sealing import Box, CertificateKind, ExpectedSigner, SignerRole, Stroke
from committee_desk.services.certificate_refusals import NoOfficeCertificate, WrongPin, WrongSealPassphrase
from committee_desk.services.certificate_views import CertificateRow
from committee_desk.services.final_sheets import FinalSheet
from committee_desk.services.signing_refusals import SheetUnfit
from committee_desk.services.signing_views import KeptSheet, SheetFacts

DIGEST = "sha256"
ROOM = 64
"""Bytes that a signature may be longer than the one that was tried: ECDSA's numbers vary by a few."""


def unlock(holder: CertificateRow, passphrase: str, chain: Sequence[CertificateRow]) -> "KeptKey":
    """The key ready to sign; WrongSealPassphrase or WrongPin where it stays locked."""
    hush()
    if holder.kept_key is None:
        raise NoOfficeCertificate(holder.kind)
    try:
        key = unlocked(holder.kept_key, passphrase)
    except StaysLocked:
        raise (WrongPin(holder.holder) if holder.kind is CertificateKind.SIGNER else WrongSealPassphrase()) from None
    return KeptKey(key, [read_kept(each.certificate) for each in chain], holder)


class KeptKey:
    """A key that its holder has unlocked, with the chain of its certificate."""

    def __init__(self, key: PrivateKey, chain: Sequence[x509.Certificate], holder: CertificateRow) -> None:
        self._signer = _Signer(key, [asn1.Certificate.load(each.public_bytes(Encoding.DER)) for each in chain])
        self._holder, self._demo = holder, is_demo(chain[0])
        self._authorities = tuple(fingerprint_of(each) for each in chain[1:])
        self._room: int | None = None

    @property
    def fingerprint(self) -> str:
        """Whose certificate it is."""
        return self._holder.fingerprint

    def sign_first(
        self, sheet: FinalSheet, facts: SheetFacts, at: datetime, strokes: Sequence[Stroke] = ()
    ) -> KeptSheet:
        """The first signature: lays the sheet's data and its expected signers under it and certifies the whole."""
        ready = sheet.ready
        first, *others = ready.signers
        signers = (_named(first, self._holder.holder), *others)
        told = Facts(
            facts.office,
            facts.demo,
            facts.year,
            ready.code,
            ready.name,
            ready.version,
            sheet.replaces,
            signers,
            facts.head.hash,
            self._authorities,
            sheet.canonical,
        )
        writer = IncrementalPdfFileWriter(BytesIO(sheet.pdf))
        boxes = _boxes(writer, ready.code, ready.signers)
        _attach(writer, told)
        for step, (signer, box) in enumerate(zip(signers, boxes, strict=True), start=1):
            append_signature_field(writer, _field(step, signer, box))
        permitted = MDPPerm.FILL_FORMS if others else MDPPerm.NO_CHANGES
        meta = PdfSignatureMetadata(
            field_of(1, first), md_algorithm=DIGEST, subfilter=SigSeedSubFilter.PADES, name=signers[0].name,
            certify=True, docmdp_permissions=permitted,
        )  # fmt: skip
        shown = first if self._demo else signers[0]  # all demonstrations share one certificate, and each has its name
        return self._signed(writer, meta, self._style(shown, boxes[0], strokes), at)

    def sign_next(
        self,
        content: bytes,
        signer: ExpectedSigner,
        at: datetime,
        strokes: Sequence[Stroke] = (),
        said: Signature | None = None,
    ) -> KeptSheet:
        """A further signature, in the field that was laid for it; `said` is what the person says of the result."""
        writer = IncrementalPdfFileWriter(BytesIO(content))
        field, box = _laid(writer, signer)
        meta = PdfSignatureMetadata(field, md_algorithm=DIGEST, subfilter=SigSeedSubFilter.PADES, name=signer.name)
        style = person_style(said, strokes, signer.name, box.width, box.height) if said is not None else None
        return self._signed(writer, meta, style or self._style(signer, box, strokes), at)

    def _style(self, signer: ExpectedSigner, box: Box, strokes: Sequence[Stroke]) -> StaticStampStyle:
        if signer.role is SignerRole.SEAL:
            return seal_style(signer.name, demo=self._demo)
        return hand_style(strokes, signer.name, box.width, box.height)

    def _signed(
        self, writer: IncrementalPdfFileWriter, meta: PdfSignatureMetadata, style: StaticStampStyle, at: datetime
    ) -> KeptSheet:
        """The PDF with the signature; its room is measured once and the same for every sheet of the act."""
        writer._meta = _Dated(at)  # pyHanko has no other way to say when a file was changed
        signing = _Signing(meta, self._signer, style, at)
        if self._room is None:
            self._room = self._signer.length_of_a_signature() + ROOM
        signed: BytesIO = signing.sign_pdf(writer, existing_fields_only=True, bytes_reserved=2 * self._room)
        content = signed.getvalue()
        return KeptSheet(content, sha256(content).hexdigest())


def _named(signer: ExpectedSigner, holder: str) -> ExpectedSigner:
    """The signer under the name of the certificate: a seal that was taken over may bear another than the desk."""
    return signer._replace(name=holder) if signer.role is SignerRole.SEAL else signer


class _Signer(Signer):
    """Signs with a key that was parsed once. The chain goes along whole, so that whoever does not trust it yet reads
    whose it is."""

    def __init__(self, key: PrivateKey, chain: Sequence[asn1.Certificate]) -> None:
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        registry.register_multiple(chain[1:])
        super().__init__(signing_cert=chain[0], cert_registry=registry, embed_roots=True)
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002 - as pyHanko calls it
        """The signature of some bytes."""
        if isinstance(self._key, EllipticCurvePrivateKey):
            return in_one_form(self._key.sign(data, ECDSA(hashes.SHA256())), self._key.curve)
        return self._key.sign(data, PKCS1v15(), hashes.SHA256())

    def length_of_a_signature(self) -> int:
        """How many bytes one signature takes with all that goes with it."""
        made: Any = asyncio.run(self.async_sign(bytes(32), DIGEST, use_pades=True))
        return len(made.dump())


class _Signing(PdfSigner):
    """One signature, dated by the desk's clock."""

    def __init__(self, meta: PdfSignatureMetadata, signer: Signer, style: StaticStampStyle, at: datetime) -> None:
        super().__init__(meta, signer, stamp_style=style)
        self._at = at.replace(microsecond=0)

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> PdfSigningSession:  # noqa: ANN401, FBT001, FBT002 - as pyHanko calls it
        """The session at that moment."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


class _Dated(DocumentMetadata):
    """Metadata that tell the moment of the signature by the desk's clock; pyHanko would have them tell the PC's."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        super().__init__()

    @property
    def last_modified(self) -> datetime:
        """When the file was changed, as its Info and its XMP say it."""
        return self._at

    @last_modified.setter
    def last_modified(self, _now: object) -> None:
        """PyHanko says “now” just before it writes."""


def _attach(writer: IncrementalPdfFileWriter, facts: Facts) -> None:
    content = EmbeddedFileObject.from_file_data(writer, facts.to_bytes(), mime_type="application/json")
    embed_file(writer, FileSpec(FILE_NAME, FILE_NAME, content))


def _boxes(writer: IncrementalPdfFileWriter, code: str, signers: Sequence[ExpectedSigner]) -> list[Box]:
    """Where each signs; a page that is not there is no place to sign."""
    pages = int(writer.prev.root["/Pages"]["/Count"])
    found = [signer.box or default_box(step, signer.role, pages - 1) for step, signer in enumerate(signers, start=1)]
    if any(not 0 <= box.page < pages or box.width <= 0 or box.height <= 0 for box in found):
        raise SheetUnfit(code)
    return found


def _field(step: int, signer: ExpectedSigner, box: Box) -> SigFieldSpec:
    left, bottom = round(box.left), round(box.bottom)
    corners = (left, bottom, round(box.left + box.width), round(box.bottom + box.height))
    return SigFieldSpec(field_of(step, signer), on_page=box.page, box=corners, readable_field_name=signer.name)


def _laid(writer: IncrementalPdfFileWriter, signer: ExpectedSigner) -> tuple[str, Box]:
    """The field that was laid for that signer, and its size."""
    for each in writer.prev.root["/AcroForm"]["/Fields"]:
        field = each.get_object()
        if str(field["/T"]).endswith(f"-{signer.role}") and "/V" not in field:
            left, bottom, right, top = (float(part) for part in field["/Rect"])
            return str(field["/T"]), Box(0, left, bottom, right - left, top - bottom)
    raise SheetUnfit(signer.code or signer.name)
