"""Remedies by category: whoever is no 检察官 has 复核 and 申诉 against 不称职 alone (公务员法 95), and is told so."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.course import Move
from committee_desk.domain.objections import Matter
from committee_desk.domain.people import Category
from committee_desk.domain.remedies import Remedy
from committee_desk.services.application_refusals import NoRemedyOpen
from committee_desk.services.application_views import Applying
from committee_desk.services.grading_views import Settlement
from committee_desk.services.objection_views import Filing
from committee_desk.services.scheme_views import Adoption
from committee_desk.storage.checking.sound import sound
from tests.checking.breaking import break_it
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import decide, row, serve
from tests.services.posted_notices import at
from tests.services.reviewing_hands import refused

ASSISTANT = "F001"
SAID = (
    "孟丽超是检察辅助人员，等次是“另行确定”：复核和申诉只适用于定为不称职的（公务员法第九十五条），不能登记。"
    "对结果有意见的，可以写成书面意见交政工部门。"
)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """A year decided: 孟丽超, 检察辅助人员, has the notice of a result without grade; J005 has the own one."""
    folder = tmp_path_factory.mktemp("categories")
    made = closing_office(folder / "考评.desk", template_sample_desk)
    made.desk.schemes.adopt(
        CLERK, YEAR, Category.ASSISTANT, Adoption("检党〔2026〕3号", date(2026, 1, 5), "沿用"), None
    )
    for code in [each.code for each in made.desk.scores.year(YEAR, Category.ASSISTANT).people]:
        made.desk.grading.settle_incomplete(
            CLERK, YEAR, code, Settlement.NO_GRADE, "未参加测评", "检考委〔2027〕9号", made.today
        )
    made.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    made.wait_for_the_end()
    made.clock.now = at(18, 17, 50)
    objections = made.desk.objections
    late = Filing(ASSISTANT, 1, (Matter.GRADE,), "考核月数有误。", made.clock.now, "范伟雪")
    number = objections.register(CLERK, YEAR, late).number
    objections.route(CLERK, YEAR, number, objections.card(YEAR, number).row.held.entry)
    made.close()
    made.clock.now = at(19, 9)
    decide(made)
    for code in (ASSISTANT, "J005"):
        serve(made, code)
    made.desk.close()
    return folder / "考评.desk"


@pytest.fixture
def office(tmp_path: Path, decided: Path) -> ClosingOffice:
    """The day after the notices."""
    return ClosingOffice.copied(decided, tmp_path / "考评.desk", at(20, 9))


def test_the_notice_of_an_assistant_without_grade_names_no_remedy_and_a_prosecutor_s_names_re_review(office):
    assert row(office, ASSISTANT).category == Category.ASSISTANT
    assert row(office, ASSISTANT).delivery.remedies == row(office, ASSISTANT).clocks == ()
    assert office.desk.results.remedies(YEAR, ASSISTANT, date(2027, 1, 19)) == ()
    assert [each.remedy for each in row(office, "J005").delivery.remedies] == [Remedy.REVIEW]


@pytest.mark.parametrize("remedy", Remedy)
def test_neither_application_of_that_assistant_is_registered_and_the_refusal_says_why(office, remedy):
    applying = Applying(ASSISTANT, remedy, "考核月数有误。", office.clock.now, "范伟雪", organ="市检察院")
    assert refused(NoRemedyOpen, lambda: office.desk.applications.register(CLERK, YEAR, applying)) == SAID
    refused(NoRemedyOpen, lambda: office.desk.applications.check(YEAR, ASSISTANT, remedy, office.clock.now))
    assert office.desk.applications.rows(YEAR) == ()


def test_a_late_objection_of_that_assistant_is_not_offered_as_a_re_review(office):
    assert office.desk.applications.offered(YEAR) == ()
    assert refused(NoRemedyOpen, lambda: office.desk.applications.take_over(CLERK, YEAR, 1, "范伟雪")) == SAID


def test_a_check_finds_a_notice_that_names_a_remedy_that_its_category_does_not_have(office, decided):
    assert sound(office.path, None).ok
    own = "(SELECT remedies FROM deliveries AS o JOIN persons AS q ON q.id = o.person_id WHERE q.code = 'J005')"
    office.desk.close()
    break_it(
        office.path,
        f"UPDATE deliveries SET remedies = {own} WHERE person_id = (SELECT id FROM persons WHERE code = '{ASSISTANT}')",
    )
    assert {each.code for each in sound(office.path, None).problems} == {"results.remedies"}
