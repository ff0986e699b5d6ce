"""The lines of a ballot in the booth: fields for marks, or buttons for grades; the rater's own line is barred."""

from collections.abc import Mapping

from committee_desk.domain.rounds import RoundKind
from committee_desk.services.booth_views import BoothBallot, BoothLineRefused
from committee_desk.services.slip_views import RatedLine
from committee_desk.ui.slips.field import MarkField
from committee_desk.ui.slips.form import SlipForm
from committee_desk.ui.slips.grade_buttons import GradeButtons
from committee_desk.ui.slips.line import SlipLine, field_wide
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

ROOM_BEFORE = 220
"""For number, name and department."""


class BallotForm(SlipForm):
    """A slip on the screen, for the one who rates."""

    def __init__(self, ballot: BoothBallot) -> None:
        graded = ballot.kind is RoundKind.GRADE
        wide = GradeButtons().sizeHint().width() if graded else field_wide(ballot.kind)
        self.least = wide + ROOM_BEFORE
        super().__init__(ballot.label, tuple(each.rated for each in ballot.lines), ballot.kind)
        self._own = frozenset(each.rated.code for each in ballot.lines if each.own)
        self.put({})

    def put(self, values: Mapping[str, str]) -> None:
        """These values; the own line takes nothing."""
        super().put(values)
        for line in self.lines:
            if line.rated.code in self._own:
                line.settle(tr("本人，不评自己"))
        self.area.columns.lay()

    def resume(self) -> None:
        """Into the first blank line, where none is into the first."""
        lines = [each for each in self.lines if each.open]
        self._focus(next((each for each in lines if not each.field.value), lines[0]))

    def _line(self, number: int, rated: RatedLine) -> SlipLine:
        if self._kind is RoundKind.SCORE:
            return SlipLine(number, rated, MarkField(self._kind), field_wide(self._kind))
        buttons = GradeButtons()
        return SlipLine(number, rated, buttons, buttons.sizeHint().width(), ROOM_BEFORE)

    def _refusal(self, line: SlipLine, text: str) -> str:
        return sentence(BoothLineRefused(self._label, line.rated.name, text.strip()[:20], self._kind))
