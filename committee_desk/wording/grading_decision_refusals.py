"""Sentences for what a decision on places, ties or incomplete people refuses."""

from committee_desk.services.grading_decision_refusals import (
    CategoryNotGraded,
    ConsentFileMissing,
    ConsentHeld,
    ConsentPercentWrong,
    DecisionDayWrong,
    DecisionNumberMissing,
    DecisionReasonMissing,
    NobodyToHandTo,
    NoLeftOver,
    NoSuchDecision,
    NotAmongEquals,
    NoTie,
    NotIncomplete,
    PlacesNegative,
    PlacesUsed,
    PooledAlready,
    PoolOverfull,
    PoolTooSmall,
    TieItemMissing,
    TieOvervoted,
    TieVotedOtherwise,
    TooManyOfTie,
)
from committee_desk.services.grading_seen import GradingChanged
from committee_desk.services.grading_views import AbilityReview, Choice
from committee_desk.wording.days import moment
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.gradings import decision_kind_name, grade_name, names_of, opinion_name
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


@says(PlacesUsed)
def _places_used(error: PlacesUsed) -> str:
    return tr(
        "按此决定，{category}优秀名额为 {places} 名，而名册上已有 {given} 人为优秀。请先调整等次，再登记此决定。",
        category=dictionary_word(error.category),
        places=error.places,
        given=error.given,
    )


@says(DecisionNumberMissing)
def _no_number(error: DecisionNumberMissing) -> str:
    return tr("“{kind}”没有写明文号或纪要编号。请填写。", kind=decision_kind_name(error.kind))


@says(DecisionDayWrong)
def _wrong_day(error: DecisionDayWrong) -> str:
    return tr(
        "日期 {day} 不对：应在 {first} 至 {last} 之间。请改正。",
        day=error.day.isoformat(),
        first=error.first.isoformat(),
        last=error.last.isoformat(),
    )


@says(DecisionReasonMissing)
def _decision_why(error: DecisionReasonMissing) -> str:
    return tr("“{kind}”没有写明理由。请写明理由。", kind=decision_kind_name(error.kind))


@says(NoSuchDecision)
def _no_such_decision(error: NoSuchDecision) -> str:
    return tr("没有登记过这项“{kind}”，或已被他人撤销。请刷新后再看。", kind=decision_kind_name(error.kind))


@says(NoTie)
def _no_tie(error: NoTie) -> str:
    return tr("{category}的优秀名额处没有平票，不用表决。", category=dictionary_word(error.category))


@says(NotAmongEquals)
def _not_equal(error: NotAmongEquals) -> str:
    return tr(
        "{code} 不在平票之列。只能从{names}中决定，或决定都不评为优秀。", code=error.code, names=names_of(error.equals)
    )


@says(TooManyOfTie)
def _too_many(error: TooManyOfTie) -> str:
    return tr(
        "平票处只剩 {open} 个优秀名额，选了 {chosen} 人。请少选，名额一个也不能多。",
        open=error.open_places,
        chosen=error.chosen,
    )


@says(TieVotedOtherwise)
def _voted_otherwise(error: TieVotedOtherwise) -> str:
    return tr("会议表决通过的是{names}，与所选不同。请按表决结果登记。", names=names_of(error.voted))


@says(TieOvervoted)
def _overvoted(error: TieOvervoted) -> str:
    return tr(
        "第 {meeting} 次会议表决通过了 {count} 人（{names}），而平票处只剩 {open} 个优秀名额，无从登记。"
        "请由委员会重新表决：重新打开这次会议更正表决，或另开一次会议。",
        meeting=error.meeting,
        count=len(error.voted),
        names=names_of(error.voted),
        open=error.open_places,
    )


@says(TieItemMissing)
def _no_item(error: TieItemMissing) -> str:
    return tr(
        "第 {meeting} 次会议的议程中没有就{names}平票的表决事项。请先列入议程并表决。",
        meeting=error.meeting,
        names=names_of(error.names),
    )


