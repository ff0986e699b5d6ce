"""What is left out or said otherwise for who may not see all of it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.scores import Status
from committee_desk.paths import resource
from committee_desk.services.account_refusals import NotAllowed
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.second import Second
from committee_desk.wording.explained_outcome import outcome_sentence
from committee_desk.wording.scores import status_inside
from tests.conftest import frozen_clock
from tests.imports.workbooks import good, read, workbook
from tests.services.seated_desks import SECRET, sit, with_accounts

TODAY = date(2027, 1, 11)
BARRED = "政务警告"


@pytest.fixture(scope="module")
def template(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, one more of whose people has a decision, with an account of every role in 严格."""
    folder = tmp_path_factory.mktemp("seen")
    path = shutil.copyfile(template_sample_desk, folder / "考评.desk")
    desk = open_desk(path, clock=frozen_clock)
    ranked = sorted((each for each in desk.scores.year(2026).people if each.rank), key=lambda each: each.rank or 0)
    row = good(Kind.SANCTIONS, 工号=ranked[0].code, 种类=BARRED)
    read(desk, Kind.SANCTIONS, workbook(folder / "处分.xlsx", [row]))
    with_accounts(desk, Way.STRICT)
    return path


@pytest.fixture
def desk(template: Path, open_copy: Callable[[Path], Desk]) -> Desk:
    return open_copy(template)


def _barred(desk: Desk) -> str:
    sit(desk, Role.SECRETARY)
    return next(person.code for person in desk.scores.year(2026).people if person.barred)


def _exported(desk: Desk, role: Role, path: Path) -> str:
    """All that the export holds which that role was given."""
    desk.scores.export(sit(desk, role), 2026, path, Second(Role.CHAIR.value, SECRET))
    return _told(path)


def _told(path: Path) -> str:
    cells = (cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells)


def test_an_export_says_as_little_of_decisions_as_the_screen(desk: Desk, tmp_path: Path) -> None:
    assert "不得评优" in _exported(desk, Role.SECRETARY, tmp_path / "秘书.xlsx")
    assert "不得评优" not in _exported(desk, Role.OPERATOR, tmp_path / "经办.xlsx")


def test_without_accounts_an_export_names_no_decision_either(sample_desk: Desk, actor: Actor, tmp_path: Path) -> None:
    ranked = sorted((each for each in sample_desk.scores.year(2026).people if each.rank), key=lambda each: each.code)
    row = good(Kind.SANCTIONS, 工号=ranked[0].code, 种类=BARRED)
    read(sample_desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [row]))
    assert any(person.barred and person.rank for person in sample_desk.scores.year(2026).people)
    sample_desk.scores.export(actor, 2026, tmp_path / "排名.xlsx")
    told = _told(tmp_path / "排名.xlsx")
    assert "另行确定" in told
    assert not [word for word in ("不得评优", "不确定等次", "立案", BARRED) if word in told]


def test_pending_and_without_grade_read_alike_for_who_sees_no_decisions(desk: Desk) -> None:
    sit(desk, Role.SECRETARY)
    whole = {person.code: person for person in desk.scores.year(2026).people}
    apart = {code for code, person in whole.items() if person.status in {Status.PENDING, Status.NO_GRADE}}
    assert {whole[code].status for code in apart} == {Status.PENDING, Status.NO_GRADE}
    sit(desk, Role.OPERATOR)
    for scores in (desk.scores.year(2026), desk.scores.as_of(2026, date(2026, 12, 31))):
        seen = {person.code: person for person in scores.people}
        assert {code for code, person in seen.items() if person.status is Status.SETTLED_APART} == apart
        assert not any(person.barred for person in seen.values())
    assert {status_inside(seen[code].status) for code in apart} == {"另行确定"}


def test_a_decision_is_not_what_decided_a_grade_for_who_sees_none(desk: Desk) -> None:
    code = _barred(desk)
    told = desk.scores.explain(2026, code)
    assert any(given.facts.get("decision") == BARRED for given in told.standing)
    assert any("处分决定" in outcome_sentence(step, inside=True) for step in told.outcome)
    assert not any("处分" in outcome_sentence(step, inside=False) for step in told.outcome)  # nor in the ranking
    sit(desk, Role.OPERATOR)
    read = desk.scores.explain(2026, code)
    assert read.standing == ()
    assert not any("处分" in outcome_sentence(step, inside=True) for step in read.outcome)
    assert read.indicators == told.indicators


def test_decisions_and_leave_stand_with_a_person_for_inspector_and_secretary_alone(desk: Desk) -> None:
    code = _barred(desk)
    sees = set()
    for role in set(Role) - {Role.ADMINISTRATOR}:
        sit(desk, role)
        card, roster = desk.people.card(code, 2026), desk.people.roster(2026)
        if card.sanctions:
            sees.add(role)
        assert bool(card.sanctions) == any(row.standing for row in roster) == any(row.leave_days for row in roster)
    assert sees == {Role.INSPECTOR, Role.SECRETARY}


def test_the_administrator_finds_nobody_and_is_told_of_no_figure(desk: Desk) -> None:
    sit(desk, Role.OPERATOR)
    name, number = desk.people.roster(2026)[0].name, desk.cases.rows(2026)[0].number
    assert [desk.search(text, 2026)[0].kind for text in (name, number)] == ["person", "case"]
    assert {line.page for line in desk.overview(2026, TODAY).owed} >= {"cases", "ranking"}
    sit(desk, Role.ADMINISTRATOR)
    assert desk.search(name, 2026) == desk.search(number, 2026) == ()
    shown = desk.overview(2026, TODAY)
    assert {line.page for line in shown.owed} <= {"system"}
    assert {step.owed for step in shown.steps} == {0}


def test_case_management_reads_what_its_page_owes_and_no_scores(desk: Desk) -> None:
    sit(desk, Role.CASE_MANAGEMENT)
    assert {line.page for line in desk.overview(2026, TODAY).owed} <= {"cases", "people", "system"}
    with pytest.raises(NotAllowed):
        desk.scores.year(2026)


def test_rows_of_a_workbook_are_shown_to_who_may_see_what_it_holds(desk: Desk) -> None:
    code = _barred(desk)
    source = desk.people.card(code, 2026).sanctions[0].source
    assert desk.imports.source_excerpt(source) is not None
    sit(desk, Role.OPERATOR)
    assert desk.imports.source_excerpt(source) is None


def test_a_folder_is_read_in_by_who_may_read_in_every_workbook_of_it(desk: Desk) -> None:
    actor = sit(desk, Role.OPERATOR)
    before = desk.journal.head()
    with pytest.raises(NotAllowed):
        desk.imports.carry_out_folder(actor, resource("samples", "office"), 2026)
    assert desk.journal.head() == before
