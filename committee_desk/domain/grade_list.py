"""The list of grades (等次建议名册): what is proposed for everybody, and what stands, as it was laid down.

A list is kept as the JSON that it was laid down as, with its fingerprint: every later version of the program must be
able to read it. New fields get a default here; none is ever renamed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from committee_desk.domain.journal import canonical
from committee_desk.domain.scores import Grade, PerformanceGrade, Status


class ListStage(StrEnum):
    """Whose list it is: the 政工's proposal, or what the committee approved."""

    PROPOSED = "proposed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Listed:
    """One person on the list. Figures are hundredths of a point, as printed.

    `proposed` is what the scheme says, `grade` what stands on this list (None: none), `reason` why they differ.
    `performance` is the printed sum of casework. `tied`: stood equal at the last place, whatever was decided.
    """

    code: str
    name: str
    department: str
    category: str
    post: str
    total: int
    performance: int
    performance_grade: PerformanceGrade
    rank: int | None
    status: Status
    proposed: Grade | None
    grade: Grade | None
    reason: str = ""
    review_required: bool = False
    tied: bool = False
    indicators: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)

    @property
    def departs(self) -> bool:
        """Whether what stands is another grade than the scheme proposes."""
        return self.grade is not self.proposed

    @property
    def order(self) -> tuple[bool, int, bool, int, str]:
        """Sorts people of a category as they are ranked: of equals in total who is proposed for a place stands first,
        then by casework; the code only keeps the order from changing. Nobody's grade follows from it. Whoever has no
        rank stands at the end, by code."""
        if self.rank is None:
            return True, 0, True, 0, self.code
        return False, self.rank, self.proposed is not Grade.EXCELLENT, -self.performance, self.code


@dataclass(frozen=True, slots=True)
class ListQuota:
    """The places of one category on the list: whom they are counted from, how many there are, how many are given."""

    category: str
    base: int
    percent: int
    own: int
    places: int
    given: int
    assigned: int = 0
    pool: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOffice:
    """The places of the office on the list; `approval` is the number of the consent to more than 20 %."""

    base: int
    percent: int
    floor: int
    left_over: int
    approval: str = ""


@dataclass(frozen=True, slots=True)
class GradeList:
    """One version of a year's list. `people` stand by category, then rank, then code; who has no rank at the end."""

    year: int
    stage: ListStage
    version: int
    people: tuple[Listed, ...]
    quotas: tuple[ListQuota, ...]
    office: ListOffice
    fingerprint: str = ""

    def of(self, code: str) -> Listed:
        """That person's line; KeyError where the list has none."""
        for person in self.people:
            if person.code == code:
                return person
        raise KeyError(code)

    def sealed(self) -> "GradeList":
        """The same list with the fingerprint of what it says."""
        bare = replace(self, fingerprint="")
        return replace(self, fingerprint=sha256(canonical(asdict(bare)).encode()).hexdigest())

    def to_json(self) -> str:
        """The list as the desk keeps it."""
        return canonical(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "GradeList":
        """The list that a desk kept."""
        told: dict[str, Any] = json.loads(text)
        return cls(
            year=told["year"],
            stage=ListStage(told["stage"]),
            version=told["version"],
            people=tuple(listed_from(each) for each in told["people"]),
            quotas=tuple(ListQuota(**{**each, "pool": tuple(each["pool"])}) for each in told["quotas"]),
            office=ListOffice(**told["office"]),
            fingerprint=told["fingerprint"],
        )


def listed_from(told: Mapping[str, Any]) -> Listed:
    """One line of a list that a desk kept."""

    def grade(name: str) -> Grade | None:
        return None if told[name] is None else Grade(told[name])

    return Listed(
        **{
            **told,
            "performance_grade": PerformanceGrade(told["performance_grade"]),
            "status": Status(told["status"]),
            "proposed": grade("proposed"),
            "grade": grade("grade"),
        }
    )
