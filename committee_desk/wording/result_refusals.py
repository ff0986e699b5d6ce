"""Sentences for what decisions, notices and signatures refuse."""

from committee_desk.services.result_refusals import (
    Dated,
    DecidedTogether,
    DecisionIncomplete,
    EditionOutdated,
    Missing,
    NobodyDecided,
    NotAllSigned,
    NotDecidable,
    NothingDecided,
    NothingPublic,
    NotNotified,
    OldVersion,
    PublishedOtherwise,
    ResultChanged,
    ResultDayWrong,
    ResultStands,
    SameDocument,
    SealedBeforeRefusal,
    ServerUnfit,
    StillOpen,
    Unfit,
    WitnessUnfit,
)
from committee_desk.wording.gradings import names_of
from committee_desk.wording.language import tr
from committee_desk.wording.results import bar_of, result_state
from committee_desk.wording.saying import says

MOST_NAMED = 5
"""So many people a sentence names; of the others it says how many they are."""


@says(NotDecidable)
def _not_decidable(error: NotDecidable) -> str:
    told = tr("；").join(tr("{name}：{why}", name=each.name, why=bar_of(each)) for each in error.barred[:MOST_NAMED])
    more = len(error.barred) - MOST_NAMED
    if more > 0:
        told = tr("{told}；另有 {count} 人", told=told, count=more)
    return tr("{year} 年度有人还不能决定——{told}。请先办结，或者从本次决定中去掉这些人。", year=error.year, told=told)


@says(DecidedTogether)
def _together(error: DecidedTogether) -> str:
    return tr(
        "这样决定以后，{category}优秀等次有 {count} 人，超过名额 {places} 人：{names}已经不是优秀，"
        "院党组还没有重新决定。请在同一次决定中选上{names}，或者先决定{names}。",
        category=error.category,
        count=error.excellent,
        places=error.places,
        names=names_of(error.names),
    )


@says(NobodyDecided)
def _nobody(_error: NobodyDecided) -> str:
    return tr("没有选择任何人。请选择院党组本次决定的人员。")


@says(DecisionIncomplete)
def _incomplete(error: DecisionIncomplete) -> str:
    return {
        Missing.DOCUMENT: tr("请填写院党组决定的文号或会议纪要号。"),
        Missing.SERVED_BY: tr("请填写送达人。"),
        Missing.PROOF: tr("邮寄或其他方式送达的，请填写本人知道之日的证明，如回执号、往来函电。"),
        Missing.WITNESSES: tr("留置送达或拒绝签字的，请填写两名见证人的姓名。"),
        Missing.REASON: tr("这些人已有决定，本次是新的一版。请填写更改的依据，例如复核决定书或更正决定的编号。"),
    }[error.missing]


@says(ResultDayWrong)
def _day(error: ResultDayWrong) -> str:
    what = {
        Dated.DECIDED: tr("院党组决定的日期"),
        Dated.KNOWN: tr("本人知道结果的日期"),
        Dated.SIGNED: tr("签字的日期"),
    }[error.what]
    if error.earliest == error.latest:
        facts = {"what": what, "day": error.day.isoformat(), "only": error.latest.isoformat()}
        return tr("{what} {day} 不对：只能是 {only}。请核对后填写。", **facts)
    return tr(
        "{what} {day} 不对：应在 {earliest} 至 {latest} 之间。请核对后填写。",
        what=what,
        day=error.day.isoformat(),
        earliest=error.earliest.isoformat(),
        latest=error.latest.isoformat(),
    )


@says(SameDocument)
def _same_document(error: SameDocument) -> str:
    return tr(
        "文号“{document}”的院党组决定已经登记。同一决定不登记两次；另一次决定请填写它自己的文号。",
        document=error.document,
    )


@says(NothingDecided)
def _nothing_decided(error: NothingDecided) -> str:
    return tr("{name}的 {year} 年度结果院党组还没有决定，不能送达或签字。", name=error.name, year=error.year)


