"""A sealed sheet is genuine to the byte; whatever somebody makes of it is not, and nothing breaks whoever looks."""

import asyncio
import os
import random
import re
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import ArrayObject, NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from committee_desk.documents.signing import sealing, trusted, verifying
from committee_desk.documents.signing.appearance import hand_style
from committee_desk.documents.signing.certificates import NAMES, fingerprint_of, read_kept
from committee_desk.documents.signing.sealing import _Signing, unlock
from committee_desk.domain.sealing import CertificateKind, ExpectedSigner, SignerRole, expected_signers
from committee_desk.services.verdicts import Flaw, Verdict
from committee_desk.wording.verdicts import reason_in_words
from tests.conftest import NOW, OFFICE
from tests.sealing import CHAIR, PASSPHRASE, Office, drawn, sheet_of

EVERY_BYTE = "COMMITTEE_DESK_EVERY_BYTE"
"""Set: every byte of a sealed sheet is changed, which takes an hour; otherwise every so many."""
SAMPLE = 40
ORDER_OF_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
CONTENTS = re.compile(rb"/Contents (<[0-9A-F]+>)")


def verify(content: bytes, now: datetime = NOW + timedelta(days=366 * 10)) -> Verdict:
    """What is found of it years later: what was genuine once stays so."""
    return verifying.verify(content, now)


@pytest.fixture
def office() -> Office:
    return Office().trusted_here()


@pytest.fixture
def sealed(office) -> bytes:
    return office.sealed()


def test_a_sealed_sheet_is_genuine_and_tells_who_sealed_whose_when(sealed):
    found = verify(sealed)
    assert (found.genuine, found.reason, found.demo) == (True, None, False)
    assert (found.person, found.name, found.year, found.version, found.office) == ("J001", "张三", 2026, 1, OFFICE)
    assert [(each.name, each.role, each.signed_at) for each in found.signers] == [(OFFICE, SignerRole.SEAL, NOW)]


def test_a_sheet_of_both_signers_is_genuine_and_names_them_in_their_order(office):
    found = verify(office.signed_by_both())
    assert found.genuine, found
    assert [(each.name, each.role) for each in found.signers] == [
        (CHAIR, SignerRole.CHAIR), ("张三", SignerRole.PERSON),
    ]  # fmt: skip


@pytest.mark.parametrize("both", [False, True], ids=["sealed", "signed by both"])
def test_no_byte_of_a_sheet_can_be_changed(office, both):
    sheet = office.signed_by_both() if both else office.sealed()
    for place in _places(sheet):
        for change in (0x01, 0x20) if os.environ.get(EVERY_BYTE) else (0x20,):  # 0x20 turns A into a
            forged = bytearray(sheet)
            forged[place] ^= change
            assert not verify(bytes(forged)).genuine, f"byte {place} of {len(sheet)}"


def _places(sheet: bytes) -> list[int]:
    """Every byte where it is asked for; else a sample, and of each signature's own bytes one of each kind."""
    if os.environ.get(EVERY_BYTE):
        return list(range(len(sheet)))
    inside = [place for found in CONTENTS.finditer(sheet) for place in (found.start(1), found.end(1) - 1)]
    within = [place for found in CONTENTS.finditer(sheet) for place in range(found.start(1) + 1, found.end(1) - 1, 509)]
    drawn_at_random = random.Random(len(sheet))
    return sorted({*inside, *within, *drawn_at_random.sample(range(len(sheet)), SAMPLE)})


