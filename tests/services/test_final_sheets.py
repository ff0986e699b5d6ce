"""Final sheets: printed from locked data alone, with version and what they replace; drafts of everybody else."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.course import Move
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.results import Opinion
from committee_desk.services.decided_sheets import DecidedSheets
from committee_desk.services.final_sheets import FinalSheet
from committee_desk.services.sheet_views import PrintedSheet, PrintMark
from committee_desk.services.signing_refusals import NotDecided, NotSealed
from committee_desk.services.signing_views import SheetState
from committee_desk.services.verdicts import Flaw
from committee_desk.storage.work import SqlWork
from committee_desk.wording.saying import sentence
from committee_desk.wording.verdicts import answer_in_words, sentence_of
from tests.conftest import frozen_clock
from tests.desks_decided import FOUND, PUSHED_OUT, RAISED
from tests.sealing import PASSPHRASE
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice
from tests.services.decided_years import decide, serve, sign
from tests.services.deciding_hands import Decider, closed_office
from tests.services.posted_notices import MovableClock, at
from tests.sound_desks import require_sound

PENDING = "J002"
"""林若, whose case is not closed: no notice names him."""
WAITING = "J001"
"""秦生康, on whom the 院党组 has not decided yet."""


@pytest.fixture(scope="module")
def template_half(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drafts of two printed, the window closed on 18 January 2027, and everybody decided but one."""
    folder = tmp_path_factory.mktemp("half")
    office = closed_office(folder / "定稿.desk", template_sample_desk).office
    office.desk.sheets.draw(CLERK, YEAR, [RAISED, WAITING], folder / "草稿")
    decide(office, *(row.code for row in office.desk.results.view(YEAR).rows if row.code != WAITING))
    office.desk.close()
    return office.path


@pytest.fixture
def decider(template_half: Path, tmp_path: Path) -> Iterator[Decider]:
    """A copy of it in the evening of that day; when the test is over, the desk must be sound."""
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_half, path)
    clock = MovableClock(at(18, 18))
    yield Decider(ClosingOffice(open_desk(path, clock=clock), clock, path))
    require_sound(path)