@says(NotIncomplete)
def _not_incomplete(error: NotIncomplete) -> str:
    return tr("{name}（{code}）的评价没有缺项，不用另作决定。", name=error.name, code=error.code)


@says(NobodyToHandTo)
def _nobody_to_hand(error: NobodyToHandTo) -> str:
    return tr(
        "{name}没有另一项评价可以承担所缺的分值。请补齐一项评价，或决定不确定等次、待补齐后补定。", name=error.name
    )


@says(NoLeftOver)
def _no_left_over(error: NoLeftOver) -> str:
    return tr(
        "全院优秀名额 {floor} 名，各类合计 {floors} 名，可分配的余额只有 {left} 名，不能分配 {wanted} 名。",
        floor=error.floor,
        floors=error.floors,
        left=error.left,
        wanted=error.wanted,
    )


@says(CategoryNotGraded)
def _not_graded(error: CategoryNotGraded) -> str:
    return tr(
        "{year} 年度没有评定{category}的等次：没有人，或考核方案没有通过。",
        year=error.year,
        category=dictionary_word(error.category),
    )


@says(PoolTooSmall)
def _pool_small(_: PoolTooSmall) -> str:
    return tr("合并计算名额至少要两个类别。请再选一个。")


@says(PooledAlready)
def _pooled(error: PooledAlready) -> str:
    return tr("{category}已与其他类别合并计算。请先撤销原来的合并。", category=dictionary_word(error.category))


@says(PoolOverfull)
def _pool_full(error: PoolOverfull) -> str:
    return tr(
        "合并后共 {base} 人，优秀名额 {floor} 名（{percent}%，不足一名的舍去），不能分 {wanted} 名。",
        base=error.base,
        floor=error.floor,
        percent=error.percent,
        wanted=error.wanted,
    )


@says(PlacesNegative)
def _negative(_: PlacesNegative) -> str:
    return tr("名额不能少于 0。请改正。")


@says(ConsentFileMissing)
def _no_file(_: ConsentFileMissing) -> str:
    return tr("优秀比例超过 20% 须有同级公务员主管部门的批复：文号、日期和批复文件缺一不可。请选择批复文件。")


@says(ConsentPercentWrong)
def _wrong_percent(error: ConsentPercentWrong) -> str:
    return tr("批复的优秀比例 {percent}% 不对：应超过 20%、不超过 25%。请改正。", percent=error.percent)


@says(ConsentHeld)
def _consent_held(error: ConsentHeld) -> str:
    return tr(
        "这是 {year} 年度提高优秀比例的批准文件，批准还在生效，不能撤下。请先在“等次审议”撤销该项批准。",
        year=error.year,
    )


@says(GradingChanged)
def _grading_changed(error: GradingChanged) -> str:
    if error.now is None or error.at is None:
        return tr(
            "“{about}”原来的登记已被别人取消，这次没有保存。请核对；仍要登记的，再确认一次。",
            about=_subject(error.about),
        )
    facts = {"by": error.by, "at": moment(error.at), "about": _subject(error.about)}
    if isinstance(error.now, Choice):
        return tr(
            "{by}在 {at} 已把{about}的等次改定为{grade}（理由：{reason}），没有覆盖。请核对；仍要改的，再确认一次。",
            grade=grade_name(error.now.grade),
            reason=quoted(error.now.reason),
            **facts,
        )
    if isinstance(error.now, AbilityReview):
        return tr(
            "{by}在 {at} 已登记{about}的业务能力评审，意见为{opinion}，没有覆盖。请核对；仍要改的，再确认一次。",
            opinion=opinion_name(error.now.opinion),
            **facts,
        )
    return tr(
        "{by}在 {at} 已登记“{kind}”（{about}，{document}），没有覆盖。请核对；仍要改的，再确认一次。",
        kind=decision_kind_name(error.now.kind),
        document=error.now.document,
        **facts,
    )


def _subject(about: str) -> str:
    """A person's name as it is, categories by their words."""
    return tr("、").join(dictionary_word(each) for each in about.split("+") if each) or tr("全院")
