"""Grade sheets for tests: valid as they stand, changed field by field."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from committee_desk.domain.explanation import IndicatorExplanation, Input, Step
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.domain.sources import Source
from committee_desk.services.sheet_views import (
    GradeSheet,
    Outcome,
    SheetIndicator,
    SheetLimit,
    SheetPart,
    SheetPerson,
    Stamp,
)
from committee_desk.services.views import Head

RARE = "㛃𬭎䶮𫖯𬱖𠅤"

LINES = {
    "performance": (
        ("quantity", "办案数量", 20, 1947, "折合 58.41 件，目标 60.00 件，完成 97.35%"),
        ("quality", "办案质量", 28, 2561, "评查 59 件，均分 87.90；优质 4 件，基本合格 1 件"),
        ("efficiency", "办案效率", 8, 752, "有办理期限 57.2 件，期限内办结 53.8 件"),
        ("effect", "办案效果", 8, 600, "基准 6.00，无加减"),
        ("safety", "办案安全", 3, 300, "基准 3.00，无加减"),
        ("regularity", "办案规范", 3, 270, "基准 3.00；流程监控提示 −0.30（政〔2026〕124号）"),
    ),
    "common": (
        ("conduct", "司法作风", 4, 400, "基准 4.00，无加减"),
        (
            "skill",
            "司法技能",
            10,
            750,
            "课题 +3.00（政〔2026〕371号）；信息简报采用 +4.50（政〔2026〕43号、128号、361号）",
        ),
        ("ethics", "职业操守", 6, 550, "基准 6.00；考勤通报 −0.50（政〔2026〕116号）"),
    ),
    "overall": (
        ("leader_rating", "领导评价", 6, 525, "2 名领导评分，均分 87.50"),
        ("peer_rating", "民主测评", 4, 353, "三类票加权均分 88.25"),
    ),
    "bonus": (("bonus", "加分", 5, 0, "无"),),
}
NAMES = {"performance": "业绩", "common": "共性", "overall": "综合", "bonus": "加分"}
BASES = {line[0]: line[4] for lines in LINES.values() for line in lines}


def said(explanation: IndicatorExplanation) -> str:
    """The basis that the explanation brings along, in place of the wording."""
    return str(explanation.rule.facts["said"])


def indicator(part: str, number: int, said_instead: str | None = None) -> SheetIndicator:
    name, title, maximum, figure, basis = LINES[part][number]
    explanation = IndicatorExplanation(
        name, part, maximum, figure, Step("said", {"said": said_instead or basis}), (), ()
    )
    return SheetIndicator(name, title, maximum, figure, applies=True, explanation=explanation)


def part(name: str) -> SheetPart:
    lines = tuple(indicator(name, number) for number in range(len(LINES[name])))
    maximum = sum(line.maximum for line in lines)
    return SheetPart(name, NAMES[name], maximum, sum(line.figure or 0 for line in lines), lines)


def sheet(**changes: object) -> GradeSheet:
    plain = GradeSheet(
        office="云川县人民检察院",
        demo=False,
        final=False,
        year=2026,
        person=SheetPerson("J013", "马𬱖", "第一检察部", "男", "检察官", "四级高级检察官", date(2018, 5, 1)),
        since=date(2026, 1, 1),
        until=date(2026, 12, 31),
        scheme="检察官年度考核方案",
        parts=tuple(part(name) for name in LINES),
        uncut=9008,
        total=9008,
        rank=4,
        ranked=17,
        performance=6430,
        performance_grade=PerformanceGrade.EXCELLENT,
        outcome=Outcome.GRADED,
        grade=Grade.COMPETENT,
        review_required=False,
    )
    return replace(plain, **changes)


def named(name: str, code: str = "J013") -> GradeSheet:
    return replace(sheet(), person=replace(sheet().person, name=name, code=code))


def with_basis(text: str, *wanted: str) -> GradeSheet:
    """Every indicator named (or all) says this as its basis."""
    parts = tuple(
        replace(
            each,
            indicators=tuple(
                indicator(each.part, number, text if not wanted or line.indicator in wanted else None)
                for number, line in enumerate(each.indicators)
            ),
        )
        for each in sheet().parts
    )
    return sheet(parts=parts)


def without(*names: str) -> GradeSheet:
    """These indicators do not apply."""
    parts = tuple(
        replace(
            each,
            indicators=tuple(
                replace(line, applies=False, figure=None) if line.indicator in names else line
                for line in each.indicators
            ),
        )
        for each in sheet().parts
    )
    return sheet(parts=parts)


def unrated(*names: str) -> GradeSheet:
    """These indicators lack their marks."""
    parts = tuple(
        replace(
            each,
            indicators=tuple(
                replace(line, figure=None) if line.indicator in names else line for line in each.indicators
            ),
        )
        for each in sheet().parts
    )
    return sheet(parts=parts, rank=None, grade=None, outcome=Outcome.OPEN)


WARNED = SheetLimit("政务警告", "X监政〔2026〕3号", date(2026, 10, 12), "not_excellent")


def stamp(of: GradeSheet | None = None, version: int = 1, supersedes: int | None = None) -> Stamp:
    return Stamp(
        version=version,
        fingerprint=(of or sheet()).fingerprint(),
        maker="经办人",
        at=datetime(2027, 1, 26, 9, 41, tzinfo=timezone(timedelta(hours=8))),
        head=Head(4182, "7f3a91c2e05b44d81b6ef2a9903cd417" * 2),
        supersedes=supersedes,
    )


def from_workbook(entry: int) -> GradeSheet:
    """The plain sheet whose first indicator came in with that entry of the journal."""
    given = Input("case", {"number": "某〔2026〕1号"}, Fraction(1), Source(entry, f"第{entry}次.xlsx", str(entry) * 64))
    first, *others = sheet().parts
    line, *lines = first.indicators
    told = replace(line, explanation=replace(line.explanation, inputs=(given,)))
    return sheet(parts=(replace(first, indicators=(told, *lines)), *others))
