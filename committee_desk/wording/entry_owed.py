"""What 评分录入 owes, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of


def _waiting(line: Owed) -> Line:
    count = count_of(line)
    return tr_n("{count} 条加减分待审批", "{count} 条加减分待审批", count), tr("由另一账号审批后才计入")


def _drafts(line: Owed) -> Line:
    count = count_of(line)
    month = line.facts.get("month")
    named = month_name(month) if isinstance(month, int) else ""
    said = tr("最早的在{month}；补齐事由、凭证号和审批人后才计入", month=named)
    return tr_n("{count} 条加减分草稿未计入", "{count} 条加减分草稿未计入", count), said


def _papers(line: Owed) -> Line:
    count = count_of(line)
    said = tr("例如《{title}》：请核对成果和作者排序", title=line.facts.get("title", ""))
    return tr_n("{count} 项成果被重复申报", "{count} 项成果被重复申报", count), said


OF_ENTRY: dict[str, SaysLine] = {
    "events_waiting": _waiting,
    "event_drafts": _drafts,
    "papers_claimed": _papers,
}
