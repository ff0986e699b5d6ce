"""Sentences for what is refused of drafting and adopting a scheme."""

from committee_desk.domain.scheme_changes import SchemeOfOtherCategory
from committee_desk.services.scheme_refusals import (
    AdoptedBeforeLast,
    AdoptedTooEarly,
    DecisionMissing,
    DoubtsNotAccepted,
    DraftChanged,
    DraftThere,
    NoDraft,
    NoSchemeFile,
    NothingChanged,
    SchemeFileInTheWay,
    SchemeStillUsed,
)
from committee_desk.services.scheme_views import Use, Used
from committee_desk.wording.days import moment
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says
from committee_desk.wording.scheme_names import named


@says(DraftThere)
def _draft_there(error: DraftThere) -> str:
    return tr("已经有一份草稿，{actor} 于 {at} 保存。请接着改它，或先放弃它。", actor=error.actor, at=moment(error.at))


@says(DraftChanged)
def _draft_changed(error: DraftChanged) -> str:
    if error.draft is None:
        return tr("草稿已被采用或放弃，刚才的改动没有保存。请重新查看方案。")
    return tr(
        "草稿在此期间由 {actor} 于 {at} 改过，刚才的改动没有保存。请看过新的草稿后再改。",
        actor=error.draft.actor,
        at=moment(error.draft.at),
    )


@says(NoDraft)
def _no_draft(_error: NoDraft) -> str:
    return tr("还没有草稿。请先起草。")


@says(DecisionMissing)
def _decision_missing(_error: DecisionMissing) -> str:
    return tr("没有填写考评委员会决定的文号。请填写后再采用。")


@says(AdoptedTooEarly)
def _adopted_too_early(error: AdoptedTooEarly) -> str:
    return tr("决定日期 {day} 在今天（{today}）之后。请核对日期。", day=error.day, today=error.today)


@says(AdoptedBeforeLast)
def _adopted_before_last(error: AdoptedBeforeLast) -> str:
    return tr("决定日期 {day} 早于现行方案的决定日期 {last}。请核对日期。", day=error.day, last=error.last)


@says(DoubtsNotAccepted)
def _doubts_not_accepted(error: DoubtsNotAccepted) -> str:
    return tr("方案有 {count} 条提醒。请改正，或填写仍然采用的理由。", count=error.count)


@says(NothingChanged)
def _nothing_changed(_error: NothingChanged) -> str:
    return tr("草稿与现行方案相同，没有可采用的改动。请先修改，或放弃草稿。")


@says(SchemeStillUsed)
def _still_used(error: SchemeStillUsed) -> str:
    said = tr("；").join(_use(each, error.names) for each in error.used)
    return tr("方案去掉了本年度还在使用的内容：{used}。请在方案中保留它们，或先更正这些数据。", used=said)


def _use(used: Used, names: dict[str, str]) -> str:
    word = named(names.get(used.word, used.word)) if used.use is Use.INDICATOR else dictionary_word(used.word)
    examples = tr("、").join(used.examples)
    told = {"word": word, "count": used.count, "examples": examples}
    said = {
        Use.INDICATOR: lambda: tr("指标“{word}”有 {count} 项加减分（{examples}）", **told),
        Use.CASE_KIND: lambda: tr("案件类别“{word}”有 {count} 件（{examples}）", **told),
        Use.REVIEW_GRADE: lambda: tr("评查等次“{word}”有 {count} 件（{examples}）", **told),
        Use.SANCTION: lambda: tr("处分种类“{word}”有 {count} 件（见人员）", word=word, count=used.count),
    }
    return said[used.use]()


@says(NoSchemeFile)
def _no_scheme_file(error: NoSchemeFile) -> str:
    if error.why == "large":
        return tr("“{path}”超过 1 MB，不是考核方案文件。请选导出的方案文件（.json）。", path=error.path)
    if error.why == "unreadable":
        return tr("“{path}”不是文本文件，读不出考核方案。请选导出的方案文件（.json）。", path=error.path)
    return tr("读不到文件“{path}”。请核对文件名和位置。", path=error.path)


@says(SchemeFileInTheWay)
def _scheme_file_in_the_way(error: SchemeFileInTheWay) -> str:
    return tr("“{path}”不是此前导出的方案，不会被替换。请换一个文件名。", path=error.path)


@says(SchemeOfOtherCategory)
def _other_category(error: SchemeOfOtherCategory) -> str:
    return tr(
        "这是{given}的考核方案，不能用于{wanted}。请在方案页选{given}后再导入。",
        given=dictionary_word(error.given),
        wanted=dictionary_word(error.wanted),
    )
