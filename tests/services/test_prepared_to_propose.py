"""Before grades are proposed the months are published and duty reports handed in, or it is said why not."""

import json
from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.months import MONTHS
from committee_desk.services.course_views import Lack
from committee_desk.services.desk import Desk
from committee_desk.services.grading_refusals import ProposalUnprepared
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.views import JournalRow
from committee_desk.wording.course_lacks import lack_in_words, owed_by
from committee_desk.wording.saying import sentence
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office

REPORTED = date(2027, 1, 8)


@pytest.fixture
def year(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    """The sample office with its year over: no month is published, nobody handed a duty report in."""
    return closing_office(tmp_path / "考评.desk", template_sample_desk)


def lacks(desk: Desk) -> tuple[Lack, ...]:
    """What the proposal lacks, as the year's process and the grading page both say."""
    step = desk.course.view(YEAR).steps[0]
    assert list(map(lack_in_words, step.lacks)) == list(map(lack_in_words, desk.grading.view(YEAR).lacks))
    return step.lacks


def publish(desk: Desk, *months: int) -> None:
    for month in months:
        desk.months.close(CLERK, YEAR, month, "按现有数据公布")
        desk.months.publish(CLERK, YEAR, month)


def report(desk: Desk, *, but_not: str = "") -> None:
    for row in desk.reports.rows(YEAR):
        if row.missing and row.code != but_not:
            desk.reports.put(CLERK, YEAR, ReportToKeep(row.code, REPORTED, "述职"), None)


def newest(desk: Desk) -> JournalRow:
    return desk.journal.rows(1)[0]


def test_the_process_says_which_months_are_not_published_and_who_has_not_reported(year: ClosingOffice) -> None:
    months, reports = lacks(year.desk)
    assert lack_in_words(months) == (
        "2026 年度提名前还差：1月至12月的平时考核结果没有公布。请先公布、登记；确要现在提名的，请写明理由。"
    )
    assert lack_in_words(reports).startswith("2026 年度提名前还差：19 名检察官没有交述职报告（秦生康、")
    assert (months.page, reports.page) == ("entry", "ballots")
    assert owed_by(months) == "由政工部门办理；没有办的，写明理由后也可以进行"
    assert owed_by(reports) == "由检察官本人办理；没有办的，写明理由后也可以进行"
    publish(year.desk, 1, 2)
    report(year.desk, but_not="J007")
    months, reports = lacks(year.desk)
    assert "3月至12月的平时考核" in lack_in_words(months)
    assert "1 名检察官没有交述职报告" in lack_in_words(reports)


def test_without_a_reason_nothing_is_proposed_and_nothing_written(year: ClosingOffice) -> None:
    before = newest(year.desk).seq
    for why in ("", "  "):
        with pytest.raises(ProposalUnprepared) as refused:
            year.propose(why)
        assert (refused.value.months, len(refused.value.unreported)) == (tuple(MONTHS), 19)
        assert sentence(refused.value).startswith(
            "2026 年度提名前还差：1月至12月的平时考核结果没有公布，19 名检察官没有交述职报告（"
        )
    assert newest(year.desk).seq == before


def test_the_reason_is_kept_and_shown_with_the_list(year: ClosingOffice) -> None:
    report(year.desk, but_not="J007")
    year.propose("年底前已口头通报")
    entry = newest(year.desk)
    told = json.loads(entry.what)
    assert (entry.why, told["unpublished"], told["unreported"]) == ("年底前已口头通报", list(MONTHS), ["J007"])
    assert year.desk.grading.view(YEAR).despite == "年底前已口头通报"
    assert [each.why for each in year.desk.grading.lists(YEAR)] == ["年底前已口头通报"]
    assert year.desk.course.view(YEAR).taken[-1].why == "年底前已口头通报"


def test_a_year_that_is_prepared_is_proposed_without_a_reason(year: ClosingOffice) -> None:
    publish(year.desk, *MONTHS)
    report(year.desk)
    assert lacks(year.desk) == ()
    year.desk.months.reopen(CLERK, YEAR, 12, "漏记一项", SECOND)
    (month,) = lacks(year.desk)
    assert lack_in_words(month).startswith("2026 年度提名前还差：12月的平时考核结果没有公布。")
    publish_again(year.desk)
    year.propose("")
    assert newest(year.desk).why is None
    assert "unpublished" not in json.loads(newest(year.desk).what)
    assert year.desk.grading.view(YEAR).despite == ""


def publish_again(desk: Desk) -> None:
    """December shut again; what it says is what was published."""
    desk.months.close(CLERK, YEAR, 12, "按现有数据公布")
    desk.months.publish(CLERK, YEAR, 12)
