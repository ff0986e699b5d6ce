"""The signatures of a PDF as they lie in its bytes: which bytes each one covers, and that nothing else is there."""

import re
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import NamedTuple

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import EmbeddedPdfSignature

from committee_desk.documents.signing.facts import FILE_NAME, Facts, NoFacts
from committee_desk.services.verdicts import Flaw

_HEX = re.compile(rb"<([0-9A-F]*)>")
FORM = "/ETSI.CAdES.detached"


class Flawed(Exception):
    """Why a PDF is no genuine sheet."""

    def __init__(self, flaw: Flaw, who: str | None = None) -> None:
        super().__init__(flaw)
        self.flaw, self.who = flaw, who


class Piece(NamedTuple):
    """One signature: its field, when it says it was made, the digest of what it covers, its CMS with the padding."""

    field: str
    at: datetime
    digest: bytes
    cms: bytes
    certifies: MDPPerm | None
    signature: EmbeddedPdfSignature


class Pieces(NamedTuple):
    """All signatures in their order, and what the first one covers beside the sheet."""

    each: tuple[Piece, ...]
    facts: Facts


def pieces_of(content: bytes) -> Pieces:
    """Take a PDF apart; Flawed where a byte is covered by no signature, or nothing is signed."""
    if not content.startswith(b"%PDF-"):
        raise Flawed(Flaw.NOT_PDF)
    if b"/ByteRange" not in content:
        raise Flawed(Flaw.UNSIGNED)
    reader = PdfFileReader(BytesIO(content), strict=True)
    signatures = reader.embedded_signatures
    if not signatures:
        raise Flawed(Flaw.UNSIGNED)
    ends = [_end(each) for each in signatures]
    if ends != sorted(set(ends)) or ends[-1] < len(content):
        raise Flawed(Flaw.ADDED)
    if reader.xrefs.total_revisions != len(signatures) + 1:
        raise Flawed(Flaw.CHANGED)
    return Pieces(tuple(_piece(content, each) for each in signatures), _facts(reader, signatures[0]))


def _end(signature: EmbeddedPdfSignature) -> int:
    """Where the bytes end that a signature covers: from the file's first on, but for its own."""
    ranges = [int(each) for each in signature.byte_range]
    if len(ranges) != 4 or ranges[0] != 0:
        raise Flawed(Flaw.CHANGED)
    return ranges[2] + ranges[3]


def _piece(content: bytes, signature: EmbeddedPdfSignature) -> Piece:
    _, until, since, more = (int(each) for each in signature.byte_range)
    end = since + more
    gap = content[until:since]
    if not 0 < until < since <= end <= len(content) or (inside := _HEX.fullmatch(gap)) is None:
        raise Flawed(Flaw.DAMAGED)
    at = signature.self_reported_timestamp
    if str(signature.sig_object["/SubFilter"]) != FORM or at is None or at.tzinfo is None:
        raise Flawed(Flaw.FOREIGN)
    covered = sha256(content[:until])
    covered.update(content[since:end])
    held = bytes.fromhex(inside[1].decode("ascii"))
    return Piece(signature.field_name, at, covered.digest(), held, signature.docmdp_level, signature)


def _facts(reader: PdfFileReader, first: EmbeddedPdfSignature) -> Facts:
    """What is attached in the revision that the first signature made."""
    root = reader.get_historical_root(first.signed_revision)
    try:
        attached = list(root["/Names"]["/EmbeddedFiles"]["/Names"])
        (file,) = (held for name, held in zip(attached[::2], attached[1::2], strict=True) if str(name) == FILE_NAME)
        return Facts.from_bytes(file.get_object()["/EF"]["/F"].data)
    except (KeyError, ValueError, TypeError, AttributeError, NoFacts):
        raise Flawed(Flaw.FOREIGN) from None