def test_a_certificate_along_the_way_cannot_be_written_in_another_way(sealed):
    """The issuer's certificate with the twin of its signature, which proves as much and is not the one sealed under."""
    found = CONTENTS.search(sealed)
    assert found is not None
    content = cms.ContentInfo.load(bytes.fromhex(found[1][1:-1].decode()))
    held = [each.chosen for each in content["content"]["certificates"]]
    (issuer,) = (each for each in held if each.subject.native["common_name"] == NAMES[CertificateKind.ISSUER])
    r, s = decode_dss_signature(issuer["signature_value"].native)
    issuer["signature_value"] = encode_dss_signature(r, ORDER_OF_P256 - s)
    content["content"]["certificates"] = [cms.CertificateChoices(name="certificate", value=each) for each in held]
    forged = content.dump(force=True).hex().upper().encode()
    room = len(found[1]) - 2
    assert verify(sealed.replace(found[1], b"<" + forged.ljust(room, b"0") + b">")).reason is Flaw.CHAIN


def _signed_by(sealed: bytes, signature: bytes) -> bytes:
    """The sheet with another ECDSA signature in the same CMS."""
    found = CONTENTS.search(sealed)
    assert found is not None
    content = cms.ContentInfo.load(bytes.fromhex(found[1][1:-1].decode()))
    content["content"]["signer_infos"][0]["signature"] = signature
    forged = content.dump(force=True).hex().upper().encode()
    return sealed.replace(found[1], b"<" + forged.ljust(len(found[1]) - 2, b"0") + b">")


def _signature_in(sealed: bytes) -> bytes:
    found = CONTENTS.search(sealed)
    assert found is not None
    content = cms.ContentInfo.load(bytes.fromhex(found[1][1:-1].decode()))
    return bytes(content["content"]["signer_infos"][0]["signature"].native)


def test_the_twin_of_a_signature_that_anybody_can_write_is_not_the_signature(sealed):
    """Who has (r, s) has (r, n - s), which proves as much: a sheet is sealed with the lower one, and only with it."""
    r, s = decode_dss_signature(_signature_in(sealed))
    assert _signed_by(sealed, encode_dss_signature(r, s)) == sealed
    assert verify(_signed_by(sealed, encode_dss_signature(r, ORDER_OF_P256 - s))).reason is Flaw.DAMAGED


