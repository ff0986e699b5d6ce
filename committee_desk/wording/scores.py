"""Statuses and grades in words.

Why somebody is pending or without a grade is for 人员 and `score` alone; everybody else reads 另行确定 for all
reasons alike. Hence two forms.
"""

from collections.abc import Mapping
from functools import cache

from committee_desk.domain.scores import Grade, PerformanceGrade, PersonScore, Status
from committee_desk.wording.language import language, tr


def status_inside(status: Status) -> str:
    """The status for 人员 and `score`: names the reason."""
    reasons = {Status.PENDING: tr("待定：立案未结"), Status.NO_GRADE: tr("参加考核，不确定等次")}
    return reasons.get(status) or status_outside(status)


def status_outside(status: Status) -> str:
    """The status for every other screen and paper: 另行确定 for every reason alike."""
    return {
        Status.GRADED: tr("参加排名"),
        Status.EXTERNAL: tr("上级考核"),
        Status.LEFT: tr("年内离岗"),
        Status.INCOMPLETE: tr("评价未齐"),
        Status.TIE_AT_QUOTA: tr("名额处并列，待委员会决定"),
    }.get(status, tr("另行确定"))


def grade_in_words(grade: Grade) -> str:
    """A statutory annual grade."""
    return _grades(language())[grade]


@cache
def _grades(_language: str) -> Mapping[Grade, str]:
    """Their words, once for each language: long lists ask for them at every row."""
    return {
        Grade.EXCELLENT: tr("优秀"),
        Grade.COMPETENT: tr("称职"),
        Grade.BASIC: tr("基本称职"),
        Grade.INCOMPETENT: tr("不称职"),
    }


def performance_in_words(grade: PerformanceGrade) -> str:
    """The grade of casework alone."""
    return _performances(language())[grade]


@cache
def _performances(_language: str) -> Mapping[PerformanceGrade, str]:
    return {
        PerformanceGrade.EXCELLENT: tr("优秀"),
        PerformanceGrade.GOOD: tr("良好"),
        PerformanceGrade.PASS: tr("合格"),
        PerformanceGrade.FAIL: tr("不合格"),
    }


def proposed_grade(person: PersonScore) -> str:
    """The proposed grade as every screen and paper may show it."""
    return str(person.proposed_grade) if person.proposed_grade else status_outside(person.status)
