"""What a publication owes, as 工作台 says it."""

from datetime import date

from committee_desk.services.views import Owed
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.owed_lines import Line, SaysLine


def _post_again(line: Owed) -> Line:
    title = tr("“{place}”的公示书待重新张贴", place=line.facts["place"])
    return title, tr("提前撤下的，公示期未满：重新张贴并登记，缺的天数顺延补足")


def _recount(line: Owed) -> Line:
    day = line.facts["day"]
    until = dated(day) if isinstance(day, date) else str(day)
    return tr("放假安排变动，公示期待重新计算"), tr("现应到{day}届满：重新计算并张贴补充公告", day=until)


def _calendar(line: Owed) -> Line:
    title = tr("公示期缺 {year} 年工作日日历", year=line.facts["year"])
    return title, tr("导入国务院办公厅的放假通知以后才能关闭公示")


def _take_down(line: Owed) -> Line:
    title = tr("“{place}”的公示书可以撤下", place=line.facts["place"])
    return title, tr("公示已关闭：撤下后由两人登记")


PUBLICATION_OWED: dict[str, SaysLine] = {
    "publication_post_again": _post_again,
    "publication_recount": _recount,
    "publication_calendar": _calendar,
    "publication_take_down": _take_down,
}
"""By the kind of the line."""
