"""The answer of a year's scoring: one frozen row a person, every figure in whole hundredths.

Rules: shared default scheme `prosecutor-2026`. `scoring` computes these, `grading` fills rank and grade.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What the year's outcome for a person rests on; the first that applies wins.

    SETTLED_APART (另行确定) is what those read who are not to know whether it is PENDING or NO_GRADE; nobody has it.
    """

    EXTERNAL = "external"
    LEFT = "left"
    PENDING = "pending"
    GRADED = "graded"
    NO_GRADE = "no_grade"
    INCOMPLETE = "incomplete"
    TIE_AT_QUOTA = "tie_at_quota"
    SETTLED_APART = "settled_apart"


class Grade(StrEnum):
    """The statutory annual grades (检察官法 43)."""

    EXCELLENT = "优秀"
    COMPETENT = "称职"
    BASIC = "基本称职"
    INCOMPETENT = "不称职"


class PerformanceGrade(StrEnum):
    """The grade of casework alone (业绩考评)."""

    EXCELLENT = "优秀"
    GOOD = "良好"
    PASS = "合格"  # noqa: S105 - a grade
    FAIL = "不合格"


class Quota(NamedTuple):
    """Places for 优秀: base × percent // 100, never rounded up (domain rules 3.7)."""

    base: int
    percent: int
    places: int


class PersonScore(NamedTuple):
    """One prosecutor's year. All figures are hundredths of a point, as printed (9008 is 90.08).

    `indicators` keeps the scheme's order and lacks what is not applicable or not yet rated.
    `parts` maps a part's id (performance, common, overall, bonus) to the sum of its printed indicators.
    `uncut` is the sum before the cut at 100.00. `barred` says that a decision keeps the person from 优秀.
    `unrated` names the ratings without any mark yet; `best_reviews` counts the year's cases reviewed 优质.
    """

    code: str
    name: str
    department: str
    indicators: Mapping[str, int]
    not_applicable: tuple[str, ...]
    parts: Mapping[str, int]
    uncut: int
    total: int
    performance_grade: PerformanceGrade
    status: Status
    rank: int | None = None
    proposed_grade: Grade | None = None
    review_required: bool = False
    barred: bool = False
    unrated: tuple[str, ...] = ()
    best_reviews: int = 0

    def placed(self, status: Status, rank: int | None, grade: Grade | None, *, review_required: bool) -> "PersonScore":
        """The same figures at another place among the others. Written out: thousands move when one total does."""
        return PersonScore(
            self.code,
            self.name,
            self.department,
            self.indicators,
            self.not_applicable,
            self.parts,
            self.uncut,
            self.total,
            self.performance_grade,
            status,
            rank,
            grade,
            review_required,
            self.barred,
            self.unrated,
            self.best_reviews,
        )


class YearScores(NamedTuple):
    """Everybody scored in a year, by code compared as text. `as_of` when only what is dated up to that day counts."""

    year: int
    quota: Quota
    people: tuple[PersonScore, ...]
    as_of: date | None = None

    def of(self, code: str) -> PersonScore:
        """The row of that person; KeyError when the person is not scored this year."""
        for person in self.people:
            if person.code == code:
                return person
        raise KeyError(code)
