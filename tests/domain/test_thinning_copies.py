"""Which automatic copies outlive a year: a clock goes on day by day, and what is taken away is taken away for good."""

from collections import Counter
from datetime import datetime, timedelta

from committee_desk.domain.backup import CopyName, Reason, outlived
from committee_desk.services.clock import CHINA

BEGIN = datetime(2026, 1, 5, 18, 0, tzinfo=CHINA)


def _name(moment: datetime, reason: Reason = Reason.CLOSING, number: int = 1) -> CopyName:
    return CopyName(moment.replace(tzinfo=None), reason, number)


def _after(days: int, *, a_day: int = 3) -> tuple[set[CopyName], datetime]:
    """What is left when so many days went by, with so many copies a day."""
    kept: set[CopyName] = set()
    now = BEGIN
    for day in range(days):
        for hour in range(a_day):
            now = BEGIN + timedelta(days=day, hours=hour - 9)
            kept.add(_name(now))
            kept -= outlived(kept, now)
    return kept, now


def test_all_of_today_stay_and_the_last_of_each_of_fourteen_days() -> None:
    kept, now = _after(30)
    by_day = Counter(copy.moment.date() for copy in kept)
    assert by_day[now.date()] == 3
    for back in range(1, 15):
        day = now.date() - timedelta(days=back)
        assert by_day[day] == 1
        assert next(copy for copy in kept if copy.moment.date() == day).moment.hour == 11


def test_after_a_year_every_week_of_three_months_and_every_month_has_its_last_copy() -> None:
    kept, now = _after(365)
    weeks = {copy.moment.isocalendar()[:2] for copy in kept if copy.moment > now.replace(tzinfo=None) - timedelta(92)}
    assert len(weeks) >= 13
    months = {(copy.moment.year, copy.moment.month) for copy in kept}
    assert months == {(2026, month) for month in range(1, 13)} | {(2027, 1)}
    assert len(kept) <= 3 + 14 + 14 + 12


def test_after_three_years_the_copies_of_two_years_are_left() -> None:
    kept, now = _after(3 * 365, a_day=1)
    oldest = min(copy.moment for copy in kept)
    assert timedelta(700) < now.replace(tzinfo=None) - oldest < timedelta(732)
    assert len({(copy.moment.year, copy.moment.month) for copy in kept}) in {24, 25}


def test_the_newest_copy_stays_however_old_it_is_when_a_new_one_comes() -> None:
    old = _name(BEGIN - timedelta(days=400))
    assert outlived({old}, BEGIN) == frozenset()


def test_what_was_made_before_a_migration_or_a_restore_stays_for_ninety_days() -> None:
    later = {_name(BEGIN + timedelta(hours=1)), _name(BEGIN + timedelta(days=2))}
    before = {_name(BEGIN, Reason.MIGRATION), _name(BEGIN, Reason.RESTORE, 2)}
    assert not outlived(later | before, BEGIN + timedelta(days=90)) & before
    assert outlived(later | before, BEGIN + timedelta(days=91)) >= before


def test_a_copy_set_aside_takes_no_sound_ones_place() -> None:
    sound = _name(BEGIN)
    aside = CopyName(sound.moment + timedelta(hours=1), Reason.RESTORE, unsound=True)
    gone = outlived({sound, aside}, BEGIN + timedelta(days=100))
    assert gone == {aside}


def test_copies_from_a_clock_that_ran_ahead_stay() -> None:
    ahead = {_name(BEGIN + timedelta(days=300)), _name(BEGIN + timedelta(days=300, hours=1))}
    assert outlived(ahead | {_name(BEGIN)}, BEGIN) == frozenset()


def test_a_name_is_read_back_and_no_other_name_is_taken_for_one() -> None:
    for copy in (_name(BEGIN), _name(BEGIN, Reason.ACT, 12), CopyName(datetime(2026, 1, 5), Reason.RESTORE, 1, True)):  # noqa: DTZ001
        assert CopyName.read(copy.text) == copy
    name = "2026-01-05 180000 打开"
    others = (
        name,
        f"{name} .desk",
        f".{name}.desk",
        f"{name}.desk.unfinished",
        "考评.desk",
        "2026-02-30 180000 打开.desk",
    )
    for other in others:
        assert CopyName.read(other) is None
