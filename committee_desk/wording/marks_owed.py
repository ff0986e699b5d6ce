"""What 测评 owes, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _owed(line: Owed) -> Line:
    leader = line.facts["leader"]
    title = tr_n("{leader}还有 {count} 人没有评价", "{leader}还有 {count} 人没有评价", count_of(line), leader=leader)
    return title, names_of(line)


def _odd(line: Owed) -> Line:
    title = tr_n("{count} 人的领导评价须核对", "{count} 人的领导评价须核对", count_of(line))
    return title, tr("{names}：由本人或亲属评价", names=names_of(line))


def _charges(line: Owed) -> Line:
    held = line.facts.get("names", ())
    said = tr("、").join(str(each) for each in held) if isinstance(held, tuple) else ""
    title = tr_n("{count} 个部门没有登记分管领导", "{count} 个部门没有登记分管领导", count_of(line))
    return title, tr("{departments}：在“亲属与分管”登记，才知道由谁评价", departments=said)


def _reports(line: Owed) -> Line:
    return tr_n("{count} 人没有交述职报告", "{count} 人没有交述职报告", count_of(line)), names_of(line)


MARKS_OWED: dict[str, SaysLine] = {
    "marks_owed": _owed,
    "marks_odd": _odd,
    "charges_missing": _charges,
    "reports_missing": _reports,
}
"""By the kind of the line."""
