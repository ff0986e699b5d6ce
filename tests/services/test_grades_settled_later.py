"""补定等次 (domain rules, rows 15 and 28): who has no grade is decided on so, and gets one by a correction."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import ResultState
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.imports import Kind
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.result_refusals import NotDecidable
from committee_desk.wording.results import decided_grade
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import read, workbook
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decide, row, serve, sign, view
from tests.services.deciding_hands import Decider
from tests.sound_desks import require_sound

HIS = "J006"
OPENED = {"工号": HIS, "种类": "立案未结", "决定文号": "监立〔2026〕1号", "决定日期": "2026-11-02"}


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> Iterator[ClosingOffice]:
    """The sample office with its year over; a case against one is open since November."""
    opened = closing_office(tmp_path / "考评.desk", template_sample_desk)
    read(opened.desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [OPENED]))
    yield opened
    opened.desk.close()
    require_sound(tmp_path / "考评.desk")


def case_closed(office: ClosingOffice, folder: Path) -> None:
    """The case is closed without a sanction."""
    closed = workbook(folder / "处分.xlsx", [{**OPENED, "结案日期": office.today}])
    read(office.desk, Kind.SANCTIONS, closed, replace=True)


def settled(office: ClosingOffice) -> None:
    """The committee fixes the grade by a correction; nothing is found but that the case is closed."""
    decider = Decider(office)
    number = decider.open(ProceedingKind.CORRECTION, code=HIS, challenged=(), basis="监结〔2027〕1号，补定等次")
    decider.hear(number, HIS)
    decider.find(number, findings="案件已结，未给予处分。")
    decider.carried_out(number)


def test_who_has_no_grade_is_decided_on_so_and_has_re_review_all_the_same(office: ClosingOffice) -> None:
    close_the_window(office)
    held = row(office, HIS)
    assert (held.grade, held.published, held.decidable) == (None, None, True)
    decide(office)
    found = row(office, HIS)
    assert found.result is not None
    assert (found.result.grade, found.state) == (None, ResultState.DECIDED)
    assert decided_grade(found.result.grade) == "另行确定"
    assert LockedSheet.from_json(found.result.sheet).grade is None
    serve(office, HIS)
    delivery = row(office, HIS).delivery
    assert delivery is not None
    assert [each.remedy for each in delivery.remedies] == [Remedy.REVIEW]


def test_the_grade_is_fixed_later_with_a_list_a_window_a_decision_and_a_notice_of_its_own(
    office: ClosingOffice, tmp_path: Path
) -> None:
    close_the_window(office)
    decide(office)
    for each in view(office).rows:
        serve(office, each.code)
        sign(office, each.code)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    before = {each.code: each.result for each in view(office).rows}
    first = row(office, HIS).delivery
    case_closed(office, tmp_path)
    settled(office)
    listed = office.desk.grading.in_force(YEAR)
    assert listed is not None
    assert (listed.version, listed.of(HIS).status, listed.of(HIS).grade) == (2, Status.GRADED, Grade.COMPETENT)
    assert office.desk.course.stage(YEAR) is Stage.APPROVED
    with pytest.raises(NotDecidable) as early:
        decide(office, HIS, document="云川检党纪〔2027〕9号", why="补定等次")
    assert f"{row(office, HIS).name}：现在的等次尚未公示期满" in sentence(early.value)
    office.move(Move.POST, Move.CLOSE)
    notice = office.desk.publication.view(YEAR).versions[-1].held.notice
    assert [(line.code, line.grade) for line in notice.lines] == [(HIS, "称职")]
    assert notice.partial
    assert len(notice.counted) == 5
    renewed = tuple(each.code for each in view(office).rows if each.renewed)
    assert HIS in renewed
    decide(office, *renewed, document="云川检党纪〔2027〕9号", why="补定等次")
    for code in renewed:
        serve(office, code)
        sign(office, code)
    found, second = row(office, HIS), row(office, HIS).delivery
    assert found.result is not None
    assert (found.result.version, found.result.grade, found.result.why) == (2, Grade.COMPETENT, "补定等次")
    assert found.earlier == (before[HIS],)
    assert first is not None
    assert second is not None
    assert second.notice != first.notice
    assert second.remedies[0].last_day > first.remedies[0].last_day
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert office.desk.course.stage(YEAR) is Stage.ARCHIVED
