"""A rating round as its papers tell it: people with rare characters and long departments, terms, turnout, results."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

from committee_desk.domain.rater_statistics.findings import (
    Agreement,
    Ballots,
    Bar,
    ClassSpread,
    Flag,
    FlagKind,
    Icc,
    Interval,
    NotComputable,
    Pattern,
    PersonSpread,
    Quartiles,
    RoundStatistics,
    Severity,
    Shift,
    SignedAgreement,
    SignedStatistics,
    Why,
)
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid, ShownClass
from committee_desk.domain.rounds import Batch, RoundKind, RoundState, Terms, Turnout
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_book import Look
from committee_desk.services.round_paper_views import (
    BatchPaper,
    ClassTurnout,
    Envelope,
    EnvelopePaper,
    RatedPerson,
    RoundName,
    SlipPaper,
    StatisticsPaper,
    SummaryPaper,
)
from committee_desk.services.round_views import PersonResult

A, B, C = BallotClass.A, BallotClass.B, BallotClass.C
AT = datetime(2027, 1, 8, 9, 30, tzinfo=timezone(timedelta(hours=8)))
OFFICE = "云川县人民检察院"
STAMP = PublicationStamp(OFFICE, False, AT, "钱英", "7f3a91c2e05b44d81b6ef2a9903cd417" * 2, 4182)
GIVEN = ("王㛃", "李䶮", "陈𫖯", "赵𬱖", "钱英", "孙丽华", "欧阳建国", "买买提·吐尔逊江·阿卜杜热合曼", "周敏", "吴刚")
DEPARTMENTS = (
    "第一检察部",
    "第二检察部",
    "未成年人检察工作办公室（第七检察部）",
    "案件管理办公室（法律政策研究室、人民监督员工作办公室）",
    "检务督察部",
)
TERMS = Terms({A: Decimal("0.4"), B: Decimal("0.3"), C: Decimal("0.3")}, most_excellent=4)


def people(count: int) -> tuple[RatedPerson, ...]:
    """So many people, some of one name in one department."""
    return tuple(RatedPerson(f"J{at:03}", GIVEN[at % 10], DEPARTMENTS[at % 5]) for at in range(count))


def name(kind: RoundKind = RoundKind.GRADE) -> RoundName:
    """The round's name."""
    return RoundName(2026, "2026-测-001", "2026 年度检察官民主测评", kind)


def serials(count: int) -> tuple[str, ...]:
    """Serials of class B, as long as real ones."""
    return tuple(f"B7Q{chr(65 + at % 8)}{2 + at // 8 % 8}{2 + at % 7}K{3 + at % 6}" for at in range(count))


def slips(rated: int, count: int, kind: RoundKind = RoundKind.GRADE, at: datetime = AT) -> SlipPaper:
    """So many slips of class B on so many people."""
    return SlipPaper(OFFICE, False, at, name(kind), TERMS, B, people(rated), serials(count))


def envelopes() -> EnvelopePaper:
    """Envelopes for eight raters, each with a code of its own."""
    made = tuple(Envelope(each.name, each.department, B, f"7QK2M9PXW{at + 2}") for at, each in enumerate(people(8)))
    return EnvelopePaper(STAMP, name(), 5, 3, made)


def batches(*, strict: bool = False) -> BatchPaper:
    """Three batches; the last one had to be settled by a third."""
    held = (
        Batch(1, B, 8, "钱英", "周敏"),
        Batch(2, C, 20, "钱英", "周敏"),
        Batch(3, C, 7, "吴刚", "周敏", "钱英" if strict else None),
    )
    return BatchPaper(STAMP, name(), strict, held)


def result(at: int, shown: tuple[ShownClass, ...], total: str | None) -> PersonResult:
    """One person's result."""
    each = people(at + 1)[-1]
    return PersonResult(each.code, each.name, each.department, shown, Fraction(total) if total else None)


def of_class(classes: str, marks: int | None, mean: str, trimmed: int = 0) -> ShownClass:
    """A class, or several merged ones, as they may be shown."""
    return ShownClass(tuple(classes), marks, trimmed, Decimal("0.3"), Fraction(mean))


