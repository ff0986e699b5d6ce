"""Whether a sheet is genuine: every byte signed, by those who were expected, for an office that this PC trusts.

Two opinions must agree: what is proved here, byte by byte, and pyHanko's, which knows what may change in a PDF.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from committee_desk.documents.signing import trusted
from committee_desk.documents.signing.chain import BrokenChain, Chain, chain_of
from committee_desk.documents.signing.cms_form import WrongForm, read
from committee_desk.documents.signing.facts import Facts, field_of
from committee_desk.documents.signing.files import content_of
from committee_desk.documents.signing.pieces import Flawed, Piece, Pieces, pieces_of
from committee_desk.documents.signing.quiet import hush
from committee_desk.domain.sealing import SignerRole, same_office
from committee_desk.services.verdicts import Flaw, SignedBy, Verdict

LARGEST = 20 * 1024 * 1024
"""No sheet has so many bytes."""
TOGETHER = {
    (SignerRole.SEAL,),
    (SignerRole.CHAIR,),
    (SignerRole.CHAIR, SignerRole.PERSON),
}
"""Who signs a sheet: nobody else makes one, whatever it says of itself."""
CLOCKS_DIFFER = timedelta(minutes=10)
"""So far the clocks of two PCs lie apart of which nobody sets either."""


def verify_file(path: Path, now: datetime) -> Verdict:
    """What is found of a file; refused where it is not there or cannot be read."""
    content = content_of(path, LARGEST)
    return Verdict(genuine=False, reason=Flaw.NOT_PDF) if content is None else verify(content, now)


def verify(content: bytes, now: datetime) -> Verdict:
    """What is found of a PDF's bytes, by the PC's clock. Whatever they are, the answer is a verdict."""
    hush()
    digest = sha256(content).hexdigest()
    try:
        return _judged(pieces_of(content), digest, now)
    except Flawed as flawed:
        return Verdict(genuine=False, reason=flawed.flaw, who=flawed.who, sha256=digest)
    except Exception:  # noqa: BLE001 - a forger's file may break a reader anywhere: it is no genuine sheet all the same
        return Verdict(genuine=False, reason=Flaw.CHANGED, sha256=digest)


def _judged(pieces: Pieces, digest: str, now: datetime) -> Verdict:
    facts = pieces.facts
    if tuple(each.role for each in facts.signers) not in TOGETHER:
        raise Flawed(Flaw.FOREIGN)
    chains = [_chain(piece) for piece in pieces.each]
    _require_one_office(facts, chains)
    _require_nothing_between(pieces, chains)
    _require_expected(pieces, chains)
    foreign = not chains[0].demo and not same_office(facts.office, chains[0].office)
    found = Verdict(
        genuine=True,
        demo=chains[0].demo,
        signers=_signers(pieces),
        person=facts.code,
        name=facts.name,
        office=facts.office if chains[0].demo else chains[0].office,
        headed=facts.office if foreign else None,
        year=facts.year,
        version=facts.version,
        fingerprint=chains[0].fingerprint,
        sha256=digest,
    )
    return _as_whole_and_trusted(found, pieces, chains, now)


def _as_whole_and_trusted(found: Verdict, pieces: Pieces, chains: Sequence[Chain], now: datetime) -> Verdict:
    """What is proved of the sheet stays told where a signer is missing, or nobody here trusts the office."""
    missing = pieces.facts.signers[len(chains) :]
    if missing:
        return found.but(Flaw.SIGNER_MISSING, who=missing[0].name)
    for piece, chain in zip(pieces.each, chains, strict=True):
        if chain.too_early(piece.at) or chain.expired(piece.at):
            flaw = Flaw.TOO_EARLY if chain.too_early(piece.at) else Flaw.EXPIRED
            return found.but(flaw, who=pieces.facts.signers[chains.index(chain)].name)
    if pieces.facts.demo != chains[0].demo:
        return found.but(Flaw.DEMO_AS_OFFICE if chains[0].demo else Flaw.OFFICE_AS_DEMO)
    found = found if chains[0].demo else _as_of_now(found, pieces, chains, now)
    if found.genuine and not trusted.trusts(chains[0].fingerprint, demo=chains[0].demo):
        return found.but(Flaw.UNKNOWN_OFFICE)
    return found


def _as_of_now(found: Verdict, pieces: Pieces, chains: Sequence[Chain], now: datetime) -> Verdict:
    """Nothing is signed yet that is to be signed later: but for a demonstration's, whose calendar is invented."""
    latest = now + CLOCKS_DIFFER
    for piece, chain, signer in zip(pieces.each, chains, pieces.facts.signers, strict=True):
        since = max(each.not_valid_before_utc for each in chain.links)
        if since > latest:
            return found.but(Flaw.NOT_YET_VALID, who=signer.name, ahead=since, clock=now)
        if piece.at > latest:
            return found.but(Flaw.FROM_THE_FUTURE, who=signer.name, ahead=piece.at, clock=now)
    return found


