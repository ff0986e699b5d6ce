"""What a change on re-review does, in words: the days of the notice that follows."""

from datetime import date, datetime

import pytest

from committee_desk.domain.effects import Republishing
from committee_desk.domain.proceedings import ChangeKind, FactChange
from committee_desk.domain.publication import CHINA
from committee_desk.wording.effects import dates_words
from committee_desk.wording.language import CHINESE, speaking
from committee_desk.wording.proceedings import change_name

WITH_A_MAKE_UP_DAY = Republishing(
    date(2026, 2, 26),
    tuple(date(2026, *each) for each in ((2, 27), (2, 28), (3, 2), (3, 3), (3, 4))),
    datetime(2026, 3, 4, 17, 30, tzinfo=CHINA),
)


def test_the_days_of_a_notice_name_a_month_once_and_mark_days_that_are_made_up_for() -> None:
    assert dates_words(WITH_A_MAKE_UP_DAY) == "2月26日张贴，计 27日、28日（班）、3月2日至4日，3月4日 17:30 截止"
    days = tuple(date(2026, *each) for each in ((3, 30), (3, 31), (4, 1), (4, 2)))
    assert "计 3月30日、31日、4月1日、2日，" in dates_words(WITH_A_MAKE_UP_DAY._replace(counted=days))


def test_english_names_the_month_of_every_day() -> None:
    with speaking("en"):
        said = dates_words(WITH_A_MAKE_UP_DAY)
    assert "27 Feb, 28 Feb (make-up day), 2 Mar to 4 Mar" in said


@pytest.mark.parametrize(("spoken", "said"), [(CHINESE, "基本合格 → 合格"), ("en", "Basic pass → Pass")])
def test_what_was_found_otherwise_says_the_grades_of_a_review_in_the_spoken_language(spoken: str, said: str) -> None:
    change = FactChange(ChangeKind.REVIEW, ("XX检刑诉受〔2026〕465号",), "grade", "基本合格", "合格", "有误", "底稿")
    with speaking(spoken):
        assert change_name(change).endswith(said)