def text_of(pdf: bytes) -> str:
    """All its text without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def marked(decider: Decider, code: str) -> list[tuple[bool, int, bool]]:
    """What was printed of a person: final, version, superseded."""
    found: tuple[PrintedSheet, ...] = decider.office.desk.sheets.printed(YEAR)
    return [(each.final, each.version, each.superseded) for each in found if each.code == code]


def test_who_is_decided_gets_the_final_sheet_and_who_waits_a_draft(decider: Decider) -> None:
    final, draft = decider.office.desk.sheets.draw_for_printer(CLERK, YEAR, [RAISED, WAITING])[::-1]
    said, other = text_of(final), text_of(draft)
    for wanted in (
        "编号2026-J013第1版",
        "考核等次称职",
        "90.08",
        "讨论决定：称职（云川检党纪〔2027〕3号）",
        "手写签名盖章",
    ):
        assert wanted in said, wanted
    assert "未定稿" not in said
    assert "未定稿" in other
    assert "院党组决定确定等次：" in other


def test_the_print_bears_the_version_of_the_result_and_takes_the_place_of_every_draft(decider: Decider) -> None:
    desk = decider.office.desk
    assert marked(decider, RAISED) == [(False, 1, True)], "decided since: superseded, though nothing final is printed"
    assert marked(decider, WAITING) == [(False, 1, False)]
    assert desk.sheets.outdated(YEAR) == {RAISED}
    desk.sheets.draw_for_printer(CLERK, YEAR, [RAISED])
    assert marked(decider, RAISED) == [(True, 1, False), (False, 1, True)]
    assert desk.sheets.outdated(YEAR) == frozenset()
    row = desk.results.view(YEAR).row(RAISED)
    assert row is not None
    assert row.result is not None
    with SqlWork(decider.office.path, None, frozen_clock).reading() as uow:
        assert uow.prints.latest(YEAR, "grade_sheet")[RAISED] == PrintMark(1, True, row.result.fingerprint)


def test_a_final_sheet_is_refused_of_whom_nobody_decided_on_and_nothing_is_written(
    decider: Decider, tmp_path: Path
) -> None:
    with pytest.raises(NotDecided) as refused:
        decider.office.desk.sheets.draw(CLERK, YEAR, [RAISED, WAITING], tmp_path / "定稿", final=True)
    assert refused.value.codes == (WAITING,)
    assert sentence(refused.value).startswith("2026 年度 J001 的结果还没有由院党组决定")
    assert not list((tmp_path / "定稿").glob("*.pdf"))
    assert marked(decider, RAISED) == [(False, 1, True)]


def test_of_everybody_the_final_ones_are_drawn_of_whoever_is_decided(decider: Decider, tmp_path: Path) -> None:
    desk = decider.office.desk
    drawn = desk.sheets.draw(CLERK, YEAR, None, tmp_path / "定稿", final=True)
    decided = [row.code for row in desk.results.view(YEAR).rows if row.result is not None]
    assert sorted(path.name[:4] for path in drawn) == sorted(decided)
    assert WAITING not in decided


def test_the_final_sheet_says_what_was_decided_whatever_moves_on_the_desk_afterwards(decider: Decider) -> None:
    desk = decider.office.desk
    before = text_of(desk.sheets.preview(YEAR, RAISED))
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕2号")
    decider.hear(number, RAISED)
    decider.find(number, *FOUND)
    decider.carried_out(number)
    after = text_of(desk.sheets.preview(YEAR, RAISED))
    assert ("90.08" in after, "93.65" in after) == (True, False)
    assert before.split("日志链首")[0] == after.split("日志链首")[0]


def test_a_later_version_says_what_it_replaces_and_marks_the_sheet_before(decider: Decider) -> None:
    office = decider.office
    office.desk.sheets.draw_for_printer(CLERK, YEAR, [RAISED])
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕2号")
    decider.hear(number, RAISED)
    decider.find(number, *FOUND)
    decider.carried_out(number)
    office.move(Move.POST, Move.CLOSE)
    decide(office, RAISED, PUSHED_OUT, document="云川检党纪〔2027〕5号", why="更正决定变更")
    assert marked(decider, RAISED) == [(True, 1, True), (False, 1, True)], "before anything new is printed"
    (said,) = map(text_of, office.desk.sheets.draw_for_printer(CLERK, YEAR, [RAISED], final=True))
    for wanted in ("第2版", "替代第1版", "93.65", "讨论决定：优秀（云川检党纪〔2027〕5号）", "更正决定变更"):
        assert wanted in said, wanted
    assert marked(decider, RAISED) == [(True, 2, False), (True, 1, True), (False, 1, True)]


def test_who_hung_on_no_notice_is_said_to_have_hung_on_none(decider: Decider, tmp_path: Path) -> None:
    desk = decider.office.desk
    desk.sheets.draw(CLERK, YEAR, [PENDING, RAISED], tmp_path / "定稿")
    said = {each.name[:4]: text_of(each.read_bytes()) for each in (tmp_path / "定稿").iterdir()}
    assert "未列入公示名单" in said[PENDING]
    assert "张贴" not in said[PENDING]
    assert "张贴" in said[RAISED]


def test_a_sheet_sealed_before_the_person_refused_is_sealed_anew_and_says_so(decider: Decider, tmp_path: Path) -> None:
    office, signing = decider.office, decider.office.desk.signing
    office.clock.now = at(19, 9)
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    before = signing.seal(CLERK, YEAR, (RAISED, PENDING), PASSPHRASE, tmp_path / "先").paths
    for code in (RAISED, PENDING):
        serve(office, code)
    sign(office, PENDING)
    sign(office, RAISED, Opinion.REFUSED, "彭强涛", "郝文俊")
    states = {row.code: row.state for row in signing.view(YEAR).rows}
    assert (states[PENDING], states[RAISED]) == (SheetState.WHOLE, SheetState.OPEN)
    owing = [line for line in office.desk.overview(YEAR, office.today).owed if line.kind == "sheets_to_seal"]
    assert RAISED in str(owing[0].facts["codes"])
    with pytest.raises(NotSealed):
        signing.hand_out(CLERK, YEAR, (RAISED,))
    done = signing.seal(CLERK, YEAR, (RAISED, PENDING), PASSPHRASE, tmp_path / "出")
    assert (done.codes, done.before) == ((RAISED,), (PENDING,))
    assert "彭强涛、郝文俊" in text_of(signing.hand_out(CLERK, YEAR, (RAISED,))[0])
    assert [signing.verify(path).genuine for path in done.paths] == [True, True]
    old = {found.person: found for found in map(signing.verify, before)}
    assert old[PENDING].genuine
    assert (old[RAISED].reason, answer_in_words(old[RAISED])) == (Flaw.REPLACED, "已被替代")
    assert sentence_of(old[RAISED]) == "这是第 1 版较早签章的一份，已被后来重新签章的同一版替代。"


def test_a_sheet_whose_person_refuses_after_it_was_drawn_is_not_sealed_without_the_refusal(
    decider: Decider, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, signing = decider.office, decider.office.desk.signing
    office.clock.now = at(19, 9)
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    serve(office, RAISED)
    finals = type(signing._ports.finals)
    drawn = finals.sheet

    def then_refused(self: DecidedSheets, year: int, code: str) -> FinalSheet:
        sheet = drawn(self, year, code)
        if code == RAISED:
            monkeypatch.undo()
            sign(office, RAISED, Opinion.REFUSED, "彭强涛", "郝文俊")
        return sheet

    monkeypatch.setattr(finals, "sheet", then_refused)
    done = signing.seal(CLERK, YEAR, (RAISED, PENDING), PASSPHRASE)
    assert (done.codes, done.before) == ((PENDING,), ())
    states = {row.code: row.state for row in signing.view(YEAR).rows}
    assert (states[PENDING], states[RAISED]) == (SheetState.WHOLE, SheetState.OPEN)
    assert signing.seal(CLERK, YEAR, (RAISED, PENDING), PASSPHRASE).codes == (RAISED,)
    assert "彭强涛、郝文俊" in text_of(signing.hand_out(CLERK, YEAR, (RAISED,))[0])
