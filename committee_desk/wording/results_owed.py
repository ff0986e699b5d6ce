"""What the results of a year owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _barred(line: Owed) -> Line:
    title = tr_n("{count} 人的等次院党组暂不能决定", "{count} 人的等次院党组暂不能决定", count_of(line))
    return title, tr("{names}：有未办结的异议、复核或更正", names=names_of(line))


def _to_decide(line: Owed) -> Line:
    title = tr_n("{count} 人的等次待院党组决定", "{count} 人的等次待院党组决定", count_of(line))
    return title, names_of(line)


def _to_serve(line: Owed) -> Line:
    return tr_n("{count} 份结果通知书待送达", "{count} 份结果通知书待送达", count_of(line)), names_of(line)


def _to_sign(line: Owed) -> Line:
    return tr_n("{count} 人的考核结果待本人签字", "{count} 人的考核结果待本人签字", count_of(line)), names_of(line)


def _to_archive(line: Owed) -> Line:
    return tr("{year} 年度可以归档", year=line.facts["year"]), tr("全部结果已决定、送达、签字，没有未办结的事项")


RESULTS_OWED: dict[str, SaysLine] = {
    "results_barred": _barred,
    "results_to_decide": _to_decide,
    "results_to_serve": _to_serve,
    "results_to_sign": _to_sign,
    "results_to_archive": _to_archive,
}
"""By the kind of the line."""
