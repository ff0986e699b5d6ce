"""Two windows seal or sign the same sheets at once: nothing that was signed is overwritten."""

from pathlib import Path

import pytest

from committee_desk.documents.signing.sealing import KeptKey
from committee_desk.domain.roles import Role, Way
from committee_desk.services.folders import FileInTheWay
from committee_desk.services.second import Second
from committee_desk.services.sheet_refusals import NotAFolder
from committee_desk.services.signing_refusals import MovedMeanwhile, SignedMeanwhile
from committee_desk.services.signing_views import SheetState
from tests import sealing
from tests.sealing import PASSPHRASE, PIN, Decided
from tests.services.posted_notices import refused
from tests.services.seated_desks import HOLDERS, SECRET, sit, with_accounts

SECOND, YEAR = Second("李强"), 2026
KEEPER = Second("reviewer", SECRET)


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


@pytest.fixture
def strict(desk, decided, monkeypatch):
    """A desk in 严格, whose chair and first person have keys of their own."""
    monkeypatch.setattr(sealing, "CHAIR", HOLDERS[Role.CHAIR])
    decided.strict = True
    decided.people["J001"] = "秦生康"
    with_accounts(desk, Way.STRICT)
    desk.certificates.issue_own(sit(desk, Role.CHAIR), PIN, PASSPHRASE, KEEPER)
    desk.certificates.issue_to(sit(desk, Role.SECRETARY), YEAR, "J001", PIN + "!", PASSPHRASE, KEEPER)
    return desk


def meanwhile(decided: Decided, act) -> None:
    """Somebody else does that while the first sheet is drawn."""
    real = decided.sheet

    def drawn(year: int, code: str):
        decided.sheet = real
        act()
        return real(year, code)

    decided.sheet = drawn


def states(desk) -> list[SheetState]:
    """How far the two sheets are."""
    return [row.state for row in desk.signing.view(YEAR).rows]


def test_the_second_run_of_the_seal_seals_only_what_is_left(desk, decided, actor):
    meanwhile(decided, lambda: desk.signing.seal(actor, YEAR, ["J001"], PASSPHRASE))
    done = desk.signing.seal(actor, YEAR, None, PASSPHRASE)
    assert (done.codes, done.before) == (("J002",), ("J001",))


def test_sheets_that_were_all_sealed_meanwhile_stay_as_they_are_and_are_given(desk, decided, actor, tmp_path):
    meanwhile(decided, lambda: desk.signing.seal(actor, YEAR, None, PASSPHRASE))
    done = desk.signing.seal(actor, YEAR, None, PASSPHRASE, tmp_path / "出")
    assert (done.codes, done.before) == ((), ("J001", "J002"))
    kept = [row.steps[-1] for row in desk.signing.view(YEAR).rows]
    assert len({each.entry for each in kept}) == 1, "of one run"
    assert all(desk.signing.verify(path).genuine for path in done.paths)


def test_the_chair_s_second_window_takes_no_person_s_signature_away(strict, decided):
    def other() -> None:
        strict.signing.sign(sit(strict, Role.CHAIR), YEAR, ["J001"], PIN)
        strict.signing.sign_as_person(sit(strict, Role.SECRETARY), YEAR, "J001", PIN + "!")
        sit(strict, Role.CHAIR)

    chair = sit(strict, Role.CHAIR)
    meanwhile(decided, other)
    done = strict.signing.sign(chair, YEAR, None, PIN)
    assert (done.codes, done.before) == (("J002",), ("J001",))
    assert states(strict) == [SheetState.WHOLE, SheetState.BEGUN]


def test_a_chair_whose_other_window_signed_everything_is_told(strict, decided):
    chair = sit(strict, Role.CHAIR)
    meanwhile(decided, lambda: strict.signing.sign(chair, YEAR, ["J001"], PIN))
    assert refused(SignedMeanwhile, lambda: strict.signing.sign(chair, YEAR, ["J001"], PIN)) == (
        "J001 的确认表刚才已在另一窗口签名，以那一次为准，这次没有签名。请刷新后再看。"
    )


def test_who_refuses_while_the_chair_signs_is_not_counted_as_signed(strict, decided):
    meanwhile(decided, lambda: decided.refused.add("J002"))
    chair = sit(strict, Role.CHAIR)
    done = strict.signing.sign(chair, YEAR, None, PIN)
    assert (done.codes, done.before) == (("J001",), ())
    assert states(strict) == [SheetState.BEGUN, SheetState.OPEN]
    again = strict.signing.sign(chair, YEAR, None, PIN)
    assert (again.codes, again.before) == (("J002",), ("J001",))
    assert states(strict) == [SheetState.BEGUN, SheetState.WHOLE]


def test_a_chair_is_told_that_the_only_sheet_moved_meanwhile(strict, decided):
    meanwhile(decided, lambda: decided.refused.add("J001"))
    chair = sit(strict, Role.CHAIR)
    assert refused(MovedMeanwhile, lambda: strict.signing.sign(chair, YEAR, ["J001"], PIN)) == (
        "J001 的确认表刚才有变动（登记了拒签，或签名人变了），这次没有签章。请刷新后再签。"
    )


def test_a_person_does_not_sign_twice(strict, monkeypatch):
    strict.signing.sign(sit(strict, Role.CHAIR), YEAR, ["J001"], PIN)
    clerk, real = sit(strict, Role.SECRETARY), KeptKey.sign_next

    def slow(self, *given):
        monkeypatch.setattr(KeptKey, "sign_next", real)
        strict.signing.sign_as_person(clerk, YEAR, "J001", PIN + "!")
        return real(self, *given)

    monkeypatch.setattr(KeptKey, "sign_next", slow)
    refused(SignedMeanwhile, lambda: strict.signing.sign_as_person(clerk, YEAR, "J001", PIN + "!"))
    assert states(strict)[0] is SheetState.WHOLE


@pytest.mark.parametrize("name", ["文件", "文件/里面"])
def test_a_path_that_is_no_folder_seals_nothing(desk, actor, tmp_path: Path, name: str):
    (tmp_path / "文件").write_bytes(b"x")
    refused(NotAFolder, lambda: desk.signing.seal(actor, YEAR, None, PASSPHRASE, tmp_path / name))
    assert states(desk) == [SheetState.OPEN] * 2


def test_a_foreign_file_in_the_place_of_a_sheet_seals_nothing(desk, actor, tmp_path: Path):
    (tmp_path / "J001_张三_2026.pdf").write_bytes(b"a letter")
    refused(FileInTheWay, lambda: desk.signing.seal(actor, YEAR, None, PASSPHRASE, tmp_path))
    assert states(desk) == [SheetState.OPEN] * 2
