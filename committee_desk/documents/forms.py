"""Wording and measures of the forms: what stands in `resources/forms/` and changes from year to year."""

import tomllib
from functools import cache
from typing import Any

from committee_desk.paths import resource


@cache
def form(name: str) -> dict[str, Any]:
    """The wording and measures of one form, or of the page that all share."""
    return tomllib.loads(resource("forms", f"{name}.toml").read_text(encoding="utf-8"))
