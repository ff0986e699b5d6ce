"""A desk whose year was walked to its archive: published, corrected and published again, decided, served, signed or
refused, applied against, sealed. Together with `desks_in_use` no table of facts stays empty."""

from pathlib import Path

from committee_desk.domain.course import Move
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import Means, Opinion
from committee_desk.services.application_views import Applying
from committee_desk.services.proceeding_views import Found, Serving
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice
from tests.services.decided_years import decide, serve, sign, view
from tests.services.deciding_hands import Decider, closed_office

RAISED, PUSHED_OUT, REFUSING = "J013", "J010", "J005"
"""马𬱖, whom a correction raises to a place, 姚玉伟, who loses it by that, and 熊鹏, who will not sign."""
WITNESSES = ("彭强涛", "郝文俊")
PASSPHRASE = "印章口令要足够长的一句"
CASE, CHOSEN = "XX检刑诉受〔2026〕465号", "高检办〔2026〕88号"
FILLED = frozenset({
    "applications", "certificates", "closings", "contents", "deliveries", "informings", "party_decisions",
    "proceedings", "results", "seals", "signatures",
})  # fmt: skip
"""Tables of facts in which this desk has rows, and one that `use_everything` used has none."""
FOUND = (
    Found(ChangeKind.REVIEW, (CASE,), "grade", "合格", "评查等次有误", "案管办底稿第 3 份"),
    Found(
        ChangeKind.NEW_EVENT, (RAISED, "bonus", "2026-12-01", CHOSEN, "最高检典型案例入选"), "points", "2.57",
        "入选未加分", CHOSEN,
    ),
)  # fmt: skip


def decided_desk(path: Path, template: Path) -> ClosingOffice:
    """The sample office, decided, served, signed and sealed; its year is archived."""
    decider = closed_office(path, template)
    office = decider.office
    raise_one(decider)
    office.move(Move.POST, Move.CLOSE)
    decide(office)
    _serve_and_sign(office)
    _apply(office)
    _seal(office)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    return office


def raise_one(decider: Decider) -> None:
    """A correction that gives one a grade and takes it from another: both are told, and the decision is served."""
    desk, today = decider.office.desk, decider.office.today
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕2号")
    decider.hear(number, RAISED)
    decider.find(number, *FOUND)
    decider.carried_out(number)
    for code in (RAISED, PUSHED_OUT):
        desk.effects.told(CLERK, YEAR, number, code, "当面送达告知书", today)
    serving = Serving(today, Means.DIRECT, "范伟雪")
    desk.proceedings.serve(CLERK, YEAR, number, serving, decider.of(number).entry)


def _serve_and_sign(office: ClosingOffice) -> None:
    for each in view(office).rows:
        if each.code == REFUSING:
            sign(office, each.code, Opinion.REFUSED, *WITNESSES)
        else:
            serve(office, each.code)
            sign(office, each.code)


def _apply(office: ClosingOffice) -> None:
    """Somebody applies for 复核, and takes it back."""
    applications = office.desk.applications
    applying = Applying(RAISED, Remedy.REVIEW, "办案数量少计两件。", office.clock.now, "范伟雪")
    number = applications.register(CLERK, YEAR, applying).number
    entry = applications.card(YEAR, number).row.held.entry
    applications.withdraw(CLERK, YEAR, number, entry, "撤回书")


def _seal(office: ClosingOffice) -> None:
    """The office makes its certificate, and seals everybody's sheet."""
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    office.desk.signing.seal(CLERK, YEAR, None, PASSPHRASE)
