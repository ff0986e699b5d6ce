"""A rating round of thirty raters on the sample office, step by step, from a paper truth that the test alone knows.

Fifteen vote in the booth, fifteen on slips, among them leaders in a class of three. Whoever walks through it stops
after each step, and looks at whatever he wants to look at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from random import Random

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Participant, RoundKind
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_views import AdoptedBy, RoundForm, TypedTurnout
from committee_desk.services.second import Second
from tests.services.seated_desks import SECRET
from tests.services.slip_hands import seated

YEAR, NUMBER = 2026, 1
A, B, C = BallotClass
CLASSES: Mapping[BallotClass, tuple[str, ...]] = {
    A: ("J020", "J001", "J002"),
    B: ("J003", "J004", "J017", "X001", "X002"),
    C: ("J005", "J009", "J013", "J016", *(f"F{at:03d}" for at in range(1, 12)), *(f"X{at:03d}" for at in range(3, 10))),
}
OUTSIDE = ("J006", "J007", "J008", "J010", "J011", "J012", "J014", "J015", "J018", "J019")
"""Of the forty people of the office these rate nobody."""
IN_THE_BOOTH = (*CLASSES[B], *CLASSES[C][:10])
ON_PAPER: Mapping[BallotClass, tuple[str, ...]] = {A: CLASSES[A], C: CLASSES[C][10:]}
WEIGHTS = {A: Fraction(40, 100), B: Fraction(30, 100), C: Fraction(30, 100)}
ABSTAINED, BLANK = "弃权", ""
Lines = Mapping[str, str]


def rater_of(mark: str | Fraction) -> str:
    """Whose mark it is, by its decimals: what the attacker does not know."""
    return _BY_DECIMALS[int(Fraction(mark) * 100) % 100]


_BY_DECIMALS = {
    11 + at + at // 9: rater for at, rater in enumerate(each for raters in CLASSES.values() for each in raters)
}


def ballots(codes: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """What each of the thirty thinks of everybody, by rater: every mark is known by its decimals as one rater's."""
    random = Random(7)
    found = {}
    for decimals, rater in _BY_DECIMALS.items():
        lines = {code: f"{random.randint(60, 98)}.{decimals}" for code in codes}
        lines[codes[random.randrange(len(codes))]] = ABSTAINED
        if rater in IN_THE_BOOTH:
            lines.pop(rater, None)
        else:
            lines[codes[random.randrange(len(codes))]] = BLANK
        found[rater] = lines
    return found


@dataclass
class Hands:
    """Whoever holds the round, types its slips and confirms: in 简易 names, in 严格 accounts that sign in."""

    desk: Desk
    strict: bool

    def keeper(self) -> Actor:
        """The secretary, who keeps rounds."""
        return self._as("secretary", "孙丽")

    def typist(self) -> Actor:
        """计票人."""
        return self._as("operator", "周敏")

    def again(self) -> Actor:
        """Who types a batch the second time (严格)."""
        return self._as("operator2", "钱芳")

    @property
    def second(self) -> Second:
        """监票人, and whoever confirms."""
        return Second("reviewer", SECRET) if self.strict else Second("李强")

    def _as(self, login: str, holder: str) -> Actor:
        return seated(self.desk, login) if self.strict else Actor(holder)


@dataclass
class Mistakes:
    """Planted while typing: by serial and person, what was typed instead of what the paper says."""

    first: dict[str, dict[str, str]] = field(default_factory=dict)
    second: dict[str, dict[str, str]] = field(default_factory=dict)
    found: list[set[tuple[str, str]]] = field(default_factory=list)
    """What each comparison brought to light, by serial and person."""

    def planted(self) -> set[tuple[str, str]]:
        """Every field that was typed wrong once."""
        return {(serial, code) for side in (self.first, self.second) for serial, each in side.items() for code in each}


