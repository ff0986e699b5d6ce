"""The certificate that a sheet brings along is trusted by its fingerprint on paper, and by nothing in the file."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12

from committee_desk.documents.signing import trusted
from committee_desk.documents.signing.certificates import as_kept, fingerprint_of
from committee_desk.domain.journal import groups
from committee_desk.services.certificate_refusals import (
    DemonstrationNotTrusted,
    FingerprintDiffers,
    FingerprintUnreadable,
    NotACertificate,
    NotTheAnchor,
)
from committee_desk.wording.saying import sentence
from tests.sealing import Office, drawn, written
from tests.services.test_certificates import FILE_PASSPHRASE, authority_file


@pytest.fixture
def office() -> Office:
    """An office of which this PC knows nothing."""
    return Office("外县人民检察院")


@pytest.fixture
def sheet(office: Office, tmp_path: Path) -> Path:
    """A sheet that came from there."""
    return written(tmp_path, office.sealed())


def test_looking_at_it_says_whose_it_is_and_trusts_nothing(office: Office, sheet: Path) -> None:
    held = trusted.look(sheet)
    assert (held.name, held.fingerprint, held.demo) == (office.name, office.root.fingerprint, False)
    assert not trusted.trusts(office.root.fingerprint)


def test_it_is_trusted_by_the_whole_fingerprint_alone(office: Office, sheet: Path) -> None:
    right = groups(office.root.fingerprint)
    with pytest.raises(FingerprintUnreadable):
        trusted.trust_signer(sheet, right[:39])
    with pytest.raises(FingerprintDiffers):
        trusted.trust_signer(sheet, groups(Office("另县人民检察院").root.fingerprint))
    assert not trusted.trusts(office.root.fingerprint)
    assert trusted.trust_signer(sheet, right.upper()).name == office.name
    assert trusted.trusts(office.root.fingerprint)


def test_a_sheet_that_nobody_signed_and_a_broken_one_bring_none(tmp_path: Path, sheet: Path) -> None:
    plain = written(tmp_path, drawn(), "未签.pdf")
    cut = written(tmp_path, sheet.read_bytes()[:-900], "截断.pdf")
    for path in (plain, cut):
        with pytest.raises(NotACertificate):
            trusted.trust_signer(path, "ab" * 32)
        with pytest.raises(NotACertificate):
            trusted.look(path)


@pytest.mark.parametrize("which", ["issuer", "seal"])
def test_a_certificate_under_the_root_is_not_what_an_office_is_trusted_by(
    office: Office, sheet: Path, tmp_path: Path, which: str
) -> None:
    """Trusted, it would make no sheet genuine: a sheet is proved up to the root."""
    path = tmp_path / "下级.pem"
    path.write_text(getattr(office, which).certificate, encoding="ascii")
    with pytest.raises(NotTheAnchor) as refused:
        trusted.trust(path, groups(getattr(office, which).fingerprint))
    assert sentence(refused.value) == (
        f"“{path}”里的是“外县人民检察院”根证书之下的证书，信任它不能认定任何文书，没有信任。"
        "请使用该院导出的根证书，公示文书上印的就是它的指纹。"
    )
    assert trusted.all_trusted() == ()


def test_a_seal_from_elsewhere_stands_for_itself_and_is_trusted_by_itself(tmp_path: Path) -> None:
    _, held, _ = pkcs12.load_key_and_certificates(authority_file(tmp_path).read_bytes(), FILE_PASSPHRASE.encode())
    assert held is not None
    path = tmp_path / "院印.pem"
    path.write_text(as_kept(held), encoding="ascii")
    assert trusted.trust(path, groups(fingerprint_of(held))).fingerprint == fingerprint_of(held)


def test_that_of_demonstrations_is_never_trusted_as_an_office_s(tmp_path: Path) -> None:
    demo = Office("演示县人民检察院", demo=True)
    path = written(tmp_path, demo.sealed())
    assert trusted.look(path).demo
    with pytest.raises(DemonstrationNotTrusted):
        trusted.trust_signer(path, groups(demo.root.fingerprint))