def _chain(piece: Piece) -> Chain:
    """Who signed; Flawed where the signature is not of its one form or covers other bytes."""
    try:
        signed = read(piece.cms)
    except WrongForm:
        raise Flawed(Flaw.DAMAGED) from None
    if signed.digest != piece.digest:
        raise Flawed(Flaw.CHANGED)
    try:
        return chain_of(signed.leaf, signed.certificates)
    except BrokenChain:
        raise Flawed(Flaw.CHAIN) from None


def _require_one_office(facts: Facts, chains: Sequence[Chain]) -> None:
    """All certificates are those that the first signature covers, and the office's that the sheet names."""
    if any(chain.authorities != facts.authorities for chain in chains):
        raise Flawed(Flaw.CHAIN)
    own = not chains[0].demo and len(chains[0].links) > 1
    if own and not facts.demo and not same_office(facts.office, chains[0].office):
        raise Flawed(Flaw.CHAIN)


def _require_expected(pieces: Pieces, chains: Sequence[Chain]) -> None:
    """Each signed in the field that was laid for them, with their own certificate, in the order that was laid down."""
    expected = pieces.facts.signers
    if len(chains) > len(expected):
        raise Flawed(Flaw.SIGNER_WRONG, pieces.each[len(expected)].field)
    for step, (piece, chain, signer) in enumerate(zip(pieces.each, chains, expected, strict=False), start=1):
        if piece.field != field_of(step, signer) or not chain.is_for(signer):
            raise Flawed(Flaw.SIGNER_WRONG, signer.name)
        if signer.role is SignerRole.PERSON and signer.code != pieces.facts.code:
            raise Flawed(Flaw.SIGNER_WRONG, signer.name)


def _require_nothing_between(pieces: Pieces, chains: Sequence[Chain]) -> None:
    """The first certifies the whole; each revision after it only signs; the last covers the whole file."""
    alone = len(pieces.facts.signers) == 1
    if pieces.each[0].certifies is not (MDPPerm.NO_CHANGES if alone else MDPPerm.FILL_FORMS):
        raise Flawed(Flaw.CHANGED)
    last = len(pieces.each) - 1
    for number, (piece, chain) in enumerate(zip(pieces.each, chains, strict=True)):
        _require_second_opinion(piece, chain, last=number == last)


def _require_second_opinion(piece: Piece, chain: Chain, *, last: bool) -> None:
    """pyHanko's: by that chain at that moment, nothing else changed, everything covered."""
    anchor, leaf = (asn1.Certificate.load(each.public_bytes(Encoding.DER)) for each in (chain.anchor, chain.leaf))
    inside = min(max(piece.at, chain.leaf.not_valid_before_utc), chain.leaf.not_valid_after_utc)
    context = ValidationContext(trust_roots=[anchor], other_certs=[leaf], moment=inside, allow_fetching=False)
    said = validate_pdf_signature(piece.signature, context, key_usage_settings=KeyUsageConstraints(key_usage=set()))
    covered = SignatureCoverageLevel.ENTIRE_FILE if last else SignatureCoverageLevel.ENTIRE_REVISION
    level = said.modification_level
    quiet_enough = level is ModificationLevel.NONE or (not last and level is ModificationLevel.FORM_FILLING)
    if not (said.intact and said.valid and said.trusted):
        raise Flawed(Flaw.CHAIN)
    if said.coverage is not covered or not quiet_enough or said.docmdp_ok is False:
        raise Flawed(Flaw.CHANGED)


def _signers(pieces: Pieces) -> tuple[SignedBy, ...]:
    each = zip(pieces.facts.signers, pieces.each, strict=False)
    return tuple(SignedBy(signer.name, signer.role, piece.at) for signer, piece in each)
