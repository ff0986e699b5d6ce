"""What months owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of

SHOWN = 4


def _months(line: Owed) -> str:
    held = line.facts["months"]
    named = [month_name(int(each)) for each in held] if isinstance(held, tuple) else []
    said = tr("、").join(named[:SHOWN])
    return said if len(named) <= SHOWN else tr("{names}等", names=said)


def _to_close(line: Owed) -> Line:
    title = tr_n("{count} 个月没有关账", "{count} 个月没有关账", count_of(line))
    return title, tr("{months}：在“评分录入”中按先后关账", months=_months(line))


def _to_publish(line: Owed) -> Line:
    title = tr_n("{count} 个月没有公布", "{count} 个月没有公布", count_of(line))
    return title, tr("{months}已关账，平时考核结果按月公布", months=_months(line))


def _reopened(line: Owed) -> Line:
    title = tr_n("{count} 个月重开后没有关账", "{count} 个月重开后没有关账", count_of(line))
    return title, tr("{months}公布后重开，改完须再关账、公布", months=_months(line))


def _corrected(line: Owed) -> Line:
    title = tr_n("{count} 个月有更正未公布", "{count} 个月有更正未公布", count_of(line))
    return title, tr("{months}公布后数据有变动，须公布更正的一版", months=_months(line))


MONTHS_OWED: dict[str, SaysLine] = {
    "months_to_close": _to_close,
    "months_to_publish": _to_publish,
    "months_reopened": _reopened,
    "months_corrected": _corrected,
}
