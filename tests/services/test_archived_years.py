"""An archived year is read-only: what corrects it is a new version, and the sheet before stays as it was signed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from committee_desk.domain.course import Move, Stage, StepNotPossible
from committee_desk.domain.errors import DeskError
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.domain.results import Means, ResultState
from committee_desk.services.imports import Kind
from committee_desk.services.proceeding_views import Found
from committee_desk.services.publication_views import TakenDown
from committee_desk.services.result_refusals import NotDecidable, ResultStands
from committee_desk.services.result_views import Served
from committee_desk.services.year_guard import YearLocked
from committee_desk.wording.saying import sentence
from tests.desks_decided import PUSHED_OUT, RAISED
from tests.imports.workbooks import good, read, workbook
from tests.services.closing_years import BOARD, CLERK, SECOND, YEAR, ClosingOffice
from tests.services.decided_years import decide, row, serve, sign, view
from tests.services.deciding_hands import Decider
from tests.services.posted_notices import at
from tests.sound_desks import require_sound

OTHERS_CASE = "XX检刑诉受〔2026〕125号"
"""A case of 熊鹏 (J005), who stays in the grade that he has."""


@pytest.fixture
def office(template_decided_desk: Path, tmp_path: Path) -> Iterator[ClosingOffice]:
    """It is Thursday 28 January 2027, and the year is archived since Monday."""
    opened = ClosingOffice.copied(template_decided_desk, tmp_path / "考评.desk", at(28, 9))
    yield opened
    opened.desk.close()
    require_sound(tmp_path / "考评.desk")


def refused(kind: type[DeskError], act: Callable[[], object], office: ClosingOffice) -> str:
    """The sentence that is read; nothing was written."""
    before = office.desk.journal.head()
    with pytest.raises(kind) as why:
        act()
    assert office.desk.journal.head() == before
    return sentence(why.value)


def test_no_figure_of_it_moves_and_what_was_found_later_goes_into_this_year(
    office: ClosingOffice, tmp_path: Path
) -> None:
    book = workbook(tmp_path / "加减分.xlsx", [good(Kind.EVENTS, 工号="J006", 分值="0.1", 日期="2026-12-29")])
    said = refused(YearLocked, lambda: read(office.desk, Kind.EVENTS, book), office)
    assert said.startswith("2026 年度是“已归档”，等次所依据的数据不再变动，未作任何改动：会改动")
    assert said.endswith("后来才发现的，作为本年度的追溯事项录入；结果确有错误的，请另立更正，由委员会审议。")


@pytest.mark.parametrize(
    ("move", "name"),
    [(Move.PUBLISH_AGAIN, "退回重新公示"), (Move.RETURN, "退回审议"), (Move.TAKE_BACK, "撤回公示")],
)
def test_no_step_back_leads_out_of_it(office: ClosingOffice, move: Move, name: str) -> None:
    said = refused(StepNotPossible, lambda: office.go_back(move), office)
    assert said == (f"2026 年度已经是“已归档”，过了“{name}”这一步。结果确有错误的，请另立更正，由委员会审议。")


def test_nothing_is_decided_served_signed_or_archived_twice(office: ClosingOffice) -> None:
    said = refused(NotDecidable, lambda: decide(office, RAISED, document="云川检党纪〔2027〕9号"), office)
    assert "马𬱖：院党组已作出决定，此后没有变动" in said
    stands = "马𬱖的结果已归档，此项已经登记。更改须经复核或更正，形成新的一版。"
    assert refused(ResultStands, lambda: serve(office, RAISED), office) == stands
    assert refused(ResultStands, lambda: sign(office, RAISED), office) == stands
    again = lambda: office.desk.results.archive(CLERK, YEAR, office.today, SECOND)  # noqa: E731 - said on one line
    assert refused(StepNotPossible, again, office) == (
        "2026 年度已经是“已归档”，不用再办“归档”。请核对是否已由他人办理。"
    )


def test_a_notice_that_still_hangs_is_owed_and_taken_down(office: ClosingOffice) -> None:
    (owed,) = office.desk.publication.view(YEAR).owed
    assert (owed.kind, owed.place) == ("take_down", BOARD)
    lines = [each.kind for each in office.desk.overview(YEAR, office.today).owed]
    assert "publication_take_down" in lines
    taken = TakenDown(BOARD, office.clock.now, ("范伟雪", "周敏"), "公示期满")
    office.desk.publication.take_down(CLERK, YEAR, taken)
    assert office.desk.publication.view(YEAR).owed == ()
    assert office.desk.course.stage(YEAR) is Stage.ARCHIVED


def corrected(office: ClosingOffice, case: str, grade: str, code: str, basis: str) -> int:
    """A correction of that case, carried out; its number."""
    decider = Decider(office)
    number = decider.open(ProceedingKind.CORRECTION, code=code, basis=basis)
    decider.hear(number, code)
    decider.find(number, Found(ChangeKind.REVIEW, (case,), "substance", grade, "复查有误", "复查笔录〔2027〕1号"))
    decider.carried_out(number)
    return number


def test_a_correction_that_moves_no_grade_is_a_new_version_with_its_own_decision_notice_and_signature(
    office: ClosingOffice,
) -> None:
    before = {each.code: each.result for each in view(office).rows}
    corrected(office, OTHERS_CASE, "56", "J005", "案管办来函〔2027〕5号")
    assert office.desk.course.stage(YEAR) is Stage.ARCHIVED
    moved = [each for each in view(office).rows if each.renewed]
    assert "J005" in {each.code for each in moved}
    assert all(each.decidable and each.state is ResultState.ARCHIVED for each in moved)
    codes = tuple(each.code for each in moved)
    decide(office, *codes, document="云川检党纪〔2027〕9号", why="检考委复〔2027〕1号更正")
    for code in codes:
        found = row(office, code)
        assert found.result is not None
        assert (found.result.version, found.result.replaces, found.state) == (2, 1, ResultState.DECIDED)
        serve(office, code)
        sign(office, code)
        assert row(office, code).state is ResultState.ARCHIVED
        assert row(office, code).earlier == (before[code],)
    untouched = {each.code: each.result for each in view(office).rows if each.code not in codes}
    assert untouched == {code: result for code, result in before.items() if code not in codes}
    newest = office.desk.signing.sheet(YEAR, "J005", 1)
    assert newest.replaced_by == 2


def test_a_correction_that_takes_a_grade_opens_it_for_a_window_of_its_own_and_it_is_archived_again(
    office: ClosingOffice,
) -> None:
    decider = Decider(office)
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕6号")
    decider.hear(number, RAISED)
    case = Found(ChangeKind.REVIEW, ("XX检刑诉受〔2026〕465号",), "grade", "不合格", "再次复查", "案管办底稿第 9 份")
    decider.find(number, case)
    decider.carried_out(number)
    view_now = office.desk.course.view(YEAR)
    assert (view_now.stage, view_now.taken[-1].move) == (Stage.APPROVED, Move.REOPEN)
    letter = PdfDocument(office.desk.result_papers.preview_informing(CLERK, YEAR, number, RAISED))
    said = "".join("".join(page.get_textpage().get_text_range().split()) for page in letter)
    assert "您的考核结果将由院党组重新决定" in said
    office.move(Move.POST, Move.CLOSE)
    regraded = {each.code for each in view(office).rows if each.renewed}
    assert {RAISED, PUSHED_OUT} <= regraded
    decide(office, *sorted(regraded), document="云川检党纪〔2027〕10号", why="更正")
    for code in sorted(regraded):
        serve(office, code)
        sign(office, code)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert office.desk.course.stage(YEAR) is Stage.ARCHIVED
    assert [each.result.version for each in view(office).rows if each.result and each.code in regraded] == [
        2 for _ in regraded
    ]


def test_two_windows_cannot_both_serve_what_corrects_it(office: ClosingOffice) -> None:
    other = office.another_window()
    corrected(office, OTHERS_CASE, "56", "J005", "案管办来函〔2027〕5号")
    decide(office, "J005", document="云川检党纪〔2027〕9号", why="更正")
    seen = row(other, "J005").entry
    serve(office, "J005")
    served = Served(Means.DIRECT, office.today, "范伟雪")
    with pytest.raises(DeskError) as late:
        other.desk.results.serve(CLERK, YEAR, "J005", 2, served, seen)
    assert sentence(late.value) == "熊鹏的结果刚才被别人登记过。页面已更新，请看过后重新办理。"
    other.desk.close()
