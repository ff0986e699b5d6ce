"""What is wrong with a row, as facts: where, which value, why. `wording.imports` says it and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Why(StrEnum):
    """Why a row is bad. The facts that each needs stand beside it."""

    EMPTY = "empty"
    NO_DATE = "no_date"
    NO_MONTH = "no_month"
    NO_NUMBER = "no_number"
    TOO_LONG = "too_long"  # limit
    BELOW = "below"  # least
    ABOVE = "above"  # most
    NOT_ABOVE = "not_above"  # least
    NOT_WHOLE = "not_whole"
    NOT_ONE_OF = "not_one_of"  # known
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_NAME = "unknown_name"
    AMBIGUOUS_NAME = "ambiguous_name"  # codes
    NO_PROSECUTOR = "no_prosecutor"  # name
    UNKNOWN_CASE = "unknown_case"
    UNKNOWN_GRADE = "unknown_grade"  # known, year
    ENDS_BEFORE = "ends_before"  # start_heading, start
    OVERLAPS = "overlaps"  # code, other_since, other_until, other_department, other_row (None: on the desk)
    SHARES_ABOVE_ONE = "shares_above_one"  # number, sum, absent: (handler, share) pairs of the desk only
    CASE_DISAGREES = "case_disagrees"  # number, other, other_row (None: on the desk), handler
    TWO_VALUES = "two_values"  # key, other, other_row
    NO_CACHED_VALUE = "no_cached_value"
    ERROR_VALUE = "error_value"
    DAMAGED_CODE = "damaged_code"
    TOTAL_LINE = "total_line"
    REVIEW_LEFT = "review_left"  # number, grade, known, year
    CASES_LEFT = "cases_left"  # name, code, number


LONGEST_VALUE = 200
"""How much of a cell is repeated: enough to find it, not the ten thousand characters that somebody pasted into it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a workbook (or a row, where `column` is empty) and what stands there, cut at `LONGEST_VALUE`."""

    kind: str
    workbook: str
    sheet: str
    row: int
    column: str
    heading: str
    value: str

    @property
    def cell(self) -> str:
        """The address, such as D7."""
        return f"{self.column}{self.row}"


@dataclass(frozen=True, slots=True)
class RowProblem(Place):
    """One bad cell or row: nothing of the workbook is written while one is left."""

    why: Why
    facts: Mapping[str, object] = field(default_factory=dict)


class Doubt(StrEnum):
    """What is read but looks odd."""

    OTHER_NAME = "other_name"  # code, name
    SAME_WORK = "same_work"  # title, rows of this workbook, codes of events on the desk
    RATES_HIMSELF = "rates_himself"
    REVIEWS_OWN_CASE = "reviews_own_case"  # name, code, certain
    RATES_RELATIVE = "rates_relative"  # code, kinship
    NOT_APPROVED = "not_approved"  # count
    PROSECUTORS_LEDGER = "prosecutors_ledger"  # name, category, meant
    CAUSE_MISSING = "cause_missing"  # outcome
    NEARLY_A_HEADING = "nearly_a_heading"  # meant
    MONTH_SHUT = "month_shut"  # count, months: (year, month, state) of each
    NOTICE_INCOMPLETE = "notice_incomplete"  # year, missing (domain.calendar.Missing), held


@dataclass(frozen=True, slots=True)
class RowWarning(Place):
    """Something odd in a row that is taken all the same; it goes to stderr and the journal."""

    doubt: Doubt
    facts: Mapping[str, object] = field(default_factory=dict)
