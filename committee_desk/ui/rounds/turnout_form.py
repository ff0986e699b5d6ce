"""应到, 实到, 发出 and 收回 of every class, typed by keys one number after the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import TWO_THIRDS, RoundState, Terms, Turnout, failing
from committee_desk.services import typed_values
from committee_desk.services.changes import Change
from committee_desk.services.round_import_refusals import SlipsAboveReturned, TurnoutReasonMissing
from committee_desk.services.round_refusals import TurnoutBeyond, TurnoutUnclear
from committee_desk.services.round_views import TypedTurnout
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.rounds.forms import LONGEST_REASON, RoundsForm
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import ballot_class_name, failing_name, turnout_field
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.domain.rounds import Round
    from committee_desk.services.round_imports import ImportedRound
    from committee_desk.services.round_views import RoundCard
    from committee_desk.ui.common.page import Page

NARROW = 72
FIELDS = TypedTurnout._fields


@dataclass(frozen=True, slots=True)
class OfClass:
    """A class whose turnout is typed: what holds now, who is due where that is locked, and what to know of it."""

    ballot_class: BallotClass
    held: Turnout | None
    due: int | None
    hint: str = ""


class TurnoutForm(RoundsForm):
    """A line a class, a field a number; Enter goes from field to field."""

    def __init__(self, page: "Page", title: str, classes: tuple[OfClass, ...], terms: Terms | None) -> None:
        super().__init__(page, title, tr("登记这些票数"))
        self._terms = terms
        self.edits: dict[BallotClass, dict[str, QLineEdit]] = {}
        self._before: dict[BallotClass, TypedTurnout] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, name in enumerate(FIELDS):
            head = label(turnout_field(name).capitalize(), "sub")
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(head, 0, at + 1)
        grid.setColumnStretch(0, 1)
        for at, each in enumerate(classes):
            self._line(grid, 2 * at + 1, each)
        self.form.addRow(grid)
        self._say()

    def _line(self, grid: QGridLayout, at: int, each: OfClass) -> None:
        grid.addWidget(label(ballot_class_name(each.ballot_class), "name"), at, 0)
        beneath = label(each.hint, "cap", wrap=True)
        beneath.setVisible(bool(each.hint))
        grid.addWidget(beneath, at + 1, 0, 1, len(FIELDS) + 1)
        edits = {name: self._edit(each, name, beneath) for name in FIELDS}
        for side, edit in enumerate(edits.values()):
            grid.addWidget(edit, at, side + 1)
        self.edits[each.ballot_class] = edits
        self._before[each.ballot_class] = self._of(each.ballot_class)

    def _edit(self, each: OfClass, name: str, beneath: QLabel) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaxLength(6)
        edit.setFixedWidth(NARROW)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        said = ballot_class_name(each.ballot_class)
        edit.setAccessibleName(tr("{kind} {field}", kind=said, field=turnout_field(name)))
        locked = each.due if name == "due" else None
        value = getattr(each.held, name) if each.held is not None and locked is None else locked
        edit.setText("" if value is None else str(value))
        edit.setEnabled(locked is None)
        edit.textChanged.connect(self._say)
        self._beneath[edit] = (beneath, each.hint)
        self.follow(edit)
        return edit

    # -- what was typed --------------------------------------------------------------------------------------------

    def _of(self, ballot_class: BallotClass) -> TypedTurnout:
        return TypedTurnout(**{name: edit.text().strip() for name, edit in self.edits[ballot_class].items()})

    def typed(self) -> Mapping[BallotClass, TypedTurnout]:
        """Every class of which more than 应到 stands there, and those that changed."""
        found = {each: self._of(each) for each in self.edits}
        return {each: typed for each, typed in found.items() if any(typed[1:]) or typed != self._before[each]}

    def field_for(self, error: DeskError | Trouble) -> QWidget | None:
        """The number that a refusal is about."""
        if isinstance(error, TurnoutUnclear | TurnoutBeyond):
            return self.edits[error.ballot_class].get(error.field)
        if isinstance(error, SlipsAboveReturned):
            return self.edits[error.ballot_class]["returned"]
        return None

    def _say(self) -> None:
        """What the numbers come to by now."""
        if self.edits:
            self.consequence.setText(self._outcome())

    def _outcome(self) -> str:
        read = [self._read(each) for each in self.edits]
        held = [each for each in read if each is not None]
        due, returned = sum(each.due for each in held), sum(each.returned for each in held)
        why = failing(held, self._terms) if self._terms is not None and held else None
        told = tr("收回 {returned}／应到 {due}", returned=returned, due=due)
        if any(each.above_issued for each in held):
            return tr("{told}。有票类收回多于发出，关闭时本轮作废", told=told)
        if why is not None and len(held) == len(read):
            return tr("{told}。{why}，按此关闭则本轮作废", told=told, why=failing_name(why))
        least = -(-due * TWO_THIRDS.numerator // TWO_THIRDS.denominator)
        return tr("{told}。至少收回 {least} 张才有效", told=told, least=least) if due else ""

    def _read(self, ballot_class: BallotClass) -> Turnout | None:
        numbers = [typed_values.count(each) for each in self._of(ballot_class)]
        return Turnout(*(each or 0 for each in numbers)) if all(each is not None for each in numbers) else None


class OwnTurnout(TurnoutForm):
    """Of a round that the desk holds: slips on paper, the booth counts by itself."""

    def __init__(self, page: "Page", card: "RoundCard") -> None:
        classes = tuple(
            OfClass(each.ballot_class, each.turnout, each.raters, _of_booth(each.progress.used))
            for each in card.classes
        )
        super().__init__(page, tr("登记票数：{label}", label=card.round.label), classes, card.round.terms)
        self._given = card.round
        self.explain(tr("只填纸质票；测评间投的票由台账自己加上。应到是启动时锁定的人数，其余按现场清点的数填写。"))

    def save(self) -> bool:
        """Put each class down; those that are refused stay, each with its sentence."""
        self.clear_refusal()
        wrong: list[tuple[str, QWidget]] = []
        changes: list[Change] = []
        for ballot_class, typed in self.typed().items():
            try:
                changes.append(self._put(self._given, ballot_class, typed))
            except (DeskError, Trouble) as error:
                wrong.append((sentence(error), self.field_for(error) or self.edits[ballot_class]["present"]))
        for each in changes:
            self.page.place.changes.announce(each)
        if wrong:
            self.refuse_all(wrong)
        return not wrong

    def _put(self, given: "Round", ballot_class: BallotClass, typed: TypedTurnout) -> Change:
        desk, actor = self.page.desk, self.page.place.actor
        return desk.rounds.turnout(actor, given.year, given.number, ballot_class, typed)


def _of_booth(used: int) -> str:
    return tr("测评间已投 {count} 张，不要算进去", count=used) if used else ""


class ImportedTurnout(TurnoutForm):
    """Of ballots that workbooks brought."""

    def __init__(self, page: "Page", imported: "ImportedRound") -> None:
        classes = tuple(
            OfClass(each, imported.turnouts.get(each), None, _slips(imported.slips.get(each, 0)))
            for each in BallotClass
        )
        held = imported.round
        super().__init__(page, tr("登记票数：导入的测评票"), classes, held.terms if held else None)
        if held is None or held.state is not RoundState.CLOSED:
            self.explain(tr("票数达到要求就计票：整张票拆成单个评分，票号丢弃，从此不能再导入、替换或撤回。"))
        self.explain(tr("工作簿只有有效票；到会和收发的数字从测评现场的记录填写。没有票的票类可以不填。"))
        self.why = QLineEdit()
        self.why.setMaxLength(LONGEST_REASON)
        if held is not None:
            self.add_row(tr("更正理由"), self.why, tr("已经登记过，更正须写理由"))
            self.fields = {TurnoutReasonMissing: self.why}

    def save(self) -> bool:
        """Put all classes down at once."""
        self.clear_refusal()
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        try:
            change = desk.imported_rounds.count(actor, year, self.typed(), self.why.text())
        except (DeskError, Trouble) as error:
            field = self.field_for(error)
            if field is None:
                return self.refused(error)
            self.refuse_all([(sentence(error), field)])
            return False
        self.page.place.changes.announce(change)
        return True


def _slips(count: int) -> str:
    return tr("工作簿里有 {count} 张有效票", count=count) if count else ""
