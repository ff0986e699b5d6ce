"""Sentences for what the scheme and the score refuse."""

from committee_desk.domain.names import shown
from committee_desk.domain.scheme import NoSchemeOfCategory
from committee_desk.domain.scheme_faults import (
    DictionaryIncomplete,
    NumberOutOfBounds,
    PerformanceTooSmall,
    RepeatedName,
    SchemeFieldUnknown,
    SchemeIdWrong,
    SchemeRefused,
    SchemeTextTooLarge,
    SchemeTotalWrong,
    SchemeUnreadable,
    SchemeWordWrong,
    StandardOfNothing,
)
from committee_desk.services.ranking_export import ExportInTheWay
from committee_desk.services.schemes import SchemeNotFound
from committee_desk.services.scored_year import NotScored
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import stated
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


@says(SchemeRefused)
def _scheme_refused(_error: SchemeRefused) -> str:
    return tr("考核方案不符合要求。请改正方案文件后再试。")


@says(SchemeNotFound)
def _scheme_not_found(error: SchemeNotFound) -> str:
    return tr(
        "没有考核方案“{wanted}”：它既不是自带的方案（{known}），也不是一个文件。请核对名称或路径。",
        wanted=error.wanted,
        known=tr("、").join(error.known),
    )


@says(SchemeUnreadable)
def _scheme_unreadable(error: SchemeUnreadable) -> str:
    return tr("考核方案读不懂：“{where}”缺失或写法不对。请对照自带的方案改正后再试。", where=error.where)


@says(SchemeTextTooLarge)
def _scheme_text_too_large(error: SchemeTextTooLarge) -> str:
    return tr("考核方案超过 {most} MB，不像是考核方案。请核对文件。", most=error.most // 1024 // 1024)


@says(SchemeFieldUnknown)
def _scheme_field_unknown(error: SchemeFieldUnknown) -> str:
    return tr("考核方案中的“{where}”不是方案的内容。请对照自带的方案改正写法，或删去它。", where=error.where)


@says(SchemeWordWrong)
def _scheme_word_wrong(error: SchemeWordWrong) -> str:
    return tr(
        "考核方案中的“{where}”不行：最多 {most} 字，不能含有看不见的字符。所填为“{word}”。请改正。",
        where=error.where,
        most=error.most,
        word=quoted(shown(error.word[: error.most])),
    )


@says(SchemeIdWrong)
def _scheme_id_wrong(error: SchemeIdWrong) -> str:
    return tr(
        "考核方案中的“{where}”不行：标识以小写字母开头，只用小写字母、数字、_ 和 -，最多 40 个；"
        "所填为“{word}”。请改正。",
        where=error.where,
        word=quoted(shown(error.word[:40])),
    )


@says(SchemeTotalWrong)
def _scheme_total_wrong(error: SchemeTotalWrong) -> str:
    return tr("考核方案除加分外各项满分合计 {total} 分，应为 100 分。请改正后再试。", total=stated(error.total))


@says(PerformanceTooSmall)
def _performance_too_small(error: PerformanceTooSmall) -> str:
    return tr(
        "考核方案中业绩 {points} 分，不到总分 {total} 分的 60%。请提高业绩的满分后再试。",
        points=stated(error.points),
        total=stated(error.total),
    )


@says(RepeatedName)
def _repeated_name(error: RepeatedName) -> str:
    return tr("考核方案中“{name}”出现了不止一次。每个部分和指标的代号、名称都不能重复，请改正后再试。", name=error.name)


@says(DictionaryIncomplete)
def _dictionary_incomplete(error: DictionaryIncomplete) -> str:
    return tr(
        "考核方案的“{dictionary}”缺少“{missing}”。请补上后再试。", dictionary=error.dictionary, missing=error.missing
    )


@says(NumberOutOfBounds)
def _number_out_of_bounds(error: NumberOutOfBounds) -> str:
    return tr(
        "考核方案中“{where}”的值 {value} 超出允许的范围，应在 {least} 到 {most} 之间。请改正后再试。",
        where=error.where,
        value=stated(error.value),
        least=stated(error.least),
        most=stated(error.most),
    )


@says(StandardOfNothing)
def _standard_of_nothing(error: StandardOfNothing) -> str:
    return tr(
        "考核方案的最低标准写了“{work}”，但方案中没有这类案件或这项加减分指标（{where}）。请改正后再试。",
        work=error.work,
        where=error.where,
    )


@says(NoSchemeOfCategory)
def _no_scheme_of_category(error: NoSchemeOfCategory) -> str:
    return tr(
        "{year} 年度还没有{category}的考核方案。请在“方案”页取用自带的方案，或起草一个。",
        year=error.year,
        category=dictionary_word(error.category),
    )


@says(NotScored)
def _not_scored(error: NotScored) -> str:
    return tr(
        "{year} 年度参加考核的{category}中没有工号 {code}。请核对工号和年度。",
        year=error.year,
        category=dictionary_word(error.category),
        code=error.code,
    )


@says(ExportInTheWay)
def _export_in_the_way(error: ExportInTheWay) -> str:
    return tr("“{path}”不是此前导出的排名，不会被替换。请换一个文件名。", path=error.path)
