"""Every refusal and trouble of the program has its sentence, in both languages."""

import importlib
import inspect
import pkgutil
import re
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

import committee_desk
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import ClockBehind
from committee_desk.services.attachment_views import AttachmentRefused
from committee_desk.wording.errors import has_words, sentence
from committee_desk.wording.language import CHINESE, ENGLISH, speaking

SAMPLES: dict[type, object] = {
    str: "甲",
    int: 7,
    bool: True,
    bytes: b"x",
    Decimal: Decimal("1.5"),
    date: date(2026, 1, 2),
    datetime: datetime(2026, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=8))),
    Path: Path("desk.desk"),
    object: "甲",
}


def _load_every_module() -> None:
    for module in pkgutil.walk_packages(committee_desk.__path__, "committee_desk."):
        if not module.name.startswith(("committee_desk.ui", "committee_desk.app", "committee_desk.__main__")):
            importlib.import_module(module.name)


def _kinds(ancestor: type[Exception]) -> Iterator[type[Exception]]:
    for kind in ancestor.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _an_example(wanted: object) -> object:
    """Some value of the annotated type."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        return _an_example(arguments[0])
    if origin is tuple:
        return tuple(_an_example(a) for a in arguments if a is not Ellipsis)
    if origin is not None and isinstance(origin, type) and issubclass(origin, typing.Mapping):
        return {_an_example(arguments[0]): _an_example(arguments[1])}
    if origin is not None:
        return [_an_example(arguments[0])]
    if wanted in SAMPLES:
        return SAMPLES[typing.cast("type", wanted)]
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return next(iter(wanted))
    assert callable(wanted), wanted
    return _constructed(wanted)


def _constructed(kind: typing.Callable[..., object]) -> object:
    if isinstance(kind, type) and kind.__init__ is Exception.__init__:
        return kind()
    hints = typing.get_type_hints(kind if not isinstance(kind, type) else _initialiser(kind), localns=_refusals())
    required = [
        p for p in inspect.signature(kind).parameters.values() if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)
    ]
    named = {p.name: _an_example(hints.get(p.name, object)) for p in required if p.kind == p.KEYWORD_ONLY}
    return kind(*(_an_example(hints.get(p.name, object)) for p in required if p.kind != p.KEYWORD_ONLY), **named)


def _refusals() -> dict[str, type]:
    """Refusals by name: what loads them late names them in a hint alone."""
    return {kind.__name__: kind for kind in KINDS}


def _initialiser(kind: type) -> typing.Callable[..., object]:
    return kind.__new__ if issubclass(kind, tuple) else kind.__init__


_SOURCE = "".join(
    file.read_text(encoding="utf-8") for folder in committee_desk.__path__ for file in Path(folder).rglob("*.py")
)


def _only_gathers_others(kind: type[Exception]) -> bool:
    """A common ancestor that nothing raises itself."""
    return bool(kind.__subclasses__()) and not re.search(rf"raise {kind.__name__}\b", _SOURCE)


_load_every_module()
KINDS = sorted(
    (kind for kind in {*_kinds(DeskError), *_kinds(Trouble)} if not _only_gathers_others(kind)),
    key=lambda kind: kind.__qualname__,
)


def test_there_are_refusals_to_word() -> None:
    assert len(KINDS) > 2


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_refusal_has_words(kind: type[DeskError]) -> None:
    assert has_words(kind)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_refusal_can_be_said_as_one_paragraph(kind: type[DeskError], language: str) -> None:
    error = typing.cast("DeskError", _constructed(kind))
    with speaking(language):
        said = sentence(error)
    assert said.strip()
    assert "{" not in said


def test_an_error_without_words_is_a_bug_and_not_an_empty_line() -> None:
    with pytest.raises(LookupError):
        sentence(DeskError())


def test_a_refused_file_name_shows_its_hidden_characters() -> None:
    said = sentence(AttachmentRefused("卷\u202efdp\x1b.exe", "name"))
    assert said.isprintable()
    assert "\\u202e" in said


def test_the_refusal_of_the_clock_says_what_the_button_is_called() -> None:
    button = "更正这条的时间"
    day = datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - as the journal keeps it
    assert button in sentence(ClockBehind(day, day, 7))
