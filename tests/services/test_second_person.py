"""The second person: who may confirm, and how its owner learns of every confirmation."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import (
    NameUnclear,
    NotSignedIn,
    PasswordMustChange,
    SecondIsFirst,
    SecondLocked,
    SecondMayNot,
    SecondNeeded,
    SecondNotAName,
    SecondWrong,
)
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.desk import Desk
from committee_desk.services.imports.refusals import NotAnImport, WhyMissing
from committee_desk.services.second import Second
from committee_desk.wording.saying import sentence
from tests.conftest import frozen_clock
from tests.services.seated_desks import SECRET, account, add_account, sit, welcomed, with_accounts

ACT = "protection.remove"


@pytest.fixture(scope="module")
def seated(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Way, Path]:
    made = {}
    for way in Way:
        path = shutil.copyfile(template_sample_desk, tmp_path_factory.mktemp(way) / "考评.desk")
        with_accounts(open_desk(path, clock=frozen_clock), way)
        made[way] = path
    return made


@pytest.fixture
def plain(seated: dict[Way, Path], open_copy: Callable[[Path], Desk]) -> Desk:
    return open_copy(seated[Way.PLAIN])


@pytest.fixture
def strict(seated: dict[Way, Path], open_copy: Callable[[Path], Desk]) -> Desk:
    return open_copy(seated[Way.STRICT])


def test_without_accounts_another_name_is_asked_for(desk: Desk) -> None:
    assert desk.witnessing.confirm(Second(" 李强 "), ACT) == "李强"
    for missing in (None, Second(""), Second("  ")):
        with pytest.raises(SecondNeeded):
            desk.witnessing.confirm(missing, ACT)
    with pytest.raises(SecondIsFirst):
        desk.witnessing.confirm(Second(pc_user().name.upper()), ACT)
    with pytest.raises(SecondIsFirst):
        desk.witnessing.confirm(Second("周　敏"), ACT, actor=Actor("周敏"))


@pytest.mark.parametrize("name", ["周\u200b敏", "周敏\u00ad", "周敏\ufe0f", "李\udc80强", "Zhоu"])
def test_without_accounts_a_name_that_only_looks_like_another_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(NameUnclear) as refused:
        desk.witnessing.confirm(Second(name), ACT, actor=Actor("周敏"))
    sentence(refused.value).encode()


@pytest.mark.parametrize("name", ["周敏同志", "周敏（政治部）", "周敏2", "周.敏", "老周敏"])
def test_without_accounts_the_first_person_under_an_added_word_is_no_second(desk: Desk, name: str) -> None:
    with pytest.raises(SecondIsFirst):
        desk.witnessing.confirm(Second(name), ACT, actor=Actor("周敏"))


@pytest.mark.parametrize("name", ["买买提•艾山", "买买提艾山", "买买提・艾山"])
def test_without_accounts_another_dot_makes_no_second_person(desk: Desk, name: str) -> None:
    with pytest.raises(SecondIsFirst):
        desk.witnessing.confirm(Second(name), ACT, actor=Actor("买买提·艾山"))


@pytest.mark.parametrize("name", ["X001", "彭强涛（X001）", "政治部X001"])
def test_without_accounts_the_first_person_by_code_is_no_second(sample_desk: Desk, name: str) -> None:
    with pytest.raises((SecondIsFirst, SecondNotAName)):
        sample_desk.witnessing.confirm(Second(name), ACT, actor=Actor("彭强涛"))


def test_without_accounts_a_part_of_the_first_name_is_no_second(desk: Desk) -> None:
    with pytest.raises(SecondIsFirst):
        desk.witnessing.confirm(Second("周敏"), ACT, actor=Actor("周敏（政治部）"))


@pytest.mark.parametrize("name", [".", "敏", "12", "？！", "敏1"])
def test_without_accounts_what_is_nobodys_name_confirms_nothing(desk: Desk, name: str) -> None:
    with pytest.raises(SecondNotAName) as refused:
        desk.witnessing.confirm(Second(name), ACT, actor=Actor("周敏"))
    assert sentence(refused.value) == f"“{name}”不是姓名。请填写在场并同意这一项的另一人的姓名。"


def test_without_accounts_a_name_of_the_roster_is_somebody_though_it_holds_the_first_one(sample_desk: Desk) -> None:
    longer = next(each.name for each in sample_desk.people.roster(2026) if len(each.name) == 3)
    assert sample_desk.witnessing.confirm(Second(longer), ACT, actor=Actor(longer[:2])) == longer
    with pytest.raises(SecondIsFirst):
        sample_desk.witnessing.confirm(Second(f"{longer}同志"), ACT, actor=Actor(longer[:2]))


@pytest.mark.parametrize("act", ["course.close", "course.take_back", "publication.lengthen", "objection.correct"])
def test_in_strict_who_may_not_see_the_grading_confirms_no_step_of_it(strict: Desk, act: str) -> None:
    sit(strict, Role.SECRETARY)
    with pytest.raises(SecondMayNot):
        strict.witnessing.confirm(Second("administrator", SECRET), act)
    assert strict.witnessing.confirm(Second("chair", SECRET), act)
    assert strict.witnessing.confirm(Second("administrator", SECRET), ACT)


def test_in_plain_the_reviewer_confirms_a_step_of_the_grading(plain: Desk) -> None:
    sit(plain, Role.OPERATOR)
    assert plain.witnessing.confirm(Second("reviewer", SECRET), "course.close")


def test_another_account_confirms_with_its_password(plain: Desk) -> None:
    sit(plain, Role.REVIEWER)
    assert plain.witnessing.confirm(Second("operator", SECRET), ACT) == "周敏 (operator)"
    assert plain.seat.actor.name == "李强"  # who sits there stays


def test_nobody_confirms_their_own_act_not_under_another_account_either(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    with pytest.raises(SecondIsFirst):
        plain.witnessing.confirm(Second("reviewer", SECRET), ACT)
    add_account(plain, actor, account(Role.CHAIR, login="second-hat", holder="李 强"))
    with pytest.raises(SecondIsFirst):
        plain.witnessing.confirm(Second("second-hat", SECRET), ACT)


def test_a_wrong_password_says_the_same_as_an_unknown_login_and_counts_for_that_account(plain: Desk) -> None:
    sit(plain, Role.REVIEWER)
    for login in ("operator", "nobody"):
        with pytest.raises(SecondWrong):
            plain.witnessing.confirm(Second(login, "不是这个密码"), ACT)
    for _ in range(4):
        with pytest.raises(SecondWrong):
            plain.witnessing.confirm(Second("operator", "不是这个密码"), ACT)
    with pytest.raises(SecondLocked):
        plain.witnessing.confirm(Second("operator", SECRET), ACT)
    assert plain.journal.rows(10)[0].actor == "李强"  # who sat there when it was tried


def test_a_stolen_password_typed_by_the_first_person_is_told_to_its_owner(plain: Desk) -> None:
    sit(plain, Role.REVIEWER)
    plain.witnessing.confirm(Second("operator", SECRET), ACT)
    with pytest.raises(SecondWrong):
        plain.witnessing.confirm(Second("operator", "不是这个密码"), ACT)
    told = welcomed(plain, Role.OPERATOR)
    assert [(each.act, each.by, each.at) for each in told.confirmed_since] == [(ACT, "李强", frozen_clock())]
    assert told.failed_since == 1
    assert welcomed(plain, Role.OPERATOR).confirmed_since == ()


def test_who_was_reset_confirms_nothing_before_choosing_a_password(plain: Desk) -> None:
    actor = sit(plain, Role.REVIEWER)
    slip = plain.accounts.reset(actor, "operator", "忘记密码")
    with pytest.raises(PasswordMustChange):
        plain.witnessing.confirm(Second("operator", slip.password), ACT)


@pytest.mark.parametrize(
    ("act", "who"),
    [
        (ACT, {Role.REVIEWER, Role.SECRETARY, Role.CHAIR}),
        ("desk.restore", {Role.REVIEWER, Role.SECRETARY, Role.CHAIR, Role.INSPECTOR, Role.AUDITOR}),
    ],
)
def test_in_strict_those_confirm_who_stand_apart(strict: Desk, act: str, who: set[Role]) -> None:
    sit(strict, Role.ADMINISTRATOR)
    may = set()
    for role in set(Role) - {Role.ADMINISTRATOR}:
        try:
            strict.witnessing.confirm(Second(role, SECRET), act)
        except SecondMayNot:
            continue
        may.add(role)
    assert may == who


def test_in_strict_exports_and_deletions_are_for_two(strict: Desk, tmp_path: Path) -> None:
    secretary = sit(strict, Role.SECRETARY)
    came = next(row for row in strict.imports.history() if row.kind == "leave")
    chair = Second("chair", SECRET)
    acts: list[Callable[[Second | None], object]] = [
        lambda second: strict.scores.export(secretary, 2026, tmp_path / "排名.xlsx", second),
        lambda second: strict.imports.take_back(secretary, came.entry, "读错了", second),
        lambda second: strict.calendar.clear_day(secretary, date(2026, 10, 1), "国办发明电〔2025〕7号", second),
    ]
    for act in acts:
        before = strict.journal.head()
        with pytest.raises(SecondNeeded):
            act(None)
        assert strict.journal.head() == before
        act(chair)
        assert "郑国平 (chair)" in (strict.journal.rows(1)[0].authority or "")
    assert (tmp_path / "排名.xlsx").exists()


def test_in_plain_the_same_acts_need_one(plain: Desk, tmp_path: Path) -> None:
    actor = sit(plain, Role.REVIEWER)
    came = next(row for row in plain.imports.history() if row.kind == "leave")
    assert plain.scores.export(actor, 2026, tmp_path / "排名.xlsx").entry
    assert plain.imports.take_back(actor, came.entry, "读错了").entry
    assert plain.calendar.clear_day(actor, date(2026, 10, 1), "国办发明电〔2025〕7号").entry


def test_the_password_of_the_second_is_in_no_repr() -> None:
    assert SECRET not in repr(Second("operator", SECRET))


def test_a_confirmation_is_told_to_its_owner_even_when_the_act_replaced_the_desk(plain: Desk, tmp_path: Path) -> None:
    welcomed(plain, Role.OPERATOR)
    actor = sit(plain, Role.REVIEWER)
    copy = plain.backup.copy_to(actor, tmp_path / "备份.desk").path
    plain.settings.put(actor, "publication.cut_off", "16:00", "试")
    plain.backup.restore_over(actor, copy, "试", Second("operator", SECRET))
    assert [(each.act, each.by) for each in welcomed(plain, Role.OPERATOR).confirmed_since] == [
        ("desk.restore", "李强")
    ]


def test_a_copy_from_before_or_after_the_first_accounts_changes_who_must_sign_in(
    sample_desk: Desk, tmp_path: Path
) -> None:
    before = sample_desk.backup.copy_to(sample_desk.seat.actor, tmp_path / "之前.desk").path
    with_accounts(sample_desk, Way.PLAIN, Role.OPERATOR, Role.REVIEWER)
    actor = sit(sample_desk, Role.REVIEWER)
    after = sample_desk.backup.copy_to(actor, tmp_path / "之后.desk").path
    sample_desk.backup.restore_over(actor, before, "试", Second("operator", SECRET))
    assert not sample_desk.seat.has_accounts
    assert sample_desk.people.roster(2026)
    sample_desk.backup.restore_over(sample_desk.seat.actor, after, "试", Second("王芳"))
    sample_desk.seating.sign_out()
    with pytest.raises(NotSignedIn):
        sample_desk.people.roster(2026)


def test_taking_back_what_was_never_read_in_is_refused_before_a_second_person_is_asked(strict: Desk) -> None:
    sitting = sit(strict, Role.OPERATOR)
    events = next(each.entry for each in strict.imports.history() if each.kind == "events")
    with pytest.raises(NotAnImport):
        strict.imports.take_back(sitting, 999_999, "读错了文件")
    with pytest.raises(WhyMissing):
        strict.imports.take_back(sitting, events, " ")
    with pytest.raises(SecondNeeded):
        strict.imports.take_back(sitting, events, "读错了文件")
