"""How an error gets its sentence: `@says(TheError)` registers one, `sentence` looks it up."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from committee_desk.domain.errors import DeskError, Trouble

Failure = DeskError | Trouble
E = TypeVar("E", bound=Failure)

_sentences: dict[type[Exception], Callable[..., str]] = {}


def says(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    """Register the sentence of an error and of its subclasses."""

    def register(sentence_of: Callable[[E], str]) -> Callable[[E], str]:
        _sentences[kind] = sentence_of
        return sentence_of

    return register


def has_words(kind: type[Failure]) -> bool:
    """Whether an error of that kind has a sentence."""
    return any(ancestor in _sentences for ancestor in kind.__mro__)


def sentence(error: Failure) -> str:
    """The error's sentence in the spoken language. The first one that is asked for loads them all."""
    import_module("committee_desk.wording.errors")  # they name every service, and a window that opens needs none
    for ancestor in type(error).__mro__:
        if ancestor in _sentences:
            return _sentences[ancestor](error)
    raise LookupError(type(error).__name__)
