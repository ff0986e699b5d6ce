"""A notice about somebody hangs, and a second re-review says the contrary: nobody is decided on beside it (row 10)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, ProceedingKind
from committee_desk.domain.scores import Grade
from committee_desk.services.proceeding_views import Found
from committee_desk.services.result_refusals import Bar, NotDecidable, PublishedOtherwise
from committee_desk.wording.saying import sentence
from tests.desks_decided import FOUND, PUSHED_OUT, RAISED
from tests.services.closing_years import CLERK, SECOND, YEAR
from tests.services.decided_years import decide, row, serve, sign, view
from tests.services.deciding_hands import Decider, closed_office
from tests.services.posted_notices import at
from tests.sound_desks import require_sound

BOTH = (RAISED, PUSHED_OUT)


@pytest.fixture
def closed(tmp_path: Path, template_sample_desk: Path) -> Iterator[Decider]:
    """The sample office once its window is closed, on Tuesday 19 January 2027."""
    path = tmp_path / "考评.desk"
    made = closed_office(path, template_sample_desk)
    made.office.clock.now = at(19, 9)
    yield made
    require_sound(path)


def raised_and_posted(decider: Decider) -> None:
    """A correction takes the place from one and gives it to another; the notice about both hangs since the 19th."""
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="来函")
    decider.hear(number, RAISED)
    decider.hear(number, PUSHED_OUT)
    decider.find(number, *FOUND)
    decider.carried_out(number)
    decider.office.post()


def back_again(decider: Decider) -> None:
    """Who lost the place objects while it hangs, and gets it back: the contrary of what hangs."""
    decider.office.clock.now = at(20, 10)
    rows = decider.office.desk.cases.rows(YEAR)
    case = next(each.number for each in rows if each.handlers == ("姚玉伟",) and each.mark and each.grade == "合格")
    number = decider.open(
        ProceedingKind.OBJECTION,
        decider.object(PUSHED_OUT, "评查有误"),
        challenged=(Challenge(ChallengeKind.REVIEW, (case,)),),
    )
    decider.find(number, Found(ChangeKind.REVIEW, (case,), "grade", "优质", "评查等次有误", "案管办底稿3份"))
    decider.carried_out(number)


def all_undone(decider: Decider) -> None:
    """A correction while it hangs finds everything as it was at first."""
    decider.office.clock.now = at(20, 10)
    review, event = FOUND
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="来函撤回")
    decider.hear(number, RAISED)
    decider.find(
        number,
        review._replace(after="基本合格", reason="原评查无误"),
        event._replace(kind=ChangeKind.WITHDRAWN_EVENT, after="", reason="来函撤回"),
    )
    decider.carried_out(number)


def test_nobody_is_decided_on_beside_a_notice_that_says_the_contrary(closed: Decider) -> None:
    raised_and_posted(closed)
    back_again(closed)
    office = closed.office
    assert [row(office, code).grade for code in BOTH] == [Grade.COMPETENT, Grade.EXCELLENT]
    bars = [row(office, code).barred for code in BOTH]
    assert [each.bar for each in bars if each is not None] == [Bar.UNPUBLISHED] * 2
    with pytest.raises(NotDecidable) as refused:
        decide(office, *BOTH)
    assert "现在的等次尚未公示期满" in sentence(refused.value)
    office.move(Move.CLOSE)
    bars = [row(office, code).barred for code in BOTH]
    assert [each.bar for each in bars if each is not None] == [Bar.UNPUBLISHED] * 2
    office.desk.publication.publish_again(CLERK, YEAR, "复核决定", SECOND)
    office.post()
    office.move(Move.CLOSE)
    decide(office)
    assert row(office, PUSHED_OUT).result is not None


def test_a_year_whose_last_notice_says_the_contrary_is_published_again_before_it_is_archived(closed: Decider) -> None:
    office = closed.office
    decide(office)
    for each in view(office).rows:
        serve(office, each.code)
        sign(office, each.code)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    raised_and_posted(closed)
    all_undone(closed)
    assert not any(each.renewed for each in view(office).rows), "what was decided is what the list says"
    office.move(Move.CLOSE)
    with pytest.raises(PublishedOtherwise) as refused:
        office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert sentence(refused.value).startswith("2026 年度")
    assert "姚玉伟" in sentence(refused.value)
    assert "马𬱖" in sentence(refused.value)
    office.desk.publication.publish_again(CLERK, YEAR, "复核决定", SECOND)
    office.post()
    assert {line.code for line in office.desk.publication.view(YEAR).versions[-1].held.notice.lines} == set(BOTH)
    office.move(Move.CLOSE)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    assert office.desk.course.view(YEAR).stage is Stage.ARCHIVED
