"""The office of `closing_years` carried on to the 院党组's decision, for tests of results."""

from datetime import date

from committee_desk.domain.course import Move
from committee_desk.domain.objections import Matter
from committee_desk.domain.results import Means, Opinion
from committee_desk.services.objection_views import Filing
from committee_desk.services.result_views import Decided, ResultRow, ResultsView, Served, Signed
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice
from tests.services.posted_notices import at

DOCUMENT = "云川检党纪〔2027〕3号"


def close_the_window(office: ClosingOffice) -> None:
    """From scores to a closed window."""
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)


def decidable(office: ClosingOffice) -> tuple[str, ...]:
    """On whom the 院党组 can decide now."""
    return tuple(row.code for row in view(office).rows if row.decidable)


def decide(office: ClosingOffice, *codes: str, document: str = DOCUMENT, why: str = "") -> None:
    """Two people record the decision on these, or on everybody on whom one can decide."""
    wanted = Decided(office.today, document, codes or decidable(office), why=why)
    office.desk.results.decide(CLERK, YEAR, wanted, office.today, SECOND)


def serve(
    office: ClosingOffice, code: str, known: date | None = None, means: Means = Means.DIRECT, **more: str
) -> None:
    """The notice is handed over."""
    found = row(office, code)
    assert found.result is not None
    served = Served(means, known or office.today, "范伟雪", **more)
    office.desk.results.serve(CLERK, YEAR, code, found.result.version, served, found.entry)


def sign(office: ClosingOffice, code: str, opinion: Opinion = Opinion.AGREE, *witnesses: str) -> None:
    """The person signs, or refuses before two."""
    found = row(office, code)
    assert found.result is not None
    signed = Signed(opinion, office.today, witnesses)
    office.desk.results.sign(CLERK, YEAR, code, found.result.version, signed, found.entry)


def view(office: ClosingOffice) -> ResultsView:
    """What the page shows."""
    return office.desk.results.view(YEAR)


def row(office: ClosingOffice, code: str) -> ResultRow:
    """One person's line."""
    found = view(office).row(code)
    assert found is not None
    return found


def serve_after_a_late_objection(office: ClosingOffice) -> None:
    """J013 objects twenty minutes too late; the 院党组 decides on 19 January 2027, and J005 and J006 have their notice.

    The late objection waits for J013's own notice.
    """
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    office.wait_for_the_end()
    office.clock.now = at(18, 17, 50)
    late = Filing("J013", 1, (Matter.SCORE,), "案件分担比例有误。", office.clock.now, "范伟雪", "分案表")
    objections = office.desk.objections
    number = objections.register(CLERK, YEAR, late).number
    objections.route(CLERK, YEAR, number, objections.card(YEAR, number).row.held.entry)
    office.close()
    office.clock.now = at(19, 9)
    decide(office)
    for code in ("J005", "J006"):
        serve(office, code)
