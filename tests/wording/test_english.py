"""English is complete: every text found, translated with the same facts, compiled; nothing Chinese shown past `tr`."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from committee_desk.services.imports import Kind

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import translate  # noqa: E402 - a script beside the packages

FACT = re.compile(r"\{(\w+)(?:[:!][^}]*)?\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_text_of_the_program_stands_in_the_catalogue_with_its_english() -> None:
    merged = translate.merged()
    assert translate.missing(merged) == []
    assert {each.id for each in merged} == {each.id for each in translate.held()}


def test_no_entry_is_fuzzy() -> None:
    assert [each.id for each in translate.held() if each.fuzzy and each.id] == []


def test_english_names_the_same_facts_as_chinese() -> None:
    for each in translate.held():
        if not each.id:
            continue
        source = each.id if isinstance(each.id, str) else each.id[1]
        for text in [each.string] if isinstance(each.string, str) else each.string:
            assert set(FACT.findall(text)) == set(FACT.findall(source)), source


COUNTED = re.compile(
    r"\{\w+\} (cases|reviews|ballots|errors|warnings|days|months|years|stays|sheets|pages|entries|events|facts)\b"
)


def test_a_number_stands_before_a_plural_only_where_one_has_its_own_form() -> None:
    plain = [each.string for each in translate.held() if each.id and isinstance(each.string, str)]
    assert [text for text in plain if COUNTED.search(text)] == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert translate.compiled(translate.held()) == translate.MO.read_bytes()


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "tr_n"}:
            yield node


def _sources() -> list[Path]:
    return sorted((ROOT / "committee_desk").rglob("*.py"))


def test_tr_is_called_with_literals_that_the_catalogue_holds() -> None:
    plain = {each.id for each in translate.held() if isinstance(each.id, str)}
    counted = {each.id[0] for each in translate.held() if not isinstance(each.id, str)}
    for file in _sources():
        if file.name == "language.py":
            continue
        for call in _calls(ast.parse(file.read_text("utf-8"))):
            first = call.args[0]
            assert isinstance(first, ast.Constant), f"{file}:{call.lineno}"
            held = counted if isinstance(call.func, ast.Name) and call.func.id == "tr_n" else plain
            assert first.value in held, f"{file}:{call.lineno} {first.value}: plain or counted, but one of them alone"


def _said_past_tr(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Chinese literals that are neither docstrings nor arguments of `tr`, with their lines."""
    excused: set[int] = set()
    for call in _calls(tree):
        excused |= {id(node) for argument in call.args for node in ast.walk(argument)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            excused.add(id(node.value))
    for node in ast.walk(tree):
        said = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in excused
        if said and CHINESE.search(node.value):
            yield node.lineno, node.value


HEADINGS = {heading for kind in Kind for heading in kind.headings}
REVIEW_GRADES = {"优质", "不合格", "基本合格", "瑕疵"}
CASE_NUMBER = r"^\S*〔\d{4}〕(?=\d+号)"
DATA = HEADINGS | REVIEW_GRADES | {CASE_NUMBER}
"""Words of workbooks and cases that the window compares with and never shows by itself."""


@pytest.mark.parametrize("room", ["ui", "cli"])
def test_nothing_chinese_is_shown_past_tr(room: str) -> None:
    found = {
        (str(file.relative_to(ROOT)), text)
        for file in sorted((ROOT / "committee_desk" / room).rglob("*.py"))
        for _line, text in _said_past_tr(ast.parse(file.read_text("utf-8")))
    }
    assert {each for each in found if each[1] not in DATA} == set()
