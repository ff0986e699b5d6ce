"""Texts that a spreadsheet program would run: a name or a reason must never become a formula on somebody's PC."""

import re

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that some program takes for a formula; East Asian ones take the full-width signs too."""
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?", re.ASCII)


def would_run(text: str) -> bool:
    """Whether a spreadsheet program would run the text; a number with its sign is none."""
    return text.startswith(STARTS) and _NUMBER.fullmatch(text) is None


def as_text(text: str) -> str:
    """The text as it can be pasted or read in: what would run begins with the apostrophe that marks a text."""
    return f"'{text}" if would_run(text) else text
