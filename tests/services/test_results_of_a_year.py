"""决定与送达: the 院党组 decides on published grades alone, the notice is served, the person signs or refuses."""

from datetime import timedelta
from pathlib import Path

import pytest

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.results import Means, Opinion, ResultState
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.result_refusals import NotAllSigned, NotDecidable, SealedBeforeRefusal
from committee_desk.wording.saying import sentence
from tests.sealing import PASSPHRASE
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decidable, decide, row, serve, sign, view


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    made = closing_office(tmp_path / "考评.desk", template_sample_desk)
    close_the_window(made)
    return made


def test_the_party_group_decides_and_everybody_has_a_locked_sheet(office: ClosingOffice) -> None:
    decide(office)
    rows = view(office).rows
    assert {each.state for each in rows} == {ResultState.DECIDED}
    for each in rows:
        assert each.result is not None
        locked = LockedSheet.from_json(each.result.sheet)
        assert (locked.fingerprint(), locked.grade) == (each.result.fingerprint, each.grade)
        assert locked.sheet.final


def test_a_decision_before_the_window_closed_is_refused(tmp_path: Path, template_sample_desk: Path) -> None:
    running = closing_office(tmp_path / "考评.desk", template_sample_desk)
    running.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    with pytest.raises(NotDecidable) as refused:
        decide(running, "J001")
    assert "现在的等次尚未公示期满" in sentence(refused.value)


def test_a_second_decision_on_the_same_grade_is_refused(office: ClosingOffice) -> None:
    decide(office)
    assert decidable(office) == ()
    with pytest.raises(NotDecidable) as refused:
        decide(office, "J001", document="云川检党纪〔2027〕4号")
    assert "院党组已作出决定，此后没有变动" in sentence(refused.value)


def test_row_40_who_refuses_to_sign_before_two_witnesses_has_the_notice_served(office: ClosingOffice) -> None:
    decide(office)
    sign(office, "J005", Opinion.REFUSED, "赵明", "钱红")
    found = row(office, "J005")
    assert found.state is ResultState.SIGNED
    assert found.delivery is not None
    assert found.delivery.means is Means.LEFT
    assert found.delivery.known == office.today


def test_row_41_the_clock_of_somebody_abroad_runs_from_the_day_of_knowing(office: ClosingOffice) -> None:
    decide(office)
    known = office.today
    office.clock.now += timedelta(days=9)
    serve(office, "J005", known + timedelta(days=7), Means.OTHER, proof="国际快递签收回执 3 号")
    found = row(office, "J005")
    assert found.delivery is not None
    assert found.delivery.remedies[0].last_day >= known + timedelta(days=37)


def test_a_year_is_archived_when_everybody_signed(office: ClosingOffice) -> None:
    decide(office)
    with pytest.raises(NotAllSigned):
        office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    for each in view(office).rows:
        serve(office, each.code)
        sign(office, each.code)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert view(office).stage is Stage.ARCHIVED
    assert {each.state for each in view(office).rows} == {ResultState.ARCHIVED}


def test_a_year_is_not_archived_while_a_sealed_sheet_says_nothing_of_a_refusal(office: ClosingOffice) -> None:
    results, signing, refusing = office.desk.results, office.desk.signing, "J005"
    decide(office)
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    for each in view(office).rows:
        serve(office, each.code)
        if each.code != refusing:
            sign(office, each.code)
    signing.seal(CLERK, YEAR, (refusing,), PASSPHRASE)
    sign(office, refusing, Opinion.REFUSED, "赵明", "钱红")
    with pytest.raises(SealedBeforeRefusal) as refused:
        results.archive(CLERK, YEAR, office.today, SECOND)
    assert sentence(refused.value) == (
        "2026 年度熊鹏的确认表是在拒签以前签章的，没有写明拒签，不能归档。请先在“决定与送达”的“电子签章”中重新签章。"
    )
    assert [lack.kind for lack in office.desk.course.lacks(YEAR, Move.ARCHIVE)] == ["results.unsealed"]
    assert "results_to_archive" not in {line.kind for line in office.desk.overview(YEAR, office.today).owed}
    signing.seal(CLERK, YEAR, (refusing,), PASSPHRASE)
    assert office.desk.course.lacks(YEAR, Move.ARCHIVE) == ()
    assert "results_to_archive" in {line.kind for line in office.desk.overview(YEAR, office.today).owed}
    results.archive(CLERK, YEAR, office.today, SECOND)


def test_a_year_whose_sheets_were_never_sealed_is_archived_with_a_refusal(office: ClosingOffice) -> None:
    decide(office)
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    for each in view(office).rows:
        serve(office, each.code)
        sign(office, each.code, Opinion.REFUSED, "赵明", "钱红")
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert view(office).stage is Stage.ARCHIVED