def summary(state: RoundState = RoundState.CLOSED) -> SummaryPaper:
    """A round that counts, with one person of every kind: all classes, merged ones, none to be shown, one empty."""
    shown = (
        result(0, (of_class("A", 3, "91"), of_class("B", 6, "88.75", 2), of_class("C", 12, "88.9", 2)), "89.695"),
        result(1, (of_class("AB", 5, "89.125"), of_class("C", 12, "88.9", 2)), "89"),
        result(2, (), "87.125"),
        result(3, (of_class("A", 4, "91"), of_class("C", 12, "88.9", 2)), "90.1"),
        result(4, (), None),
    )
    return SummaryPaper(
        stamp=STAMP,
        round=name(),
        state=state,
        imported=False,
        terms=TERMS,
        rated=5,
        turnouts=(
            ClassTurnout(A, Decimal("0.4"), Turnout(5, 5, 5, 4, 4, 0)),
            ClassTurnout(B, Decimal("0.3"), Turnout(8, 8, 8, 8, 7, 1)),
            ClassTurnout(C, Decimal("0.3"), Turnout(30, 28, 28, 27, 25, 2)),
        ),
        document="检考委〔2026〕12号",
        day=date(2026, 12, 20),
        reasons=((Invalid.HALF_BLANK, 2), (Invalid.TOO_MANY_EXCELLENT, 1)),
        people=shown if state is RoundState.CLOSED else (),
        batches=batches().batches,
    )


FEW = NotComputable(Why.TOO_FEW_BALLOTS, 4, 5)


def found() -> RoundStatistics:
    """Statistics of a round with four leaders, whose marks are not to be shown, and two larger classes."""
    bars = (Bar(0, 70, 5), Bar(70, 80, 19), Bar(80, 85, 40), Bar(85, 90, 77), Bar(90, 95, 61), Bar(95, 100, 30))
    one = (Icc("1,1", 0.2, Interval(0.05, 0.4), 3.2, 10, 50), Icc("1,k", 0.25, Interval(0.1, 0.45), 3.2, 10, 50))
    two = tuple(Icc(form, 0.3, None, None, 10, 50) for form in ("2,1", "2,k", "3,1", "3,k"))
    return RoundStatistics(
        (
            ClassSpread("A", 4, FEW),
            ClassSpread("B", 7, Quartiles(58.0, 80.0, 86.5, 91.0, 100.0), bars),
            ClassSpread("C", 25, Quartiles(70.0, 80.0, 85.5, 91.0, 98.0), bars[1:]),
        ),
        tuple(PersonSpread(each.code, FEW if not at else 2.0 + at / 2) for at, each in enumerate(people(5))),
        (Agreement("", 36, one, 0.49), Agreement("A", 4, FEW, FEW)),
        Ballots(None, 36),
        Ballots(4, 36),
        SignedStatistics(
            (
                Severity("L1", Shift(-4.2, Interval(-6.1, -2.3), 12, 3)),
                Severity("L3", NotComputable(Why.NOBODY_IN_COMMON)),
            ),
            SignedAgreement(3, 12, two),
            Pattern(2, 6, 3.1, 0.031, ("L1", "L2")),
            NotComputable(Why.NOT_MUTUAL),
        ),
        (
            Flag(FlagKind.FAR_BALLOTS, "", 4, 36),
            Flag(FlagKind.LOW_AGREEMENT, "", 0, 36, 0.25),
            Flag(FlagKind.SEVERE, "L1", 12, 3, -4.2),
            Flag(FlagKind.RECIPROCITY, "", 2, 6, 0.031),
        ),
    )


def statistics() -> StatisticsPaper:
    """The report on them; the committee looked into one of four questions."""
    looks = (Look("far_ballots", "考评委员会", date(2027, 1, 6), "未发现拉票，不影响得分。"),)
    raters = (("L1", "闫峰"), ("L2", "彭强涛"), ("L3", "雷国兰"))
    return StatisticsPaper(STAMP, name(), found(), people(5), raters, looks)
