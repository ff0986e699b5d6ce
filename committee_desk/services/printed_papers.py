"""What was printed when besides grade sheets: every other paper that left the desk, as the journal knows it."""

import json
from collections.abc import Mapping

from committee_desk.domain.roles import Right
from committee_desk.services.journal_views import JournalFilter
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import JournalRow

PAPERS: Mapping[str, Right] = {
    **dict.fromkeys(
        ("months.draw", "months.explain", "rounds.draw", "result.sheet", "signing.write", "opinions.draw"),
        Right.SEE_SCORES,
    ),
    **dict.fromkeys(
        ("grading.draw", "ability.draw", "meeting.draw", "publication.draw", "result.notice", "result.publish",
         "result.draw"),
        Right.SEE_GRADING,
    ),
    **dict.fromkeys(
        ("objection.draw", "objection.receipt", "objection.explain", "proceeding.paper", "proceeding.draw"),
        Right.SEE_OBJECTIONS,
    ),
    "evaluations.draw": Right.SEE_CASES,
    "certificates.draw": Right.SEE_DESK,
}  # fmt: skip
"""The acts that put a paper into somebody's hands, and who may know of each: whoever may look at such a paper."""
MOST = 10_000
"""So many printings of all years are looked through."""


class PrintedPapers:
    """Lists them."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_SCORES)
    def of_year(self, year: int) -> tuple[JournalRow, ...]:
        """The printings of that year's papers, newest first, as far as who sits here may know of them."""
        seen = self._seat.rights()
        verbs = tuple(verb for verb, right in PAPERS.items() if right in seen)
        with self._open.reading() as uow:
            rows = uow.journal.rows(MOST, wanted=JournalFilter(verbs=verbs))
        return tuple(row for row in rows if _year_of(row) == year)


def _year_of(row: JournalRow) -> int:
    """The year that the paper is about; where its entry says none, the one it was printed in."""
    told = json.loads(row.what).get("year") or (row.subject or "").partition("-")[0]
    return int(told) if str(told).isdecimal() else row.at.year
