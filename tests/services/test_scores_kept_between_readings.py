"""A year scored once is gone on from: typed and imported events at once, anything else from its facts."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.people import Category
from committee_desk.services.desk import Desk
from committee_desk.services.grading_views import Decision, DecisionKind
from committee_desk.services.imports import Kind
from committee_desk.storage.books.totals import TotalsRows
from tests.imports.workbooks import ACTOR, read, workbook

HEADINGS = {"工号": "J001", "指标": "司法技能", "日期": "2026-11-30", "分值": 2, "事由": "课题结项", "凭证号": "政9号"}


def _events(path: Path, **row: object) -> Path:
    return workbook(path, [HEADINGS | row])


def _anew(desk: Desk) -> object:
    return open_desk(desk.path).scores.year(2026)


def test_the_year_after_events_is_the_year_scored_anew(
    sample_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample_desk.scores.year(2026)
    with monkeypatch.context() as barred:
        barred.setattr(TotalsRows, "year_inputs", None)  # half a million cases are not added up again
        read(sample_desk, Kind.EVENTS, _events(tmp_path / "一.xlsx"))
        first = sample_desk.scores.year(2026)
        read(sample_desk, Kind.EVENTS, _events(tmp_path / "二.xlsx", 工号="J002", 分值=0.75))
        second = sample_desk.scores.year(2026)
    assert before != first != second
    assert second == _anew(sample_desk)
    assert sample_desk.scores.explain(2026, "J002") == open_desk(sample_desk.path).scores.explain(2026, "J002")


def test_an_import_taken_back_takes_its_points_back(sample_desk: Desk, tmp_path: Path) -> None:
    before = sample_desk.scores.year(2026)
    done = read(sample_desk, Kind.EVENTS, _events(tmp_path / "一.xlsx"))
    assert sample_desk.scores.year(2026) != before
    assert done.change.entry is not None
    sample_desk.imports.take_back(ACTOR, done.change.entry, "重复")
    assert sample_desk.scores.year(2026) == before


def test_other_facts_are_scored_from_the_facts(sample_desk: Desk, tmp_path: Path) -> None:
    before = sample_desk.scores.year(2026)
    row = {"工号": "J002", "种类": "政务警告", "决定文号": "纪〔2026〕1号", "决定日期": "2026-03-01"}
    read(sample_desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [row]))
    after = sample_desk.scores.year(2026)
    assert after != before
    assert after == _anew(sample_desk)


def test_a_desk_put_back_to_another_course_is_scored_anew(sample_desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "先前.desk"
    sample_desk.backup.copy_to(ACTOR, copy)
    read(sample_desk, Kind.EVENTS, _events(tmp_path / "一.xlsx"))
    gone_on = sample_desk.scores.year(2026)
    other = open_desk(copy)
    read(other, Kind.EVENTS, _events(tmp_path / "二.xlsx", 分值=-3))
    other.close()
    sample_desk.path.write_bytes(copy.read_bytes())
    assert sample_desk.scores.year(2026) == open_desk(copy).scores.year(2026) != gone_on


def test_other_categories_are_kept_apart(sample_desk: Desk) -> None:
    with_scheme = sample_desk._figures.categories(2026)
    for category in with_scheme:
        scheme = sample_desk._figures.scheme(2026, category)
        assert scheme.category == category
    assert Category.PROSECUTOR in with_scheme


def test_a_decision_on_grading_enters_the_very_next_reading(sample_desk: Desk) -> None:
    before = sample_desk.scores.year(2026).quota
    approved = {"percent": 25, "file": "区委批复.pdf", "sha256": "0" * 64}
    with sample_desk._open.writing() as uow:
        entry = uow.journal.append(ACTOR, "grading.quarter", "2026", {})
        decision = Decision(DecisionKind.QUARTER, "", approved, "云委〔2026〕9号", date(2026, 12, 20))
        uow.grades.put_decision(entry, 2026, decision)
        uow.commit()
    after = sample_desk.scores.year(2026)
    assert after.quota != before
    assert after == _anew(sample_desk)
