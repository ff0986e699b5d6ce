"""The words and measures of form 1 for the category whose sheet is being drawn.

Each category is assessed under its own law: 检察官 by 检察官法, the others by 公务员法. What differs stands in the
form's file under `[category.…]` and takes the place of the same entry above it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from committee_desk.documents.forms import form
from committee_desk.domain.people import Category

_drawn: ContextVar[Category] = ContextVar("category of the sheet", default=Category.PROSECUTOR)


@contextmanager
def of_category(category: Category) -> Iterator[None]:
    """Word what is drawn inside for that category."""
    before = _drawn.set(category)
    try:
        yield
    finally:
        _drawn.reset(before)


def words() -> Mapping[str, Any]:
    """The form's words and measures."""
    return _merged(_drawn.get())


@cache
def _merged(category: Category) -> Mapping[str, Any]:
    whole = form("grade_sheet")
    own = whole["category"].get(str(category), {})
    return {name: _with_own(held, own.get(name)) for name, held in whole.items()}


def _with_own(held: object, own: object) -> object:
    if own is None:
        return held
    return {**held, **own} if isinstance(held, Mapping) and isinstance(own, Mapping) else own
