"""A field for a moment of a paper: 2027-01-11 10:21, also 1-11 10:21 of this year, or 10:21 of today."""

import re
from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from committee_desk.services.clock import CHINA

_HOUR_TYPED = r"(?P<hour>\d{1,2})\D(?P<minute>\d{2})\D?"
_TYPED = re.compile(r"(?:(?P<year>\d{4})\D)?(?P<month>\d{1,2})\D(?P<day>\d{1,2})\D?[\sT]+" + _HOUR_TYPED)
_HOUR = re.compile(_HOUR_TYPED)
_LONGEST = 24


class MomentField(QLineEdit):
    """Holds a moment to the minute; `now` fills in the day, or the year, where they are left out."""

    def __init__(self, now: datetime) -> None:
        super().__init__(written(now))
        self._now = now
        self.setMaxLength(_LONGEST)

    @property
    def moment(self) -> datetime | None:
        """The moment that is meant; None where what was typed is none."""
        return moment_typed(self.text(), self._now)


def written(moment: datetime) -> str:
    """A moment as the field holds it."""
    return f"{moment.astimezone(CHINA) if moment.tzinfo else moment:%Y-%m-%d %H:%M}"


def moment_typed(text: str, now: datetime) -> datetime | None:
    """What is meant by it: a moment, an hour of today, or None."""
    hour, whole = _HOUR.fullmatch(text.strip()), _TYPED.fullmatch(text.strip())
    found = hour or whole
    if found is None:
        return None
    parts = {name: int(part) for name, part in found.groupdict().items() if part is not None}
    day = {"year": now.year, "month": now.month, "day": now.day}
    try:
        return datetime(**{**day, **parts}, tzinfo=CHINA)
    except ValueError:
        return None
