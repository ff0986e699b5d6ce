"""One sentence for every refusal and trouble: what is wrong, where, and what to do.

`@says(TheError)` registers the sentence of an error and of its subclasses. Each error stands beside its subject, in
`domain` or `services`; its sentence stands here, one section a subject. A test walks all of them, so that none lacks
words. Command line and window show the same sentence.
"""

from collections.abc import Callable
from typing import TypeVar

from committee_desk.domain.calendar import DayOutOfRange, TooFewDays, YearNotHeld
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.calendar import DayNotListed, DocumentMissing
from committee_desk.wording.language import tr

Failure = DeskError | Trouble
E = TypeVar("E", bound=Failure)

_sentences: dict[type[Exception], Callable[..., str]] = {}


def says(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    """Register the sentence of an error and of its subclasses."""

    def register(sentence_of: Callable[[E], str]) -> Callable[[E], str]:
        _sentences[kind] = sentence_of
        return sentence_of

    return register


def has_words(kind: type[Failure]) -> bool:
    """Whether an error of that kind has a sentence."""
    return any(ancestor in _sentences for ancestor in kind.__mro__)


def sentence(error: Failure) -> str:
    """The error's sentence in the spoken language."""
    for ancestor in type(error).__mro__:
        if ancestor in _sentences:
            return _sentences[ancestor](error)
    raise LookupError(type(error).__name__)


# -- calendar ---------------------------------------------------------------------------------------------------------


@says(YearNotHeld)
def _year_not_held(error: YearNotHeld) -> str:
    return tr(
        "日历中没有 {year} 年：缺国务院办公厅关于 {year} 年部分节假日安排的通知（通常上一年 11 月发布），"
        "不能推算该年的工作日。请将该通知按“节假日”工作簿导入后再试。",
        year=error.year,
    )


@says(TooFewDays)
def _too_few_days(error: TooFewDays) -> str:
    return tr(
        "公示期不得少于 {minimum} 个工作日，不能按 {days} 个计算。请改为 {minimum} 个或更多。",
        minimum=error.minimum,
        days=error.days,
    )


@says(DayOutOfRange)
def _day_out_of_range(_error: DayOutOfRange) -> str:
    return tr("日期超出可以计算的范围（公元 1 年至 9999 年）。请核对日期和天数。")


@says(DocumentMissing)
def _document_missing(_error: DocumentMissing) -> str:
    return tr("没有填写文号：日历只能依据通知改动。请填写该通知的文号。")


@says(DayNotListed)
def _day_not_listed(error: DayNotListed) -> str:
    return tr("{day} 不在日历的放假或上班名单中，无可取消。请核对日期。", day=error.day.isoformat())
