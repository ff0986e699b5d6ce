"""结果: turnout, thresholds and everybody's result, as far as it may be shown."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from committee_desk.domain.round_counting import ShownClass
from committee_desk.services.round_views import PersonResult, RoundResult
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import plain, rounded
from committee_desk.wording.rounds import ballot_class_name, invalid_name, turnout_field

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class ResultView(QWidget):
    """The turnout in a line, and a table."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page, self._initials = page, Initials()
        self.table: ListTable[PersonResult] = ListTable(spec(self._initials.of), tr("测评结果"), page.place.memory)
        self.said = label("", "sub", wrap=True, select=True)
        self.said.setContentsMargins(20, 10, 20, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)

    def show_nothing(self, why: str) -> None:
        """There are no results, and why."""
        self.said.setText(why)
        self.table.hide()
        self.table.set_rows(())

    def show_result(self, result: RoundResult) -> None:
        """Show a closed round's."""
        self.said.setText("\n".join(outcome(result)))
        self.table.show()
        self.table.set_rows(result.people)
        prepare_filter(self._page, self.table, result.people, [row.name for row in result.people], self._initials)


def outcome(result: RoundResult) -> Iterable[str]:
    """The turnout of all classes together, the thresholds, the invalid slips by their reason."""
    held = tuple(result.turnouts.values())
    names = ("due", "present", "issued", "returned", "valid", "invalid")
    sums = {name: sum(getattr(each, name) or 0 for each in held) for name in names}
    yield tr("，").join(f"{turnout_field(name).lower()} {sums[name]}" for name in names)
    terms = result.round.terms
    yield tr(
        "收回 {returned} 不少于应到 {due} 的 {least}，有效 {valid} 多于收回的 {most}，本轮有效",
        **sums,
        least=f"{terms.least_returned.numerator}/{terms.least_returned.denominator}",
        most=f"{terms.least_valid.numerator}/{terms.least_valid.denominator}",
    )
    if result.invalid:
        told = tr("，").join(
            tr("{why} {count} 张", why=invalid_name(why), count=count) for why, count in result.invalid.items()
        )
        yield tr("无效票：{told}", told=told)


def shown_words(each: ShownClass) -> str:
    """A class or a merged one in a cell: A 89.00, B＋C 87.50."""
    return f"{tr('＋').join(each.classes)} {rounded(each.mean)}"


def _by_class(row: PersonResult) -> str:
    if not row.classes:
        return tr("票少，只显示总分") if row.total is not None else tr("没有评分")
    return "　".join(map(shown_words, row.classes))


def facts_of(row: PersonResult) -> list[Fact]:
    """One person's result in the panel."""
    facts = [Fact(tr("按票类"), heading=True)]
    if not row.classes:
        facts.append(Fact(_by_class(row), more=tr("不足 3 个评分的票类不单独显示"), whole=True, role="sub"))
    for each in row.classes:
        name = tr("＋").join(each.classes) if each.merged else ballot_class_name(each.classes[0])
        facts.append(Fact(name, rounded(each.mean), _about(each), whole=True))
    facts.append(Fact(tr("合计"), heading=True))
    facts.append(Fact(tr("加权平均"), rounded(row.total) if row.total is not None else "—"))
    return facts


def _about(each: ShownClass) -> str:
    words = [tr("权重 {weight}%", weight=plain(each.weight * 100))]
    if each.number is not None:
        words.append(tr_n("{count} 个评分", "{count} 个评分", each.number))
    if each.merged:
        words.append(tr("评分少的票类合并显示"))
    if each.trimmed:
        words.append(tr("去掉一个最高、一个最低"))
    return tr("，").join(words)


def spec(sound: Callable[[str], str]) -> TableSpec[PersonResult]:
    """The columns."""
    return TableSpec(
        id="round-results",
        columns=(
            Column("code", tr("工号"), lambda row: row.code, 56),
            Column("name", tr("姓名"), lambda row: row.name, 64, style=Style.NAME, fits=True),
            Column("department", tr("部门"), lambda row: row.department, 100, style=Style.SUB, fits=True),
            Column("total", tr("加权平均"), lambda row: rounded(row.total) if row.total is not None else "", 76,
                   right=True, sort=lambda row: row.total, style=Style.TOTAL),
            Column("classes", tr("按票类"), _by_class, 180, stretch=True,
                   tip=lambda row: "\n".join(f"{shown_words(each)}（{_about(each)}）" for each in row.classes)),
        ),
        key=lambda row: row.code,
        sort_by="code",
        find=lambda row: sound(row.name),
    )  # fmt: skip
