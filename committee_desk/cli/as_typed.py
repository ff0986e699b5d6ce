"""Paths in sentences as the user typed them, wherever the program needed them whole."""

from collections.abc import Sequence
from pathlib import Path


def as_typed(failure: Exception, arguments: Sequence[str]) -> None:
    """Give the failure's paths back the spelling of the command's arguments."""
    typed = {}
    for argument in arguments:
        word = argument.partition("=")[2] if argument.startswith("--") else argument
        if word:
            typed[Path(word).absolute()] = Path(word)
    for name, value in list(vars(failure).items()):
        if isinstance(value, Path) and value in typed:
            setattr(failure, name, typed[value])
