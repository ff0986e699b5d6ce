"""Blocks of cells as Excel and WPS write them to the clipboard and take them from it."""

import re
from collections.abc import Sequence
from itertools import chain

from committee_desk.domain.formulas import as_text
from committee_desk.ui.common.sheet.source import Kind
from committee_desk.wording.numbers import MINUS

MOST_CHARACTERS = 4_000_000
"""More than any sheet holds: such a text is not looked through."""
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_DELIMITER = re.compile(r"[\t\r\n]|\Z")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(r"\s*[\r\n\v\f\u2028\u2029]\s*|\t")


def read_block(text: str) -> list[list[str]]:
    """The cells of a clipboard text, every row as long as the longest; none where there is nothing.

    A quoted cell may hold tabs and line ends, which become spaces: a cell of the sheet has one line. The line end after
    the last row begins no row of its own. What a merged cell covers are empty cells.
    """
    if text.startswith("\ufeff"):
        text = text[1:]
    text = text.rstrip("\0")
    if not text:
        return []
    rows = _quoted(text) if '"' in text else [line.split("\t") for line in _lines(text)]
    wide = max(map(len, rows))
    return [[_one_line(cell) for cell in row] + [""] * (wide - len(row)) for row in rows]


def _lines(text: str) -> list[str]:
    lines = _LINE_END.split(text)
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def _quoted(text: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at)
        end = quoted.end() if quoted else _end_of_cell(text, at)
        rows[-1].append(quoted[1].replace('""', '"') if quoted else text[at:end])
        at = end
        if at >= len(text):
            return rows
        if text[at] == "\t":
            at += 1
            continue
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            return rows
        rows.append([])


def _end_of_cell(text: str, at: int) -> int:
    found = _DELIMITER.search(text, at)
    return found.start() if found else len(text)


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip() if _BREAKS.search(text) else text


def write_block(rows: Sequence[Sequence[str]], kinds: Sequence[Kind]) -> str:
    """The cells as a block that spreadsheets take: numbers with a plain minus, no text that would run."""
    return "".join(
        "\t".join(_written(text, kind) for text, kind in zip(row, kinds, strict=True)) + "\r\n" for row in rows
    )


def _written(text: str, kind: Kind) -> str:
    if kind is Kind.NUMBER:
        text = text.replace(MINUS, "-")
    said = as_text(_one_line(text))
    return '"' + said.replace('"', '""') + '"' if said.startswith('"') else said


def tiled(block: Sequence[Sequence[str]], lines: int, columns: int) -> list[list[str]] | None:
    """The block repeated until it fills a selection that is a multiple of it; None where it is none."""
    if lines % len(block) or columns % len(block[0]):
        return None
    across = columns // len(block[0])
    return [list(chain.from_iterable([row] * across)) for row in block] * (lines // len(block))
