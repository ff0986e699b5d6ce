"""Who may read in which workbook, and who may look at the rows of one that was read in."""

from committee_desk.domain.roles import Right
from committee_desk.services.imports.kinds import Kind

IMPORTED_BY = {
    Kind.PEOPLE: Right.IMPORT_PEOPLE,
    Kind.CASES: Right.IMPORT_CASES,
    Kind.REVIEWS: Right.IMPORT_CASES,
    Kind.EVENTS: Right.IMPORT_MARKS,
    Kind.LEADER_RATINGS: Right.IMPORT_MARKS,
    Kind.BALLOTS: Right.IMPORT_BALLOTS,
    Kind.SANCTIONS: Right.IMPORT_SANCTIONS,
    Kind.LEAVE: Right.IMPORT_LEAVE,
    Kind.CALENDAR: Right.KEEP_CALENDAR,
}
"""Who reads a kind in also looks at it beforehand and takes it back."""

SEEN_BY = {
    Kind.PEOPLE: Right.SEE_PEOPLE,
    Kind.CASES: Right.SEE_CASES,
    Kind.REVIEWS: Right.SEE_CASES,
    Kind.EVENTS: Right.SEE_SCORES,
    Kind.LEADER_RATINGS: Right.SEE_SCORES,
    Kind.BALLOTS: Right.SEE_BALLOTS,
    Kind.SANCTIONS: Right.SEE_SANCTIONS,
    Kind.LEAVE: Right.SEE_SANCTIONS,
    Kind.CALENDAR: Right.SEE_DESK,
}
"""Who may see the rows of a workbook of that kind."""
