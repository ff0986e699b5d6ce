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
    NameUnclear,
    NoSuchAccount,
    NotSignedIn,
    PasswordMustChange,
    PasswordRefused,
    RolesUnited,
    SameHolder,
    SecondMayNot,
    SecondNeeded,
    SignInRefused,
)
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.settings import ReasonMissing
from committee_desk.services.views import JournalRow
from committee_desk.wording.saying import sentence
from tests.conftest import frozen_clock
from tests.services.seated_desks import SECRET, account, add_account, sit, welcomed, with_accounts

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
        plain.seating.sign_in("operator", SECRET)
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
    strict.accounts.add(actor, account(Role.MEMBER, login="two"))
    with pytest.raises(RolesUnited):
        strict.accounts.add(actor, account(Role.AUDITOR, login="three", holder="吴刚"))
    strict.accounts.close(actor, "two", "换人", Second("auditor", SECRET))
    strict.accounts.add(actor, account(Role.AUDITOR, login="three", holder="吴刚"))
    assert strict.seating.sign_in("three", SECRET).holder == "吴刚"


def test_in_strict_the_administrator_closes_nobody_alone(strict: Desk) -> None:
    actor = sit(strict, Role.ADMINISTRATOR)
    strict.accounts.add(actor, account(Role.MEMBER))
    before = strict.journal.head()
    with pytest.raises(SecondNeeded):
        strict.accounts.close(actor, "member", "调走")
    with pytest.raises(SecondNeeded):
        strict.accounts.change_roles(actor, "operator", (Role.OPERATOR, Role.SECRETARY), "兼任")
    with pytest.raises(SecondMayNot):
        strict.accounts.close(actor, "member", "调走", Second("operator", SECRET))
    assert strict.journal.head() == before
    strict.accounts.close(actor, "member", "调走", Second("auditor", SECRET))
    row = _newest(strict, "accounts.close")
    assert (row.actor, row.authority) == ("王伟", "赵静 (auditor)")


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.AUDITOR])
def test_in_strict_the_three_always_have_an_open_account(strict: Desk, role: Role) -> None:
    actor, second = sit(strict, Role.ADMINISTRATOR), Second("auditor", SECRET)
    for act in (
        lambda: strict.accounts.close(actor, role, "调走", second),
        lambda: strict.accounts.change_roles(actor, role, (Role.MEMBER,), "换岗", second),
    ):
        with pytest.raises(KeeperMissing) as refused:
            act()
        assert refused.value.roles == (role,)
    strict.accounts.add(actor, account(role, login="another", holder="新人"))
    strict.accounts.close(actor, role, "调走", second)
    assert {row.login for row in strict.accounts.rows() if row.closed} == {role}


# -- names that look like others --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("login", "why"),
    [
        ("ad\u200bm", "unseen"),
        ("adm\u00ad", "unseen"),
        ("a\ufe0fdm", "unseen"),
        ("adm\n", "unseen"),
        ("аdm", "login"),
        ("αdm", "login"),
        ("ádm", "login"),
        ("a/d", "login"),
        ("adm@x", "login"),
    ],
)
def test_a_login_is_made_of_what_everybody_sees_and_types(plain: Desk, login: str, why: str) -> None:
    with pytest.raises(NameUnclear) as refused:
        plain.accounts.add(sit(plain, Role.REVIEWER), account(Role.MEMBER, login=login))
    assert refused.value.why == why


@pytest.mark.parametrize("login", ["ad.m_-1", "王芳", "ＡＤＭ２", "〇一"])
def test_letters_digits_and_chinese_make_a_login(plain: Desk, login: str) -> None:
    assert plain.accounts.add(sit(plain, Role.REVIEWER), account(Role.MEMBER, login=login)).entry


@pytest.mark.parametrize(
    ("holder", "why"),
    [("王\u200b伟", "unseen"), ("王伟\u2060", "unseen"), ("王\u3164伟", "unseen"), ("Wаng Wei", "mixed")],
)
def test_a_holder_does_not_only_look_like_another(strict: Desk, holder: str, why: str) -> None:
    actor = sit(strict, Role.ADMINISTRATOR)
    for act in (
        lambda: strict.accounts.add(actor, account(Role.OPERATOR, login="two", holder=holder)),
        lambda: strict.accounts.hand_over(actor, "operator", holder, SECRET),
    ):
        with pytest.raises(NameUnclear) as refused:
            act()
        assert refused.value.why == why
        assert "\u200b" not in sentence(refused.value)


# -- passwords that somebody else chose --------------------------------------------------------------------------------


def test_who_was_given_a_password_chooses_another_before_anything_else(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    plain.accounts.add(actor, account(Role.CHAIR))
    plain.accounts.hand_over(actor, "operator", "钱进", SECRET)
    for login in ("chair", "operator"):
        with pytest.raises(PasswordMustChange):
            plain.witnessing.confirm(Second(login, SECRET), "accounts.way")
        beside = open_desk(plain.path, clock=frozen_clock)
        assert beside.seating.sign_in(login, SECRET).must_change
        with pytest.raises(PasswordMustChange):
            beside.people.roster(2026)
        beside.seating.change_password(beside.seat.actor, SECRET, "一个自己的新密码")
        assert beside.people.roster(2026) == ()
    assert plain.witnessing.confirm(Second("chair", "一个自己的新密码"), "accounts.way")


def test_so_does_everybody_at_a_desk_that_just_got_accounts(desk: Desk) -> None:
    desk.accounts.first(pc_user(), Way.PLAIN, [account(Role.REVIEWER), account(Role.OPERATOR)])
    for role in (Role.REVIEWER, Role.OPERATOR):
        assert desk.seating.sign_in(role, SECRET).must_change
        with pytest.raises(PasswordMustChange):
            desk.people.roster(2026)


def test_the_way_is_changed_by_two_and_only_where_the_accounts_fit(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    with pytest.raises(KeeperMissing):
        plain.accounts.change_way(actor, Way.STRICT, "规模大了", Second("operator", SECRET))
    add_account(plain, actor, account(Role.ADMINISTRATOR))
    add_account(plain, actor, account(Role.AUDITOR))
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
        beside.seating.sign_in("operator", SECRET)
    row = _newest(plain, "accounts.hand_over")
    assert (json.loads(row.what)["from"], json.loads(row.what)["to"], row.actor) == ("周敏", "钱进", "李强")
    told = beside.seating.sign_in("operator", "接手人自己的密码")
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
        plain.seating.sign_in("operator", SECRET)
    told = plain.seating.sign_in("operator", slip.password)
    assert told.must_change
    assert told.reset is not None
    assert (told.reset.by, told.reset.at) == ("李强", frozen_clock())
    plain.seating.change_password(plain.seat.actor, slip.password, "一个自己的新密码")
    assert not plain.seating.sign_in("operator", "一个自己的新密码").must_change


def test_changing_ones_password_needs_the_old_one_and_a_new_one(plain: Desk) -> None:
    actor = sit(plain, Role.OPERATOR)
    with pytest.raises(SignInRefused):
        plain.seating.change_password(actor, "不是这个密码", "一个自己的新密码")
    with pytest.raises(PasswordRefused):
        plain.seating.change_password(actor, SECRET, SECRET)
    plain.seating.change_password(actor, SECRET, "一个自己的新密码")
    assert plain.people.roster(2026) == ()  # who changed it stays seated
    with pytest.raises(SignInRefused):
        plain.seating.sign_in("operator", SECRET)


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
