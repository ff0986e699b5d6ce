"""What a page offers from every other: the palette lists it before the page is made."""

from typing import NamedTuple

from committee_desk.ui.common.shortcuts import Shortcut


class Offer(NamedTuple):
    """An act or a tab of a page that may not be made yet: `title` is the title of its command there."""

    title: str
    icon: str
    key: Shortcut | None = None
    also: str = ""
    """What its button calls it, where that is another word: it is found by either."""
