"""Every act that the services write into the journal has its words, in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.language import CHINESE, ENGLISH, speaking

SERVICES = Path(__file__).resolve().parents[2] / "committee_desk" / "services"


def _verbs() -> Iterator[str]:
    """The second argument of every `journal.append(actor, verb, …)`."""
    for file in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("journal.append"):
                verb = node.args[1]
                assert isinstance(verb, ast.Constant), f"{file}:{node.lineno}"
                yield str(verb.value)


VERBS = sorted(set(_verbs()))


def test_the_services_write_acts() -> None:
    assert {"desk.found", "import", "sheets.draw"} < set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_act_has_its_words(verb: str) -> None:
    said = set()
    for spoken in (CHINESE, ENGLISH):
        with speaking(spoken):
            said.add(act_name(verb))
    assert len(said) == 2
    assert verb not in said


def test_what_an_import_brought_is_named_and_not_its_word_of_the_command_line(sample_desk: Desk) -> None:
    rows = [row for row in sample_desk.journal.rows(100) if row.verb == "import"]
    assert rows
    objects = [act_object(row) for row in rows]
    assert not {kind.value for kind in Kind} & set(objects)
    assert any(said.startswith("人员：") for said in objects)


def test_a_new_desk_is_named_by_its_office(sample_desk: Desk) -> None:
    found = next(row for row in sample_desk.journal.rows(100) if row.verb == "desk.found")
    assert act_object(found) == f"{sample_desk.identity().office}，2026 年度"


def test_printed_sheets_say_whose_or_how_many(sample_desk: Desk, actor: object, tmp_path: Path) -> None:
    sample_desk.sheets.draw(actor, 2026, ["J001", "J002"], tmp_path / "two")  # type: ignore[arg-type] # the fixture's Actor
    sample_desk.sheets.draw(actor, 2026, None, tmp_path / "all")  # type: ignore[arg-type] # the fixture's Actor
    everybody, two = sample_desk.journal.rows(2)
    assert act_object(two) == "2026 年度 J001、J002"
    assert act_object(everybody) == "2026 年度，共 20 人"
