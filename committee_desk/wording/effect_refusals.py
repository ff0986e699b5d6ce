"""Sentences for what is refused of a decision on re-review."""

from datetime import date

from committee_desk.domain.exact import figure
from committee_desk.domain.scores import Grade
from committee_desk.services.effect_refusals import (
    ChangedFactMoved,
    ChangeLeavesUnrated,
    ChangeOutOfBounds,
    ChangeOverPlaces,
    DecisionDayNotShown,
    DecisionNumberNeeded,
    DecisionNumberTaken,
    EffectsMoved,
    HowToldMissing,
    NobodyToTell,
    NoListToChange,
    NoReviewAsked,
    NotAReviewItem,
    NotHeard,
    NothingToChange,
    NotVotedOnAll,
    OtherNotHeard,
    ReviewsComeFirst,
    StandingComesFirst,
    StandingNotHeard,
    TieToDecide,
    ToldAlready,
    ToldOutOfTime,
    VotedBeforeMotion,
    WorseByOwnApplication,
)
from committee_desk.wording.days import dated
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.gradings import names_of
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import fact_name
from committee_desk.wording.saying import says


@says(NoListToChange)
def _no_list(error: NoListToChange) -> str:
    return tr(
        "{label}：{year} 年度没有审议通过的名册，没有可以变更的等次。数据有误的，请在原登记处更正后提出等次建议。",
        label=error.label,
        year=error.year,
    )


@says(ChangedFactMoved)
def _fact_moved(error: ChangedFactMoved) -> str:
    return tr(
        "{fact}已不是查明时的“{before}”，现为“{now}”，没有作任何变更。请重新查明事实，再提出复核意见。",
        fact=fact_name(error.change.kind, error.change.key),
        before=error.change.before or tr("无"),
        now=error.now or tr("无"),
    )


@says(EffectsMoved)
def _effects_moved(error: EffectsMoved) -> str:
    return tr(
        "{label}：提出复核意见后，名册或有关数据已经变动，影响与委员会表决时看到的不同，没有作出决定。"
        "请重新提出复核意见，再由委员会表决。",
        label=error.label,
    )


@says(NothingToChange)
def _nothing(error: NothingToChange) -> str:
    return tr("{label}：变更后没有任何人的得分、名次或等次改变。请提出维持的意见，或重新查明事实。", label=error.label)


@says(WorseByOwnApplication)
def _worse(error: WorseByOwnApplication) -> str:
    what = {"total": tr("得分"), "rank": tr("名次")}.get(error.what, tr("等次"))
    return tr(
        "{label}：变更后{name}的{what}由 {before} 变为 {after}，比现在不利。不因本人申请复核、申诉而加重处理"
        "（公务员法第九十六条），没有作出决定。确有错误的，请另行立项更正：写明依据，告知本人并听取意见。",
        label=error.label,
        name=error.name,
        what=what,
        before=_figure(error.what, error.before),
        after=_figure(error.what, error.after),
    )


@says(NotHeard)
def _not_heard(error: NotHeard) -> str:
    return tr(
        "{label}：拟变更对{name}不利，还没有听取本人意见。请先告知本人，登记听取意见的情况。",
        label=error.label,
        name=error.name,
    )


@says(OtherNotHeard)
def _other_not_heard(error: OtherNotHeard) -> str:
    return tr(
        "{label}：拟变更对{name}不利，还没有听取{name}的意见。请先告知{name}，登记听取意见的情况；"
        "或者不在本件中变更，对{name}另行立项更正：写明依据，告知本人并听取意见。",
        label=error.label,
        name=error.name,
    )


@says(StandingNotHeard)
def _standing_not_heard(error: StandingNotHeard) -> str:
    return tr(
        "{label}：名册通过后{names}有新的处分、请假等情况，变更会一并重新确定其等次，还没有听取其意见。"
        "请先告知{names}，在本更正中逐人登记听取意见的情况。",
        label=error.label,
        names=names_of(error.names),
    )


@says(StandingComesFirst)
def _standing_first(error: StandingComesFirst) -> str:
    return tr(
        "{label}：名册通过后{names}有新的处分、请假等情况，还没有更正，现在变更会连带改变其等次。"
        "请先就{names}办理更正，听取本人意见并作出决定，再提出本件的复核意见。",
        label=error.label,
        names=names_of(error.names),
    )


@says(ReviewsComeFirst)
def _reviews_first(error: ReviewsComeFirst) -> str:
    return tr(
        "{label}：变更后{names}排名在后，还没有业务能力评审意见：先评审，后定等次。"
        "请先登记评审意见，再提出复核意见、表决。",
        label=error.label,
        names=names_of(error.names),
    )


@says(ChangeOverPlaces)
def _over(error: ChangeOverPlaces) -> str:
    return tr(
        "{label}：变更后{category}有 {wanted} 人为优秀，名额只有 {places} 名，此前另定的等次（{names}）占用了名额。"
        "请把该等次也列入查明事实的变更（改为其他等次或者取消另定），听取其本人意见，再重新提出复核意见、表决。",
        label=error.label,
        category=dictionary_word(error.category),
        wanted=error.wanted,
        places=error.places,
        names=names_of(error.names) or tr("无"),
    )


