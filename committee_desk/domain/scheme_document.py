"""A scheme's JSON text as a tree of plain values that can be changed place by place; no number loses a digit."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from committee_desk.domain.scheme_faults import SchemeUnreadable

Document = dict[str, Any]
"""What `json.loads` makes of a scheme's text, with Decimal for broken numbers."""

Place = tuple[str | int, ...]
"""Where in a document a value stands: keys and numbers of lists from the top down."""


def parsed(text: str) -> Document:
    """The document of a text."""
    try:
        held = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        raise SchemeUnreadable("JSON") from None
    if not isinstance(held, dict):
        raise SchemeUnreadable("JSON")
    return held


def written(document: Document) -> str:
    """The text of a document, as people may read it."""
    return _written(document, 0)


def _written(value: Any, depth: int) -> str:  # noqa: ANN401 - whatever JSON holds
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dict) and value:
        lines = [f"{inner}{json.dumps(k, ensure_ascii=False)}: {_written(v, depth + 1)}" for k, v in value.items()]
    elif isinstance(value, list) and value:
        lines = [f"{inner}{_written(each, depth + 1)}" for each in value]
    else:
        return json.dumps(value, ensure_ascii=False)
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    return opening + "\n" + ",\n".join(lines) + f"\n{outer}{closing}"


def at(document: Any, place: Place) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value that stands there; KeyError or IndexError where nothing does."""
    for step in place:
        document = document[step]
    return document


def put(document: Any, place: Place, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The document with that value there, in the place of the one before or as a new last one; the old one stays."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        members = list(document)
        inner = put(members[step] if step < len(members) else None, rest, value)
        return [*members[:step], inner, *members[step + 1 :]]
    held = dict(document or {})
    held[step] = put(held.get(step), rest, value)
    return held


def without(document: Any, place: Place) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The document without what stands there."""
    step, rest = place[0], place[1:]
    if rest:
        return put(document, (step,), without(document[step], rest))
    if isinstance(step, int):
        return [each for i, each in enumerate(document) if i != step]
    return {key: value for key, value in document.items() if key != step}


def renamed(document: Any, place: Place, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The document with the entry there under another name, in its old order."""
    above, old = place[:-1], place[-1]
    held = at(document, above)
    return put(document, above, {name if key == old else key: value for key, value in held.items()})


def free_id(document: Document, stem: str) -> str:
    """An id for a new indicator: the stem and the first number that no indicator bears."""
    taken = {each.get("id") for part in document.get("parts", []) for each in part.get("indicators", [])}
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}_{n}") not in taken)


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, however they are laid out."""
    return parsed(one) == parsed(other) and _order(one) == _order(other)


def _order(text: str) -> Sequence[str]:
    return [each.get("id", "") for part in parsed(text).get("parts", []) for each in part.get("indicators", [])]
