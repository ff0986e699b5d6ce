"""What 测评 owes, as 工作台 says it."""

from collections.abc import Callable

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr, tr_n


def _count(line: Owed) -> int:
    return int(str(line.facts["count"]))


def _names(line: Owed) -> str:
    held = line.facts.get("names", ())
    names = [str(each) for each in held] if isinstance(held, tuple) else []
    said = tr("、").join(names)
    return said if len(names) >= _count(line) else tr("{names}等 {count} 人", names=said, count=_count(line))


def _owed(line: Owed) -> tuple[str, str]:
    leader = line.facts["leader"]
    title = tr_n("{leader}还有 {count} 人没有评价", "{leader}还有 {count} 人没有评价", _count(line), leader=leader)
    return title, _names(line)


def _odd(line: Owed) -> tuple[str, str]:
    title = tr_n("{count} 人的领导评价须核对", "{count} 人的领导评价须核对", _count(line))
    return title, tr("{names}：由本人或亲属评价", names=_names(line))


def _charges(line: Owed) -> tuple[str, str]:
    held = line.facts.get("names", ())
    said = tr("、").join(str(each) for each in held) if isinstance(held, tuple) else ""
    title = tr_n("{count} 个部门没有登记分管领导", "{count} 个部门没有登记分管领导", _count(line))
    return title, tr("{departments}：在“亲属与分管”登记，才知道由谁评价", departments=said)


def _reports(line: Owed) -> tuple[str, str]:
    return tr_n("{count} 人没有交述职报告", "{count} 人没有交述职报告", _count(line)), _names(line)


MARKS_OWED: dict[str, Callable[[Owed], tuple[str, str]]] = {
    "marks_owed": _owed,
    "marks_odd": _odd,
    "charges_missing": _charges,
    "reports_missing": _reports,
}
"""By the kind of the line."""
