"""Certificates and sealed sheets: keys under their issuers, bytes kept, steps whole, no signature out of nowhere."""

import base64
import binascii
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256

from committee_desk.domain.sealing import CertificateKind, SignerRole
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_KINDS = frozenset(str(each) for each in CertificateKind)
_CERTIFICATES = "SELECT number, kind, holder, certificate, fingerprint, issuer, kept_key, entry FROM certificates"
_BETWEEN = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
_FIRST = {str(SignerRole.SEAL): 1, str(SignerRole.CHAIR): 2}
"""Who signs first, and how many may sign then."""
_ORPHANS = """
    SELECT p.code AS code, s.year AS year, s.version AS version, s.entry AS entry FROM seals AS s
    JOIN persons AS p ON p.id = s.person_id WHERE {wrong}
"""
_BYTES = _ORPHANS.format(wrong="s.sha256 NOT IN (SELECT sha256 FROM contents)")
_NO_CERTIFICATE = _ORPHANS.format(
    wrong="s.certificate NOT IN (SELECT fingerprint FROM certificates AS c WHERE c.entry <= s.entry)"
)
_NO_HEAD = _ORPHANS.format(wrong="s.head NOT IN (SELECT hash FROM journal AS j WHERE j.seq < s.entry)")
_STEPS = """
    SELECT p.code, s.year, s.version, s.step, s.kind, s.expected, s.entry FROM seals AS s
    JOIN persons AS p ON p.id = s.person_id WHERE s.ended_by IS NULL ORDER BY p.code, s.year, s.version, s.step
"""


def _certificates(reading: Reading) -> Iterator[Facts]:
    rows = reading.rows(_CERTIFICATES)
    known = {str(row[4]) for row in rows}
    for number, kind, holder, certificate, fingerprint, issuer, key, entry in rows:
        orphan = issuer is not None and issuer not in known
        above = kind == CertificateKind.ROOT and (issuer is not None or key is not None)
        if kind not in _KINDS or _fingerprint(str(certificate)) != fingerprint or orphan or above:
            yield {"number": number, "holder": holder, "entry": entry}


def _fingerprint(certificate: str) -> str | None:
    """SHA-256 of the certificate in a PEM; None where it is none."""
    lines = certificate.split()
    text = " ".join(lines)
    if not (text.startswith(_BETWEEN[0]) and text.endswith(_BETWEEN[1])):
        return None
    try:
        inside = text.removeprefix(_BETWEEN[0]).removesuffix(_BETWEEN[1]).replace(" ", "")
        return sha256(base64.b64decode(inside, validate=True)).hexdigest()
    except (ValueError, binascii.Error):
        return None


def _steps(reading: Reading) -> Iterator[Facts]:
    sheets: defaultdict[tuple[str, int, int], list[tuple[int, str, int]]] = defaultdict(list)
    entries: dict[tuple[str, int, int], int] = {}
    for code, year, version, step, kind, expected, entry in reading.each(_STEPS):
        sheets[code, year, version].append((step, kind, expected))
        entries[code, year, version] = entry
    for sheet, steps in sheets.items():
        numbers = [step for step, _, _ in steps]
        first, expected = steps[0][1], {each for _, _, each in steps}
        whole = numbers == list(range(1, len(steps) + 1)) and len(expected) == 1
        others = all(kind == SignerRole.PERSON for _, kind, _ in steps[1:])
        if not whole or not others or not len(steps) <= max(expected) <= _FIRST.get(first, 0):
            yield {**dict(zip(("code", "year", "version"), sheet, strict=True)), "entry": entries[sheet]}


_NEEDS = ("seals", "certificates", "contents")
INVARIANTS = (
    Invariant("signing.certificate", _certificates, ("certificates",)),
    Invariant("signing.bytes", found_by(_BYTES), _NEEDS),
    Invariant("signing.signer", found_by(_NO_CERTIFICATE), _NEEDS),
    Invariant("signing.head", found_by(_NO_HEAD), _NEEDS),
    Invariant("signing.steps", _steps, ("seals",)),
)
