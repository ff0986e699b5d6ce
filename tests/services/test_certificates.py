"""Certificates: made, taken over, issued, confirmed by two, withdrawn, and trusted on the PC that made them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from committee_desk.domain.journal import groups
from committee_desk.domain.protection import PassphraseTooShort
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.certificate_refusals import (
    CertificateExpired,
    DemonstrationNotTrusted,
    FileUnreadable,
    FingerprintDiffers,
    FingerprintUnreadable,
    KeyUnfit,
    NoOfficeCertificate,
    NoSuchCertificate,
    NotACertificate,
    NotAPkcs12,
    NotInADemonstration,
    OfficeCertificateHeld,
    PinTooWeak,
    Pkcs12Locked,
    Pkcs12WithoutKey,
    SignerCertificateHeld,
    WithdrawalUnexplained,
    WrongSealPassphrase,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.second import Second
from committee_desk.wording.verdicts import sentence_of, verdict_in_words
from tests.conftest import NOW, OFFICE
from tests.sealing import PASSPHRASE, PIN, Decided, Office
from tests.services.posted_notices import refused
from tests.services.seated_desks import HOLDERS, SECRET, sit, with_accounts

SECOND = Second("李强")


def test_an_office_makes_its_chain_under_a_passphrase_before_two_people(sample_desk, actor):
    made = sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    view = sample_desk.certificates.view()
    assert [row.kind for row in view.rows] == [CertificateKind.ROOT, CertificateKind.ISSUER, CertificateKind.SEAL]
    assert (view.anchor.fingerprint, view.trusted, made.trusted) == (made.fingerprint, True, True)
    assert [row.locked for row in view.rows] == [False, True, True]
    entry = sample_desk.journal.rows(1)[0]
    assert (entry.verb, entry.authority, entry.actor) == ("certificates.make", "李强", actor.name)
    assert made.fingerprint in entry.what


def test_no_key_stands_open_in_the_desk_nor_its_passphrase(sample_desk, actor):
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    content = sample_desk.path.read_bytes()
    assert b"PRIVATE KEY" not in content
    assert PASSPHRASE.encode() not in content


def test_what_is_missing_for_a_certificate_is_said(sample_desk, actor):
    desk = sample_desk.certificates
    refused(PassphraseTooShort, lambda: desk.make(actor, "kurz", SECOND))
    refused(SecondNeeded, lambda: desk.make(actor, PASSPHRASE, None))
    assert refused(NoOfficeCertificate, desk.pem) == (
        "本院还没有电子签章证书。请先在“签章证书”中生成，或导入 PKCS#12 证书文件。"
    )
    assert refused(NoOfficeCertificate, lambda: desk.issue_own(actor, PIN, PASSPHRASE, SECOND)) == (
        "本院没有能签发个人证书的证书。请先在“签章证书”中生成本院证书。"
    )


def test_an_office_has_one_seal_and_another_only_when_that_is_withdrawn(sample_desk, actor):
    desk = sample_desk.certificates
    desk.make(actor, PASSPHRASE, SECOND)
    said = refused(OfficeCertificateHeld, lambda: desk.make(actor, PASSPHRASE, SECOND))
    assert said == f"“{OFFICE}”已有签章证书，有效期至 2032-01-11。需要更换时，请先停用现有证书。"
    refused(WithdrawalUnexplained, lambda: desk.withdraw(actor, 1, " ", SECOND))
    desk.withdraw(actor, 1, "口令泄露", SECOND)
    assert all(row.withdrawn == NOW for row in desk.view().rows)
    refused(NoSuchCertificate, lambda: desk.withdraw(actor, 1, "再来", SECOND))
    second = desk.make(actor, PASSPHRASE, SECOND)
    assert not second.trusted, "a second certificate under a trusted name is never trusted by itself"
    assert not desk.view().trusted


def test_the_office_s_certificate_is_trusted_elsewhere_by_its_printed_fingerprint(
    sample_desk, actor, tmp_path, monkeypatch
):
    desk = sample_desk.certificates
    made = desk.make(actor, PASSPHRASE, SECOND)
    file = tmp_path / "本院证书.pem"
    file.write_bytes(desk.pem())
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another PC"))
    assert desk.trusted() == ()
    refused(FingerprintUnreadable, lambda: desk.trust(file, groups(made.fingerprint)[:24]))
    other = "0" if made.fingerprint[0] != "0" else "1"
    said = refused(FingerprintDiffers, lambda: desk.trust(file, other + made.fingerprint[1:]))
    assert groups(made.fingerprint) in said
    typed = groups(made.fingerprint).upper().replace(" ", "－")
    assert desk.trust(file, typed).name == OFFICE
    assert [each.fingerprint for each in desk.trusted()] == [made.fingerprint]
    assert desk.forget(made.fingerprint)
    assert desk.trusted() == ()


def test_what_is_no_certificate_is_not_trusted(sample_desk, tmp_path):
    trust = sample_desk.certificates.trust
    nothing, text = tmp_path / "nichts.pem", tmp_path / "text.pem"
    text.write_text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    refused(FileUnreadable, lambda: trust(nothing, "ab" * 32))
    refused(FileUnreadable, lambda: trust(tmp_path, "ab" * 32))
    refused(NotACertificate, lambda: trust(text, "ab" * 32))
    play = Office("演示检察院", demo=True)
    text.write_text(play.root.certificate)
    refused(DemonstrationNotTrusted, lambda: trust(text, play.root.fingerprint))


def test_a_member_s_certificate_is_issued_in_the_member_s_own_session_under_their_own_pin(sample_desk, actor):
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    desk = with_accounts(sample_desk, Way.STRICT)
    chair = sit(desk, Role.CHAIR)
    keeper = Second("reviewer", SECRET)
    refused(PinTooWeak, lambda: desk.certificates.issue_own(chair, "1234", PASSPHRASE, keeper))
    refused(PinTooWeak, lambda: desk.certificates.issue_own(chair, "12345678", PASSPHRASE, keeper))
    refused(WrongSealPassphrase, lambda: desk.certificates.issue_own(chair, PIN, "falsch-falsch", keeper))
    desk.certificates.issue_own(chair, PIN, PASSPHRASE, keeper)
    row = desk.certificates.view().rows[-1]
    assert (row.kind, row.holder, row.login, row.code) == (
        CertificateKind.SIGNER, HOLDERS[Role.CHAIR], "chair", None,
    )  # fmt: skip
    assert row.countersigned == f"{HOLDERS[Role.REVIEWER]} (reviewer)"
    said = refused(SignerCertificateHeld, lambda: desk.certificates.issue_own(chair, PIN, PASSPHRASE, keeper))
    assert said.startswith(f"“{HOLDERS[Role.CHAIR]}”已有个人证书")


def test_an_assessed_person_gets_a_certificate_at_the_counter(sample_desk, actor):
    desk = sample_desk.certificates
    desk.make(actor, PASSPHRASE, SECOND)
    refused(NoSuchPerson, lambda: desk.issue_to(actor, 2026, "X999", PIN, PASSPHRASE, SECOND))
    desk.issue_to(actor, 2026, "J001", PIN, PASSPHRASE, SECOND)
    row = desk.view().rows[-1]
    assert (row.holder, row.code, row.issuer) == ("秦生康", "J001", desk.view().issuer.fingerprint)


@pytest.mark.parametrize("number", [1, 3, 4])
def test_each_certificate_has_a_record_on_one_page(sample_desk, actor, number):
    desk = sample_desk.certificates
    desk.make(actor, PASSPHRASE, SECOND)
    desk.issue_to(actor, 2026, "J001", PIN, PASSPHRASE, SECOND)
    pages = sample_desk.sheets.pages(desk.record(actor, number), 20)
    assert len(pages) == 1


def test_a_demonstration_has_the_certificate_of_all_demonstrations_of_this_pc(tmp_path, actor):
    from committee_desk.bootstrap import new_desk  # noqa: PLC0415 - beside what this test is about

    desks = [new_desk(tmp_path / f"{name}.desk", OFFICE, 2026, actor, demo=True) for name in "甲乙"]
    for desk in desks:
        refused(NotInADemonstration, lambda desk=desk: desk.certificates.make(actor, PASSPHRASE, SECOND))
        desk.certificates.for_demonstration(actor)
        desk.certificates.for_demonstration(actor)
    views = [desk.certificates.view() for desk in desks]
    assert views[0].anchor.fingerprint == views[1].anchor.fingerprint
    assert [len(view.rows) for view in views] == [3, 3]
    assert all(view.trusted for view in views)
    assert [each.demo for each in desks[0].certificates.trusted()] == [True]


# ---- PKCS#12


def authority_file(
    folder: Path,
    key: object = None,
    *,
    passphrase: str = "von-der-CA-2026",
    since: datetime = NOW - timedelta(days=30),
    days: int = 365,
    name: str | None = OFFICE,
    with_key: bool = True,
    extensions: Sequence[tuple[x509.ExtensionType, bool]] = (),
    by_itself: bool = False,
    unit: str | None = None,
) -> Path:
    key = key or rsa.generate_private_key(65537, 2048)
    own = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, name)] if name else []
    own += [x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit)] if unit else []
    subject = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"), *own])
    ca_key = key if by_itself else ec.generate_private_key(ec.SECP256R1())
    ca = subject if by_itself else x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "省数字证书认证中心")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(ca)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since.astimezone(UTC))
        .not_valid_after((since + timedelta(days=days)).astimezone(UTC))
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    made = builder.sign(ca_key, SHA256())
    closing = BestAvailableEncryption(passphrase.encode())
    path = folder / "电子印章.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, key if with_key else None, made, None, closing))
    return path


FILE_PASSPHRASE = "von-der-CA-2026"


def test_a_seal_is_taken_over_from_a_pkcs12_file(sample_desk, actor, tmp_path):
    desk, file = sample_desk.certificates, authority_file(tmp_path)
    found = desk.look_into(file, FILE_PASSPHRASE)
    assert (found.holder, found.issuer) == (OFFICE, "省数字证书认证中心")
    made = desk.take_over(actor, file, FILE_PASSPHRASE, SECOND)
    view = desk.view()
    assert (view.seal.fingerprint, view.anchor.fingerprint, view.trusted) == (*[found.fingerprint] * 2, True)
    assert made.fingerprint == found.fingerprint
    assert view.issuer is None


def test_a_key_taken_over_is_kept_under_a_passphrase_that_is_long_enough(sample_desk, actor, tmp_path):
    desk, file = sample_desk.certificates, authority_file(tmp_path, passphrase="kurz")
    refused(PassphraseTooShort, lambda: desk.take_over(actor, file, "kurz", SECOND))
    desk.take_over(actor, file, "kurz", SECOND, PASSPHRASE)
    finals = sample_desk.__dict__["_final_sheets"] = Decided()
    refused(WrongSealPassphrase, lambda: sample_desk.signing.seal(actor, 2026, None, "kurz"))
    (path, _) = sample_desk.signing.seal(actor, 2026, None, PASSPHRASE, tmp_path / "出").paths
    found = sample_desk.signing.verify(path)
    assert (found.genuine, found.office, finals.drawn) == (True, OFFICE, 2)


USAGE = x509.KeyUsage(
    digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
    key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
)  # fmt: skip
END = x509.BasicConstraints(ca=False, path_length=None)
AUTHORITY = x509.BasicConstraints(ca=True, path_length=None)
OTHER_ENDS = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
TAKEN = {
    "RSA, nothing said": {},
    "P-256": {"key": ec.generate_private_key(ec.SECP256R1()), "extensions": [(END, True), (USAGE, True)]},
    "P-384": {"key": ec.generate_private_key(ec.SECP384R1()), "extensions": [(USAGE, False)]},
    "signed by itself": {"by_itself": True, "extensions": [(END, True), (USAGE, True)]},
    "for other ends too": {"extensions": [(END, True), (USAGE, True), (OTHER_ENDS, True)]},
    "of another name": {"name": "邻县人民检察院"},
}


@pytest.mark.parametrize("kind", TAKEN.values(), ids=TAKEN)
def test_whatever_is_taken_over_seals_sheets_that_verify(sample_desk, actor, tmp_path, kind):
    desk, file = sample_desk.certificates, authority_file(tmp_path, **kind)
    sample_desk.__dict__["_final_sheets"] = Decided()
    desk.take_over(actor, file, FILE_PASSPHRASE, SECOND)
    (path, _) = sample_desk.signing.seal(actor, 2026, None, FILE_PASSPHRASE, tmp_path / "出").paths
    found = sample_desk.signing.verify(path)
    assert (found.genuine, found.reason, found.office) == (True, None, kind.get("name", OFFICE))


def test_a_sheet_under_the_seal_of_another_name_is_found_genuine_with_both_names(sample_desk, actor, tmp_path):
    file = authority_file(tmp_path, name="邻县人民检察院")
    sample_desk.__dict__["_final_sheets"] = Decided()
    sample_desk.certificates.take_over(actor, file, FILE_PASSPHRASE, SECOND)
    (path, _) = sample_desk.signing.seal(actor, 2026, None, FILE_PASSPHRASE, tmp_path / "出").paths
    found = sample_desk.signing.verify(path)
    said = f"注意：文书的单位是“{OFFICE}”，印章证书却是“邻县人民检察院”的，请向发文单位核实。"
    assert verdict_in_words(found) == f"是真的，未被改动。{said}"
    assert sentence_of(found) == f"由下列签名人签章，内容未被改动。{said}"


@pytest.mark.parametrize("by_itself", [True, False], ids=["signed by itself", "signed by another"])
def test_a_certificate_that_issues_others_is_no_seal_and_what_to_ask_for_is_said(
    sample_desk, actor, tmp_path, by_itself
):
    """What `openssl req -x509` makes: its every sheet would be refused."""
    file = authority_file(tmp_path, by_itself=by_itself, extensions=[(AUTHORITY, True)])
    desk = sample_desk.certificates
    said = refused(KeyUnfit, lambda: desk.look_into(file, FILE_PASSPHRASE))
    assert "CA:TRUE" in said
    assert "请向发证机构索取基本约束为 CA:FALSE、用途为数字签名的单位证书" in said
    assert refused(KeyUnfit, lambda: desk.take_over(actor, file, FILE_PASSPHRASE, SECOND)) == said
    assert desk.view().rows == ()


def test_a_certificate_of_which_a_trial_page_does_not_verify_is_not_taken_over(sample_desk, tmp_path):
    """Here one that bears what only demonstrations bear."""
    file = authority_file(tmp_path, unit="演示")
    assert "试签的一页核验不通过" in refused(
        KeyUnfit, lambda: sample_desk.certificates.look_into(file, FILE_PASSPHRASE)
    )


def test_what_cannot_seal_is_not_taken_over_and_why_is_said(sample_desk, tmp_path):
    look = sample_desk.certificates.look_into
    file = authority_file(tmp_path)
    assert refused(Pkcs12Locked, lambda: look(file, "falsch")) == (
        f"证书文件“{file}”的口令不对，没有导入。请核对后重新输入。"
    )
    for typed in ("", "\0", f"{FILE_PASSPHRASE}\0"):
        refused(Pkcs12Locked, lambda typed=typed: look(file, typed))
    refused(Pkcs12WithoutKey, lambda: look(authority_file(tmp_path, with_key=False), FILE_PASSPHRASE))
    said = refused(CertificateExpired, lambda: look(authority_file(tmp_path, days=7), FILE_PASSPHRASE))
    assert said == (
        f"“{OFFICE}”的证书有效期为 2026-12-12 至 2026-12-19，现在不能用它签章。请更换证书，或核对本机时间。"
    )
    refused(CertificateExpired, lambda: look(authority_file(tmp_path, since=NOW + timedelta(days=2)), FILE_PASSPHRASE))
    unfit = (
        ("密钥不是", ed25519.Ed25519PrivateKey.generate(), OFFICE),
        ("短于 2048 位", rsa.generate_private_key(65537, 1024), OFFICE),
        ("没有单位名称", None, None),
    )
    for why, key, name in unfit:
        path = authority_file(tmp_path, key, name=name)
        assert why in refused(KeyUnfit, lambda path=path: look(path, FILE_PASSPHRASE))


@pytest.mark.parametrize("content", [b"", b"\x30\x82", b"PK\x03\x04", b"\x30" + bytes(500)])
def test_a_file_of_another_kind_is_told_apart(sample_desk, tmp_path, content):
    path = tmp_path / "x.p12"
    path.write_bytes(content)
    refused(NotAPkcs12, lambda: sample_desk.certificates.look_into(path, "x"))
