"""What was voted on is what is approved: nothing is slipped under a list after the committee's vote."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.grading_decision_refusals import ConsentHeld
from committee_desk.services.grading_refusals import DepartureAfterVote, ListProposed, NoGradeByHand, YearNotOver
from committee_desk.services.scheme_views import Adoption
from committee_desk.wording.saying import sentence
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.test_situations_of_grading import A_PICTURE

CONSENT, CONSENTED = "区委〔2027〕3号", date(2027, 1, 11)


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    return closing_office(tmp_path / "考评.desk", template_sample_desk)


def refused(act: Callable[[], object], kind: type[DeskError]) -> str:
    with pytest.raises(kind) as error:
        act()
    return sentence(error.value)


def consent(office: ClosingOffice, folder: Path) -> None:
    file = folder / "批复.png"
    file.write_bytes(A_PICTURE)
    office.desk.grading.allow_quarter(CLERK, YEAR, CONSENT, CONSENTED, file)


def test_a_departure_lifted_after_the_vote_was_not_voted_on(office: ClosingOffice) -> None:
    office.propose()
    office.review_the_last()
    first = office.meet()
    departed = office.desk.grading.choose(CLERK, YEAR, "J006", Grade.BASIC, "履职不力", first)
    voted = office.meet()
    office.desk.grading.choose(CLERK, YEAR, "J006", Grade.COMPETENT, "", voted, seen=departed.entry)
    said = refused(lambda: office.approve(voted), DepartureAfterVote)
    assert said.startswith("向栋的等次或评审意见是在表决之后登记的")


def test_a_higher_quota_is_not_recorded_under_a_list_that_is_proposed(office: ClosingOffice, tmp_path: Path) -> None:
    office.propose()
    said = refused(lambda: consent(office, tmp_path), ListProposed)
    assert "请先撤回等次建议，登记后重新提出" in said


def test_the_consents_file_stays_while_the_consent_stands(office: ClosingOffice, tmp_path: Path) -> None:
    consent(office, tmp_path)
    (held,) = office.desk.attachments.of(f"consent:{YEAR}")
    said = refused(lambda: office.desk.attachments.withdraw(CLERK, held.number, "误"), ConsentHeld)
    assert said.startswith("这是 2026 年度提高优秀比例的批准文件，批准还在生效")


def test_no_grades_are_proposed_before_the_year_is_over(sample_desk: Desk) -> None:
    sample_desk.schemes.adopt(CLERK, YEAR, Category.PROSECUTOR, Adoption("检党〔2026〕2号", date(2026, 1, 5)), None)
    last = datetime(2026, 12, 31, 17, 0, tzinfo=CHINA)
    early = open_desk(sample_desk.path, clock=lambda: last)
    said = refused(lambda: early.grading.propose(CLERK, YEAR), YearNotOver)
    assert said == "2026 年度还没有过完，得分不完整，不能提名。请在 2027 年 1 月 1 日后提名。"
    assert YearNotOver.__name__ in {lack.kind.rpartition(".")[2] for lack in early.grading.view(YEAR).lacks}


def test_nobody_who_is_ranked_is_left_without_a_grade_by_choice(office: ClosingOffice) -> None:
    said = refused(lambda: office.desk.grading.choose(CLERK, YEAR, "J009", None, "暂缓"), NoGradeByHand)
    assert said.startswith("赵晓英参加排名，应当确定等次")


def test_without_accounts_the_roll_names_nobody_as_barred(office: ClosingOffice) -> None:
    (roll,) = (each for each in office.desk.grading.view(YEAR).rolls if each.category == Category.PROSECUTOR)
    assert not any(row.barred for row in roll.rows)
