"""A re-review as the office does it, for tests: opened on an accepted objection, declared, found, laid."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.course import Move
from committee_desk.domain.errors import DeskError
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, Motion, ProceedingKind
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.proceeding_views import Found, Opening, ProceedingRow
from committee_desk.wording.saying import sentence
from tests.services.closing_years import closing_office
from tests.services.posted_notices import YEAR, MovableClock, PostedOffice, at

CLERK = Actor("范伟雪")
CASE = "XX检刑诉受〔2026〕125号"
"""A case of J005's, reviewed by the 案管办."""
SCORED = (Challenge(ChallengeKind.REVIEW, (CASE,)),)
EXAMINERS = ("J012", "J015")
"""沈洋 of the fourth department and 朱康 of the third, neither of whom has a part in J005's figures."""
REVIEWED = Found(ChangeKind.REVIEW, (CASE,), "substance", "56", "重新评查，认定事实清楚", "复查笔录〔2027〕1号")


def refused(kind: type[DeskError], act: Callable[[], object]) -> str:
    """The sentence that the user reads."""
    with pytest.raises(kind) as error:
        act()
    return sentence(error.value)


def objection(office: PostedOffice, *, accept: bool = True, **filing: object) -> int:
    """An objection of J005's that was accepted; its number."""
    objections = office.desk.objections
    number = objections.register(CLERK, YEAR, office.file(**filing)).number
    if accept:
        objections.accept(CLERK, YEAR, number, objections.card(YEAR, number).row.held.entry)
    return number


def opened(
    office: PostedOffice,
    source: int | None = None,
    examiners: Sequence[str] = EXAMINERS,
    challenged: tuple[Challenge, ...] = SCORED,
) -> int:
    """A re-review of that objection; its number."""
    opening = Opening(
        ProceedingKind.OBJECTION, source if source is not None else objection(office), challenged, tuple(examiners)
    )
    return office.desk.proceedings.open(CLERK, YEAR, opening).number


def correction(desk: Desk, code: str, challenged: tuple[Challenge, ...] = (), basis: str = "考评委员会发现笔误") -> int:
    """A correction of the committee's own motion about that person; its number."""
    opening = Opening(ProceedingKind.CORRECTION, None, challenged, EXAMINERS, basis, code)
    return desk.proceedings.open(CLERK, YEAR, opening).number


def row(desk: Desk, number: int) -> ProceedingRow:
    """How it stands."""
    return desk.proceedings.card(YEAR, number).row


def seen(desk: Desk, number: int) -> int:
    """The entry of what a screen shows of it."""
    return row(desk, number).held.entry


def declared(desk: Desk, number: int, day: date) -> None:
    """Every examiner declared that day."""
    for each in row(desk, number).held.undeclared:
        name = each.code or each.name
        desk.proceedings.declare(CLERK, YEAR, number, name, day, seen(desk, number), "无应当回避的情形")


def find(desk: Desk, number: int, *changes: Found, findings: str = "调阅原卷，逐项核对。") -> None:
    """What was found."""
    desk.proceedings.find(CLERK, YEAR, number, findings, changes, seen(desk, number))


def lay(desk: Desk, number: int, motion: Motion = Motion.CHANGE, reasons: str = "评查得分有误") -> None:
    """The motion."""
    desk.proceedings.lay(CLERK, YEAR, number, motion, reasons, seen(desk, number))


def posted_year(path: Path, template: Path) -> Path:
    """The sample office with its grades posted on Monday 11 January 2027, to be copied."""
    made = closing_office(path, template)
    made.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    made.desk.close()
    return path


def copied(template: Path, path: Path) -> PostedOffice:
    """A copy of such an office on the day after."""
    shutil.copyfile(template, path)
    clock = MovableClock(at(12, 9))
    return PostedOffice(open_desk(path, clock=clock), clock, path)
