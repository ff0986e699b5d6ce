"""Whatever is taken down, hung again, made a holiday or asked for: a window never shortens and never closes early."""

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.course import Stage
from committee_desk.domain.errors import DeskError
from committee_desk.paths import state_folder
from tests.services.publishing_hands import ACTOR, BOARD, LOBBY, YEAR, Publishing, moment, opened_office

POSTED = moment("2026-02-04 09:10")
HOURS = st.integers(min_value=1, max_value=30)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("down"), HOURS, st.sampled_from((BOARD, LOBBY))),
        st.tuples(st.just("again"), HOURS, st.sampled_from((BOARD, LOBBY))),
        st.tuples(st.just("lengthen"), HOURS, st.integers(min_value=3, max_value=9)),
        st.tuples(st.just("off"), HOURS, st.integers(min_value=0, max_value=12)),
        st.tuples(st.just("work"), HOURS, st.integers(min_value=0, max_value=12)),
        st.tuples(st.just("recount"), HOURS, st.just(0)),
        st.tuples(st.just("close"), HOURS, st.just(0)),
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_a_window_only_lengthens_whatever_happens_to_its_notice(
    tmp_path: Path, template_approved: Path, acts: list[tuple[str, int, object]]
) -> None:
    shutil.rmtree(state_folder(), ignore_errors=True)  # each example begins with the desk as it was made
    office = opened_office(tmp_path / "公示.desk", template_approved)
    office.post(POSTED, BOARD, LOBBY)
    now, ended = POSTED, office.view.current.window.last_day
    for what, hours, about in acts:
        now += timedelta(hours=hours)
        office.at(now)
        with suppress(DeskError):
            _do(office, what, about)
        view = office.view
        window = view.current.window
        assert window.last_day >= ended
        assert len(set(window.counted)) >= 5
        assert list(window.counted) == sorted(window.counted)
        ended = window.last_day
        if view.stage is Stage.CLOSED:
            assert now >= window.closes_at
            assert all(_hung(view, each) for each in window.counted)
            break
    office.desk.close()


def _hung(view: object, counted: object) -> bool:
    """Whether the notice hung at both places over the whole of that day."""
    cut_off = moment(f"{counted} 17:30")
    spans = {place: [each for each in view.current.postings if each.place == place] for place in (BOARD, LOBBY)}
    return all(
        any(each.posted.date() < counted and (each.taken is None or each.taken >= cut_off) for each in rows)
        for rows in spans.values()
    )


def _do(office: Publishing, what: str, about: object) -> None:
    now, desk = office.clock.now, office.desk
    if what == "down":
        office.take_down(now, str(about))
    elif what == "again":
        office.hang_again(now, str(about))
    elif what == "lengthen":
        desk.publication.lengthen(ACTOR, YEAR, int(str(about)), "多给几日")
    elif what in {"off", "work"}:
        kind = DayKind.OFF if what == "off" else DayKind.WORK
        desk.calendar.set_day(ACTOR, (POSTED + timedelta(days=int(str(about)))).date(), kind, None, "试验用放假安排")
    elif what == "recount":
        desk.publication.recount_calendar(ACTOR, YEAR)
    else:
        office.close(now)
