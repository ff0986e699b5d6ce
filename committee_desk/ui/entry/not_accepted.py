"""What was typed into the two sheets of 评分录入 and not accepted: counted, kept, gone to, given up."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.people import Category
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.sheet.sheet import KeptTexts
from committee_desk.ui.entry.by_person import Batches
from committee_desk.ui.entry.desk_door import Scope
from committee_desk.ui.entry.lines import Lines
from committee_desk.ui.entry.tools import BY_EVENT, BY_PERSON
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage
    from committee_desk.ui.months.closing import Unaccepted


class Typed(NamedTuple):
    """What outlasts the page when the window is made anew in another look."""

    lines: dict[Scope, Lines]
    events: KeptTexts
    marks: KeptTexts
    batches: Batches


class NotAccepted:
    """The cells of both sheets that hold what the desk did not take."""

    def __init__(self, page: "EntryPage") -> None:
        self._page = page

    def here(self) -> int:
        """Cells of both sheets, in the month and category in view, that were not accepted."""
        return sum(
            len(side.sheet.kept().get(self._page.scope, {})) for side in (self._page.by_event, self._page.by_person)
        )

    def everywhere(self) -> int:
        """The same of all months."""
        kept = (side.sheet.kept() for side in (self._page.by_event, self._page.by_person))
        return sum(len(typed) for sheet in kept for typed in sheet.values())

    def may_leave(self) -> bool:
        """Whether the month may be left with them, as the user says."""
        text = tr_n(
            "还有 {count} 格填了没有被接受，没有保存。离开后仍留在原处，回到这里可以接着改。",
            "还有 {count} 格填了没有被接受，没有保存。离开后仍留在原处，回到这里可以接着改。",
            self.here(),
        )
        return ask(self._page.window(), tr("有未接受的内容"), text, tr("离开"), careful=True)

    def go_to_next(self) -> None:
        """Go to the next cell that was not accepted, on the other sheet where this one has none."""
        other = self._page.by_person if self._page.side is self._page.by_event else self._page.by_event
        if not self._page.side.sheet.not_accepted() and other.sheet.not_accepted():
            self._page.pick_mode(BY_PERSON if other is self._page.by_person else BY_EVENT)
        self._page.side.sheet.next_refused()

    def of_the_month(self) -> "Unaccepted":
        """What was typed into the month, in whatever category, and not accepted."""
        from committee_desk.ui.months.closing import Unaccepted  # noqa: PLC0415 - once a month

        lines: list[tuple[str, str]] = []
        scopes = [replace(self._page.scope, category=category) for category in Category]
        for side in (self._page.by_event, self._page.by_person):
            headings = side.headings()
            for scope in scopes:
                for (_row, column), typed in side.sheet.kept().get(scope, {}).items():
                    lines.append((f"{headings.get(column, column)}：{typed.text}", typed.sentence))

        def give_up() -> None:
            for side in (self._page.by_event, self._page.by_person):
                for scope in scopes:
                    side.sheet.give_up(scope)

        return Unaccepted(tuple(lines), self.go_to_next, give_up)

    def keep(self) -> Typed:
        """All of it, with the keys of its lines."""
        by_event, by_person = self._page.by_event, self._page.by_person
        return Typed(by_event.lines, by_event.sheet.kept(), by_person.sheet.kept(), by_person.keep_batches())

    def take(self, kept: object) -> None:
        """It stands here again when its month is read."""
        if isinstance(kept, Typed):
            by_event, by_person = self._page.by_event, self._page.by_person
            by_event.lines = dict(kept.lines)
            by_event.sheet.take_kept(kept.events)
            by_person.sheet.take_kept(kept.marks)
            by_person.batches = dict(kept.batches)
