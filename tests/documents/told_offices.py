"""Offices that have something to tell: a motion laid, decided, and everybody's result decided and partly served."""

from pathlib import Path

from committee_desk.domain.course import Move
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ProceedingKind
from committee_desk.domain.results import Means, Opinion
from committee_desk.services.proceeding_views import Serving
from tests.desks_decided import CASE, FOUND, RAISED
from tests.services.closing_years import CLERK, SECOND, YEAR
from tests.services.decided_years import decide, serve, sign
from tests.services.deciding_hands import Decider, published_office

FINDINGS = "调阅评查底稿，原评查将打印错误计为实体错误，应评为合格。"
REFUSING, SERVED, UNSERVED = "J005", "J013", "J016"
"""熊鹏, who will not take the notice; 马𬱖, who has it; 朱康, who waits and whose grade is settled apart."""
WITNESSES = ("彭强涛", "郝文俊")
PASSPHRASE = "印章口令要足够长的一句"


def laid_office(path: Path, template: Path) -> Decider:
    """马𬱖 objects in the window, and a change is laid that pushes 姚玉伟 out of 优秀."""
    decider = published_office(path, template)
    challenged = (Challenge(ChallengeKind.REVIEW, (CASE,)), Challenge(ChallengeKind.PROCEDURE))
    number = decider.open(ProceedingKind.OBJECTION, decider.object(RAISED), challenged=challenged)
    decider.find(number, *FOUND, findings=FINDINGS)
    decider.lay(number)
    return decider


def decided_office(path: Path, template: Path) -> Decider:
    """The same once the committee decided, with the decision served; it is still to be published again."""
    decider = laid_office(path, template)
    decider.decide(1, decider.vote(1))
    office = decider.office
    serving = Serving(office.today, Means.DIRECT, "范伟雪")
    office.desk.proceedings.serve(CLERK, YEAR, 1, serving, decider.of(1).entry)
    office.move(Move.CLOSE, Move.PUBLISH_AGAIN)
    return decider


def told_office(path: Path, template: Path) -> Decider:
    """The same once the 院党组 decided on everybody on 25 January 2027; two notices are out, the rest wait."""
    decider = decided_office(path, template)
    office = decider.office
    office.move(Move.POST, Move.CLOSE)
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    decide(office)
    serve(office, SERVED)
    sign(office, SERVED, Opinion.DISAGREE)
    sign(office, REFUSING, Opinion.REFUSED, *WITNESSES)
    return decider
