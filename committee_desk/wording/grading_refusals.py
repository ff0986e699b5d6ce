"""Sentences for what grading refuses of a grade, a list of grades and what they rest on."""

from committee_desk.domain.course import Move
from committee_desk.services.grading_refusals import (
    BackReasonMissing,
    DecidedAfterVote,
    DepartureAfterVote,
    DepartureReasonMissing,
    FiguresMoved,
    GradeBound,
    GradesOutOfBounds,
    GradesOwn,
    GradingClosed,
    IncompleteUnsettled,
    ListNotVoted,
    ListProposed,
    MeetingUnnamed,
    NobodyToGrade,
    NoGradeByHand,
    NoPlaceLeft,
    NotOnRoll,
    OverPlaces,
    ProposalUnprepared,
    ReviewerTwice,
    ReviewerUnclear,
    ReviewIncomplete,
    ReviewOutstanding,
    ReviewsKin,
    ReviewsSelf,
    SchemeNotAdopted,
    TieUndecided,
    UnfitUngraded,
    YearNotOver,
)
from committee_desk.wording.courses import stage_name
from committee_desk.wording.days import month_name
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.gradings import bound_reason, decision_kind_name, grade_name, moved_people, names_of
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says

RUN = 2
"""More months than these are told by their first and last."""


@says(GradingClosed)
def _closed(error: GradingClosed) -> str:
    return tr(
        "{year} 年度已经是“{stage}”，等次不再改动。确要改动的，请先写明理由退回。",
        year=error.year,
        stage=stage_name(error.stage),
    )


@says(ListProposed)
def _proposed(error: ListProposed) -> str:
    return tr(
        "{year} 年度等次建议已经提出，“{kind}”会使名册上的等次变动。请先撤回等次建议，登记后重新提出。",
        year=error.year,
        kind=decision_kind_name(error.kind),
    )


@says(NotOnRoll)
def _not_on_roll(error: NotOnRoll) -> str:
    return tr(
        "{code} 不在 {year} 年度的等次名册上：不在本院评定、已离开，或所属类别的考核方案没有通过。请核对工号。",
        code=error.code,
        year=error.year,
    )


@says(GradeBound)
def _bound(error: GradeBound) -> str:
    if error.why is None:
        return tr("按考核规定和方案，{name}不能定为“{grade}”。", name=error.name, grade=grade_name(error.grade))
    return tr(
        "{name}不能定为“{grade}”：{why}。", name=error.name, grade=grade_name(error.grade), why=bound_reason(error.why)
    )


@says(NoPlaceLeft)
def _no_place(error: NoPlaceLeft) -> str:
    return tr(
        "{category}优秀名额 {places} 名（{base} 人的 {percent}%，不足一名的舍去）已经用完。请先调整其他人的等次。",
        category=dictionary_word(error.category),
        places=error.places,
        base=error.base,
        percent=error.percent,
    )


@says(OverPlaces)
def _over_places(error: OverPlaces) -> str:
    return tr(
        "{category}优秀名额 {places} 名，名册上有 {given} 人为优秀，超出名额。请在等次审议页调整。",
        category=dictionary_word(error.category),
        places=error.places,
        given=error.given,
    )


@says(DepartureReasonMissing)
def _no_reason(error: DepartureReasonMissing) -> str:
    return tr("{name}的等次与建议不同，没有写明理由。请写明理由。", name=error.name)


@says(MeetingUnnamed)
def _no_meeting(error: MeetingUnnamed) -> str:
    return tr("{year} 年度等次建议已经提出，改动由委员会在会议上作出。请写明是第几次会议。", year=error.year)


@says(ReviewIncomplete)
def _review_incomplete(error: ReviewIncomplete) -> str:
    what = {
        "reviewers": tr("评审人"),
        "looked_at": tr("评审了什么（案卷、庭审、文书）"),
        "findings": tr("评审情况"),
    }.get(error.field, error.field)
    return tr("业务能力评审没有写明{what}。请填写。", what=what)


@says(ReviewsSelf)
def _reviews_self(error: ReviewsSelf) -> str:
    return tr("{name}不能评审自己的业务能力。请另写评审人。", name=error.name)


@says(ReviewsKin)
def _reviews_kin(error: ReviewsKin) -> str:
    return tr(
        "评审人“{reviewer}”与 {name} 有亲属关系（见“人员”页的回避关系），应当回避，不能评审其业务能力。请另写评审人。",
        reviewer=quoted(error.reviewer),
        name=error.name,
    )


@says(GradesOwn)
def _grades_own(error: GradesOwn) -> str:
    if error.kin:
        return tr(
            "{who} 与 {name} 有亲属关系（见“人员”页的回避关系），应当回避，不能登记与其等次有关的事项。请由其他同事"
            "登记。",
            who=error.who,
            name=error.name,
        )
    return tr("{who} 是被评定等次的本人，应当回避，不能登记与自己等次有关的事项。请由其他同事登记。", who=error.who)


@says(ReviewerUnclear)
def _reviewer_unclear(error: ReviewerUnclear) -> str:
    return tr(
        "评审人“{reviewer}”可能是{options}，其中有 {name} 本人或其亲属，应当回避。请写全评审人的姓名，同名的连同工号。",
        reviewer=quoted(error.reviewer),
        name=error.name,
        options=tr("、").join(error.options),
    )


