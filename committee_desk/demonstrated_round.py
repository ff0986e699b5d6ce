"""The rating round of the demonstration's year, act by act, through the same verbs that the window calls.

The sample workbook brings ballots for prosecutors alone; here assistants and administrative staff are rated, by thirty.
Ten vote in the booth, the others on printed slips: one stays out of the box, one is more than half blank, one is typed
wrong and found by the scrutineer beside the paper. The three assistants whose tie the committee
settles are marked alike by everybody.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from committee_desk.demonstrated_closing import CONFIRMED_BY, EQUALS
from committee_desk.demonstrated_meetings import Meetings
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Participant, RoundKind
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import AdoptedBy, RoundForm, TypedTurnout

A, B, C = BallotClass
TITLE = "检察辅助人员和司法行政人员年度民主测评"
DECISION, DECIDED = "检考评委〔2027〕1号", date(2027, 1, 11)
TYPIST = Actor("计票人")
NOT_RATING = tuple(f"J{at:03d}" for at in (6, 7, 8, 10, 11, 12, 14, 15, 18, 19))
"""Prosecutors who work with none of the people who are rated."""
AWAY = "J016"
BOOTH = ("J005", "J009", "J013", *(f"X{at:03d}" for at in range(3, 10)))
PAPER = {A: 1, B: 5, C: 12}
"""Slips that came back on paper; one more of class C was issued and kept."""
MOST_EXCELLENT = 8
ABSTAINED, BLANK = "弃权", ""
SUMMARY, STATISTICS, SAMPLE = "测评结果汇总表", "测评统计报告", "测评票样张"
Paper = Mapping[str, str]
"""A slip as it was filled in: what stands on the line of everybody rated, by code."""


def hold_round(desk: Desk, actor: Actor, year: int, folder: Path) -> tuple[Path, ...]:
    """Hold the round from its draft to the counted summary; its papers are written into the folder."""
    held = _Rating(desk, actor, year)
    held.adopt()
    sample = desk.round_papers.preview_slips(year, held.number, C)
    held.vote_in_the_booth()
    held.type_slips()
    held.count()
    drawn = {
        SUMMARY: desk.round_papers.summary(actor, year, held.number),
        STATISTICS: desk.round_papers.statistics(actor, year, held.number),
        SAMPLE: sample,
    }
    folder.mkdir()
    for name, paper in drawn.items():
        (folder / f"{name}.pdf").write_bytes(paper)
    return tuple(folder / f"{name}.pdf" for name in drawn)


def mark_of(rater: int, code: str) -> str:
    """What that rater gives that person: a few points apart, the three equals alike, now and then nothing."""
    if code in EQUALS:
        return str(91 + rater % 4)
    at = int(code[1:]) + (20 if code.startswith("X") else 0)
    if (rater + at) % 23 == 0:
        return ABSTAINED
    return str(76 + (5 * at + 3 * (rater % 3)) % 8 + rater % 2 + (7 if at in {4, 23} else 0))


class _Rating:
    """One walk through the round."""

    def __init__(self, desk: Desk, actor: Actor, year: int) -> None:
        self._desk, self._actor, self._year = desk, actor, year
        self.number = 0
        self._rated: tuple[str, ...] = ()

    def adopt(self) -> None:
        """Who rates is corrected by hand; the committee adopts the terms, and two people open the round."""
        desk, actor, year = self._desk, self._actor, self._year
        form = RoundForm(TITLE, RoundKind.SCORE, (Category.ASSISTANT, Category.ADMINISTRATIVE), MOST_EXCELLENT)
        self.number, _ = desk.rounds.draft(actor, year, form)
        for code in NOT_RATING:
            desk.rounds.place(actor, year, self.number, Participant(code, None, rated=False))
        Meetings(desk, actor, year).at(datetime(2027, 1, 12, 9, 0, tzinfo=CHINA))
        card = desk.rounds.card(year, self.number)
        adopted = AdoptedBy(DECISION, DECIDED, card.round.entry)
        desk.rounds.adopt(actor, year, self.number, adopted, CONFIRMED_BY)
        self._rated = tuple(each.participant.code for each in card.rated)

    def vote_in_the_booth(self) -> None:
        """Each opens the own envelope and votes; nobody's own line can be filled in."""
        booth = self._desk.booth
        made = booth.make_codes(self._actor, self._year, self.number, BOOTH).codes
        for at, each in enumerate(made):
            ballot = booth.enter(self._year, self.number, each.code)
            booth.cast({line.rated.code: mark_of(at, line.rated.code) for line in ballot.lines if not line.own})

    def type_slips(self) -> None:
        """The slips of each class are printed, typed as one batch and compared with the paper."""
        for ballot_class, count in PAPER.items():
            made = self._desk.slips.make_serials(self._actor, self._year, self.number, ballot_class, count + 1)
            paper: dict[str, Paper] = {
                serial: {code: mark_of(at, code) for code in self._rated}
                for at, serial in enumerate(made.serials[:count])
            }
            if ballot_class is C:
                self._leave_blank(paper, made.serials[count - 1])
            self._type(ballot_class, paper)

    def _leave_blank(self, paper: dict[str, Paper], serial: str) -> None:
        half = len(self._rated) // 2 + 1
        paper[serial] = {**paper[serial], **dict.fromkeys(self._rated[:half], BLANK)}

    def _type(self, ballot_class: BallotClass, paper: Mapping[str, Paper]) -> None:
        """A figure of the first slip of class C is typed the wrong way round: the scrutineer finds it."""
        slips, year, number = self._desk.slips, self._year, self.number
        batch, _ = slips.begin(TYPIST, year, number, ballot_class)
        for at, (serial, lines) in enumerate(paper.items()):
            wrong = ballot_class is C and at == 0
            slips.type(TYPIST, year, number, batch, serial, _transposed(lines, self._rated) if wrong else lines)
        for serial in self._differing(batch, paper):
            slips.take_back(TYPIST, year, number, batch, serial)
            slips.type(TYPIST, year, number, batch, serial, paper[serial])
        slips.confirm(TYPIST, year, number, batch, CONFIRMED_BY)

    def _differing(self, batch: int, paper: Mapping[str, Paper]) -> list[str]:
        """What the scrutineer finds: slips that say something else than the paper."""
        typed = self._desk.slips.typed(self._year, self.number, batch)
        return [
            slip.serial
            for slip in typed
            if {code: slip.lines.get(code, BLANK) for code in self._rated} != paper[slip.serial]
        ]

    def count(self) -> None:
        """The turnout is put down, and two people close the round."""
        rounds, year, number = self._desk.rounds, self._year, self.number
        due = {row.ballot_class: row.raters for row in rounds.card(year, number).classes}
        for ballot_class, back in PAPER.items():
            kept = 1 if ballot_class is C else 0
            typed = TypedTurnout(due[ballot_class], back + kept, back + kept, back)
            rounds.turnout(self._actor, year, number, ballot_class, typed)
        rounds.close(self._actor, year, number, CONFIRMED_BY, (AWAY,))


def _transposed(lines: Paper, rated: Sequence[str]) -> Paper:
    """The slip with the last figure's digits the wrong way round."""
    code = next(code for code in reversed(rated) if lines[code].isdigit() and lines[code] != lines[code][::-1])
    return {**lines, code: lines[code][::-1]}
