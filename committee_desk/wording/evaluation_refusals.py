"""Sentences for what an evaluation, a cause finding and an override refuse."""

from committee_desk.services.evaluation_views import (
    CaseNotClosed,
    CauseChanged,
    CauseIncomplete,
    CauseIsNoFault,
    CauseMissing,
    CauseTooEarly,
    DeductionStands,
    EvaluationChanged,
    EvaluationReasonMissing,
    FiguresImported,
    GradeUnknown,
    ItemNameless,
    ItemOutside,
    ItemsDisagree,
    MarkOutside,
    MarkTooFine,
    NoCauseAsked,
    NoEvaluation,
    RepliedTooEarly,
    ReplyMissing,
    ReviewDayMissing,
    ReviewedAhead,
    ReviewedTooEarly,
    ReviewerMissing,
    ReviewsOwnCase,
)
from committee_desk.services.override_views import (
    NothingToOverride,
    NotImported,
    NotOverridable,
    OverrideChanged,
    OverrideEvidenceMissing,
    OverrideSame,
    OverrideTaken,
    OverrideValueRefused,
    OverrideWhyMissing,
)
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import cause_name, side_name
from committee_desk.wording.field_names import field_name
from committee_desk.wording.history import value_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain
from committee_desk.wording.saying import says


@says(CaseNotClosed)
def _case_not_closed(error: CaseNotClosed) -> str:
    return tr("{number} 尚未审结，不能评价；办理中的案件由流程监控。请在审结后再评价。", number=error.number)


@says(MarkOutside)
def _mark_outside(error: MarkOutside) -> str:
    return tr(
        "{number} 的{side}得分应在 0 至 {most} 之间。请改正。",
        number=error.number,
        side=side_name(error.field),
        most=plain(error.most),
    )


@says(MarkTooFine)
def _mark_too_fine(error: MarkTooFine) -> str:
    side = dictionary_word(error.item) if error.item else side_name(error.field)
    return tr("{number} 的{side}最多两位小数。请改正。", number=error.number, side=side)


@says(ItemsDisagree)
def _items_disagree(error: ItemsDisagree) -> str:
    return tr(
        "{number} 的{side}各项共扣 {lost} 分，与{side}得分 {mark} 对不上。请改正得分或扣分。",
        number=error.number,
        side=side_name(error.field),
        lost=plain(error.lost),
        mark=plain(error.mark),
    )


@says(ItemNameless)
def _item_nameless(error: ItemNameless) -> str:
    return tr("{number} 的评价项目要写明名称，属于实体或程序。请改正。", number=error.number)


@says(ItemOutside)
def _item_outside(error: ItemOutside) -> str:
    if error.item:
        return tr(
            "{number} 的“{item}”扣分应在 0 至 {most} 之间，不写负号。请改正。",
            number=error.number,
            item=dictionary_word(error.item),
            most=plain(error.most),
        )
    return tr(
        "{number} 的{side}各项扣分应在 0 至 {most} 之间。请改正。",
        number=error.number,
        side=side_name(error.side),
        most=plain(error.most),
    )


@says(GradeUnknown)
def _grade_unknown(error: GradeUnknown) -> str:
    return tr(
        "{year} 年审结的案件没有“{grade}”这一评查等次。请从{known}中选一个。",
        year=error.year,
        grade=dictionary_word(error.grade),
        known=tr("、").join(map(dictionary_word, error.known)),
    )


@says(ReviewerMissing)
def _reviewer_missing(error: ReviewerMissing) -> str:
    return tr("{number} 没有写明评查人。请填写评查人的姓名或工号。", number=error.number)


@says(ReviewDayMissing)
def _review_day_missing(error: ReviewDayMissing) -> str:
    return tr("{number} 没有写明评查日期。请填写，如 2026-03-05。", number=error.number)


@says(ReviewsOwnCase)
def _reviews_own_case(error: ReviewsOwnCase) -> str:
    told = {"number": error.number, "reviewer": error.reviewer, "name": error.handler.name, "code": error.handler.code}
    if error.handler.certain:
        return tr("{number} 由{name}（{code}）承办，本人不能评查自己的案件。请改由他人评查。", **told)
    return tr(
        "{number} 的评查人“{reviewer}”与承办人{name}（{code}）姓名相近，本人不能评查自己的案件。"
        "确是另一人的，请在姓名后注明其工号。",
        **told,
    )


