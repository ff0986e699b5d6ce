"""The one door for translated text. Source texts are Chinese; `resources/translations/en.po` gives English."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from committee_desk.paths import resource

CHINESE, ENGLISH = "zh", "en"

_process_language = [CHINESE]
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def use_language(language: str) -> None:
    """Set the language of the process: the window's, or the command line's."""
    _process_language[0] = language


def language() -> str:
    """The language spoken now."""
    return _spoken.get() or _process_language[0]


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Speak another language inside the block: paper is Chinese whatever the window speaks."""
    token = _spoken.set(chosen)
    try:
        yield
    finally:
        _spoken.reset(token)


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("desk", resource("translations"), languages=[ENGLISH], fallback=True)


def tr(text: str, /, **facts: object) -> str:
    """The text in the spoken language with `{facts}` filled in. Call it with a literal, so that it can be found."""
    said = text if language() == CHINESE else _catalogue().gettext(text)
    return said.format(**facts) if facts else said


def standing_alone(said: str) -> str:
    """What is said in sentences as well, as an entry of a list or a choice: in English it begins with a capital."""
    return said[:1].upper() + said[1:]


def tr_n(one: str, many: str, count: int, /, **facts: object) -> str:
    """Like `tr`, with a plural: Chinese always says `many`; `{count}` is filled in."""
    said = many if language() == CHINESE else _catalogue().ngettext(one, many, count)
    return said.format(count=count, **facts)
