"""Who may do what: every verb and every read, for every role, in both ways of working."""

import inspect
import shutil
import typing
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Right, Role, Way, rights_of, united
from committee_desk.services.account_refusals import NotAllowed, NotSignedIn, PasswordMustChange, SomebodyElse
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.rights import IMPORTED_BY
from committee_desk.services.seat import Seat
from tests.services.seated_desks import sit, with_accounts

LETTERS = dict(zip("ORCSMHILAU", Role, strict=True))
"""O 经办, R 复核, C 案管, S 秘书, M 委员, H 主任委员, I 检务督察, L 领导, A 管理员, U 审计员."""

EXPECTED = {
    #                       简易          严格
    Right.SEE_DESK:         ("ORCSMHILAU", "ORCSMHILAU"),
    Right.SEE_PEOPLE:       ("ORCSMHILU", "ORCSMHILU"),
    Right.SEE_CASES:        ("ORCSMHU", "ORCSMHU"),
    Right.SEE_SCORES:       ("ORSMHIU", "ORSMHIU"),
    Right.SEE_SANCTIONS:    ("RSI", "SI"),
    Right.SEE_BALLOTS:      ("RS", "S"),
    Right.SEE_JOURNAL:      ("RSAU", "RSAU"),
    Right.SEE_ACCOUNTS:     ("RAU", "AU"),
    Right.IMPORT:           ("ORCSI", "OCSI"),
    Right.IMPORT_PEOPLE:    ("ORS", "OS"),
    Right.IMPORT_CASES:     ("ORC", "C"),
    Right.IMPORT_MARKS:     ("ORS", "OS"),
    Right.IMPORT_BALLOTS:   ("ORS", "OS"),
    Right.IMPORT_SANCTIONS: ("RI", "I"),
    Right.IMPORT_LEAVE:     ("ORS", "OS"),
    Right.KEEP_CALENDAR:    ("ORS", "OS"),
    Right.ATTACH:           ("ORCS", "OCS"),
    Right.DRAFT_SCHEME:     ("ORS", "OS"),
    Right.ADOPT_SCHEME:     ("RS", "S"),
    Right.ENTER_EVENTS:     ("ORS", "OS"),
    Right.APPROVE_EVENTS:   ("RS", "RS"),
    Right.ENTER_EVALUATIONS: ("ORC", "C"),
    Right.FIND_CAUSE:       ("RS", "S"),
    Right.ENTER_MARKS:      ("ORS", "OS"),
    Right.KEEP_REPORTS:     ("ORS", "OS"),
    Right.KEEP_RELATIONS:   ("ORS", "OS"),
    Right.CLOSE_MONTH:      ("ORS", "OS"),
    Right.PUBLISH_MONTH:    ("ORS", "S"),
    Right.OVERRIDE:         ("ORCS", "OCS"),
    Right.OPEN_YEAR:        ("RS", "S"),
    Right.SEE_GRADING:      ("ORSMHU", "ORSMHU"),
    Right.KEEP_COMMITTEE:   ("ORS", "OS"),
    Right.PROPOSE_GRADES:   ("ORS", "OS"),
    Right.HOLD_MEETING:     ("ORS", "S"),
    Right.DECIDE_GRADES:    ("ORS", "S"),
    Right.REVIEW_ABILITY:   ("ORS", "OS"),
    Right.PUBLISH_GRADES:   ("ORS", "S"),
    Right.SEE_OBJECTIONS:   ("ORSHU", "ORSHU"),
    Right.TAKE_OBJECTIONS:  ("ORS", "OS"),
    Right.GO_BACK:          ("ORS", "S"),
    Right.REREVIEW:         ("ORS", "OS"),
    Right.DECIDE_REREVIEW:  ("ORS", "S"),
    Right.DECIDE_RESULTS:   ("ORS", "S"),
    Right.SERVE_RESULTS:    ("ORS", "OS"),
    Right.SEAL_SHEETS:      ("ORS", "S"),
    Right.SIGN_SHEETS:      ("H", "H"),
    Right.KEEP_CERTIFICATES: ("RA", "A"),
    Right.KEEP_ROUNDS:      ("ORS", "OS"),
    Right.ENTER_SLIPS:      ("ORS", "OS"),
    Right.ADOPT_ROUNDS:     ("ORS", "S"),
    Right.SEE_STATISTICS:   ("ORSMH", "SMH"),
    Right.PRINT_SHEETS:     ("RS", "S"),
    Right.EXPORT:           ("ORS", "OS"),
    Right.SETTINGS:         ("RA", "A"),
    Right.KEEP_ACCOUNTS:    ("RA", "A"),
    Right.PROTECT:          ("RA", "A"),
    Right.BACKUP:           ("ORA", "A"),
    Right.RESTORE:          ("RA", "A"),
    Right.OVERRULE_CLOCK:   ("RSA", "SA"),
    Right.CONFIRM:          ("ORSHA", "RSHA"),
    Right.CONFIRM_RESCUE:   ("ORSHIAU", "RSHIAU"),
}  # fmt: skip