@says(ReviewedTooEarly)
def _reviewed_too_early(error: ReviewedTooEarly) -> str:
    return tr(
        "{number} 在 {closed} 才审结，评查日期 {reviewed} 在此之前。请改正评查日期。",
        number=error.number,
        closed=error.closed,
        reviewed=error.reviewed,
    )


@says(ReviewedAhead)
def _reviewed_ahead(error: ReviewedAhead) -> str:
    return tr(
        "{number} 的评查日期 {reviewed} 还没有到，今天是 {today}。请改正评查日期；电脑的日期不对的，先改正电脑的日期。",
        number=error.number,
        reviewed=error.reviewed,
        today=error.today,
    )


@says(FiguresImported)
def _figures_imported(error: FiguresImported) -> str:
    return tr(
        "{number} 的评查分、等次、评查人、日期和说明是导入的，不能在这里改。"
        "确需更正得分或等次的，用“更正导入值”，由两人办理；要整份撤回的，请撤回那次导入。",
        number=error.number,
    )


@says(EvaluationChanged)
def _evaluation_changed(error: EvaluationChanged) -> str:
    if error.now is None:
        return tr("{number} 的评价已被{actor}撤回，您的改动没有保存。请重新打开再录。", **_who(error))
    return tr(
        "{number} 的评价已被{actor}在 {at} 改动，现为{grade}、{total} 分，您的改动没有保存。请重新打开再录。",
        **_who(error),
        grade=dictionary_word(error.now.review.grade),
        total=plain(error.now.review.substance + error.now.review.procedure),
    )


def _who(error: EvaluationChanged) -> dict[str, str]:
    at = f"{error.at:%Y-%m-%d %H:%M}" if error.at is not None else ""
    return {"number": error.number, "actor": error.actor or tr("他人"), "at": at}


@says(NoEvaluation)
def _no_evaluation(error: NoEvaluation) -> str:
    return tr("{number} 还没有评价。请先录入评价。", number=error.number)


@says(ReplyMissing)
def _reply_missing(error: ReplyMissing) -> str:
    return tr("请写明{number} 承办人的意见及其日期；没有意见的写“无异议”。", number=error.number)


@says(RepliedTooEarly)
def _replied_too_early(error: RepliedTooEarly) -> str:
    return tr(
        "{number} 在 {reviewed} 才评查，承办人意见的日期 {replied} 在此之前。请改正日期。",
        number=error.number,
        reviewed=error.reviewed,
        replied=error.replied,
    )


@says(EvaluationReasonMissing)
def _evaluation_reason_missing(error: EvaluationReasonMissing) -> str:
    return tr("撤回{number} 的评价要写明理由。请填写。", number=error.number)


@says(CauseMissing)
def _cause_missing(error: CauseMissing) -> str:
    return tr(
        "{number} 的处理结果是“{outcome}”，须先由考评委员会作原因认定（失误、证据变化或法律分歧），才能扣分。"
        "请先录入原因认定。",
        number=error.number,
        outcome=error.outcome,
    )


@says(CauseIsNoFault)
def _cause_is_no_fault(error: CauseIsNoFault) -> str:
    return tr(
        "{number}（{outcome}）经 {decision} 认定为{cause}，不是失误，不能扣分。请改用不扣分的等次或分值。",
        number=error.number,
        outcome=error.outcome,
        decision=error.decision,
        cause=cause_name(error.cause),
    )


@says(NoCauseAsked)
def _no_cause_asked(error: NoCauseAsked) -> str:
    return tr(
        "{number} 的处理结果（{outcome}）不是无罪，也不是免予刑事处罚，不需要原因认定。处理结果有误的，请先更正案件。",
        number=error.number,
        outcome=error.outcome or tr("空"),
    )


@says(CauseIncomplete)
def _cause_incomplete(error: CauseIncomplete) -> str:
    if error.field == "decision":
        return tr("请填写{number} 原因认定的决定文号。", number=error.number)
    return tr("请填写{number} 原因认定的理由。", number=error.number)


