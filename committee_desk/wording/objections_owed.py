"""What the objection counter owes, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _answer(line: Owed) -> Line:
    title = tr_n("{count} 件异议须答复", "{count} 件异议须答复", count_of(line))
    return title, names_of(line)


def _past(line: Owed) -> Line:
    title = tr_n("{count} 件异议过了答复期限", "{count} 件异议过了答复期限", count_of(line))
    return title, tr("{names}：期限 {day}，党组决定前必须答复", names=names_of(line), day=line.due)


def _now_in_time(line: Owed) -> Line:
    title = tr_n("公示延长后，{count} 件异议不再逾期", "公示延长后，{count} 件异议不再逾期", count_of(line))
    return title, tr("{names}：请受理或不予受理，不能推到结果通知以后", names=names_of(line))


def _unrouted(line: Owed) -> Line:
    title = tr_n("{count} 件逾期异议待转结果通知后复核", "{count} 件逾期异议待转结果通知后复核", count_of(line))
    return title, names_of(line)


def _inform(line: Owed) -> Line:
    title = tr_n("{count} 人须被告知有人对其结果提出异议", "{count} 人须被告知有人对其结果提出异议", count_of(line))
    return title, tr("{names}：告知书上不写异议人姓名", names=names_of(line))


def _letters(line: Owed) -> Line:
    return tr_n("{count} 件情况反映待办理", "{count} 件情况反映待办理", count_of(line)), names_of(line)


OBJECTIONS_OWED: dict[str, SaysLine] = {
    "objection_answer": _answer,
    "objection_answer_past": _past,
    "objection_now_in_time": _now_in_time,
    "objection_unrouted": _unrouted,
    "objection_inform": _inform,
    "letters_open": _letters,
}
"""By the kind of the line."""
