"""Final sheets sealed in one act or signed one after the other, kept to the byte, verified beside the desk."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from committee_desk.documents import folder as folders
from committee_desk.domain.desk_file import DiskFull
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.sealing import SignerRole
from committee_desk.services.account_refusals import NotAllowed
from committee_desk.services.certificate_refusals import (
    CertificateExpired,
    NoOfficeCertificate,
    PinLocked,
    SealLocked,
    WrongPin,
    WrongSealPassphrase,
)
from committee_desk.services.second import Second
from committee_desk.services.signing_refusals import (
    NobodyToSeal,
    NoCertificateToSign,
    NotByTheSeal,
    NotDecided,
    NotSealed,
    NotYourTurn,
    OldVersion,
    OpinionMissing,
    SignedAlready,
    StrokesUnfit,
)
from committee_desk.services.signing_views import SheetState
from committee_desk.services.verdicts import Flaw
from committee_desk.wording.acts import act_name
from tests import sealing
from tests.conftest import NOW, OFFICE
from tests.sealing import PASSPHRASE, PIN, Decided, written
from tests.services.posted_notices import MovableClock, refused
from tests.services.seated_desks import HOLDERS, SECRET, sit, with_accounts

SECOND, YEAR = Second("李强"), 2026
KEEPER = Second("reviewer", SECRET)
HAND = (((0.1, 0.3), (0.4, 0.8), (0.9, 0.2)), ((0.2, 0.9), (0.8, 0.9)))


@pytest.fixture
def decided(sample_desk) -> Decided:
    """Final sheets of two people of the desk."""
    finals = Decided()
    sample_desk.__dict__["_final_sheets"] = finals
    return finals


@pytest.fixture
def desk(sample_desk, decided, actor):
    """A desk whose office can seal."""
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    return sample_desk


def test_one_act_seals_everybody_and_one_passphrase_is_enough(desk, actor, tmp_path):
    told = []
    done = desk.signing.seal(actor, YEAR, None, PASSPHRASE, tmp_path / "出", lambda n, of: told.append((n, of)))
    assert (done.codes, done.before) == (("J001", "J002"), ())
    assert [path.name for path in done.paths] == ["J001_张三_2026.pdf", "J002_李四_2026.pdf"]
    assert told == [(0, 2), (1, 2), (2, 2)]
    for path in done.paths:
        assert desk.signing.verify(path).genuine
    assert [row.state for row in desk.signing.view(YEAR).rows] == [SheetState.WHOLE] * 2


def test_a_sealed_sheet_is_the_very_same_file_for_ever(desk, actor, decided, tmp_path):
    desk.signing.seal(actor, YEAR, None, PASSPHRASE)
    drawn = decided.drawn
    first = desk.signing.sheet(YEAR, "J001").pdf
    paths = [desk.signing.write(actor, YEAR, ["J001"], tmp_path / name)[0] for name in "甲乙"]
    assert [path.read_bytes() for path in paths] == [first, first]
    assert desk.signing.seal(actor, YEAR, None, "any at all").before == ("J001", "J002")
    assert decided.drawn == drawn, "nothing is drawn again"


def test_sealing_that_was_stopped_goes_on_where_it_ended_and_leaves_nothing_by_halves(desk, actor, monkeypatch):
    monkeypatch.setattr("committee_desk.services.signing_act.BATCH", 1)

    class Stopped(Exception):
        pass

    def stop(number: int, _of: int) -> None:
        if number == 1:
            raise Stopped

    with pytest.raises(Stopped):
        desk.signing.seal(actor, YEAR, None, PASSPHRASE, None, stop)
    assert [row.state for row in desk.signing.view(YEAR).rows] == [SheetState.WHOLE, SheetState.OPEN]
    kept = desk.signing.sheet(YEAR, "J001").pdf
    done = desk.signing.seal(actor, YEAR, None, PASSPHRASE)
    assert (done.codes, done.before) == (("J002",), ("J001",))
    assert desk.signing.sheet(YEAR, "J001").pdf == kept


def test_a_full_disk_while_the_files_are_written_leaves_no_half_sheet(desk, actor, tmp_path, monkeypatch):
    target = tmp_path / "出"
    real, calls = folders.AllOrNothing.put, []

    def full(self, name: str, content: bytes) -> None:
        calls.append(name)
        if len(calls) == 2:
            real(self, name, content[:100])
            raise OSError(28, "No space left on device")
        real(self, name, content)

    monkeypatch.setattr(folders.AllOrNothing, "put", full)
    with pytest.raises(DiskFull):
        desk.signing.seal(actor, YEAR, None, PASSPHRASE, target)
    assert not target.exists()
    monkeypatch.undo()
    assert len(desk.signing.seal(actor, YEAR, None, PASSPHRASE, target).paths) == 2


def test_what_stands_in_the_way_of_the_seal_is_said(sample_desk, decided, actor):
    signing = sample_desk.signing
    assert refused(NoOfficeCertificate, lambda: signing.seal(actor, YEAR, None, PASSPHRASE)) == (
        "本院还没有电子签章证书。请先在“签章证书”中生成，或导入 PKCS#12 证书文件。"
    )
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    assert refused(WrongSealPassphrase, lambda: signing.seal(actor, YEAR, None, "falsch-falsch")) == (
        "签章口令不对，没有签章。请重新输入；忘记口令时，请停用现有证书后重新生成。"
    )
    assert refused(NotDecided, lambda: signing.seal(actor, YEAR, ["J003"], PASSPHRASE)) == (
        "2026 年度 J003 的结果还没有由院党组决定，没有可以签章的确认表。"
    )
    decided.people.clear()
    refused(NobodyToSeal, lambda: signing.seal(actor, YEAR, None, PASSPHRASE))
    refused(NotSealed, lambda: signing.sheet(YEAR, "J001"))
    assert signing.view(YEAR).rows == ()


@pytest.mark.parametrize("typed", ["", " ", "\0", f"{PASSPHRASE}\0", "\ud800", "x" * 5000])
def test_no_passphrase_and_none_that_can_be_are_wrong_and_break_nothing(desk, actor, typed):
    refused(WrongSealPassphrase, lambda: desk.signing.seal(actor, YEAR, None, typed))
    assert {row.state for row in desk.signing.view(YEAR).rows} == {SheetState.OPEN}


def test_a_seal_that_has_expired_seals_nothing(desk, actor, template_sample_desk):
    clock = MovableClock(NOW.replace(year=2033))
    desk.signing._clock = clock
    assert refused(CertificateExpired, lambda: desk.signing.seal(actor, YEAR, None, PASSPHRASE)).startswith(
        f"“{OFFICE}”的证书有效期为 2027-01-11 至 2032-01-11"
    )


def test_a_result_decided_anew_while_its_sheet_is_drawn_is_not_sealed_in_the_old_version(desk, actor, decided):
    real = decided.sheet

    def renewed(year: int, code: str):
        sheet = real(year, code)
        decided.versions["J001"] = 2
        return sheet

    decided.sheet = renewed
    refused(OldVersion, lambda: desk.signing.seal(actor, YEAR, ["J001"], PASSPHRASE))
    assert desk.signing.view(YEAR).rows[0].state is SheetState.OPEN


def test_an_old_version_shown_as_current_is_told_by_the_desk(desk, actor, decided, tmp_path):
    first = desk.signing.seal(actor, YEAR, ["J001"], PASSPHRASE, tmp_path / "一").paths[0]
    decided.versions["J001"] = 2
    found = desk.signing.verify(first)
    assert (found.genuine, found.reason, found.replaced_by) == (False, Flaw.REPLACED, 2)
    desk.signing.seal(actor, YEAR, ["J001"], PASSPHRASE)
    assert desk.signing.sheet(YEAR, "J001").version == 2
    old = desk.signing.sheet(YEAR, "J001", 1)
    assert (old.pdf, old.replaced_by) == (first.read_bytes(), 2)


def test_a_sheet_under_the_office_s_own_seal_that_the_desk_never_sealed_is_told(desk, actor, tmp_path, template_desk):
    """Whoever has a copy of the desk and its passphrase seals what nobody decided."""
    copy = tmp_path / "Kopie.desk"
    shutil.copyfile(desk.path, copy)
    from committee_desk.bootstrap import open_desk  # noqa: PLC0415 - of this test alone

    other = open_desk(copy, clock=desk.clock)
    other.__dict__["_final_sheets"] = Decided(people=[("J001", "张三")])
    forged = other.signing.seal(actor, YEAR, None, PASSPHRASE, tmp_path / "出").paths[0]
    assert desk.signing.verify(forged).reason is Flaw.UNKNOWN_TO_DESK


def test_what_is_no_sheet_of_this_desk_is_judged_without_it(desk, tmp_path):
    other = sealing.Office("邻县人民检察院").trusted_here()
    assert desk.signing.verify(written(tmp_path, other.sealed())).genuine


def test_a_demonstration_seals_without_a_question_and_says_that_it_is_one(tmp_path, actor):
    from committee_desk.bootstrap import new_desk  # noqa: PLC0415 - of this test alone
    from committee_desk.paths import resource  # noqa: PLC0415 - the same

    desk = new_desk(tmp_path / "演示.desk", OFFICE, YEAR, actor, demo=True)
    desk.imports.carry_out_folder(actor, resource("samples", "office"), YEAR)
    desk.__dict__["_final_sheets"] = Decided()
    path = desk.signing.seal(actor, YEAR, ["J001"], "", tmp_path / "出").paths[0]
    found = desk.signing.verify(path)
    assert (found.genuine, found.demo, found.office) == (True, True, OFFICE)


# ---- 严格: the chair, then the person


@pytest.fixture
def strict(desk, decided, actor):
    """The same in 严格, where people sign."""
    chair = HOLDERS[Role.CHAIR]
    decided.strict = True
    decided.__dict__["chair"] = chair
    return with_accounts(desk, Way.STRICT)


@pytest.fixture(autouse=True)
def _the_chair_of_these_tests(monkeypatch) -> None:
    monkeypatch.setattr(sealing, "CHAIR", HOLDERS[Role.CHAIR])


def certified(desk) -> None:
    """Chair and person have certificates of their own."""
    chair = sit(desk, Role.CHAIR)
    desk.certificates.issue_own(chair, PIN, PASSPHRASE, KEEPER)
    clerk = sit(desk, Role.SECRETARY)
    desk.certificates.issue_to(clerk, YEAR, "J001", PIN + "!", PASSPHRASE, KEEPER)


def test_the_chair_certifies_and_the_person_signs_after_that_each_under_their_own_pin(strict, tmp_path):
    certified(strict)
    chair = sit(strict, Role.CHAIR)
    refused(WrongPin, lambda: strict.signing.sign(chair, YEAR, ["J001"], "falsch-falsch", HAND))
    strict.signing.sign(chair, YEAR, ["J001"], PIN, HAND)
    row = strict.signing.view(YEAR).rows[0]
    assert (row.state, row.next.role, row.next.name) == (SheetState.BEGUN, SignerRole.PERSON, "张三")
    begun = written(tmp_path, strict.signing.sheet(YEAR, "J001").pdf)
    assert strict.signing.verify(begun).reason is Flaw.SIGNER_MISSING


def test_a_person_signs_no_sheet_before_opinion_and_date_are_recorded(strict, decided):
    decided.people["J001"] = "秦生康"
    certified(strict)
    strict.signing.sign(sit(strict, Role.CHAIR), YEAR, ["J001"], PIN, HAND)
    decided.said = False
    clerk = sit(strict, Role.SECRETARY)
    assert refused(OpinionMissing, lambda: strict.signing.sign_as_person(clerk, YEAR, "J001", PIN + "!", HAND)) == (
        "秦生康的本人意见还没有登记，电子签名要写明同意或有异议和日期。请先在“决定与送达”登记本人签字，再由本人电子签名。"
    )
    decided.said = True
    strict.signing.sign_as_person(clerk, YEAR, "J001", PIN + "!", HAND)


def test_wrong_pins_are_counted_like_wrong_passwords_and_whoever_tries_too_often_waits(strict):
    certified(strict)
    strict.signing._clock = clock = MovableClock(NOW)
    chair = sit(strict, Role.CHAIR)
    for _ in range(5):
        refused(WrongPin, lambda: strict.signing.sign(chair, YEAR, ["J001"], "falsch-falsch", HAND))
    said = f"PIN 错误次数过多，“{HOLDERS[Role.CHAIR]}”的证书暂停使用到 09:01:00。请到时再试。"
    assert refused(PinLocked, lambda: strict.signing.sign(chair, YEAR, ["J001"], PIN, HAND)) == said
    assert strict.signing.view(YEAR).rows[0].state is SheetState.OPEN
    sit(strict, Role.AUDITOR)
    told = [(act_name(row.verb), row.actor) for row in strict.journal.rows(7)[1:]]
    assert told == [("暂停使用签章密钥", chair.name), *[("PIN 或签章口令错误", chair.name)] * 5]
    clock.now += timedelta(minutes=1)
    sit(strict, Role.CHAIR)
    refused(WrongPin, lambda: strict.signing.sign(chair, YEAR, ["J001"], "falsch-falsch", HAND))
    assert "09:03:00" in refused(PinLocked, lambda: strict.signing.sign(chair, YEAR, ["J001"], PIN, HAND))
    clock.now += timedelta(minutes=2)
    strict.signing.sign(chair, YEAR, ["J001"], PIN, HAND)


def test_the_right_pin_ends_the_count(strict):
    certified(strict)
    chair = sit(strict, Role.CHAIR)
    for code in ("J001", "J002"):
        for _ in range(4):
            refused(WrongPin, lambda code=code: strict.signing.sign(chair, YEAR, [code], "falsch-falsch", HAND))
        strict.signing.sign(chair, YEAR, [code], PIN, HAND)


def test_the_office_s_passphrase_counts_as_one_whatever_it_is_tried_for(strict):
    certified(strict)
    clerk = sit(strict, Role.SECRETARY)
    for _ in range(5):
        refused(
            WrongSealPassphrase,
            lambda: strict.certificates.issue_to(clerk, YEAR, "J002", PIN, "falsch-falsch-falsch", KEEPER),
        )
    assert (
        refused(SealLocked, lambda: strict.certificates.issue_to(clerk, YEAR, "J002", PIN, PASSPHRASE, KEEPER))
        == "签章口令错误次数过多，本院签章证书暂停使用到 09:01:00。请到时再试。"
    )


def test_a_wrong_passphrase_at_sealing_is_counted(desk, actor):
    for _ in range(5):
        refused(WrongSealPassphrase, lambda: desk.signing.seal(actor, YEAR, None, "falsch-falsch-falsch"))
    refused(SealLocked, lambda: desk.signing.seal(actor, YEAR, None, PASSPHRASE))
    assert all(row.state is SheetState.OPEN for row in desk.signing.view(YEAR).rows)


def test_handwriting_without_a_line_or_outside_its_field_is_refused(strict):
    certified(strict)
    chair = sit(strict, Role.CHAIR)
    for hand in (((),), (((0.1, 1.2),),), ((((0.5, 0.5),) * 30_000),)):
        refused(StrokesUnfit, lambda hand=hand: strict.signing.sign(chair, YEAR, ["J001"], PIN, hand))


def test_in_strict_nobody_seals_and_nobody_signs_out_of_turn(strict):
    certified(strict)
    clerk = sit(strict, Role.SECRETARY)
    refused(NotByTheSeal, lambda: strict.signing.seal(clerk, YEAR, None, PASSPHRASE))
    refused(NotYourTurn, lambda: strict.signing.sign_as_person(clerk, YEAR, "J001", PIN))
    refused(NotAllowed, lambda: strict.signing.sign(clerk, YEAR, None, PIN))


def test_whoever_has_no_certificate_signs_nothing(strict):
    chair = sit(strict, Role.CHAIR)
    assert refused(NoCertificateToSign, lambda: strict.signing.sign(chair, YEAR, None, PIN)) == (
        f"“{HOLDERS[Role.CHAIR]}”还没有个人证书，不能电子签名。请先为其签发证书。"
    )


def test_a_person_who_refuses_leaves_a_sheet_that_the_chair_signs_alone_and_anew(strict, decided, tmp_path):
    certified(strict)
    chair = sit(strict, Role.CHAIR)
    strict.signing.sign(chair, YEAR, ["J001"], PIN)
    decided.refused.add("J001")
    assert strict.signing.view(YEAR).rows[0].state is SheetState.OPEN
    strict.signing.sign(chair, YEAR, ["J001"], PIN)
    assert strict.signing.view(YEAR).rows[0].state is SheetState.WHOLE
    assert strict.signing.verify(written(tmp_path, strict.signing.sheet(YEAR, "J001").pdf)).genuine


def test_a_whole_sheet_is_signed_no_further(strict, decided, tmp_path):
    decided.people["J001"] = "秦生康"
    certified(strict)
    chair = sit(strict, Role.CHAIR)
    assert strict.signing.sign(chair, YEAR, ["J001"], PIN, HAND).codes == ("J001",)
    clerk = sit(strict, Role.SECRETARY)
    strict.signing.sign_as_person(clerk, YEAR, "J001", PIN + "!", HAND)
    assert strict.signing.verify(written(tmp_path, strict.signing.sheet(YEAR, "J001").pdf)).genuine
    refused(SignedAlready, lambda: strict.signing.sign_as_person(clerk, YEAR, "J001", PIN + "!"))
    chair = sit(strict, Role.CHAIR)
    assert strict.signing.sign(chair, YEAR, ["J001"], PIN).codes == ()
    (path,) = strict.signing.write(sit(strict, Role.SECRETARY), YEAR, ["J001"], tmp_path / "出")
    assert isinstance(path, Path)


def test_sheets_for_the_printer_are_the_very_bytes_and_stand_in_one_entry_of_the_journal(desk, actor):
    refused(NotSealed, lambda: desk.signing.hand_out(actor, YEAR, ["J001"]))
    desk.signing.seal(actor, YEAR, None, PASSPHRASE)
    before = desk.journal.head().entries
    given = desk.signing.hand_out(actor, YEAR, ["J001", "J002"])
    assert given == tuple(desk.signing.sheet(YEAR, code).pdf for code in ("J001", "J002"))
    assert desk.journal.head().entries == before + 1
    assert desk.journal.rows(1)[0].verb == "signing.write"


def test_a_sheet_that_waits_for_its_person_is_given_to_no_printer(strict):
    certified(strict)
    strict.signing.sign(sit(strict, Role.CHAIR), YEAR, ["J001"], PIN)
    clerk = sit(strict, Role.SECRETARY)
    refused(NotSealed, lambda: strict.signing.hand_out(clerk, YEAR, ["J001"]))