@says(CauseTooEarly)
def _cause_too_early(error: CauseTooEarly) -> str:
    return tr(
        "{number} 在 {closed} 才审结，原因认定的日期 {day} 在此之前。请改正日期。",
        number=error.number,
        closed=error.closed,
        day=error.day,
    )


@says(CauseChanged)
def _cause_changed(error: CauseChanged) -> str:
    if error.now is None:
        return tr("{number} 的原因认定已被他人改动，您的改动没有保存。请重新打开再录。", number=error.number)
    return tr(
        "{number} 的原因认定已被他人录为{cause}（{decision}），您的改动没有保存。请重新打开再录。",
        number=error.number,
        cause=cause_name(error.now.cause),
        decision=error.now.decision,
    )


@says(DeductionStands)
def _deduction_stands(error: DeductionStands) -> str:
    return tr(
        "{number} 已因失误扣分（{what}），认定改为其他原因前须先撤回：改评查等次，或撤回该登记号的事项。",
        number=error.number,
        what=tr("、").join(map(_deducted, error.what)),
    )


def _deducted(what: str) -> str:
    return tr("登记号 {number}", number=what) if what.isdecimal() else dictionary_word(what)


@says(NothingToOverride)
def _nothing_to_override(_error: NothingToOverride) -> str:
    return tr("台账上已没有这一项，可能刚被撤回或替换。请重新打开再看。")


@says(NotImported)
def _not_imported(_error: NotImported) -> str:
    return tr("这一项是在本台账录入的，不是导入的，不用更正。请在录入它的地方直接修改。")


@says(NotOverridable)
def _not_overridable(error: NotOverridable) -> str:
    return tr("“{field}”不能单独更正。请修改来源工作簿后重新导入。", field=field_name(error.field))


@says(OverrideSame)
def _override_same(error: OverrideSame) -> str:
    return tr("“{field}”现在就是这个值，不用更正。请填写不同的值，或取消。", field=field_name(error.field))


@says(OverrideWhyMissing)
def _override_why_missing(_error: OverrideWhyMissing) -> str:
    return tr("更正导入值要写明理由。请填写。")


@says(OverrideEvidenceMissing)
def _override_evidence_missing(_error: OverrideEvidenceMissing) -> str:
    return tr("更正导入值要有凭据。请填写凭证号或文号。")


@says(OverrideTaken)
def _override_taken(error: OverrideTaken) -> str:
    return tr(
        "“{field}”改成这个值以后，与台账上已有的另一项完全相同。请先查清是不是重复登记。", field=field_name(error.field)
    )


@says(OverrideChanged)
def _override_changed(error: OverrideChanged) -> str:
    return tr(
        "“{field}”已被他人改动，现为 {now}，您的更正没有保存。请重新打开再更正。",
        field=field_name(error.field),
        now=value_word(error.now),
    )


@says(OverrideValueRefused)
def _override_value_refused(error: OverrideValueRefused) -> str:
    told = {"field": field_name(error.field), "least": value_word(error.least), "most": value_word(error.most)}
    known = tr("、").join(map(dictionary_word, error.known))
    return {
        "number": tr("“{field}”应是数字。请改正。", **told),
        "whole": tr("“{field}”应是 {least} 至 {most} 的整数。请改正。", **told),
        "date": tr("“{field}”应是日期，如 2026-03-05。请改正。", **told),
        "range": tr("“{field}”应在 {least} 至 {most} 之间。请改正。", **told),
        "fine": tr("“{field}”最多 {most} 位小数。请改正。", **told),
        "year": tr("“{field}”不在本台账的年度（{known}）之内。请改正。", **told, known=known),
        "grade": tr("“{field}”不是该年的评查等次。该年的等次是{known}。请改正。", **told, known=known),
        "order": tr("“{field}”早于受理日期 {least}。请改正。", **told),
        "shares": tr("“{field}”与其他承办人的合计超过 1，最多为 {most}。请改正。", **told),
    }.get(error.why, tr("“{field}”的值不合要求。请改正。", **told))
