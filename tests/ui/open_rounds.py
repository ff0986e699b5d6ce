"""An open rating round for tests of the window: the sample office without ballots from workbooks, its round adopted."""

from pathlib import Path

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundKind
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import AdoptedBy, RoundForm
from committee_desk.services.second import Second

YEAR = 2026
SCRUTINEER = Second("李强")


def with_people(desk: Desk, actor: Actor) -> Desk:
    """The sample office's people on an empty desk; nobody's ballots."""
    for workbook in sorted(resource("samples", "office").iterdir()):
        if workbook.name.startswith("人员"):
            desk.imports.carry_out_folder(actor, _alone(workbook, desk.path.parent), YEAR)
    return desk


def _alone(workbook: Path, folder: Path) -> Path:
    alone = folder / "只有人员"
    alone.mkdir()
    (alone / workbook.name).write_bytes(workbook.read_bytes())
    return alone


def opened_round(
    desk: Desk,
    actor: Actor,
    kind: RoundKind = RoundKind.SCORE,
    cap: int | None = None,
    second: Second = SCRUTINEER,
) -> int:
    """A round of the prosecutors, drafted and adopted; its number."""
    form = RoundForm("年度民主测评", kind, (Category.PROSECUTOR,), cap)
    number, _ = desk.rounds.draft(actor, YEAR, form)
    seen = desk.rounds.card(YEAR, number).round.entry
    desk.rounds.adopt(actor, YEAR, number, AdoptedBy("院党组会议纪要〔2027〕1 号", "2027-01-08", seen), second)
    return number


def serials(desk: Desk, actor: Actor, number: int, ballot_class: BallotClass, count: int = 5) -> tuple[str, ...]:
    """Serials of freshly printed slips of a class."""
    return desk.slips.make_serials(actor, YEAR, number, ballot_class, count).serials