@says(ReviewerTwice)
def _reviewer_twice(error: ReviewerTwice) -> str:
    return tr(
        "评审人“{one}”和“{other}”是同一个人，只能写一次。请删去一个；确是同名的两个人的，写上工号或单位，"
        "如：王伟（J003）、省院王伟。",
        one=quoted(error.one),
        other=quoted(error.other),
    )


@says(NobodyToGrade)
def _nobody(error: NobodyToGrade) -> str:
    return tr("{year} 年度没有可以评定等次的人。请先导入人员，并通过考核方案。", year=error.year)


@says(SchemeNotAdopted)
def _unadopted(error: SchemeNotAdopted) -> str:
    return tr(
        "{year} 年度检察官的考核方案还没有经委员会通过，不能据以提出等次建议。请先在方案页登记通过。", year=error.year
    )


@says(GradesOutOfBounds)
def _out_of_bounds(error: GradesOutOfBounds) -> str:
    return tr(
        "{names}的等次与现在的得分、业绩考评或有关决定不符。请在等次审议页重新确定。", names=names_of(error.names)
    )


@says(TieUndecided)
def _undecided(error: TieUndecided) -> str:
    return tr(
        "{category}优秀名额处平票：{names}四项全部相同，名额不够。请先由委员会表决并登记。",
        category=dictionary_word(error.category),
        names=names_of(error.names),
    )


@says(IncompleteUnsettled)
def _unsettled(error: IncompleteUnsettled) -> str:
    return tr("{names}评价不全，还没有决定如何处理。请先由委员会决定并登记。", names=names_of(error.names))


@says(ListNotVoted)
def _not_voted(error: ListNotVoted) -> str:
    return tr(
        "等次建议第 {version} 版还没有经考评委员会表决通过并编定纪要。请在“会议”中召集会议、表决、编定纪要。",
        version=error.version,
    )


@says(ReviewOutstanding)
def _outstanding(error: ReviewOutstanding) -> str:
    return tr(
        "{names}排名在后，还没有业务能力评审意见，不能定等次：先评审，后定等次。请先登记评审意见。",
        names=names_of(error.names),
    )


@says(UnfitUngraded)
def _unfit(error: UnfitUngraded) -> str:
    return tr(
        "{names}的业务能力评审意见为不胜任，等次至多为基本称职。请选定等次并写明理由。", names=names_of(error.names)
    )


@says(FiguresMoved)
def _moved(error: FiguresMoved) -> str:
    return tr(
        "等次建议第 {version} 版提出之后数据有变动：{moved}。请撤回等次建议，重新提出后再审议。",
        version=error.version,
        moved=moved_people(error.moved),
    )


@says(DepartureAfterVote)
def _after_vote(error: DepartureAfterVote) -> str:
    return tr(
        "{names}的等次或评审意见是在表决之后登记的，没有经过表决。请就名册重新表决。", names=names_of(error.names)
    )


@says(DecidedAfterVote)
def _decided_after(error: DecidedAfterVote) -> str:
    return tr(
        "“{kind}”是在表决之后登记或撤销的，名册没有按它表决过。请就名册重新表决。", kind=decision_kind_name(error.kind)
    )


@says(ProposalUnprepared)
def _unprepared(error: ProposalUnprepared) -> str:
    missing = []
    if error.months:
        missing.append(tr("{months}的平时考核结果没有公布", months=_months(error.months)))
    if error.unreported:
        missing.append(
            tr_n(
                "{count} 名检察官没有交述职报告（{names}）",
                "{count} 名检察官没有交述职报告（{names}）",
                len(error.unreported),
                names=names_of(error.unreported),
            )
        )
    return tr(
        "{year} 年度提名前还差：{missing}。请先公布、登记；确要现在提名的，请写明理由。",
        year=error.year,
        missing=tr("，").join(missing),
    )


def _months(months: tuple[int, ...]) -> str:
    """Each by its name; a run of several from its first to its last."""
    if len(months) > RUN and months[-1] - months[0] == len(months) - 1:
        return tr("{first}至{last}", first=month_name(months[0]), last=month_name(months[-1]))
    return tr("、").join(map(month_name, months))


@says(YearNotOver)
def _not_over(error: YearNotOver) -> str:
    return tr(
        "{year} 年度还没有过完，得分不完整，不能提名。请在 {next} 年 1 月 1 日后提名。",
        year=error.year,
        next=error.year + 1,
    )


@says(NoGradeByHand)
def _by_hand(error: NoGradeByHand) -> str:
    return tr(
        "{name}参加排名，应当确定等次；“另行确定”只由处分、立案或请假的记录产生。请选择一个等次。", name=error.name
    )


@says(BackReasonMissing)
def _back_reason(error: BackReasonMissing) -> str:
    if error.move is Move.WITHDRAW:
        return tr("撤回 {year} 年度的等次建议没有写明理由。请写明理由。", year=error.year)
    return tr("{year} 年度的名册退回没有写明理由。请写明理由。", year=error.year)
