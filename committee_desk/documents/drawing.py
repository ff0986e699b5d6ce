"""One paper is drawn at a time, and in Chinese whatever the window speaks."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from committee_desk.wording.language import CHINESE, speaking

_one_at_a_time = RLock()


@contextmanager
def drawing() -> Iterator[None]:
    """Around all that is drawn. All papers share their fonts, and a font is read by position: two threads would disturb
    each other."""
    with _one_at_a_time, speaking(CHINESE):
        yield
