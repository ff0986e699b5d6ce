"""The filters that lists of people and of their work share: whose department, which category."""

from collections.abc import Callable, Container, Iterable

from committee_desk.domain.departments import department_order
from committee_desk.domain.people import Category
from committee_desk.ui.common.tool_row import Choice
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr


class DepartmentChoice(Choice):
    """The departments of the list, by their numbers; `changed` hears of another one."""

    def __init__(self, changed: Callable[[], object], name: str = "") -> None:
        super().__init__(name or tr("部门"), tr("全部部门"), lambda _department: changed())

    def offer_of(self, departments: Iterable[str]) -> None:
        """Offer those that the rows name; who has none is seen under all."""
        self.offer(sorted({each for each in departments if each}, key=department_order))


class CategoryChoice(Choice):
    """The categories of staff on the list, prosecutors first; `changed` hears of another one."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__(tr("人员类别"), tr("全部类别"), lambda _category: changed())

    def offer_of(self, held: Container[Category]) -> None:
        """Offer those that the rows bear."""
        self.offer([str(each) for each in Category if each in held], dictionary_word)

    def start_with(self, held: Container[Category], owing: Container[Category] = frozenset()) -> None:
        """The same; at first the first that owes is looked at, prosecutors where none does."""
        first = self.count() < 2
        self.offer_of(held)
        if first:
            self.choose(next((each for each in Category if each in held and each in owing), Category.PROSECUTOR))
