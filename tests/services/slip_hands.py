"""Open rounds for tests of slips and booth: few rated people, everybody else of the sample office rates."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from committee_desk.bootstrap import open_desk
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.rounds import Participant, RoundKind
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import AdoptedBy, RoundForm
from committee_desk.services.second import Second
from tests.conftest import frozen_clock
from tests.services.seated_desks import SECRET, account, first_accounts

YEAR = 2026
CLERK = Actor("周敏")
SCRUTINEER = Second("李强")
C = BallotClass.C
RATED = ("J001", "J002", "J003", "J004", "J005", "J006")


def born_people(path: Path, template: Path) -> None:
    """The sample office's people, a round drafted over six of them; kept for copies."""
    shutil.copyfile(template, path)
    folder = path.with_name("只有人员")
    folder.mkdir()
    shutil.copy(resource("samples", "office") / "人员.xlsx", folder)
    with closing(open_desk(path, clock=frozen_clock)) as desk:
        desk.imports.carry_out_folder(CLERK, folder, YEAR)
        draft(desk)
        draft(desk, RoundKind.GRADE, Category.ASSISTANT, cap=1)


def draft(
    desk: Desk,
    kind: RoundKind = RoundKind.SCORE,
    category: Category = Category.PROSECUTOR,
    *,
    cap: int | None = None,
) -> int:
    """A round over the first six of a category."""
    number, _ = desk.rounds.draft(CLERK, YEAR, RoundForm("年度民主测评", kind, (category,), cap))
    rated = [row.participant for row in desk.rounds.participants(YEAR, number) if row.participant.rated]
    for each in rated[len(RATED) :]:
        desk.rounds.place(CLERK, YEAR, number, Participant(each.code, each.ballot_class, rated=False))
    return number


def adopt(desk: Desk, number: int = 1, actor: Actor = CLERK, second: Second = SCRUTINEER) -> int:
    """Open a drafted round."""
    seen = desk.rounds.card(YEAR, number).round.entry
    desk.rounds.adopt(actor, YEAR, number, AdoptedBy("检考评委〔2027〕1 号", "2027-01-08", seen), second)
    return number


def printed(desk: Desk, count: int = 5, number: int = 1, actor: Actor = CLERK) -> tuple[str, ...]:
    """Serials of printed slips of class C."""
    return desk.slips.make_serials(actor, YEAR, number, C, count).serials


def typed_batch(desk: Desk, slips: Mapping[str, Mapping[str, str]], number: int = 1) -> int:
    """A batch of class C with these slips typed."""
    batch, _ = desk.slips.begin(CLERK, YEAR, number, C)
    for serial, lines in slips.items():
        desk.slips.type(CLERK, YEAR, number, batch, serial, lines)
    return batch


def whole(desk: Desk, mark: str = "85", number: int = 1) -> dict[str, str]:
    """A slip with the same mark for everybody."""
    return {each.code: mark for each in desk.slips.lines(YEAR, number)}


def voted(desk: Desk, code: str, marks: Callable[[str], str] = lambda _: "85", number: int = 1) -> None:
    """Somebody with that code votes in the booth: every line but the own."""
    ballot = desk.booth.enter(YEAR, number, code)
    desk.booth.cast({each.rated.code: marks(each.rated.code) for each in ballot.lines if not each.own})


STRICT_ACCOUNTS: Sequence[tuple[str, str, Role]] = (
    ("operator", "周敏", Role.OPERATOR),
    ("operator2", "钱芳", Role.OPERATOR),
    ("secretary", "孙丽", Role.SECRETARY),
    ("reviewer", "李强", Role.REVIEWER),
    ("administrator", "王伟", Role.ADMINISTRATOR),
    ("auditor", "赵静", Role.AUDITOR),
)


def strictly(desk: Desk, way: Way = Way.STRICT) -> Desk:
    """Give the desk accounts: two operators, a secretary, a reviewer."""
    new = [account(role, login=login, holder=holder) for login, holder, role in STRICT_ACCOUNTS]
    return first_accounts(desk, CLERK, way, new)


def seated(desk: Desk, login: str) -> Actor:
    """Sign in."""
    desk.seating.sign_in(login, SECRET)
    return desk.seat.actor