def test_every_signature_is_made_in_the_one_form_that_is_genuine(office):
    signer = office.key()._signer
    made = [asyncio.run(signer.async_sign_raw(bytes([each]), "sha256")) for each in range(32)]
    assert all(decode_dss_signature(each)[1] <= ORDER_OF_P256 // 2 for each in made)


@pytest.mark.parametrize("longer", [b"\0", b""], ids=["a zero before r", "a length in two bytes"])
def test_the_numbers_of_a_signature_have_one_way_to_be_written(sealed, longer):
    """The same r and s, with a zero before r or the length of both written longer than DER has it."""
    _, whole, _, length, *rest = was = _signature_in(sealed)
    forged = bytes([0x30, whole + 1, 2, length + 1]) + longer + bytes(rest) if longer else b"\x30\x81" + was[1:]
    assert verify(_signed_by(sealed, forged)).reason is Flaw.DAMAGED


def test_the_padding_after_a_signature_is_zero(sealed):
    padded = re.search(rb"(0+)>", sealed)
    assert padded is not None
    forged = bytearray(sealed)
    forged[padded.end(1) - 1 : padded.end(1)] = b"1"
    assert verify(bytes(forged)).reason is Flaw.DAMAGED


def test_a_signature_written_in_small_letters_says_the_same_and_is_not_the_same(sealed):
    found = CONTENTS.search(sealed)
    assert found is not None
    assert verify(sealed.replace(found[1], found[1].lower())).reason is Flaw.DAMAGED


@pytest.mark.parametrize("junk", [b"\n", b"%%EOF\n", b"\0" * 9, b"1 0 obj\n<<>>\nendobj\n"])
def test_nothing_can_be_appended(sealed, junk):
    assert verify(sealed + junk).reason in {Flaw.ADDED, Flaw.CHANGED}


def test_no_update_can_follow_the_last_signature(sealed):
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    writer.root["/Lang"] = pdf_name("/en")
    writer.update_root()
    changed = BytesIO()
    writer.write(changed)
    assert verify(changed.getvalue()).reason is Flaw.ADDED


@pytest.mark.parametrize("pages", [1, 2])
def test_a_page_added_or_removed_is_a_change(office, pages):
    sheet = office.sealed(drawn(pages=2))
    writer = IncrementalPdfFileWriter(BytesIO(sheet))
    tree = writer.root["/Pages"]
    kids = list(tree.raw_get("/Kids"))
    tree["/Kids"] = ArrayObject(kids[:1] if pages == 1 else [*kids, kids[0]])
    tree["/Count"] = NumberObject(len(tree["/Kids"]))
    writer.update_container(tree)
    changed = BytesIO()
    writer.write(changed)
    assert not verify(changed.getvalue()).genuine


def test_a_page_changed_between_two_signatures_is_found(office):
    """By whoever holds the second key: what came before it is no longer what the chair certified."""
    by_chair = office.signed_by_chair()
    writer = IncrementalPdfFileWriter(BytesIO(by_chair))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = NumberObject(90)
    writer.update_container(page)
    changed = BytesIO()
    writer.write(changed)
    person = ExpectedSigner(SignerRole.PERSON, "张三", "J001")
    forged = office.signer("张三", "J001").sign_next(changed.getvalue(), person, NOW).content
    assert verify(forged).reason is Flaw.CHANGED


def test_the_second_signature_signs_and_does_nothing_else(office):
    """Whoever holds the second key turns a page in the very update that signs."""
    writer = IncrementalPdfFileWriter(BytesIO(office.signed_by_chair()))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Rotate"] = NumberObject(90)
    writer.update_container(page)
    meta = PdfSignatureMetadata("2-person", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    signing = _Signing(meta, office.signer("张三", "J001")._signer, hand_style((), "张三", 130, 42), NOW)
    assert verify(signing.sign_pdf(writer, existing_fields_only=True).getvalue()).reason is Flaw.CHANGED


def test_a_sheet_that_its_first_signature_does_not_certify_is_none(office, monkeypatch):
    monkeypatch.setattr(sealing, "PdfSignatureMetadata", lambda *given, **named: PdfSignatureMetadata(
        *given, **{**named, "certify": False, "docmdp_permissions": MDPPerm.FILL_FORMS}
    ))  # fmt: skip
    assert verify(office.sealed()).reason is Flaw.CHANGED


def test_a_sheet_cut_down_to_its_first_signature_lacks_a_signer(office):
    both = office.signed_by_both()
    first = both[: both.index(b"%%EOF\n", both.index(b"/ByteRange")) + len(b"%%EOF\n")]
    found = verify(first)
    assert (found.genuine, found.reason, found.who) == (False, Flaw.SIGNER_MISSING, "张三")
    assert [each.name for each in found.signers] == [CHAIR]


def test_a_signature_taken_out_leaves_no_sheet(office):
    both = office.signed_by_both()
    *_, last = CONTENTS.finditer(both)
    emptied = both[: last.start(1)] + b"<" + b"0" * (len(last[1]) - 2) + b">" + both[last.end(1) :]
    assert not verify(emptied).genuine


def test_somebody_else_of_the_office_cannot_sign_in_the_person_s_place(office):
    person = ExpectedSigner(SignerRole.PERSON, "张三", "J001")
    forged = office.signer("李四", "J002").sign_next(office.signed_by_chair(), person, NOW).content
    found = verify(forged)
    assert (found.genuine, found.reason, found.who) == (False, Flaw.SIGNER_WRONG, "张三")


def test_an_assessed_person_cannot_certify_a_sheet_in_the_chair_s_place(office):
    alone = (ExpectedSigner(SignerRole.CHAIR, "张三"),)
    forged = office.signer("张三", "J001").sign_first(sheet_of(alone), office.facts(), NOW).content
    assert verify(forged).reason is Flaw.SIGNER_WRONG


def test_a_person_cannot_make_a_sheet_that_expects_the_person_alone(office):
    alone = (ExpectedSigner(SignerRole.PERSON, "张三", "J001"),)
    forged = office.signer("张三", "J001").sign_first(sheet_of(alone), office.facts(), NOW).content
    assert verify(forged).reason is Flaw.FOREIGN


def test_the_seal_of_an_office_does_not_stand_for_its_chair(office):
    by = expected_signers(OFFICE, OFFICE, "J001", "张三", strict=True, refused=True)
    forged = office.key().sign_first(sheet_of(by), office.facts(), NOW).content
    assert verify(forged).reason is Flaw.SIGNER_WRONG


def test_another_certificate_of_the_same_office_name_is_unknown_even_on_this_pc(office):
    twin = Office()
    assert not trusted.trust_own(twin.root.certificate)
    found = verify(twin.sealed())
    assert (found.genuine, found.reason, found.office) == (False, Flaw.UNKNOWN_OFFICE, OFFICE)
    assert found.fingerprint == twin.root.fingerprint


@pytest.mark.parametrize("disguised", ["民→⺠", "人→⼈", "院→院。", "院→院.", "县→县 ", "院→院\u200b", "县→县·"])
def test_a_name_that_looks_like_a_trusted_office_s_is_not_trusted_by_itself(office, disguised):
    was, seen = disguised.split("→")
    twin = Office(OFFICE.replace(was, seen))
    assert twin.name != office.name
    assert not trusted.trust_own(twin.root.certificate)
    assert verify(twin.sealed()).reason is Flaw.UNKNOWN_OFFICE


def test_another_office_is_another(office):
    assert trusted.trust_own(Office(OFFICE.replace("人民", "铁路")).root.certificate)


def test_an_office_that_nobody_here_trusts_is_named_with_its_fingerprint():
    stranger = Office("邻县人民检察院")
    found = verify(stranger.sealed())
    assert (found.genuine, found.reason, found.office) == (False, Flaw.UNKNOWN_OFFICE, "邻县人民检察院")
    assert found.fingerprint == fingerprint_of(read_kept(stranger.root.certificate))


def test_a_trusted_office_cannot_seal_in_another_s_name(office):
    by = (ExpectedSigner(SignerRole.SEAL, OFFICE),)
    other = office.facts()._replace(office="邻县人民检察院")
    assert verify(office.key().sign_first(sheet_of(by), other, NOW).content).reason is Flaw.CHAIN


def test_an_issuer_of_one_office_issues_for_no_other(office):
    """A chain put together from the certificates of two offices of one name."""
    twin = Office()
    mixed = unlock(twin.seal, PASSPHRASE, [twin.seal, office.issuer, office.root])
    by = (ExpectedSigner(SignerRole.SEAL, OFFICE),)
    assert verify(mixed.sign_first(sheet_of(by), office.facts(), NOW).content).reason is Flaw.CHAIN


def test_an_office_s_sheet_signed_with_the_demonstrations_certificate_is_none(office):
    play = Office("演示检察院", demo=True).trusted_here()
    by = (ExpectedSigner(SignerRole.SEAL, "演示检察院"),)
    forged = play.key().sign_first(sheet_of(by), office.facts(), NOW).content
    assert verify(forged).reason is Flaw.DEMO_AS_OFFICE


def test_a_demonstration_s_sheet_is_genuine_here_and_says_that_it_is_one():
    found = verify(Office("演示检察院", demo=True).trusted_here().sealed())
    assert (found.genuine, found.demo) == (True, True)


def test_a_demonstration_of_another_pc_is_not():
    assert verify(Office("演示检察院", demo=True).sealed()).reason is Flaw.UNKNOWN_OFFICE


def test_a_demonstration_s_sheet_under_an_office_s_seal_is_none(office):
    assert verify(office.sealed(demo=True)).reason is Flaw.OFFICE_AS_DEMO


def test_a_seal_that_did_not_hold_yet_or_no_longer_seals_nothing(office):
    early, late = office.since - timedelta(minutes=1), office.since + timedelta(days=366 * 5)
    assert verify(office.sealed(at=early)).reason is Flaw.TOO_EARLY
    assert verify(office.sealed(at=late)).reason is Flaw.EXPIRED


def test_what_was_sealed_while_the_certificate_held_stays_genuine(office):
    assert verify(office.sealed(at=office.since + timedelta(days=365 * 4))).genuine


@pytest.mark.parametrize("both", [False, True], ids=["sealed", "signed by both"])
def test_a_signature_that_lies_ahead_of_the_pc_s_clock_is_none_yet(office, both):
    sheet = office.signed_by_both() if both else office.sealed()
    found = verify(sheet, NOW - timedelta(hours=1))
    assert (found.genuine, found.reason) == (False, Flaw.FROM_THE_FUTURE)
    assert reason_in_words(found) == (
        f"本机时间是 2027-01-11 08:00，而“{CHAIR if both else OFFICE}”签名的时间是 2027-01-11 09:00，在此之后，"
        "不能认定。请先核对本机时间。"
    )
    assert verify(sheet, NOW - timedelta(minutes=5)).genuine, "clocks of two PCs differ"


def test_a_certificate_that_holds_only_from_a_later_day_on_is_none_yet():
    later = datetime(2030, 1, 1, tzinfo=NOW.tzinfo)
    office = Office("新设县人民检察院", since=later).trusted_here()
    found = verify(office.sealed(at=later + timedelta(days=150)), NOW)
    assert (found.genuine, found.reason) == (False, Flaw.NOT_YET_VALID)
    assert reason_in_words(found) == (
        "本机时间是 2027-01-11 09:00，而“新设县人民检察院”的证书要到 2030-01-01 00:00 才生效，"
        "不能认定。请先核对本机时间。"
    )


def test_a_demonstration_s_sheets_lie_in_its_invented_future_and_are_genuine():
    play = Office("演示检察院", demo=True).trusted_here()
    assert verify(play.sealed(), NOW - timedelta(days=50)).genuine


@pytest.mark.parametrize(
    ("content", "flaw"),
    [(b"", Flaw.NOT_PDF), (b"PK\x03\x04", Flaw.NOT_PDF), (b"%PDF-1.4\n", Flaw.UNSIGNED), (drawn(), Flaw.UNSIGNED)],
)
def test_what_nobody_signed_is_said_to_be_so(content, flaw):
    assert verify(content).reason is flaw


def test_a_signature_of_another_program_is_no_sheet(office):
    key = office.key()
    meta = PdfSignatureMetadata("Sig", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    signed = PdfSigner(meta, key._signer, new_field_spec=SigFieldSpec("Sig")).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(drawn()))
    )
    assert verify(signed.getvalue()).reason is Flaw.FOREIGN


SHEET: list[bytes] = []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_garbage_breaks_whoever_looks(data):
    """Pieces of a sheet cut out, doubled, turned over or replaced: the answer is always a no."""
    if not SHEET:
        SHEET.append(Office().sealed())
    sheet = bytearray(SHEET[0])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(sheet) - 1))
        length = data.draw(st.integers(1, 400))
        piece = bytes(sheet[start : start + length])
        sheet[start : start + length] = data.draw(
            st.sampled_from([b"", piece * 2, piece[::-1], b"/" * length, bytes(length)]) | st.binary(max_size=60)
        )
    if bytes(sheet) != SHEET[0]:
        assert not verify(bytes(sheet)).genuine


def test_a_file_larger_than_any_sheet_is_not_read_to_its_end(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(verifying, "LARGEST", 100)
    path = tmp_path / "gross.pdf"
    path.write_bytes(b"%PDF-" + bytes(200))
    assert verifying.verify_file(path, NOW).reason is Flaw.NOT_PDF