@says(NothingPublic)
def _nothing_public(error: NothingPublic) -> str:
    return tr("{year} 年度院党组还没有决定，没有可以公开的结果。", year=error.year)


@says(EditionOutdated)
def _edition_outdated(error: EditionOutdated) -> str:
    return tr(
        "{names}的等次已经变更，院党组还没有重新决定，{year} 年度结果现在不能公开。请先登记院党组对这些人的决定。",
        names=names_of(error.names),
        year=error.year,
    )


@says(OldVersion)
def _old_version(error: OldVersion) -> str:
    return tr(
        "{name}的第 {version} 版结果已被第 {current} 版替代，不能再送达或签字。请办理第 {current} 版。",
        name=error.name,
        version=error.version,
        current=error.current,
    )


@says(ResultStands)
def _stands(error: ResultStands) -> str:
    return tr(
        "{name}的结果{state}，此项已经登记。更改须经复核或更正，形成新的一版。",
        name=error.name,
        state=result_state(error.state),
    )


@says(NotNotified)
def _not_notified(error: NotNotified) -> str:
    return tr("{name}的结果通知书还没有送达。请先登记送达，再登记签字。", name=error.name)


@says(ResultChanged)
def _changed(error: ResultChanged) -> str:
    return tr("{name}的结果刚才被别人登记过。页面已更新，请看过后重新办理。", name=error.name)


@says(WitnessUnfit)
def _witness(error: WitnessUnfit) -> str:
    why = _unfit(error.why, error.name)
    return tr("见证人“{witness}”{why}，不能作见证。请另填一人。", witness=error.witness, why=why)


@says(ServerUnfit)
def _server(error: ServerUnfit) -> str:
    why = _unfit(error.why, error.name)
    return tr("送达人“{server}”{why}，应当回避，不能送达这份通知书。请另填一人。", server=error.server, why=why)


def _unfit(why: Unfit, name: str) -> str:
    return {
        Unfit.SELF: tr("就是被考核人本人"),
        Unfit.KIN: tr("与被考核人{name}有亲属关系", name=name),
        Unfit.SERVER: tr("就是送达人"),
        Unfit.TWICE: tr("写了两次"),
        Unfit.UNCLEAR: tr("可能是被考核人{name}本人或其亲属，没有写明是谁", name=name),
    }[why]


@says(NotAllSigned)
def _not_all_signed(error: NotAllSigned) -> str:
    told = tr("；").join(
        tr("{name}：{state}", name=name, state=result_state(state)) for name, state in error.waiting[:MOST_NAMED]
    )
    more = len(error.waiting) - MOST_NAMED
    if more > 0:
        told = tr("{told}；另有 {count} 人", told=told, count=more)
    return tr(
        "{year} 年度还有 {count} 人的结果没有办完（{told}），不能归档。请先办完决定、送达和签字。",
        year=error.year,
        count=len(error.waiting),
        told=told,
    )


@says(PublishedOtherwise)
def _published_otherwise(error: PublishedOtherwise) -> str:
    return tr(
        "{year} 年度{names}的结果与最近一次公示的不同，还没有重新公示期满，不能归档。请先在“公示”中退回重新公示。",
        year=error.year,
        names=names_of(error.names),
    )


@says(StillOpen)
def _still_open(error: StillOpen) -> str:
    return tr(
        "{year} 年度还有没有办结的事项：{labels}。办结后才能归档。", year=error.year, labels=tr("、").join(error.labels)
    )


@says(SealedBeforeRefusal)
def _sealed_before_refusal(error: SealedBeforeRefusal) -> str:
    return tr(
        "{year} 年度{names}的确认表是在拒签以前签章的，没有写明拒签，不能归档。"
        "请先在“决定与送达”的“电子签章”中重新签章。",
        year=error.year,
        names=names_of(error.names),
    )
