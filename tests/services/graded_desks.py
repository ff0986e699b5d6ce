"""Desks for tests of grading: an office whose totals are chosen to the hundredth, its committee, its meetings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.grade_list import Listed
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.grading_views import AbilityReview, CategoryRoll, Opinion
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.second import Second
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import YEAR, appoint, close, opened, view, vote
from tests.services.turnouts import turn_out

PROSECUTORS = str(Category.PROSECUTOR)
ASSISTANTS = str(Category.ASSISTANT)
SECOND = Second("王芳")
TODAY = date(2027, 1, 11)
V5 = (
    "93.42", "92.10", "91.86", "91.86", "90.55", "89.90", "88.74", "88.20",
    "87.65", "87.01", "86.40", "85.12", "84.77", "83.05", "80.60", "74.30",
)  # fmt: skip
"""The totals of the worked example V5: sixteen people, three places, equals at the third and fourth."""
DECIDED = Adoption("考评委〔2026〕1号", date(2026, 1, 20))
COMMITTEE = ("Z001", "Z002", "Z003", "Z004", "Z005")


class Person(NamedTuple):
    """Somebody of the office: with all marks and no case, so that the ledgers make the total."""

    code: str
    total: str
    category: str = PROSECUTORS
    leader: bool = True
    ballot: bool = True
    department: str = "第一检察部"


def office(desk: Desk, folder: Path, people: Iterable[Person], *, adopt: bool = True, turned_out: bool = True) -> Desk:
    """Read these people in with what makes their totals, and adopt the schemes of their categories."""
    told = tuple(people)
    given: Mapping[Kind, Sequence[Mapping[str, Any]]] = {
        Kind.PEOPLE: [*(_roster(each) for each in told), *_staff()],
        Kind.EVENTS: [row for each in told for row in _events(each)],
        Kind.LEADER_RATINGS: [
            {"被评价人工号": each.code, "评价人": "检察长", "得分": 100} for each in told if each.leader
        ],
        Kind.BALLOTS: [
            {"票号": "A-1", "票类": "A", "被测评人工号": each.code, "得分": 100} for each in told if each.ballot
        ],
    }
    for kind, rows in given.items():
        read(desk, kind, workbook(folder / f"{kind.value}.xlsx", rows))
    if adopt:
        for category in dict.fromkeys(each.category for each in told):
            desk.schemes.adopt(Actor("周敏"), YEAR, Category(category), DECIDED, None)
    if turned_out:
        turn_out(desk, Actor("周敏"))
    return desk


def sixteen(totals: Iterable[str] = V5) -> list[Person]:
    """J001, J002 … with these totals."""
    return [Person(f"J{number:03}", total) for number, total in enumerate(totals, start=1)]


def _roster(person: Person) -> Mapping[str, Any]:
    return {
        "工号": person.code, "姓名": f"检{person.code}", "部门": person.department, "人员类别": person.category,
        "到岗日期": "2020-01-01",
    }  # fmt: skip


def _staff() -> list[Mapping[str, Any]]:
    """The committee: the chief and four of other staff, none of whom is graded among those above."""
    posts = ("检察长", "政治部主任", "办公室主任", "检务督察室主任", "技术科科长")
    return [
        {
            "工号": code, "姓名": f"委{code}", "部门": "院领导", "人员类别": "检察官", "职务": post, "领导成员": "是",
            "到岗日期": "2020-01-01",
        }
        for code, post in zip(COMMITTEE, posts, strict=True)
    ]  # fmt: skip


def _events(person: Person) -> list[Mapping[str, Any]]:
    """What the ledgers must bring. A prosecutor without cases has 80 with all marks: each point of 办案效果 is five."""
    missing = Decimal(person.total) - (80 if person.category == PROSECUTORS else 0)
    if person.category != PROSECUTORS:
        return []
    skill = min(Decimal(10), max(Decimal(0), missing))
    given = {"司法技能": skill, "办案效果": (missing - skill) / 5}
    return [
        {
            "工号": person.code, "指标": name, "日期": "2026-05-06", "分值": points, "事由": "试验", "凭证号": "试1号",
            "审批人": "主任",
        }
        for name, points in given.items()
        if points
    ]  # fmt: skip


def roll(desk: Desk, category: str = PROSECUTORS) -> CategoryRoll:
    """One category's part of the roll."""
    return next(each for each in desk.grading.view(YEAR).rolls if each.category == category)


def line(desk: Desk, code: str) -> Listed:
    """One person's line."""
    return next(row.listed for each in desk.grading.view(YEAR).rolls for row in each.rows if row.code == code)


def review(code: str, opinion: Opinion = Opinion.FIT) -> AbilityReview:
    """An ability review as the committee's office types it."""
    return AbilityReview(
        code, "排名在后", ("薛评", "熊审"), ("案卷", "庭审", "文书"), "抽查三件，事实清楚。", opinion, date(2027, 1, 6)
    )


def review_bottom(desk: Desk, actor: Actor) -> None:
    """Review everybody who has to be."""
    for each in desk.grading.view(YEAR).rolls:
        for row in each.rows:
            if row.awaits_review:
                desk.grading.review(actor, YEAR, review(row.code))


def ready(desk: Desk, actor: Actor) -> Desk:
    """Appoint the committee, review the bottom and propose."""
    appoint(desk, actor, COMMITTEE, chair="Z001", deputy="Z002")
    review_bottom(desk, actor)
    turn_out(desk, actor)
    desk.grading.propose(actor, YEAR, "按现有数据提名")
    return desk


def grades_item(desk: Desk) -> AgendaItem:
    """The agenda's item on everybody of the roll."""
    codes = tuple(row.code for each in desk.grading.view(YEAR).rolls for row in each.rows)
    return AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议", codes)


def tie_item(equals: Iterable[str]) -> AgendaItem:
    """The agenda's item on a tie."""
    return AgendaItem("平", ItemKind.TIE, "优秀名额处平票的表决", tuple(equals))


def held(desk: Desk, actor: Actor, *agenda: AgendaItem) -> int:
    """A meeting that was opened; its number."""
    return opened(desk, actor, *agenda)


def pass_all(desk: Desk, actor: Actor, number: int, item: str = "1") -> None:
    """Everybody present votes for every question of the item."""
    for each in view(desk, number).questions_of(item):
        vote(desk, actor, number, each.entitled, item=item, subject=each.question.subject)


def approve(desk: Desk, actor: Actor, *, before: Callable[[int], None] | None = None) -> int:
    """Vote on the list in a meeting, close it and approve; its number."""
    number = held(desk, actor, grades_item(desk))
    if before is not None:
        before(number)
    pass_all(desk, actor, number)
    close(desk, actor, number, f"检考委〔2027〕{number}号")
    desk.grading.approve(actor, YEAR, number)
    return number
