"""What a signed sheet says of when it was changed: the moment of its signature by the desk's clock, never the PC's."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from committee_desk.documents.signing.verifying import verify
from committee_desk.domain.sealing import expected_signers
from tests.conftest import NOW, OFFICE
from tests.sealing import CHAIR, Office

LATER = NOW + timedelta(days=8, hours=3)


def changed(sheet: bytes) -> tuple[str, datetime | str | None]:
    """When it was changed, as its Info says it and as its XMP does."""
    reader = PdfFileReader(BytesIO(sheet))
    return str(reader.trailer["/Info"]["/ModDate"]), reader.document_meta_view.last_modified


@pytest.fixture
def office() -> Office:
    return Office().trusted_here()


def test_a_sealed_sheet_was_changed_when_the_desk_s_clock_says_it_was_sealed(office: Office) -> None:
    sheet = office.sealed(at=LATER)
    assert changed(sheet) == ("D:20270119120000+08'00'", LATER)
    assert verify(sheet, LATER).reason is None


def test_a_sheet_that_was_signed_further_was_changed_at_its_last_signature(office: Office) -> None:
    by_chair = office.signed_by_chair()
    assert changed(by_chair) == ("D:20270111090000+08'00'", NOW)
    person = expected_signers(OFFICE, CHAIR, "J001", "张三", strict=True)[1]
    sheet = office.signer("张三", "J001").sign_next(by_chair, person, LATER).content
    assert changed(sheet) == ("D:20270119120000+08'00'", LATER)
    assert verify(sheet, LATER).reason is None
