"""The PC's clock, and a demonstration's own: on from the newest thing that happened, never back."""

from datetime import UTC, datetime, timedelta

from committee_desk.services.clock import CHINA, DEMO_BEGINS, DemoClock, pc_clock


class _Stopwatch:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_pcs_clock_tells_chinese_time_to_the_second() -> None:
    now = pc_clock()
    assert now.utcoffset() == timedelta(hours=8)
    assert now.microsecond == 0


def test_a_demonstration_begins_on_its_own_day_and_goes_on_with_the_time_that_passes() -> None:
    watch = _Stopwatch()
    clock = DemoClock(elapsed=watch)
    assert clock() == DEMO_BEGINS
    watch.now += 61.9
    assert clock() == DEMO_BEGINS + timedelta(seconds=61)


def test_a_demonstration_opened_again_goes_on_from_its_newest_entry() -> None:
    newest = datetime(2027, 2, 1, 4, 0, tzinfo=UTC)
    clock = DemoClock(newest, elapsed=_Stopwatch())
    assert clock() == newest
    assert clock().tzinfo == CHINA


def test_a_demonstration_never_begins_before_its_day() -> None:
    assert DemoClock(datetime(2026, 5, 1, tzinfo=CHINA), elapsed=_Stopwatch())() == DEMO_BEGINS


def test_the_script_moves_a_demonstration_on_and_never_back() -> None:
    watch = _Stopwatch()
    clock = DemoClock(elapsed=watch)
    later = datetime(2027, 1, 18, 9, 0, tzinfo=CHINA)
    clock.advance_to(later)
    clock.advance_to(DEMO_BEGINS)
    assert clock() == later
    watch.now += 5
    assert clock() == later + timedelta(seconds=5)
