"""What a year's process owes, as 工作台 says it."""

from datetime import date

from committee_desk.services.views import Owed
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _propose(line: Owed) -> Line:
    title = tr("{year} 年度可以提出等次建议", year=line.facts["year"])
    return title, tr("年度已结束：核对汇总排名后，由政工部门提出，交委员会审议")


def _approve(_line: Owed) -> Line:
    return tr("等次建议待委员会审议"), tr("开会表决后审议通过；数据有变动的，先撤回重新提出")


def _post(_line: Owed) -> Line:
    return tr("等次已审议通过，待公示"), tr("在全院范围内公示不少于 5 个工作日")


def _closes(line: Owed) -> Line:
    title = tr("公示至{day}{time} 截止", day=_day(line), time=line.facts["time"])
    return title, tr("截止以前收到的异议都在公示期内；截止以后由两人关闭公示")


def _to_close(line: Owed) -> Line:
    title = tr("公示期已满，待关闭")
    return title, tr("{day}{time} 截止，须由两人核对日期后关闭", day=_day(line), time=line.facts["time"])


def _staff(line: Owed) -> Line:
    title = tr("{day}调休上班，值班受理异议", day=_day(line))
    return title, tr("这一天计入公示期，受理点须有人值班到 {time}", time=line.facts["time"])


def _drift(line: Owed) -> Line:
    title = tr_n("{count} 人的数据在审议通过后变动", "{count} 人的数据在审议通过后变动", count_of(line))
    return title, tr("{names}：与审议通过的名册不符，更正并重新公示前不作决定", names=names_of(line))


def _lack(line: Owed) -> Line:
    return str(line.facts["title"]), str(line.facts["detail"])


def _day(line: Owed) -> str:
    day = line.facts["day"]
    return dated(day) if isinstance(day, date) else str(day)


COURSE_OWED: dict[str, SaysLine] = {
    "course_propose": _propose,
    "course_approve": _approve,
    "course_post": _post,
    "course_drift": _drift,
    "course_lack": _lack,
    "window_closes": _closes,
    "window_to_close": _to_close,
    "staff_desk": _staff,
}
"""By the kind of the line."""
