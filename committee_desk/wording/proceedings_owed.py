"""What re-reviews, corrections and applications owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _open(line: Owed) -> Line:
    title = tr_n("{count} 件已受理的异议待立项复核", "{count} 件已受理的异议待立项复核", count_of(line))
    return title, names_of(line)


def _open_applied(line: Owed) -> Line:
    title = tr_n("{count} 件已受理的复核申请待立项", "{count} 件已受理的复核申请待立项", count_of(line))
    return title, names_of(line)


def _carry_out(line: Owed) -> Line:
    title = tr_n("{count} 件申诉处理决定待执行", "{count} 件申诉处理决定待执行", count_of(line))
    return title, tr("{names}：请立项，经委员会和院党组重新决定", names=names_of(line))


def _declare(line: Owed) -> Line:
    title = tr_n("{count} 件复核的承办人待签回避声明", "{count} 件复核的承办人待签回避声明", count_of(line))
    return title, names_of(line)


def _vote(line: Owed) -> Line:
    return tr_n("{count} 件复核待委员会表决", "{count} 件复核待委员会表决", count_of(line)), names_of(line)


def _serve(line: Owed) -> Line:
    return tr_n("{count} 份复核决定书待送达", "{count} 份复核决定书待送达", count_of(line)), names_of(line)


def _received(line: Owed) -> Line:
    title = tr_n("{count} 件复核申请或申诉待受理", "{count} 件复核申请或申诉待受理", count_of(line))
    return title, names_of(line)


def _decide(line: Owed) -> Line:
    title = tr_n("{count} 件复核申请或申诉须作出决定", "{count} 件复核申请或申诉须作出决定", count_of(line))
    return title, names_of(line)


def _past(line: Owed) -> Line:
    title = tr_n("{count} 件复核申请或申诉过了决定期限", "{count} 件复核申请或申诉过了决定期限", count_of(line))
    return title, tr("{names}：期限 {day}", names=names_of(line), day=line.due)


def _take_over(line: Owed) -> Line:
    title = tr_n("{count} 件逾期异议可转为复核申请", "{count} 件逾期异议可转为复核申请", count_of(line))
    return title, tr("{names}：结果通知书已送达", names=names_of(line))


PROCEEDINGS_OWED: dict[str, SaysLine] = {
    "proceeding_open": _open,
    "proceeding_open_applied": _open_applied,
    "proceeding_carry_out": _carry_out,
    "proceeding_declare": _declare,
    "proceeding_vote": _vote,
    "proceeding_serve": _serve,
    "application_received": _received,
    "application_decide": _decide,
    "application_past": _past,
    "application_take_over": _take_over,
}
"""By the kind of the line."""
