"""Form 1 as it is signed says what the person says of the result, 同意 or 有异议 with the day, or who saw a refusal."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from committee_desk.bootstrap import open_desk
from committee_desk.documents.fonts import face
from committee_desk.documents.signing import trusted
from committee_desk.documents.signing.person_field import EDGE, _baselines
from committee_desk.domain.results import Opinion
from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.result_views import Signed
from committee_desk.services.second import Second
from committee_desk.services.signing_refusals import OpinionMissing
from tests.sealing import PIN
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice
from tests.services.decided_years import decide, row, serve, sign
from tests.services.deciding_hands import closed_office
from tests.services.posted_notices import MovableClock, at, refused
from tests.services.seated_desks import HOLDERS, SECRET, sit, with_accounts

CHAIR, PASSPHRASE = "闫峰", "印章口令要足够长的一句"
AGREES, REFUSES, DISAGREES = "J001", "J002", "J003"
KEEPER = Second("reviewer", SECRET)
SIZE = 10.0
HAND = (((0.1, 0.2), (0.5, 0.9), (0.9, 0.1)),)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """Three notices are served; one agrees, one refuses to sign, of the third nothing is recorded yet."""
    path = tmp_path_factory.mktemp("decided") / "考评.desk"
    office = closed_office(path, template_sample_desk).office
    office.clock.now = at(19, 9)
    decide(office)
    for code in (AGREES, REFUSES, DISAGREES):
        serve(office, code)
    sign(office, AGREES)
    sign(office, REFUSES, Opinion.REFUSED, "彭强涛", "郝文俊")
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    office.desk.close()
    return path


@pytest.fixture
def office(decided: Path, tmp_path: Path) -> Iterator[ClosingOffice]:
    shutil.copyfile(decided, tmp_path / "考评.desk")
    clock = MovableClock(at(19, 9))
    desk = open_desk(tmp_path / "考评.desk", clock=clock)
    trusted.trust_own(desk.certificates.view().anchor.certificate)
    yield ClosingOffice(desk, clock, desk.path)
    desk.close()


@pytest.fixture
def clerk(office: ClosingOffice, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """严格: the chair has certified all three sheets; the two who sign have certificates of their own."""
    monkeypatch.setitem(HOLDERS, Role.CHAIR, CHAIR)
    desk = office.desk
    with_accounts(desk, Way.STRICT)
    chair = sit(desk, Role.CHAIR)
    desk.certificates.issue_own(chair, PIN, PASSPHRASE, KEEPER)
    desk.signing.sign(chair, YEAR, (AGREES, REFUSES, DISAGREES), PIN, HAND)
    clerk = sit(desk, Role.SECRETARY)
    for code in (AGREES, DISAGREES):
        desk.certificates.issue_to(clerk, YEAR, code, f"{PIN}{code}", PASSPHRASE, KEEPER)
    return clerk


def read(pdf: bytes) -> str:
    """All that stands on it, without blanks; not what a field shows."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def ticked(office: ClosingOffice, code: str, before: str) -> bool:
    """Whether there is ink within the box after that text, in the field that the person signed."""
    path = office.path.with_name(f"{code}.pdf")
    path.write_bytes(office.desk.signing.sheet(YEAR, code).pdf)
    with path.open("rb") as file:
        fields = PdfFileReader(file).root["/AcroForm"]["/Fields"]
        (rect,) = (each.get_object()["/Rect"] for each in fields if each.get_object()["/T"] == "2-person")
        left, bottom, _, top = (float(each) for each in rect)
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    page, scale = document[0], 4
    picture = page.render(scale=scale).to_pil().convert("L")
    high = page.get_height()
    x = left + EDGE + face("song").width(before, SIZE) + SIZE * 0.08 + 1.5
    y = bottom + _baselines(top - bottom, SIZE)[0] - SIZE * 0.06 + 1.5
    inside = SIZE * 0.78 - 3
    box = picture.crop(tuple(int(each * scale) for each in (x, high - y - inside, x + inside, high - y)))
    document.close()
    return min(box.tobytes()) < 128


def test_who_agreed_before_the_chair_signed_signs_that_and_the_day(office: ClosingOffice, clerk: Actor) -> None:
    assert "签字：2027年1月19日" in read(office.desk.signing.sheet(YEAR, AGREES).pdf)
    office.desk.signing.sign_as_person(clerk, YEAR, AGREES, PIN + AGREES, HAND)
    assert ticked(office, AGREES, "")
    assert not ticked(office, AGREES, "☑ 同意　　")


def test_who_says_so_after_the_chair_signed_writes_it_into_the_own_field(office: ClosingOffice, clerk: Actor) -> None:
    signing = office.desk.signing
    assert "签字：年月日" in read(signing.sheet(YEAR, DISAGREES).pdf)
    refused(OpinionMissing, lambda: signing.sign_as_person(clerk, YEAR, DISAGREES, PIN + DISAGREES, HAND))
    said = Signed(Opinion.DISAGREE, office.today)
    office.desk.results.sign(clerk, YEAR, DISAGREES, 1, said, row(office, DISAGREES).entry)
    signing.sign_as_person(clerk, YEAR, DISAGREES, PIN + DISAGREES, HAND)
    assert ticked(office, DISAGREES, "☐ 同意　　")
    assert not ticked(office, DISAGREES, "")
    found = signing.verify(office.path.with_name(f"{DISAGREES}.pdf"))
    assert (found.genuine, found.reason) == (True, None)


def test_the_sheet_of_who_refused_says_so_with_both_witnesses_and_the_day(office: ClosingOffice, clerk: Actor) -> None:
    assert clerk
    said = read(office.desk.signing.sheet(YEAR, REFUSES).pdf)
    assert "拒签说明" in said
    assert "情况：本人拒绝签字见证人：彭强涛、郝文俊2027年1月19日" in said
    assert "本人拒绝签字，见下栏" in said


def test_under_the_seal_alone_the_same_is_on_the_sheet(office: ClosingOffice) -> None:
    office.desk.signing.seal(CLERK, YEAR, (AGREES, REFUSES, DISAGREES), PASSPHRASE)
    agrees, refuses, waits = (read(office.desk.signing.sheet(YEAR, code).pdf) for code in (AGREES, REFUSES, DISAGREES))
    assert "签字：2027年1月19日" in agrees
    assert "见证人：彭强涛、郝文俊2027年1月19日" in refuses
    assert "签字：年月日" in waits
