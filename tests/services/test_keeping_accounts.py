"""Accounts made, changed, handed over, reset and closed; and the way an office works."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import (
    AccountIncomplete,
    AccountsExist,
    KeeperMissing,
    LoginTaken,
    NoSuchAccount,
    NotSignedIn,
    PasswordRefused,
    RolesUnited,
    SameHolder,
    SecondNeeded,
    SignInRefused,
)
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.settings import ReasonMissing
from committee_desk.services.views import JournalRow
from tests.conftest import frozen_clock
from tests.services.seated_desks import SECRET, account, sit, welcomed, with_accounts

THREE = (Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR)


@pytest.fixture(scope="module")
def seated(template_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Way, Path]:
    made = {}
    for way, roles in ((Way.PLAIN, (Role.OPERATOR, Role.REVIEWER)), (Way.STRICT, THREE)):
        path = shutil.copyfile(template_desk, tmp_path_factory.mktemp(way) / "考评.desk")
        with_accounts(open_desk(path, clock=frozen_clock), way, *roles)
        made[way] = path
    return made


@pytest.fixture
def plain(seated: dict[Way, Path], open_copy: Callable[[Path], Desk]) -> Desk:
    return open_copy(seated[Way.PLAIN])


@pytest.fixture
def strict(seated: dict[Way, Path], open_copy: Callable[[Path], Desk]) -> Desk:
    return open_copy(seated[Way.STRICT])


def _newest(desk: Desk, verb: str) -> JournalRow:
    return next(row for row in desk.journal.rows(50) if row.verb == verb)


# -- the first --------------------------------------------------------------------------------------------------------


def test_the_first_accounts_close_the_desk_to_whoever_just_opens_it(desk: Desk) -> None:
    assert not desk.seat.has_accounts
    assert desk.people.roster(2026) == ()
    with_accounts(desk, Way.PLAIN, Role.OPERATOR, Role.REVIEWER)
    assert desk.seat.has_accounts
    for opened in (desk, open_desk(desk.path, clock=frozen_clock)):
        with pytest.raises(NotSignedIn):
            opened.people.roster(2026)


def test_first_accounts_need_one_who_keeps_them(desk: Desk) -> None:
    with pytest.raises(KeeperMissing):
        desk.accounts.first(pc_user(), Way.PLAIN, [account(Role.OPERATOR)])
    assert not desk.seat.has_accounts


@pytest.mark.parametrize("missing", THREE)
def test_strict_begins_with_all_three(desk: Desk, missing: Role) -> None:
    with pytest.raises(KeeperMissing):
        desk.accounts.first(pc_user(), Way.STRICT, [account(role) for role in THREE if role is not missing])


def test_the_first_accounts_are_made_once(plain: Desk) -> None:
    with pytest.raises(AccountsExist):
        plain.accounts.first(pc_user(), Way.PLAIN, [account(Role.REVIEWER, login="andere")])


def test_two_accounts_of_one_login_are_refused_whatever_their_spelling(desk: Desk) -> None:
    with pytest.raises(LoginTaken):
        desk.accounts.first(
            pc_user(), Way.PLAIN, [account(Role.REVIEWER, login="li"), account(Role.OPERATOR, login="ＬI ")]
        )


@pytest.mark.parametrize(
    ("new", "lacking"),
    [
        (NewAccount(" ", "李强", (Role.REVIEWER,), SECRET), "login"),
        (NewAccount("li", " ", (Role.REVIEWER,), SECRET), "holder"),
        (NewAccount("li", "李强", (), SECRET), "roles"),
    ],
)
def test_an_account_that_lacks_something_is_refused(desk: Desk, new: NewAccount, lacking: str) -> None:
    with pytest.raises(AccountIncomplete) as refused:
        desk.accounts.first(pc_user(), Way.PLAIN, [new])
    assert refused.value.lacking == lacking


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("七个字的密码呀", "short"),
        ("1234567", "short"),
        ("LiQiang1", "login"),
        ("liqiang1", "login"),
        ("12345678", "common"),
        ("PassWord", "common"),
        ("啊啊啊啊啊啊啊啊啊", "common"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(desk: Desk, password: str, why: str) -> None:
    with pytest.raises(PasswordRefused) as refused:
        desk.accounts.first(pc_user(), Way.PLAIN, [NewAccount("liqiang1", "李强", (Role.REVIEWER,), password)])
    assert refused.value.why == why
    assert password not in str(refused.value)


# -- more of them -----------------------------------------------------------------------------------------------------


def test_an_account_is_added_and_signs_in(plain: Desk) -> None:
    change = plain.accounts.add(sit(plain, Role.REVIEWER), account(Role.SECRETARY))
    assert json.loads(_newest(plain, "accounts.add").what) == {
        "holder": "孙丽",
        "login": "secretary",
        "roles": ["secretary"],
    }
    assert change.entry
    assert welcomed(plain, Role.SECRETARY).holder == "孙丽"


def test_a_login_stays_taken_when_its_account_is_closed(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    plain.accounts.close(actor, "operator", "调走")
    with pytest.raises(LoginTaken):
        plain.accounts.add(actor, account(Role.MEMBER, login="operator"))
    with pytest.raises(SignInRefused):
        plain.accounts.sign_in("operator", SECRET)
    with pytest.raises(NoSuchAccount):
        plain.accounts.reset(actor, "operator", "忘记密码")
    assert {row.login for row in plain.accounts.rows() if row.closed} == {"operator"}


def test_other_roles_hold_at_once_and_end_the_session_under_the_old(plain: Desk) -> None:
    beside = open_desk(plain.path, clock=frozen_clock)
    sit(beside, Role.OPERATOR)
    assert beside.cases.rows(2026) == ()
    plain.accounts.change_roles(sit(plain, Role.REVIEWER), "operator", (Role.LEADER,), "换岗")
    with pytest.raises(NotSignedIn):
        beside.cases.rows(2026)
    row = _newest(plain, "accounts.roles")
    what = json.loads(row.what)
    assert (what["before"], what["roles"], row.why) == (["operator"], ["leader"], "换岗")


def test_the_same_roles_again_change_nothing(plain: Desk) -> None:
    assert plain.accounts.change_roles(sit(plain, Role.REVIEWER), "operator", (Role.OPERATOR,), "换岗").entry is None


@pytest.mark.parametrize("verb", ["change_roles", "close", "reset"])
def test_changes_of_an_account_need_a_reason(plain: Desk, verb: str) -> None:
    actor = sit(plain, Role.REVIEWER)
    others = ((Role.LEADER,),) if verb == "change_roles" else ()
    with pytest.raises(ReasonMissing):
        getattr(plain.accounts, verb)(actor, "operator", *others, " ")


def test_the_last_who_keeps_the_accounts_stays(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    with pytest.raises(KeeperMissing):
        plain.accounts.close(actor, "reviewer", "退休")
    with pytest.raises(KeeperMissing):
        plain.accounts.change_roles(actor, "reviewer", (Role.OPERATOR,), "换岗")
    assert plain.accounts.rows()


# -- 严格 -------------------------------------------------------------------------------------------------------------


def test_in_strict_no_account_unites_what_must_be_apart(strict: Desk) -> None:
    actor = sit(strict, Role.ADMINISTRATOR)
    for login, roles in (
        ("operator", (Role.OPERATOR, Role.AUDITOR)),
        ("auditor", (Role.AUDITOR, Role.MEMBER)),
        ("operator", (Role.OPERATOR, Role.ADMINISTRATOR)),
    ):
        with pytest.raises(RolesUnited):
            strict.accounts.change_roles(actor, login, roles, "换岗")


def test_in_strict_no_holder_unites_it_in_two_accounts_however_the_name_is_spaced(strict: Desk) -> None:
    actor = sit(strict, Role.ADMINISTRATOR)
    with pytest.raises(RolesUnited):
        strict.accounts.add(actor, account(Role.AUDITOR, login="two", holder="周　敏"))
    with pytest.raises(RolesUnited):
        strict.accounts.hand_over(actor, "auditor", "周敏", SECRET)


def test_a_closed_account_unites_nothing(strict: Desk) -> None:
    actor = sit(strict, Role.ADMINISTRATOR)
    strict.accounts.close(actor, "auditor", "换人")
    strict.accounts.add(actor, account(Role.AUDITOR, login="two"))
    assert strict.accounts.sign_in("two", SECRET).holder == "赵静"


def test_the_way_is_changed_by_two_and_only_where_the_accounts_fit(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    with pytest.raises(KeeperMissing):
        plain.accounts.change_way(actor, Way.STRICT, "规模大了", Second("operator", SECRET))
    plain.accounts.add(actor, account(Role.ADMINISTRATOR))
    plain.accounts.add(actor, account(Role.AUDITOR))
    with pytest.raises(SecondNeeded):
        plain.accounts.change_way(actor, Way.STRICT, "规模大了")
    plain.accounts.change_way(actor, Way.STRICT, "规模大了", Second("operator", SECRET))
    assert plain.accounts.way() is Way.STRICT
    row = _newest(plain, "accounts.way")
    assert (row.authority, row.why) == ("周敏 (operator)", "规模大了")


# -- handing over, resetting ------------------------------------------------------------------------------------------


def test_handing_over_ends_the_old_holders_session_and_password(plain: Desk) -> None:
    beside = open_desk(plain.path, clock=frozen_clock)
    sit(beside, Role.OPERATOR)
    plain.accounts.hand_over(sit(plain, Role.REVIEWER), "operator", "钱进", "接手人自己的密码")
    with pytest.raises(NotSignedIn):
        beside.people.roster(2026)
    with pytest.raises(SignInRefused):
        beside.accounts.sign_in("operator", SECRET)
    row = _newest(plain, "accounts.hand_over")
    assert (json.loads(row.what)["from"], json.loads(row.what)["to"], row.actor) == ("周敏", "钱进", "李强")
    told = beside.accounts.sign_in("operator", "接手人自己的密码")
    assert (told.holder, told.last_sign_in) == ("钱进", None)  # what was before is the old holder's


def test_an_account_is_not_handed_over_to_who_has_it(plain: Desk) -> None:
    with pytest.raises(SameHolder):
        plain.accounts.hand_over(sit(plain, Role.REVIEWER), "operator", "周 敏", SECRET)


def test_a_reset_tells_its_password_once_and_its_owner_by_whom(plain: Desk) -> None:
    slip = plain.accounts.reset(sit(plain, Role.REVIEWER), "operator", "忘记密码")
    assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", slip.password)
    assert slip.password not in repr(slip)
    assert slip.password not in _newest(plain, "accounts.reset").what
    assert slip.password.encode() not in plain.path.read_bytes()
    with pytest.raises(SignInRefused):
        plain.accounts.sign_in("operator", SECRET)
    told = plain.accounts.sign_in("operator", slip.password)
    assert told.must_change
    assert told.reset is not None
    assert (told.reset.by, told.reset.at) == ("李强", frozen_clock())
    plain.accounts.change_password(plain.seat.actor, slip.password, "一个自己的新密码")
    assert not plain.accounts.sign_in("operator", "一个自己的新密码").must_change


def test_changing_ones_password_needs_the_old_one_and_a_new_one(plain: Desk) -> None:
    actor = sit(plain, Role.OPERATOR)
    with pytest.raises(SignInRefused):
        plain.accounts.change_password(actor, "不是这个密码", "一个自己的新密码")
    with pytest.raises(PasswordRefused):
        plain.accounts.change_password(actor, SECRET, SECRET)
    plain.accounts.change_password(actor, SECRET, "一个自己的新密码")
    assert plain.people.roster(2026) == ()  # who changed it stays seated
    with pytest.raises(SignInRefused):
        plain.accounts.sign_in("operator", SECRET)


def test_no_password_and_nothing_of_one_stands_in_the_journal(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    plain.accounts.add(actor, account(Role.MEMBER))
    plain.accounts.hand_over(actor, "operator", "钱进", "接手人自己的密码")
    said = "".join(row.what + (row.why or "") for row in plain.journal.rows(50))
    assert not any(hint in said for hint in ("argon2", SECRET, "接手人", "password"))


def test_a_command_of_another_name_is_refused_before_it_does_anything(plain: Desk) -> None:
    sit(plain, Role.REVIEWER)
    before = plain.journal.head()
    with pytest.raises(Exception, match="周敏"):
        plain.accounts.close(Actor("周敏", "operator"), "operator", "调走")
    assert plain.journal.head() == before
