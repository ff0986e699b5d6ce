"""The certificate that a sheet brings along is trusted by its fingerprint on paper, and by nothing in the file."""

from pathlib import Path

import pytest

from committee_desk.documents.signing import trusted
from committee_desk.domain.journal import groups
from committee_desk.services.certificate_refusals import (
    DemonstrationNotTrusted,
    FingerprintDiffers,
    FingerprintUnreadable,
    NotACertificate,
)
from tests.sealing import Office, drawn, written


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


def test_that_of_demonstrations_is_never_trusted_as_an_office_s(tmp_path: Path) -> None:
    demo = Office("演示县人民检察院", demo=True)
    path = written(tmp_path, demo.sealed())
    assert trusted.look(path).demo
    with pytest.raises(DemonstrationNotTrusted):
        trusted.trust_signer(path, groups(demo.root.fingerprint))