@dataclass
class RoundOfThirty:
    """The round as it goes."""

    hands: Hands
    codes: tuple[str, ...] = ()
    truth: dict[str, dict[str, str]] = field(default_factory=dict)
    envelopes: dict[str, str] = field(default_factory=dict)
    """Everybody's one-time code."""
    paper: dict[str, tuple[str, Lines]] = field(default_factory=dict)
    """By serial whose slip it is, and what stands on it."""
    mistakes: Mistakes = field(default_factory=Mistakes)
    trading: Mapping[str, str] = field(default_factory=dict)
    """By rater whose ballot he casts as his own: what nobody may be able to tell afterwards."""

    @property
    def desk(self) -> Desk:
        """The desk that holds it."""
        return self.hands.desk

    def steps(self) -> Iterator[str]:
        """The whole round; a word after each step."""
        yield from self._adopted()
        yield from self._voted()
        for ballot_class in ON_PAPER:
            yield from self._typed(ballot_class)
        yield from self._counted()

    def _adopted(self) -> Iterator[str]:
        desk, keeper = self.desk, self.hands.keeper()
        form = RoundForm("年度民主测评", RoundKind.SCORE, (Category.ASSISTANT, Category.ADMINISTRATIVE))
        desk.rounds.draft(keeper, YEAR, form)
        rated = {row.participant.code: row.participant.rated for row in desk.rounds.participants(YEAR, NUMBER)}
        by_hand = dict.fromkeys(OUTSIDE) | dict.fromkeys(("J001", "J002"), A) | dict.fromkeys(("X001", "X002"), B)
        for code, ballot_class in by_hand.items():
            desk.rounds.place(keeper, YEAR, NUMBER, Participant(code, ballot_class, rated[code]))
        self.codes = tuple(sorted(code for code, is_rated in rated.items() if is_rated))
        given = ballots(self.codes)
        self.truth = {rater: given[self.trading.get(rater, rater)] for rater in given}
        yield "drafted"
        seen = desk.rounds.card(YEAR, NUMBER).round.entry
        adopted = AdoptedBy("检考评委〔2027〕1号", "2027-01-08", seen)
        desk.rounds.adopt(keeper, YEAR, NUMBER, adopted, self.hands.second)
        yield "adopted"
        made = desk.booth.make_codes(keeper, YEAR, NUMBER, IN_THE_BOOTH).codes
        self.envelopes = {each.person: each.code for each in made}
        yield "envelopes"
        for ballot_class, raters in ON_PAPER.items():
            serials = desk.slips.make_serials(keeper, YEAR, NUMBER, ballot_class, len(raters)).serials
            drawn = dict(zip(serials, raters, strict=False))
            self.paper |= {serial: (rater, self.truth[rater]) for serial, rater in drawn.items()}
        yield "slips"

    def _voted(self) -> Iterator[str]:
        """In the order of the list, and each step one voter: what an attacker would like best."""
        for rater in IN_THE_BOOTH:
            ballot = self.desk.booth.enter(YEAR, NUMBER, self.envelopes[rater])
            assert {line.rated.code for line in ballot.lines if line.own} == {rater} & set(self.codes)
            self.desk.booth.cast(self.truth[rater])
            yield f"{rater} voted"

    def _typed(self, ballot_class: BallotClass) -> Iterator[str]:
        paper = {serial: lines for serial, (_, lines) in self.paper.items() if serial.startswith(ballot_class.value)}
        paper = {serial: paper[serial] for serial in sorted(paper)}
        if ballot_class is C:
            self._plant(paper)
        slips, typist = self.desk.slips, self.hands.typist()
        batch, _ = slips.begin(typist, YEAR, NUMBER, ballot_class)
        for serial, lines in paper.items():
            slips.type(typist, YEAR, NUMBER, batch, serial, {**lines, **self.mistakes.first.get(serial, {})})
        yield f"{ballot_class} typed"
        yield from self._typed_twice(batch, paper) if self.hands.strict else self._compared(batch, paper)

    def _plant(self, paper: Mapping[str, Lines]) -> None:
        """Digits the wrong way round, a line slipped, a blank for a mark; in 严格 the second goes wrong elsewhere."""
        one, two, three, *_ = sorted(paper)
        marked = {
            serial: [code for code, text in paper[serial].items() if text[:1].isdigit()] for serial in (one, two, three)
        }
        first = {
            one: {marked[one][0]: paper[one][marked[one][0]][::-1]},
            two: {marked[two][1]: paper[two][marked[two][2]], marked[two][2]: paper[two][marked[two][1]]},
            three: {marked[three][5]: BLANK},
        }
        self.mistakes.first = first
        if self.hands.strict:
            self.mistakes.second = {one: {marked[one][3]: "100"}, three: {marked[three][5]: "61"}}

    def _compared(self, batch: int, paper: Mapping[str, Lines]) -> Iterator[str]:
        """简易: the scrutineer holds every slip against the paper; what is wrong is typed again."""
        slips, typist = self.desk.slips, self.hands.typist()
        typed = {each.serial: each.lines for each in slips.typed(YEAR, NUMBER, batch)}
        wrong = {
            (serial, code)
            for serial, lines in paper.items()
            for code in self.codes
            if typed[serial].get(code, BLANK) != lines[code]
        }
        self.mistakes.found.append(wrong)
        for serial in sorted({serial for serial, _ in wrong}):
            slips.take_back(typist, YEAR, NUMBER, batch, serial)
            slips.type(typist, YEAR, NUMBER, batch, serial, paper[serial])
            yield "typed anew"
        slips.confirm(typist, YEAR, NUMBER, batch, self.hands.second)
        yield "confirmed"

    def _typed_twice(self, batch: int, paper: Mapping[str, Lines]) -> Iterator[str]:
        """严格: another types it blind; what differs comes back emptied, and a third settles the last of it."""
        slips = self.desk.slips
        slips.hand_over(self.hands.typist(), YEAR, NUMBER, batch)
        again = self.hands.again()
        for serial, lines in paper.items():
            slips.type(again, YEAR, NUMBER, batch, serial, {**lines, **self.mistakes.second.get(serial, {})})
        yield "typed again"
        differing = slips.compare(again, YEAR, NUMBER, batch).differing
        if not differing:
            return
        self.mistakes.found.append({(each.serial, code) for each in differing for code in each.codes})
        yield "compared"
        answers = {each.serial: {code: paper[each.serial][code] for code in each.codes} for each in differing}
        left = slips.retype(again, YEAR, NUMBER, batch, answers).differing
        yield "retyped"
        answers = {each.serial: {code: paper[each.serial][code] for code in each.codes} for each in left}
        slips.settle(self.hands.keeper(), YEAR, NUMBER, batch, answers)
        yield "settled"

    def _counted(self) -> Iterator[str]:
        desk, keeper = self.desk, self.hands.keeper()
        for ballot_class, raters in CLASSES.items():
            back = len(ON_PAPER.get(ballot_class, ()))
            desk.rounds.turnout(keeper, YEAR, NUMBER, ballot_class, TypedTurnout(len(raters), back, back, back))
        yield "turnout"
        desk.rounds.close(keeper, YEAR, NUMBER, self.hands.second)
        yield "closed"

    def class_means(self) -> dict[str, dict[BallotClass, Fraction]]:
        """Everybody's mean by class, with pencil and paper: from five marks on without the highest and the lowest."""
        found: dict[str, dict[BallotClass, Fraction]] = {code: {} for code in self.codes}
        for code, (ballot_class, raters) in product(self.codes, CLASSES.items()):
            texts = [self.truth[rater].get(code, BLANK) for rater in raters]
            marks = sorted(Fraction(text) for text in texts if text not in {ABSTAINED, BLANK})
            marks = marks[1:-1] if len(marks) >= 5 else marks
            if marks:
                found[code][ballot_class] = sum(marks, Fraction(0)) / len(marks)
        return found

    def by_hand(self) -> dict[str, Fraction]:
        """What paper and booth come to by the weights of the classes that marked: nothing of the program."""
        return {
            code: sum((WEIGHTS[each] * mean for each, mean in means.items()), Fraction(0))
            / sum((WEIGHTS[each] for each in means), Fraction(0))
            for code, means in self.class_means().items()
        }
