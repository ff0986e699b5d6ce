"""The table of who must mark whom: one line for each mark that is owed or was given."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from committee_desk.domain.leading import Barred, LeaderKind
from committee_desk.services.mark_views import GivenMark, Leader, MarkRow
from committee_desk.ui.common.chips import ACCENT, BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fact_list import Fact
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import standing_alone, tr
from committee_desk.wording.numbers import plain


class Show(Enum):
    """Which lines a tab lets through."""

    ALL = "all"
    OWED = "owed"
    GIVEN = "given"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: a person, a leader who owes or gave a mark, and the mark; no leader where none is known."""

    row: MarkRow
    leader: Leader | None
    given: GivenMark | None

    @property
    def rater(self) -> str:
        """Who marks: the name as the mark bears it, else the leader's."""
        if self.given is not None:
            return self.given.held.rater
        return self.leader.name if self.leader else ""

    @property
    def owed(self) -> bool:
        """Whether the mark is still waited for."""
        return self.given is None and self.leader is not None and self.leader in self.row.owing

    @property
    def unknown(self) -> bool:
        """Whether a mark is waited for and nobody is known to owe it."""
        return self.given is None and self.leader is None and self.row.waited_for

    @property
    def odd(self) -> bool:
        """Whether the mark must not be."""
        return self.given is not None and self.given.odd

    @property
    def key(self) -> tuple[str, str]:
        """What makes the line itself: it stays when the mark is given."""
        return self.row.code, self.leader.code if self.leader else self.rater


def pairs(rows: Iterable[MarkRow]) -> list[Pair]:
    """Every line: what leaders owe or gave, then marks of others, then people whom nobody is known to mark."""
    return [pair for row in rows for pair in _of(row)]


def _of(row: MarkRow) -> Iterator[Pair]:
    left = list(row.marks)
    for leader in row.may:
        given = next((each for each in left if each.held.rater_code == leader.code), None)
        if given is not None:
            left.remove(given)
        if given is not None or leader in row.owing:
            yield Pair(row, leader, given)
    for each in left:
        yield Pair(row, None, each)
    if not row.due and not row.marks and row.waited_for:
        yield Pair(row, None, None)


def wanted(pair: Pair, show: Show) -> bool:
    """Whether a tab lets the line through."""
    if show is Show.OWED:
        return pair.owed or pair.unknown
    if show is Show.GIVEN:
        return pair.given is not None
    return show is Show.ALL or pair.odd


def state(pair: Pair) -> Chip:
    """How it stands with the line."""
    if pair.given is not None and pair.given.himself:
        return Chip(tr("本人自评"), BAD, "alert-circle", tr("评价人就是本人，请与来源核对"))
    if pair.given is not None and pair.given.kin is not None:
        kind = kinship_name(pair.given.kin)
        return Chip(tr("应当回避"), BAD, "alert-circle", tr("评价人与此人登记为{kind}", kind=kind))
    if pair.given is not None:
        imported = pair.given.held.rater_code is None
        return (
            Chip(tr("已导入"), NEUTRAL, "file-import", pair.given.held.workbook)
            if imported
            else Chip(tr("已录"), OK, "check")
        )
    if pair.owed:
        return Chip(tr("待评"), ACCENT, "clock")
    if pair.row.uncharged:
        return Chip(tr("未登记分管"), WARN, "alert-triangle", tr("先在“人员”登记谁分管这个部门"))
    return Chip(tr("无人可评"), WARN, "alert-triangle", tr("分管领导和检察长都须回避，请由委员会指定"))


def spec(sound: Callable[[str], str]) -> TableSpec[Pair]:
    """The columns."""
    return TableSpec(
        id="marks",
        columns=(
            Column("code", tr("工号"), lambda pair: pair.row.code, 56),
            Column("name", tr("姓名"), lambda pair: pair.row.name, 64, style=Style.NAME, fits=True),
            Column("department", tr("部门"), _departments, 100, style=Style.SUB, fits=True,
                   tip=_departments_explained),
            Column("rater", tr("评价人"), lambda pair: pair.rater, 92, fits=True),
            Column("mark", tr("得分"), lambda pair: plain(pair.given.held.mark) if pair.given else "", 60, right=True,
                   sort=lambda pair: pair.given.held.mark if pair.given else None, style=Style.TOTAL),
            Column("state", tr("状态"), lambda pair: state(pair).text, 92, chip=state, fits=True),
            Column("post", tr("职务"), lambda pair: pair.row.post, 84, style=Style.SUB, spare=True),
            Column("reason", tr("理由"), lambda pair: pair.given.held.reason if pair.given else "", 120,
                   style=Style.SUB, stretch=True),
        ),
        key=lambda pair: pair.key,
        sort_by="code",
        find=lambda pair: f"{sound(pair.row.name)} {sound(pair.rater)}",
    )  # fmt: skip


def _departments(pair: Pair) -> str:
    return tr(" → ").join(pair.row.departments)


def _departments_explained(pair: Pair) -> str:
    if len(pair.row.departments) < 2:
        return pair.row.department
    return tr("年内调动：由年末所在部门（{department}）的分管领导评价", department=pair.row.department)


def facts_of(row: MarkRow) -> list[Fact]:
    """One person's panel: whose mark it is and why, who else may give one, who must stand aside, what was given."""
    facts = [Fact(tr("谁来评价"), heading=True)]
    if len(row.departments) > 1:
        facts.append(Fact(_departments(Pair(row, None, None)), more=_departments_explained(Pair(row, None, None))))
    if not row.waited_for:
        facts.append(Fact(tr("不等待评价"), more=tr("领导成员由上级考核；年末前离任的人不再等待评价"), role="mut"))
    facts += [_leader(row, each) for each in row.may]
    if row.uncharged:
        facts.append(
            Fact(tr("还没有登记分管领导"), more=tr("在“人员”登记谁分管{department}", department=row.department))
        )
    facts += [_barred(row, code, why) for code, why in row.barred.items()]
    facts.append(Fact(tr("已有评价"), tr("{count} 个", count=len(row.marks)), heading=True))
    return facts + [_given(each) for each in row.marks]


def _leader(row: MarkRow, leader: Leader) -> Fact:
    as_what = {
        LeaderKind.IN_CHARGE: tr("分管{department}", department=row.department),
        LeaderKind.HEAD: tr("{department}负责人", department=row.department),
        LeaderKind.CHIEF: tr("检察长"),
    }[leader.kind]
    if leader not in row.due:
        return Fact(leader.name, tr("可以评"), as_what, role="sub")
    return Fact(leader.name, tr("应当评"), as_what)


def _barred(row: MarkRow, code: str, why: Barred) -> Fact:
    if why is Barred.SELF:
        return Fact(tr("本人不能评价自己"), standing_alone(tr("回避")), row.name, role="mut")
    return Fact(
        row.barred_names.get(code, code), standing_alone(tr("回避")), tr("与此人有亲属关系，不能评价"), role="warn"
    )


def _given(given: GivenMark) -> Fact:
    held = given.held
    role = "bad" if given.odd else "text"
    more = held.reason or tr("由工作簿“{workbook}”导入", workbook=held.workbook)
    return Fact(held.rater, plain(held.mark), more, role=role)
