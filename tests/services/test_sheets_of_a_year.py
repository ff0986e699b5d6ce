from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.events import Event
from committee_desk.domain.explanation import IndicatorExplanation, PersonExplanation, Step
from committee_desk.domain.journal import canonical
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.folders import PDF_MAKER, FileInTheWay
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.sheet_refusals import (
    DeskChangedMeanwhile,
    MissingGlyph,
    NotOnTheList,
    UnprintableCharacters,
)
from committee_desk.services.sheet_views import GradeSheet, Outcome, Stamp
from committee_desk.services.sheets import SheetDesk
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock
from tests.services.facts_held import hold


class Stopped(Exception):
    """The user pressed stop."""


class PlainScores:
    """The desk's own scores, explained in as many words as a test needs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def scheme(self, year: int, category: Category = Category.PROSECUTOR) -> Scheme:
        return self._desk.scores.scheme(year, category)

    def year(self, year: int, day: date | None = None, category: Category = Category.PROSECUTOR) -> YearScores:
        assert day is None
        return self._desk.scores.year(year, category)

    def explanations(
        self, year: int, codes: Sequence[str] | None = None, category: Category = Category.PROSECUTOR
    ) -> tuple[PersonExplanation, ...]:
        assert category is Category.PROSECUTOR
        return tuple(self._explained(year, code) for code in codes or ())

    def _explained(self, year: int, code: str) -> PersonExplanation:
        indicators = tuple(
            IndicatorExplanation(each.id, each.part, each.maximum, None, Step("said", {}), (), ())
            for each in self.scheme(year).indicators
        )
        return PersonExplanation(code, year, indicators, ())


class PlainDrawer:
    """Draws words; refuses the character 〇; calls back at each sheet."""

    def __init__(self) -> None:
        self.drawn: list[GradeSheet] = []
        self.at_each: Callable[[], object] = lambda: None

    def file_name(self, sheet: GradeSheet) -> str:
        return f"{sheet.person.code}.pdf"

    def draw(self, sheet: GradeSheet, stamp: Stamp) -> bytes:
        self.at_each()
        self.drawn.append(sheet)
        if "〇" in sheet.person.name:
            raise UnprintableCharacters((MissingGlyph(sheet.person.code, sheet.person.name, "〇"),))
        words = f"{sheet.person.name} {stamp.version} {stamp.supersedes} {stamp.maker}"
        return b"%PDF-" + words.encode() + PDF_MAKER


def words_of(path: Path) -> str:
    return path.read_bytes().removeprefix(b"%PDF-").removesuffix(PDF_MAKER).decode()


@pytest.fixture
def drawer() -> PlainDrawer:
    return PlainDrawer()


@pytest.fixture
def sheets(desk: Desk, drawer: PlainDrawer) -> SheetDesk:
    work = SqlWork(desk.identity().path, None, frozen_clock)
    return SheetDesk(work, frozen_clock, PlainScores(desk), desk._paper._replace(drawer=drawer), desk.seat)


@pytest.fixture
def people(desk: Desk) -> None:
    """Three prosecutors with marks, and a leader."""
    hold(
        desk,
        Kind.PEOPLE,
        [
            Stay("J1", "张三", "一部", Category.PROSECUTOR, sex="男", since=date(2026, 3, 1)),
            Stay("J2", "李四", "一部", Category.PROSECUTOR),
            Stay("J3", "王五", "二部", Category.PROSECUTOR, until=date(2026, 7, 31)),
            Stay("J4", "赵六", "院领导", Category.PROSECUTOR, is_leader=True),
            Stay("F1", "钱七", "一部", Category.ASSISTANT),
        ],
    )
    codes = ("J1", "J2", "J3", "J4")
    hold(desk, Kind.LEADER_RATINGS, [LeaderMark(code, "检察长", Decimal(90)) for code in codes])
    hold(desk, Kind.BALLOTS, [BallotMark("票1", BallotClass.A, code, Decimal(90)) for code in codes])


def event(points: str, voucher: str = "政〔2026〕1号") -> Event:
    return Event("J1", "skill", date(2026, 5, 1), Decimal(points), "培训", voucher)


@pytest.mark.usefixtures("people")
def test_everybody_scored_gets_a_sheet_and_the_journal_one_entry(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    before = desk.journal.head().entries
    placed = sheets.draw(actor, 2026, None, tmp_path / "表")
    assert [path.name for path in placed] == ["J1.pdf", "J2.pdf", "J3.pdf", "J4.pdf"]
    assert words_of(placed[0]) == "张三 1 None 周敏"
    assert desk.journal.head().entries == before + 1
    newest = desk.journal.rows(1)[0]
    assert (newest.verb, newest.actor, newest.subject) == ("sheets.draw", "周敏", "2026")


@pytest.mark.usefixtures("people")
def test_only_those_asked_for_are_drawn(sheets: SheetDesk, actor: Actor, tmp_path: Path) -> None:
    assert [path.name for path in sheets.draw(actor, 2026, ["J3", "J1", "J3"], tmp_path)] == ["J1.pdf", "J3.pdf"]


@pytest.mark.usefixtures("people")
def test_whoever_is_not_scored_is_refused_by_name_and_nothing_is_drawn(
    sheets: SheetDesk, actor: Actor, tmp_path: Path
) -> None:
    with pytest.raises(NotOnTheList) as refused:
        sheets.draw(actor, 2026, ["J1", "X9", "F1"], tmp_path / "表")
    assert refused.value.codes == ("F1", "X9")
    assert not (tmp_path / "表").exists()


def test_a_desk_without_people_gives_no_sheet_and_no_entry(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    before = desk.journal.head()
    assert sheets.draw(actor, 2026, None, tmp_path) == ()
    assert desk.journal.head() == before


@pytest.mark.usefixtures("people")
def test_the_same_data_keep_their_version_and_other_data_are_the_next(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    sheets.draw(actor, 2026, None, tmp_path)
    assert words_of(sheets.draw(actor, 2026, ["J1"], tmp_path)[0]) == "张三 1 None 周敏"
    hold(desk, Kind.EVENTS, [event("2")])
    first, *_, last = sheets.draw(actor, 2026, None, tmp_path)
    assert (words_of(first), words_of(last)) == ("张三 2 1 周敏", "赵六 1 None 周敏")
    assert words_of(sheets.draw(actor, 2026, ["J1"], tmp_path)[0]) == "张三 2 1 周敏"


@pytest.mark.usefixtures("people")
def test_what_was_printed_is_listed_newest_first_and_superseded_ones_marked(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    sheets.draw(actor, 2026, ["J1", "J4"], tmp_path)
    hold(desk, Kind.EVENTS, [event("2")])
    sheets.draw(actor, 2026, ["J1", "J4"], tmp_path)
    rows = sheets.printed(2026)
    assert [(row.code, row.name, row.version, row.superseded) for row in rows] == [
        ("J1", "张三", 2, False),
        ("J4", "赵六", 1, False),
        ("J1", "张三", 1, True),
        ("J4", "赵六", 1, False),
    ]
    assert {(row.actor, row.at, row.final) for row in rows} == {("周敏", frozen_clock(), False)}
    assert sheets.printed(2025) == ()


@pytest.mark.usefixtures("people")
def test_a_printed_sheet_is_outdated_once_the_desk_says_something_else(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    assert sheets.outdated(2026) == frozenset()
    sheets.draw(actor, 2026, ["J1", "J4"], tmp_path)
    assert sheets.outdated(2026) == frozenset()
    hold(desk, Kind.EVENTS, [event("2")])
    assert sheets.outdated(2026) == {"J1"}
    sheets.draw(actor, 2026, ["J1"], tmp_path)
    assert sheets.outdated(2026) == frozenset()


@pytest.mark.usefixtures("people")
def test_a_preview_is_what_would_be_printed_and_leaves_no_trace(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    before = desk.journal.head()
    seen = sheets.preview(2026, "J1", actor)
    assert desk.journal.head() == before
    assert sheets.printed(2026) == ()
    assert sheets.draw(actor, 2026, ["J1"], tmp_path)[0].read_bytes() == seen


def test_every_unprintable_character_of_everybody_is_named_and_nothing_written(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    names = ("〇一", "王五", "二〇")
    hold(desk, Kind.PEOPLE, [Stay(f"J{at}", name, "一部", Category.PROSECUTOR) for at, name in enumerate(names)])
    before = desk.journal.head()
    with pytest.raises(UnprintableCharacters) as refused:
        sheets.draw(actor, 2026, None, tmp_path / "表")
    assert [(each.code, each.name) for each in refused.value.missing] == [("J0", "〇一"), ("J2", "二〇")]
    assert not (tmp_path / "表").exists()
    assert desk.journal.head() == before


@pytest.mark.usefixtures("people")
def test_progress_is_told_and_a_stop_leaves_nothing(
    sheets: SheetDesk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    sheets.draw(actor, 2026, None, tmp_path / "完", lambda done, total: told.append((done, total)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    before = desk.journal.head()

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        sheets.draw(actor, 2026, None, tmp_path / "停", stop)
    assert not (tmp_path / "停").exists()
    assert desk.journal.head() == before


@pytest.mark.usefixtures("people")
def test_a_desk_that_changes_while_sheets_are_drawn_is_read_again(
    sheets: SheetDesk, desk: Desk, drawer: PlainDrawer, actor: Actor, tmp_path: Path
) -> None:
    def change_once() -> None:
        drawer.at_each = lambda: None
        hold(desk, Kind.EVENTS, [event("2")])

    drawer.at_each = change_once
    sheets.draw(actor, 2026, ["J1"], tmp_path / "表")
    first, last = (sheet.total for sheet in drawer.drawn)
    assert last == first + 200
    assert [path.name for path in tmp_path.glob("表/*")] == ["J1.pdf"]
    assert len(sheets.printed(2026)) == 1


@pytest.mark.usefixtures("people")
def test_a_desk_that_never_stands_still_is_refused_and_nothing_written(
    sheets: SheetDesk, desk: Desk, drawer: PlainDrawer, actor: Actor, tmp_path: Path
) -> None:
    drawer.at_each = lambda: hold(desk, Kind.EVENTS, [event("0.1", f"政〔2026〕{len(drawer.drawn)}号")])
    with pytest.raises(DeskChangedMeanwhile):
        sheets.draw(actor, 2026, ["J1"], tmp_path / "表")
    assert not (tmp_path / "表").exists()
    assert sheets.printed(2026) == ()


@pytest.mark.usefixtures("people")
def test_the_sheet_says_who_when_and_what_came_of_it(
    sheets: SheetDesk, drawer: PlainDrawer, actor: Actor, tmp_path: Path
) -> None:
    sheets.draw(actor, 2026, None, tmp_path)
    first, _, third, _ = drawer.drawn
    assert (first.office, first.demo, first.final, first.scheme) == (
        "演练县人民检察院",
        False,
        False,
        "检察官年度考核方案",
    )
    assert (first.person.name, first.person.sex, first.person.department) == ("张三", "男", "一部")
    assert (first.since, first.until) == (date(2026, 3, 1), date(2026, 12, 31))
    assert third.until == date(2026, 7, 31)
    assert [sheet.outcome for sheet in drawer.drawn] == [
        Outcome.GRADED,
        Outcome.GRADED,
        Outcome.LEFT,
        Outcome.ELSEWHERE,
    ]
    assert first.ranked == 2
    assert [part.total for part in first.parts] == [6000, 1000, 900, 0]
    assert first.total == first.uncut == 7900
    assert [line.figure for line in first.parts[0].indicators[:3]] == [None, None, None]
    assert first.respread == 56


def sheet_with(sheets: SheetDesk, drawer: PlainDrawer, desk: Desk, sanction: Sanction) -> GradeSheet:
    hold(desk, Kind.SANCTIONS, [sanction])
    sheets.preview(2026, "J1")
    return drawer.drawn[-1]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("kind", "decided", "effect"),
    [
        ("政务警告", date(2026, 10, 12), "not_excellent"),
        ("记过", date(2026, 10, 12), "no_grade"),
        ("记大过", date(2025, 10, 12), "no_grade"),
        ("撤销党内职务", date(2026, 10, 12), "incompetent"),
    ],
)
def test_a_decision_that_touches_the_grade_is_named(
    kind: str, decided: date, effect: str, sheets: SheetDesk, drawer: PlainDrawer, desk: Desk
) -> None:
    (limit,) = sheet_with(sheets, drawer, desk, Sanction("J1", kind, "监〔1〕号", decided)).limits
    assert (limit.kind, limit.document, limit.decided, limit.effect) == (kind, "监〔1〕号", decided, effect)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("kind", "decided"),
    [("谈话提醒", date(2026, 5, 1)), ("政务警告", date(2025, 5, 1))],
)
def test_a_decision_without_effect_on_the_year_is_not_named(
    kind: str, decided: date, sheets: SheetDesk, drawer: PlainDrawer, desk: Desk
) -> None:
    assert sheet_with(sheets, drawer, desk, Sanction("J1", kind, "监〔1〕号", decided)).limits == ()


@pytest.mark.usefixtures("people")
def test_an_open_investigation_never_reaches_the_sheet(sheets: SheetDesk, drawer: PlainDrawer, desk: Desk) -> None:
    given = sheet_with(sheets, drawer, desk, Sanction("J1", "立案未结", "监立〔2026〕1号", date(2026, 11, 2)))
    assert given.outcome is Outcome.OPEN
    assert given.grade is None
    assert "立" not in canonical(given)
    assert "pending" not in canonical(given)


@pytest.mark.usefixtures("people")
def test_long_leave_reads_like_an_open_investigation(sheets: SheetDesk, drawer: PlainDrawer, desk: Desk) -> None:
    hold(desk, Kind.LEAVE, [Leave("J1", "病假", date(2026, 1, 1), date(2026, 7, 2))])
    away = sheet_with(sheets, drawer, desk, Sanction("J4", "立案未结", "监立〔2026〕1号", date(2026, 11, 2)))
    suspected = sheet_with(sheets, drawer, desk, Sanction("J1", "立案未结", "监立〔2026〕2号", date(2026, 11, 2)))
    assert away.outcome is Outcome.OPEN
    assert canonical(away) == canonical(suspected)


@pytest.mark.usefixtures("people")
def test_leave_of_up_to_half_a_year_leaves_the_grade(sheets: SheetDesk, drawer: PlainDrawer, desk: Desk) -> None:
    hold(desk, Kind.LEAVE, [Leave("J2", "病假", date(2026, 1, 1), date(2026, 7, 1))])
    sheets.preview(2026, "J2")
    assert drawer.drawn[-1].outcome is Outcome.GRADED


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("foreign", [b"my own file", b"%PDF-1.4 of somebody else"])
def test_a_foreign_file_of_the_same_name_is_never_replaced(
    sheets: SheetDesk, drawer: PlainDrawer, actor: Actor, desk: Desk, tmp_path: Path, foreign: bytes
) -> None:
    (placed,) = sheets.draw(actor, 2026, ["J1"], tmp_path)
    before, drawn = desk.journal.head(), len(drawer.drawn)
    placed.write_bytes(foreign)
    with pytest.raises(FileInTheWay) as refused:
        sheets.draw(actor, 2026, None, tmp_path)
    assert refused.value.path == placed
    assert placed.read_bytes() == foreign
    assert [each.name for each in tmp_path.glob("*.pdf")] == [placed.name]
    assert (desk.journal.head(), len(drawer.drawn)) == (before, drawn)
