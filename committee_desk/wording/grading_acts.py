"""The acts on grades in words. None tells why somebody has no grade."""

import json
from collections.abc import Callable

from committee_desk.domain.scores import Grade
from committee_desk.services.grading_views import DecisionKind
from committee_desk.services.views import JournalRow
from committee_desk.wording.dictionary import dictionary_word, dictionary_words
from committee_desk.wording.gradings import decision_kind_name, grade_name
from committee_desk.wording.language import tr

DECISIONS = {f"grading.{kind}": kind for kind in DecisionKind}


def grading_act(verb: str) -> str | None:
    """What was done about grades; None of other acts."""
    if verb in DECISIONS:
        return tr("登记决定：{kind}", kind=decision_kind_name(DECISIONS[verb]))
    return {
        "grading.choose": tr("改等次建议"),
        "grading.lift": tr("撤销等次审议的决定"),
        "grading.draw": tr("打印等次审议材料"),
        "ability.review": tr("登记业务能力评审"),
        "ability.draw": tr("打印业务能力评审意见表"),
    }.get(verb)


def _chosen(row: JournalRow) -> str:
    told = json.loads(row.what)
    grade = told.get("grade")
    return tr(
        "{code}：{year} 年度 {grade}",
        code=row.subject or "",
        year=told.get("year", ""),
        grade=grade_name(None if grade is None else Grade(grade)),
    )


def _decided(row: JournalRow) -> str:
    """The year, whom it is about, and its paper."""
    told = json.loads(row.what)
    about = dictionary_words((row.subject or "").split("+"))
    if about == str(told.get("year", "")):
        return tr("{year} 年度，{document}", year=about, document=told.get("document", ""))
    return tr(
        "{year} 年度 {about}，{document}", year=told.get("year", ""), about=about, document=told.get("document", "")
    )


def _of_person(row: JournalRow) -> str:
    return tr("{year} 年度 {code}", year=json.loads(row.what).get("year", ""), code=dictionary_word(row.subject or ""))


def _drawn(row: JournalRow) -> str:
    told = json.loads(row.what)
    paper = {"ranking": tr("考核得分汇总排名表"), "roll": tr("等次建议名册")}.get(str(told.get("paper")), "")
    version = told.get("version")
    if not version:
        return tr("{year} 年度{paper}，未定稿", year=row.subject or "", paper=paper)
    return tr("{year} 年度{paper}，第 {version} 版", year=row.subject or "", paper=paper, version=version)


GRADING_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    "grading.choose": _chosen,
    "grading.lift": _decided,
    **dict.fromkeys(DECISIONS, _decided),
    "grading.draw": _drawn,
    "ability.review": _of_person,
    "ability.draw": _of_person,
}
