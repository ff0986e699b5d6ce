"""Signing in: who gets in, who waits, and what an owner is told."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import NotSignedIn, SignInLocked, SignInRefused
from committee_desk.services.desk import Desk
from committee_desk.services.passwords import Costs, Passwords
from tests.conftest import NOW
from tests.services.seated_desks import HOLDERS, SECRET, account, sit, welcomed, with_accounts


class HandClock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="module")
def template(template_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = shutil.copyfile(template_desk, tmp_path_factory.mktemp("seated") / "考评.desk")
    with_accounts(open_desk(path, clock=lambda: NOW), Way.PLAIN, Role.OPERATOR, Role.REVIEWER)
    return path


@pytest.fixture
def desk(template: Path, tmp_path: Path, clock: HandClock) -> Desk:
    return open_desk(shutil.copyfile(template, tmp_path / "考评.desk"), clock=clock)


def _fails(desk: Desk, times: int, login: str = "operator") -> Iterator[None]:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            desk.seating.sign_in(login, "不是这个密码")
        yield


def _wrong(desk: Desk, times: int, login: str = "operator") -> None:
    assert len(list(_fails(desk, times, login))) == times


def _until(desk: Desk, login: str = "operator", password: str = SECRET) -> datetime:
    with pytest.raises(SignInLocked) as locked:
        desk.seating.sign_in(login, password)
    return locked.value.until


def test_who_knows_the_password_sits_down_under_the_holders_name_and_roles(desk: Desk) -> None:
    told = desk.seating.sign_in("operator", SECRET)
    assert (told.holder, told.roles) == ("周敏", (Role.OPERATOR,))
    assert (desk.seat.actor.name, desk.seat.actor.role) == ("周敏", "operator")
    desk.seating.sign_out()
    with pytest.raises(NotSignedIn):
        _ = desk.seat.actor


def test_a_login_may_be_typed_in_capitals_full_width_or_with_a_space(desk: Desk) -> None:
    assert desk.seating.sign_in(" ＯPERATOR ", SECRET).login == "operator"


def test_a_password_is_the_same_however_its_characters_are_composed(desk: Desk) -> None:
    actor = sit(desk, Role.OPERATOR)
    desk.seating.change_password(actor, SECRET, "caf\u00e9 au lait")
    assert desk.seating.sign_in("operator", "cafe\u0301 au lait")


def test_unknown_login_and_wrong_password_answer_alike(desk: Desk) -> None:
    answers = []
    for login in ("operator", "nobody"):
        seen = []
        for _ in range(7):
            with pytest.raises((SignInRefused, SignInLocked)) as refused:
                desk.seating.sign_in(login, "不是这个密码")
            seen.append((refused.type, refused.value.args))
        answers.append(seen)
    assert answers[0] == answers[1]


def test_an_unknown_login_costs_the_same_work_as_a_known_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    verified = []
    real = PasswordHasher.verify
    monkeypatch.setattr(PasswordHasher, "verify", lambda *given: verified.append(given[1]) or real(*given))
    _wrong(desk, 1)
    _wrong(desk, 1, "nobody")
    known, unknown = (each.rsplit("$", 2)[0] for each in verified)
    assert known == unknown  # the same costs


def test_what_was_typed_in_place_of_a_login_stands_nowhere_in_the_journal(desk: Desk) -> None:
    with pytest.raises(SignInRefused):
        desk.seating.sign_in("密码打错了地方", SECRET)
    sit(desk, Role.REVIEWER)
    said = [(row.subject, row.what) for row in desk.journal.rows(50)]
    assert "密码打错了地方" not in str(said)
    assert SECRET not in str(said)
    assert "不是这个密码" not in desk.path.read_bytes().decode("utf-8", "ignore")


def test_five_wrong_passwords_are_free_and_each_further_one_costs_more_up_to_a_quarter_of_an_hour(
    desk: Desk, clock: HandClock
) -> None:
    _wrong(desk, 4)
    assert welcomed(desk, Role.OPERATOR).failed_since == 4
    _wrong(desk, 5)
    waited = []
    for _ in range(7):
        until = _until(desk)
        waited.append((until - clock.now).total_seconds() / 60)
        clock.now = until
        _wrong(desk, 1)
    assert waited == [1, 2, 4, 8, 15, 15, 15]


def test_trying_while_the_account_waits_makes_it_wait_no_longer(desk: Desk, clock: HandClock) -> None:
    _wrong(desk, 5)
    until = _until(desk)
    for _ in range(20):
        clock.later(seconds=2)
        assert _until(desk) == until
    clock.now = until
    assert welcomed(desk, Role.OPERATOR)


def test_signing_in_begins_the_count_anew(desk: Desk, clock: HandClock) -> None:
    for _ in range(3):
        _wrong(desk, 4)
        assert welcomed(desk, Role.OPERATOR)


def test_the_wait_holds_when_the_program_is_started_again(desk: Desk, clock: HandClock) -> None:
    _wrong(desk, 5)
    again = open_desk(desk.path, clock=clock)
    assert _until(again) == clock.now + timedelta(minutes=1)


def test_one_accounts_wait_is_no_others(desk: Desk) -> None:
    _wrong(desk, 5)
    assert welcomed(desk, Role.REVIEWER)


def test_a_clock_that_was_set_back_makes_nobody_wait_longer_than_the_wait_itself(desk: Desk, clock: HandClock) -> None:
    for _ in range(5):
        _wrong(desk, 5 if not _ else 1)
        clock.now = _until(desk)
    _wrong(desk, 1)
    clock.later(days=-400)
    began = clock.now
    for _ in range(3):
        assert _until(desk) == began + timedelta(minutes=15)
        clock.later(minutes=4)
    clock.now = began + timedelta(minutes=15)
    assert welcomed(desk, Role.OPERATOR)


def test_failures_and_waits_stand_in_the_journal(desk: Desk, clock: HandClock) -> None:
    _wrong(desk, 5)
    sit(desk, Role.REVIEWER)
    rows = [row for row in desk.journal.rows(20) if row.subject == "operator"]
    assert [row.verb for row in reversed(rows)][-6:] == ["accounts.refused"] * 5 + ["accounts.locked"]
    assert datetime.fromisoformat(json.loads(rows[0].what)["until"]) == clock.now + timedelta(minutes=1)


def test_the_list_of_accounts_says_who_waits_and_who_was_here(desk: Desk, clock: HandClock) -> None:
    _wrong(desk, 5)
    clock.later(seconds=30)
    sit(desk, Role.REVIEWER)
    rows = {row.login: row for row in desk.accounts.rows()}
    assert rows["operator"].locked_until == clock.now + timedelta(seconds=30)
    assert rows["operator"].last_sign_in == NOW  # when its password was chosen
    assert rows["reviewer"].locked_until is None
    assert rows["reviewer"].last_sign_in == clock.now


def test_the_welcome_says_when_one_was_here_last_and_what_failed_since(desk: Desk, clock: HandClock) -> None:
    clock.later(hours=1)
    assert welcomed(desk, Role.OPERATOR).last_sign_in == NOW
    clock.later(hours=3)
    _wrong(desk, 2)
    told = welcomed(desk, Role.OPERATOR)
    assert (told.last_sign_in, told.failed_since) == (NOW + timedelta(hours=1), 2)
    assert welcomed(desk, Role.OPERATOR).failed_since == 0


def test_the_idle_lock_asks_for_the_password_of_who_sits_there(desk: Desk) -> None:
    sit(desk, Role.OPERATOR)
    for _ in range(2):  # a slip between two right ones is no row of slips
        for _ in range(4):
            with pytest.raises(SignInRefused):
                desk.seating.verify("不是这个密码")
        desk.seating.verify(SECRET)
    assert desk.seat.actor.name == HOLDERS[Role.OPERATOR]


def test_a_password_kept_at_lower_costs_is_kept_anew_at_todays(
    template_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copyfile(template_desk, tmp_path / "旧.desk")
    with_accounts(open_desk(path), Way.PLAIN, Role.REVIEWER)
    monkeypatch.setattr(Passwords, "costs", Costs())
    desk = open_desk(path)
    assert sit(desk, Role.REVIEWER).name == "李强"
    assert desk.settings.put(desk.seat.actor, "publication.cut_off", "17:00", "换时间").entry  # still seated
    assert [row.verb for row in desk.journal.rows(10)].count("accounts.strengthen") == 1
    sit(desk, Role.REVIEWER)
    assert [row.verb for row in desk.journal.rows(10)].count("accounts.strengthen") == 1


def test_passwords_are_kept_by_argon2id_alone_and_in_no_repr(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held = desk.path.read_bytes()
    assert b"$argon2id$" in held
    monkeypatch.setattr(Passwords, "costs", Costs())
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in Passwords().encode(SECRET)
    assert SECRET.encode() not in held
    assert SECRET not in repr(account(Role.OPERATOR))