NOT_GUARDED = {
    "seat": "it is what guards",
    "clock": "the time",
    "path": "where the file lies, known to whoever opened it",
    "read_only": "said in the window's frame before anybody signed in",
    "identity": "the sign-in says whose desk it is",
    "years": "the same",
    "close": "letting go of the desk",
    "salvage": "leads to a guarded verb",
    "accept_older": "signs the first of two people in and leads to a guarded verb",
}
"""What of the desk itself asks for no right, and why."""


def services(desk: Desk) -> dict[str, object]:
    """Every service of the desk by its name."""
    names = {name for name in (*vars(desk), *dir(type(desk))) if not name.startswith("_")} - set(NOT_GUARDED)
    return {name: getattr(desk, name) for name in sorted(names)}


def verbs(service: object) -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public method, as the class has it."""
    for name, method in inspect.getmembers(type(service), callable):
        if (not name.startswith("_") and inspect.isfunction(method)) or (name == "__call__"):
            yield name, method


@cache
def _guarded_verbs(path: Path) -> tuple[tuple[str, str, Right], ...]:
    desk = open_desk(path)
    return tuple(
        (service, name, method.right)
        for service, held in services(desk).items()
        for name, method in verbs(held)
        if hasattr(method, "right")
    )


@pytest.fixture(scope="module")
def seated(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Way, Path]:
    """The sample office with an account of every role, in either way."""
    made = {}
    for way in Way:
        path = shutil.copyfile(template_sample_desk, tmp_path_factory.mktemp(way) / "考评.desk")
        with_accounts(open_desk(path), way)
        made[way] = path
    return made


@pytest.fixture
def own_copy(seated: dict[Way, Path], tmp_path: Path) -> Callable[[Way], Desk]:
    return lambda way: open_desk(shutil.copyfile(seated[way], tmp_path / f"{way}.desk"))


def test_every_verb_and_read_of_every_service_says_its_right_or_why_it_needs_none(sample_desk: Desk) -> None:
    silent = [
        f"{service}.{name}"
        for service, held in services(sample_desk).items()
        for name, method in verbs(held)
        if not hasattr(method, "right") and not getattr(method, "anybody", "")
    ]
    assert silent == []


def test_nothing_of_the_desk_is_excepted_that_is_not_there(sample_desk: Desk) -> None:
    assert {name for name in NOT_GUARDED if not hasattr(sample_desk, name)} == set()
    assert isinstance(sample_desk.seat, Seat)


def test_the_table_names_every_right() -> None:
    assert set(EXPECTED) == set(Right)


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("right", Right)
def test_a_right_belongs_to_whom_the_table_says(right: Right, way: Way) -> None:
    named = EXPECTED[right][list(Way).index(way)]
    assert {role for role in Role if right in rights_of([role], way)} == {LETTERS[letter] for letter in named}


def test_several_roles_have_the_rights_of_each() -> None:
    both = rights_of([Role.OPERATOR, Role.CASE_MANAGEMENT], Way.STRICT)
    assert both == rights_of([Role.OPERATOR], Way.STRICT) | rights_of([Role.CASE_MANAGEMENT], Way.STRICT)


def test_strict_parts_administrator_operator_and_auditor_and_plain_parts_nobody() -> None:
    for pair in combinations((Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR), 2):
        assert united(pair, Way.STRICT) == set(pair)
        assert not united(pair, Way.PLAIN)
    assert not united((Role.OPERATOR, Role.SECRETARY), Way.STRICT)


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("role", Role)
def test_every_verb_answers_the_roles_that_have_its_right_and_refuses_the_others(
    own_copy: Callable[[Way], Desk], role: Role, way: Way, tmp_path: Path
) -> None:
    desk = own_copy(way)
    actor = sit(desk, role)
    allowed = {right for right, named in EXPECTED.items() if role in _roles(named[list(Way).index(way)])}
    wrong = []
    for service, name, right in _guarded_verbs(desk.path):
        called = desk if service == "" else getattr(desk, service)
        for kind in _kinds(service, name):
            needed = {right} if kind is None else {right, IMPORTED_BY[kind]}
            if desk.seat.session is None:  # what it was allowed to do changed its own account
                actor = sit(desk, role)
            if _refuses(called, name, actor, kind, tmp_path) != (not needed <= allowed):
                wrong.append((service, name, kind))
    assert wrong == []


def test_nobody_may_anything_before_signing_in(own_copy: Callable[[Way], Desk], tmp_path: Path) -> None:
    desk = own_copy(Way.PLAIN)
    for service, name, _right in _guarded_verbs(desk.path):
        with pytest.raises(NotSignedIn):
            _call(getattr(desk, service), name, Actor("周敏"), None, tmp_path)


def test_a_command_is_given_in_ones_own_name_alone(own_copy: Callable[[Way], Desk]) -> None:
    desk = own_copy(Way.PLAIN)
    sit(desk, Role.REVIEWER)
    with pytest.raises(SomebodyElse):
        desk.settings.put(Actor("周敏", "operator"), "publication.cut_off", "17:00", "换时间")
    with pytest.raises(SomebodyElse):
        desk.settings.put(actor=Actor("李强", "chair"), key="publication.cut_off", value="17:00", why="换时间")


def test_a_desk_without_accounts_takes_anybodys_name(sample_desk: Desk) -> None:
    assert sample_desk.settings.put(Actor("周敏"), "publication.cut_off", "17:00", "换时间").entry


def test_after_a_reset_nothing_is_allowed_but_choosing_a_password(own_copy: Callable[[Way], Desk]) -> None:
    desk = own_copy(Way.PLAIN)
    slip = desk.accounts.reset(sit(desk, Role.REVIEWER), Role.OPERATOR, "忘记密码")
    desk.seating.sign_in(Role.OPERATOR, slip.password)
    assert desk.seat.rights() == frozenset()
    with pytest.raises(PasswordMustChange):
        desk.people.roster(2026)
    desk.seating.change_password(desk.seat.actor, slip.password, "一个自己的新密码")
    assert desk.people.roster(2026)


def _roles(letters: str) -> set[Role]:
    return {LETTERS[letter] for letter in letters}


def _kinds(service: str, name: str) -> tuple[Kind | None, ...]:
    return tuple(Kind) if service == "imports" and name in {"preview", "carry_out"} else (None,)


def _refuses(service: object, name: str, actor: Actor, kind: Kind | None, folder: Path) -> bool:
    """Whether the verb is refused for want of a right; every other answer is one."""
    try:
        _call(service, name, actor, kind, folder)
    except NotAllowed:
        return True
    except Exception:  # noqa: BLE001 - the arguments are nonsense, and a verb that says so was let through
        return False
    return False


def _call(service: object, name: str, actor: Actor, kind: Kind | None, folder: Path) -> object:
    verb = service if name == "__call__" else getattr(service, name)
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    given = [
        _nonsense(each.annotation, actor, kind, folder)
        for each in inspect.signature(verb).parameters.values()
        if each.default is each.empty and each.kind in positional
    ]
    return verb(*given)


def _nonsense(annotation: object, actor: Actor, kind: Kind | None, folder: Path) -> object:
    wanted = str(annotation)
    if "Actor" in wanted:
        return actor
    if "Kind" in wanted and kind is not None:
        return kind
    if "NewAccount" in wanted:
        return NewAccount("", "", (), "")
    plain: dict[object, object] = {int: 2026, str: "", date: date(2026, 3, 2), Path: folder / "没有这个文件"}
    origin = typing.get_origin(annotation)
    return plain.get(annotation, () if origin is not None else None)
