"""What a draft breaks, said at the field where it is put right, and where that field stands."""

from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_faults import (
    DictionaryIncomplete,
    NumberOutOfBounds,
    PerformanceTooSmall,
    RepeatedName,
    SchemeRefused,
    SchemeTotalWrong,
    StandardOfNothing,
)
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import stated
from committee_desk.wording.saying import sentence
from committee_desk.wording.scheme_fields import place_in_words


def fault_at_field(fault: SchemeRefused) -> str:
    """What is wrong, where the field is in sight."""
    if isinstance(fault, NumberOutOfBounds):
        if fault.where == "ballots.weights":
            return tr("各类权重合计 {value}，应为 1。", value=stated(fault.value))
        return tr("应在 {least} 到 {most} 之间。", least=stated(fault.least), most=stated(fault.most))
    if isinstance(fault, RepeatedName):
        return tr("“{name}”出现了不止一次，请换一个。", name=fault.name)
    if isinstance(fault, StandardOfNothing):
        return tr("方案中没有“{work}”，请另选。", work=dictionary_word(fault.work))
    if isinstance(fault, DictionaryIncomplete):
        return tr("缺少“{missing}”，请补上。", missing=dictionary_word(fault.missing))
    return sentence(fault)


def fault_with_place(fault: SchemeRefused, scheme: Scheme) -> str:
    """The same with the field's name before it."""
    if isinstance(fault, SchemeTotalWrong):
        return tr("除加分外各项满分合计 {total} 分，应为 100 分。", total=stated(fault.total))
    if isinstance(fault, PerformanceTooSmall):
        return tr("业绩 {points} 分，不到总分的 60%。", points=stated(fault.points))
    where = getattr(fault, "where", "") or getattr(fault, "dictionary", "")
    said = fault_at_field(fault)
    return tr("{place}：{said}", place=place_in_words(where, scheme), said=said) if where else said
