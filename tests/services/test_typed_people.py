"""Whom a typed name means: the person concerned and relatives stand aside from every act, however the name is typed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.relationships import Kin, Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.grading_refusals import ReviewerTwice, ReviewerUnclear, ReviewsKin, ReviewsSelf
from committee_desk.services.grading_views import AbilityReview, Opinion
from committee_desk.services.meeting_vote_refusals import RecusalUnclear, RecusedNamed
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector, ReceiverUnclear
from committee_desk.services.publication_refusals import TwoNamesNeeded
from committee_desk.services.publication_views import TakenDown
from committee_desk.services.typed_people import (
    Part,
    aside,
    keys_of,
    meant_by,
    names_somebody,
    one_person,
    twice_named,
)
from committee_desk.wording.saying import sentence
from tests.services.committee_hands import appoint, committee_of, opened, vote
from tests.services.graded_desks import office as graded_office
from tests.services.graded_desks import sixteen
from tests.services.posted_notices import YEAR, PostedOffice, registered

FROM, TO = date(2026, 1, 1), date(2026, 12, 31)
NAMES = {
    "J003": "熊鹏", "J004": "韩俊", "J005": "买买提·艾山", "J006": "王伟", "J007": "王伟", "J008": "李和平",
    "J009": "张三丰", "J010": "欧阳建国", "X001": "彭强涛",
}  # fmt: skip
PEOPLE = {code: Stay(code, name, Category.PROSECUTOR, "第二检察部", FROM, TO) for code, name in NAMES.items()}
KIN = Kin((
    Relationship("J003", "韩俊", "J004", Kinship.COLLATERAL),
    Relationship("J003", "钱红", None, Kinship.SPOUSE),
))  # fmt: skip

HIMSELF = (
    "{name}", "{name}同志", "{name}检察官", "{name}（第二检察部）", "{name}({code})", "检察官{name}", " {name} ",
    "第二检察部{name}检察官", "{code}", "{code}（政治部）", "{code}同志", "周敏/{code}", "周敏（{name}）",
    "周敏、{name}", "周敏和{name}", "周敏 {name}", "周敏与{name}同志等3人",
)  # fmt: skip
"""How one and the same person is typed."""


def stands(typed: str, *about: str) -> Part | None:
    """Why who is typed stands aside from an act about these."""
    found = aside(KIN, PEOPLE, typed, about)
    return found.why if found is not None else None


@pytest.mark.parametrize("how", HIMSELF)
def test_who_is_concerned_stands_aside_however_the_name_is_typed(how: str) -> None:
    assert stands(how.format(name="熊鹏", code="J003"), "J003") in {Part.SELF, Part.UNCLEAR}
    assert stands(how.format(name="熊鹏", code="j003"), "J003", "J009") is not None
    assert stands(how.format(name="彭强涛", code="X001"), "J003") is None


@pytest.mark.parametrize("how", HIMSELF)
def test_a_relative_stands_aside_however_the_name_is_typed(how: str) -> None:
    assert stands(how.format(name="韩俊", code="J004"), "J003") in {Part.KIN, Part.UNCLEAR}
    assert stands(how.format(name="钱红", code="钱红"), "J003") in {Part.KIN, Part.UNCLEAR}
    assert stands(how.format(name="韩俊", code="J004"), "J005") is None


@pytest.mark.parametrize("typed", ["熊检察长", "老熊", "熊某某", "熊检", "小韩", "周敏、熊主任", "钱主任"])
def test_a_surname_that_may_mean_one_of_them_has_to_be_written_out(typed: str) -> None:
    assert stands(typed, "J003") is Part.UNCLEAR
    assert stands(typed, "J008") is None


@pytest.mark.parametrize("typed", ["本人", "当事人本人", "申请人", "同上", "某某", "检察长", "周敏、本人"])
def test_a_word_that_names_nobody_may_mean_whom_it_is_about(typed: str) -> None:
    assert stands(typed, "J003") is Part.UNCLEAR
    assert not names_somebody(typed.removeprefix("周敏、"))


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("欧阳检察官", "J010"), ("欧阳", "J010"), ("老欧阳", "J010"), ("欧阳检", "J010"),
        ("买买提-艾山", "J005"), ("买买提－艾山", "J005"), ("买买提。艾山", "J005"),
        ("买买提、艾山", "J005"), ("艾山", "J005"),
        ("熊鹏委员", "J003"), ("部门熊鹏", "J003"), ("熊鹏转交", "J003"), ("熊鹏3", "J003"), ("钱红委员", "J003"),
    ],
)  # fmt: skip
def test_part_of_a_name_and_a_name_with_something_beside_it_stand_aside(typed: str, about: str) -> None:
    assert stands(typed, about) in {Part.SELF, Part.UNCLEAR}


@pytest.mark.parametrize(
    "typed", ["老周", "小周", "周主任", "周检", "周某", "欧阳", "同上", "本人", "某某", "检察长", "副检察长", "周"]
)
def test_a_call_that_several_answer_to_is_no_name(typed: str) -> None:
    assert not names_somebody(typed)


@pytest.mark.parametrize(
    "typed",
    ["周敏", "周敏同志", "李和平", "欧阳和平", "欧阳建国", "买买提·艾山", "J003", "张三丰（省院）"],
)
def test_a_name_is_one_however_it_is_dressed(typed: str) -> None:
    assert names_somebody(typed)


def test_one_person_with_a_department_before_the_name_is_not_two() -> None:
    assert one_person(PEOPLE, "周敏", "政治部周敏")
    assert one_person(PEOPLE, "J003", "熊鹏同志")
    assert not one_person(PEOPLE, "张三丰", "熊鹏")
    assert not one_person(PEOPLE | {"J011": PEOPLE["J009"]._replace(code="J011", name="张三")}, "张三", "张三丰")


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("李和平", "J006"),
        ("王伟", "J003"),
        ("张三", "J009"),
        ("王伟（J006）", "J007"),
        ("周和平", "J008"),
        ("熊鹏飞", "J003"),
    ],
)
def test_nobody_stands_aside_for_a_name_that_only_holds_another(typed: str, about: str) -> None:
    assert stands(typed, about) is None


def test_one_of_two_namesakes_is_told_by_the_code() -> None:
    assert stands("王伟", "J006") is Part.UNCLEAR
    assert stands("王伟同志", "J006") is Part.UNCLEAR
    assert stands("王伟（J006）", "J006") is Part.SELF


@pytest.mark.parametrize("typed", ["买买提•艾山", "买买提艾山", "买买提・艾山同志", "j005", "买买提‧艾山（二部）"])
def test_one_person_has_one_key(typed: str) -> None:
    assert keys_of(PEOPLE, typed) == {"J005"} == set(meant_by(PEOPLE, typed))
    assert keys_of(PEOPLE, "李四（政治部）").isdisjoint(keys_of(PEOPLE, "王五（政治部）"))
    assert keys_of(PEOPLE, "李四同志") == keys_of(PEOPLE, "李 四")


# -- at the acts -------------------------------------------------------------------------------------------------------


def refused(kinds: tuple[type[DeskError], ...], act: Callable[[], object]) -> str:
    """The sentence with which the act is refused."""
    with pytest.raises(kinds) as error:
        act()
    return sentence(error.value)


def test_nobody_takes_his_own_objection_or_a_relative_s_under_any_spelling(posted_on_tuesday: PostedOffice) -> None:
    office = posted_on_tuesday
    office.desk.relations.relate(Actor("周敏"), Relationship("J005", "", "J007", Kinship.COLLATERAL))
    for how in HIMSELF:
        for name, code in (("熊鹏", "J005"), ("韩俊", "J007")):
            typed = how.format(name=name, code=code)
            kinds = (ReceiverIsObjector, ReceiverIsKin, ReceiverUnclear)
            assert "应当回避" in refused(kinds, lambda typed=typed: registered(office, receiver=typed))
    assert refused((ReceiverUnclear,), lambda: registered(office, receiver="熊主任")) == (
        "“熊主任”可能是熊鹏（J005），其中有这件异议的当事人或其亲属，应当回避。请写全接收人的姓名，同名的连同工号。"
    )
    assert refused((ReceiverIsObjector,), lambda: registered(office, receiver="周敏和J005")) == (
        "熊鹏 是这件异议的当事人，应当回避，不能接收。请由其他人接收，并填写其姓名。"
    )
    assert registered(office, receiver="范伟雪（政治部）") == 1


def test_nobody_reviews_his_own_ability_or_a_relative_s_under_any_spelling(
    desk: Desk, tmp_path: Path, actor: Actor
) -> None:
    graded_office(desk, tmp_path, sixteen())
    desk.relations.relate(actor, Relationship("J005", "钱红", None, Kinship.SPOUSE))
    desk.relations.relate(actor, Relationship("J005", "", "J007", Kinship.COLLATERAL))

    def review(*reviewers: str) -> None:
        told = AbilityReview("J005", "", reviewers, ("案卷",), "能胜任", Opinion.FIT, date(2027, 1, 6))
        desk.grading.review(actor, YEAR, told)

    for how in HIMSELF:
        for name, code in (("检J005", "J005"), ("检J007", "J007"), ("钱红", "钱红")):
            typed = how.format(name=name, code=code)
            refused((ReviewsSelf, ReviewsKin, ReviewerUnclear), lambda typed=typed: review("彭强涛", typed))
    assert refused((ReviewsSelf,), lambda: review("检J005同志")) == "检J005不能评审自己的业务能力。请另写评审人。"
    assert refused((ReviewsKin,), lambda: review("钱红同志")) == (
        "评审人“钱红同志”与 检J005 有亲属关系（见“人员”页的回避关系），应当回避，不能评审其业务能力。请另写评审人。"
    )
    assert refused((ReviewerUnclear,), lambda: review("老钱")) == (
        "评审人“老钱”可能是钱红，其中有 检J005 本人或其亲属，应当回避。请写全评审人的姓名，同名的连同工号。"
    )
    review("检J001同志", "郝文俊（办公室）")


@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [
        (("检J001", "J001"), "检J001", "J001"),
        (("j001", "彭强涛", "检J001同志"), "j001", "检J001同志"),
        (("检J001和J001",), "检J001", "J001"),
        (("检J001（第一检察部）", "检察官检J001"), "检J001（第一检察部）", "检察官检J001"),
        (("省院王伟", "省院王伟主任"), "省院王伟", "省院王伟主任"),
        (("彭强涛", "彭强涛"), "彭强涛", "彭强涛"),
    ],
)
def test_one_reviewer_is_not_two_however_the_name_is_spelt(
    desk: Desk, tmp_path: Path, actor: Actor, typed: tuple[str, ...], one: str, other: str
) -> None:
    graded_office(desk, tmp_path, sixteen())

    def review(*reviewers: str) -> None:
        told = AbilityReview("J005", "", reviewers, ("案卷",), "能胜任", Opinion.FIT, date(2027, 1, 6))
        desk.grading.review(actor, YEAR, told)

    assert refused((ReviewerTwice,), lambda: review(*typed)) == (
        f"评审人“{one}”和“{other}”是同一个人，只能写一次。请删去一个；确是同名的两个人的，写上工号或单位，"
        "如：王伟（J003）、省院王伟。"
    )
    review("检J001", "检J002（J002）", "省院王伟", "彭强涛（办公室）")


def test_namesakes_are_two_reviewers_once_their_codes_stand_beside_them() -> None:
    assert twice_named(PEOPLE, ("王伟（J006）", "王伟（J007）")) is None
    assert twice_named(PEOPLE, ("王伟（J006）", "省院王伟", "李和平", "熊鹏 J003")) is None
    assert twice_named(PEOPLE, ("王伟", "王伟（J007）")) == ("王伟", "王伟（J007）")


def test_nobody_writes_down_a_vote_on_himself_or_a_relative_under_any_spelling(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.relations.relate(actor, Relationship("J010", "孙丽", None, Kinship.DIRECT_LINE))
    appoint(sample_desk, actor, committee_of(7))
    number = opened(sample_desk, actor, AgendaItem("1", ItemKind.INCOMPLETE, "姚玉伟缺一项评价", ("J010",)))
    for how in HIMSELF:
        for name, code in (("姚玉伟", "J010"), ("孙丽", "孙丽")):
            typed = how.format(name=name, code=code)
            kinds = (RecusedNamed, RecusalUnclear)
            refused(kinds, lambda typed=typed: vote(sample_desk, actor, number, 7, recorder=typed))
    assert refused((RecusalUnclear,), lambda: vote(sample_desk, actor, number, 7, recorder="小姚")) == (
        "“小姚”可能是姚玉伟（J010），其中有须回避议题“姚玉伟缺一项评价”的人，分不清是谁。请写全姓名，同名的连同工号。"
    )
    vote(sample_desk, actor, number, 7, recorder="周敏同志")


@pytest.mark.parametrize("second", ["范伟雪", "范 伟雪同志", "范伟雪（政治部）", "周敏、范伟雪", "X001", "彭强涛同志"])
def test_a_notice_is_taken_down_by_two_people_and_one_of_them_twice_is_not_two(
    posted_on_tuesday: PostedOffice, second: str
) -> None:
    office = posted_on_tuesday
    first = "彭强涛" if "X001" in second or "彭" in second else "范伟雪"
    place = office.desk.publication.view(YEAR).current.postings[0].place
    for pair in ((first, second), (second, first)):
        down = TakenDown(place, office.clock.now, pair, "风吹落")
        take_down = partial(office.desk.publication.take_down, Actor("周敏"), YEAR, down)
        said = refused((TwoNamesNeeded,), take_down)
        assert said == "张贴和撤下都要两个人在场。请填写两个不同的姓名。"
    two = TakenDown(place, office.clock.now, ("范伟雪（政治部）", "周敏（政治部）"), "风吹落")
    office.desk.publication.take_down(Actor("周敏"), YEAR, two)