@says(ChangeOutOfBounds)
def _out_of_bounds(error: ChangeOutOfBounds) -> str:
    return tr(
        "{label}：变更后{names}另定的等次与得分、业绩考评或有关决定不符；处分仍然有效的，处分撤销或变更并登记后才能改。"
        "请在查明事实中把该等次改为规则允许的等次或者取消另定，听取其本人意见，再重新提出复核意见、表决。",
        label=error.label,
        names=names_of(error.names),
    )


@says(ChangeLeavesUnrated)
def _unrated(error: ChangeLeavesUnrated) -> str:
    return tr(
        "{label}：变更后{names}没有任何有效评价，还没有决定如何处理。请重新查明事实。",
        label=error.label,
        names=names_of(error.names),
    )


@says(NotVotedOnAll)
def _not_all(error: NotVotedOnAll) -> str:
    return tr(
        "{label}：第 {meeting} 次会议的表决没有列明{names}，有关委员无从回避。请把等次变更的人都列入该议题，重新表决。",
        label=error.label,
        meeting=error.meeting,
        names=names_of(error.names),
    )


@says(NotAReviewItem)
def _not_review(error: NotAReviewItem) -> str:
    return tr(
        "{label}：第 {meeting} 次会议的“{title}”不是复核或更正议题。请选该会议的复核或更正议题。",
        label=error.label,
        meeting=error.meeting,
        title=error.title,
    )


@says(VotedBeforeMotion)
def _voted_before(error: VotedBeforeMotion) -> str:
    return tr(
        "{label}：第 {meeting} 次会议的表决早于现在的复核意见。请就现在的复核意见重新表决。",
        label=error.label,
        meeting=error.meeting,
    )


@says(TieToDecide)
def _tie(error: TieToDecide) -> str:
    return tr(
        "{label}：变更后{category}优秀名额处平票：{names}四项全部相同，名额 {places} 名。"
        "请在同一次会议上表决，并随本决定一并登记。",
        label=error.label,
        category=dictionary_word(error.category),
        names=names_of(error.names),
        places=error.places,
    )


@says(DecisionNumberNeeded)
def _number_needed(error: DecisionNumberNeeded) -> str:
    return tr("{label}：没有填写复核决定书的文号。请填写文号。", label=error.label)


@says(DecisionNumberTaken)
def _number_taken(error: DecisionNumberTaken) -> str:
    return tr(
        "{label}：文号“{document}”已用于 {other} 的决定书。每份决定书一个文号，请填写本决定自己的文号。",
        label=error.label,
        document=error.document,
        other=error.other,
    )


@says(DecisionDayNotShown)
def _day_not_shown(error: DecisionDayNotShown) -> str:
    return tr(
        "{label}：填写的日期 {typed}与这台电脑的日期 {today}不一致，没有作出决定。请两人对照日历核对："
        "填错的改正；电脑日期不对的，请先校正时钟。",
        label=error.label,
        typed=_dated(error.typed),
        today=_dated(error.today),
    )


@says(NobodyToTell)
def _nobody(error: NobodyToTell) -> str:
    return tr("{label} 的决定没有改变 {code} 的得分、名次或等次，不用告知。", label=error.label, code=error.code)


@says(ToldAlready)
def _told_already(error: ToldAlready) -> str:
    return tr(
        "{label}：{name}已于 {day}告知，不用重复登记。", label=error.label, name=error.name, day=_dated(error.day)
    )


@says(HowToldMissing)
def _how(error: HowToldMissing) -> str:
    return tr("{label}：没有写明以何种方式告知。请写明方式或告知书文号。", label=error.label)


@says(ToldOutOfTime)
def _out_of_time(error: ToldOutOfTime) -> str:
    if error.first == error.last:
        facts = {"label": error.label, "day": _dated(error.day), "only": _dated(error.last)}
        return tr("{label}：告知日期 {day}不对，只能是作出决定的今天 {only}。", **facts)
    return tr(
        "{label}：告知日期 {day}不对，应在作出决定的 {first}至今天 {last}之间。",
        label=error.label,
        day=_dated(error.day),
        first=_dated(error.first),
        last=_dated(error.last),
    )


@says(NoReviewAsked)
def _no_review(error: NoReviewAsked) -> str:
    return tr(
        "{label}：变更后 {code} 不在须先评审的人员之列，不用登记业务能力评审。", label=error.label, code=error.code
    )


def _figure(what: str, told: Grade | int | None) -> str:
    """A grade or none, a total, or a rank."""
    if isinstance(told, int):
        return figure(told) if what == "total" else tr("第 {rank} 名", rank=told)
    return dictionary_word(told) if told else tr("不确定等次") if what == "grade" else tr("无")


def _dated(day: object) -> str:
    return dated(day) if isinstance(day, date) else str(day)
