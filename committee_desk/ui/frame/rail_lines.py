"""What stands on the rail: the year's steps in order with their states, and the places beside them."""

from collections.abc import Collection
from dataclasses import dataclass

from committee_desk.services.views import StepState
from committee_desk.ui.page_list import HOME, PLACES, Place
from committee_desk.wording.language import tr

GOING, BLOCKED, DONE, UNTOUCHED, ABSENT = "going", "blocked", "done", "untouched", "absent"


@dataclass(frozen=True, slots=True)
class RailLine:
    """A line of the rail: a heading, or a place with its state."""

    title: str
    place: Place | None = None
    state: str = UNTOUCHED
    owed: int = 0
    first: bool = False
    last: bool = False
    barred: bool = False
    """Whether who sits at the desk may not see the page."""

    @property
    def absent(self) -> bool:
        """Whether the page comes with a later version, or is not for who sits here."""
        return self.barred or self.place is None or not self.place.page

    @property
    def word(self) -> str:
        """The state in a word."""
        if self.barred:
            return tr("您的角色不能查看")
        if self.absent and self.state not in {GOING, BLOCKED, DONE}:
            return tr("后续版本提供")
        return {GOING: tr("进行中"), BLOCKED: tr("受阻"), DONE: tr("已完成")}.get(self.state, tr("未开始"))

    @property
    def spoken(self) -> str:
        """What a screen reader says: 公示，进行中，欠 1 项."""
        if self.place is None:
            return self.title
        parts = [self.title]
        if self.place.step or self.absent:
            parts.append(self.word)
        if self.owed:
            parts.append(tr("欠 {count} 项", count=self.owed))
        return tr("，").join(parts)


def rail_lines(states: dict[str, StepState], barred: Collection[str] = ()) -> list[RailLine]:
    """The rail for these states of the steps; `barred` are the places that who sits here may not see."""
    steps = [each for each in PLACES if each.step]
    others = [each for each in PLACES if not each.step and each.id != HOME]
    home = next(each for each in PLACES if each.id == HOME)
    lines = [RailLine(home.title(), home), RailLine(tr("年度流程"))]
    for each in steps:
        known = states.get(each.id) if each.id not in barred else None
        state, owed = (known.state, known.owed) if known else (UNTOUCHED, 0)
        lines.append(RailLine(each.title(), each, state, owed, each is steps[0], each is steps[-1], each.id in barred))
    lines.append(RailLine(tr("资料与系统")))
    lines += [RailLine(each.title(), each, barred=each.id in barred) for each in others]
    return lines
