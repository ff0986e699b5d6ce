"""What the ranking shows where there is nothing to rank: no people yet, or no scheme for the category."""

from collections.abc import Callable

from committee_desk.domain.people import Category
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


def nobody(import_: Callable[[], object]) -> EmptyState:
    """Nobody of that category works here in that year, as far as the desk knows."""
    text = tr("导入人员和案件工作簿后，这里列出得分和名次。")
    return EmptyState("list-details", tr("本年度还没有可以排名的人"), text, (tr("导入工作簿"), import_))


def no_scheme(year: int, category: Category, take: Callable[[], object] | None) -> EmptyState:
    """A year of an older desk has no scheme for that category yet; `take` takes the shipped one, where one may."""
    title = tr("{year} 年度没有{category}的考核方案", year=year, category=dictionary_word(category))
    text = tr("可以取用程序自带的方案，也可以在“方案”页起草。取用后仍须经委员会决定采用。")
    return EmptyState("list-details", title, text, (tr("取用自带方案"), take) if take else None)


def tie_reason(category: Category) -> str:
    """On what equals are equal: cases count for prosecutors alone."""
    if category is Category.PROSECUTOR:
        return tr("总分、业绩、办案数量和优质案件数都相同。决定作出前，这几人都不定等次。")
    return tr("总分和业绩分都相同。决定作出前，这几人都不定等次。")


def workbook_name(year: int, category: Category) -> str:
    """What an exported ranking is called."""
    if category is Category.PROSECUTOR:
        return tr("{year}年度汇总排名.xlsx", year=year)
    return tr("{year}年度{category}汇总排名.xlsx", year=year, category=dictionary_word(category))
