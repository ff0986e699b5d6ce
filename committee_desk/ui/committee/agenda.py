"""What a meeting has to settle, as grading needs it: the list, ties, who lacks a rating, places that are left over."""

from collections.abc import Iterable, Iterator

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.course import Stage
from committee_desk.services.grading_views import DecisionKind, GradingView
from committee_desk.services.meeting_views import Named
from committee_desk.wording.committee import told_apart
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n

SINGLY = 5
"""So many people who lack a rating have an item each; more share one."""


def needed(view: GradingView) -> tuple[AgendaItem, ...]:
    """The items that grading asks for as it stands, without ids. What is decided already asks for none.

    Ties and missing ratings come before the list, since they are recorded before it is voted on. The item on the list
    names nobody: it is about everybody on the list proposed, whichever version that is.
    """
    if view.stage not in {Stage.SCORING, Stage.PROPOSED}:
        return ()
    places = _places(view) if view.stage is Stage.SCORING else ()  # under a list that is proposed none can be recorded
    return (*_incomplete(view), *places, *_ties(view), *_list(view))


def _incomplete(view: GradingView) -> Iterator[AgendaItem]:
    open_ = [each for each in view.incomplete if each.decision is None]
    if len(open_) > SINGLY:
        title = tr_n("{count} 人缺少评价的处理", "{count} 人缺少评价的处理", len(open_))
        yield AgendaItem("", ItemKind.INCOMPLETE, title, tuple(each.code for each in open_))
        return
    names = told_apart([Named(each.code, each.name, each.department) for each in open_])
    for each, name in zip(open_, names, strict=True):
        yield AgendaItem("", ItemKind.INCOMPLETE, tr("{name}缺少评价的处理", name=name), (each.code,))


def _places(view: GradingView) -> Iterator[AgendaItem]:
    if left := view.office.left_over:
        title = tr_n("分配剩余的 {count} 个优秀名额", "分配剩余的 {count} 个优秀名额", left)
        yield AgendaItem("", ItemKind.LEFT_OVER, title)
    pooled = any(each.kind is DecisionKind.POOL for each in view.decisions)
    small = [each.category for each in view.office.categories if each.is_small]
    if len(small) > 1 and not pooled:
        names = tr("、").join(map(dictionary_word, small))
        yield AgendaItem("", ItemKind.POOL, tr("{names}合并计算优秀名额", names=names))


def _ties(view: GradingView) -> Iterator[AgendaItem]:
    for roll in view.rolls:
        if roll.tie is not None and roll.tie.decision is None:
            title = tr("{category}优秀名额处平票的取舍", category=dictionary_word(roll.category))
            yield AgendaItem("", ItemKind.TIE, title, roll.tie.equals)


def _list(view: GradingView) -> Iterator[AgendaItem]:
    if view.stage is Stage.PROPOSED:
        yield AgendaItem("", ItemKind.GRADES, tr("审议 {year} 年度考核等次建议", year=view.year))


def still_missing(wanted: Iterable[AgendaItem], held: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Those that an agenda does not have yet: another of the same kind about the same people is the same."""
    there = tuple(held)
    kinds = {(each.kind, frozenset(each.about)) for each in there}
    lists = {each.kind for each in there} & {ItemKind.GRADES, ItemKind.LEFT_OVER, ItemKind.POOL}
    return tuple(each for each in wanted if each.kind not in lists and (each.kind, frozenset(each.about)) not in kinds)


def numbered(items: Iterable[AgendaItem], used: Iterable[str] = ()) -> tuple[AgendaItem, ...]:
    """The items with an id each: those that have one keep it, the others get the next number that is free."""
    told = tuple(items)
    taken = {each.id for each in told if each.id} | set(used)
    given: list[AgendaItem] = []
    for each in told:
        if each.id:
            given.append(each)
            continue
        number = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
        taken.add(number)
        given.append(each._replace(id=number))
    return tuple(given)
