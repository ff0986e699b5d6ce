"""How people of a list stand among each other on screen and paper; nobody's grade follows from it."""

from committee_desk.domain.grade_list import Listed
from committee_desk.domain.scores import Grade, PerformanceGrade, Status


def line(code: str, rank: int | None, performance: int, proposed: Grade | None = Grade.COMPETENT) -> Listed:
    return Listed(
        code,
        code,
        "第一检察部",
        "检察官",
        "",
        9365,
        performance,
        PerformanceGrade.GOOD,
        rank,
        Status.GRADED,
        proposed,
        None,
    )


def test_of_equals_in_total_who_is_proposed_for_a_place_stands_before_the_line_and_then_casework_tells() -> None:
    people = [
        line("J010", 3, 6470),
        line("J013", 3, 6530, Grade.EXCELLENT),
        line("J014", 3, 6500),
        line("J001", 1, 6000, Grade.EXCELLENT),
        line("J005", None, 9000, None),
        line("J002", None, 3000, None),
        line("J003", 3, 6500),
    ]
    assert [each.code for each in sorted(people, key=lambda each: each.order)] == [
        "J001", "J013", "J003", "J014", "J010", "J002", "J005",
    ]  # fmt: skip
