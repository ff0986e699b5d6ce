"""What an office may set for itself, each with its default, its bounds and what it changes."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed, anybody


class UnknownSetting(DeskError):
    """There is no setting under that key."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class BadSetting(DeskError):
    """The setting cannot take that value. `shape` names what it takes: a time, minutes."""

    def __init__(self, key: str, value: str, shape: str) -> None:
        super().__init__(key, value)
        self.key, self.value, self.shape = key, value, shape


class ReasonMissing(DeskError):
    """A setting was to be changed without saying why."""


class Setting(NamedTuple):
    """One setting: its default, and the shape that its value must have."""

    key: str
    default: str
    shape: str

    def checked(self, value: str) -> str:
        """The value as it is kept; BadSetting when it has not the setting's shape."""
        kept = value.strip()
        if not _SHAPES[self.shape](kept):
            raise BadSetting(self.key, value, self.shape)
        return kept


ON, OFF = "on", "off"

_HALF = Fraction(1, 2)
_SHAPES: dict[str, Callable[[str], bool]] = {
    "time": lambda text: re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII) is not None,
    "cut_off": lambda text: re.fullmatch(r"(1[2-9]|2[0-3]):[0-5]\d|24:00", text, re.ASCII) is not None,
    "minutes": lambda text: re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) is not None and int(text) <= MOST_MINUTES,
    "switch": lambda text: text in {ON, OFF},
    "days": lambda text: re.fullmatch(r"[1-9]\d?", text, re.ASCII) is not None and int(text) <= MOST_DAYS,
    "long_days": lambda text: re.fullmatch(r"[3-9]\d", text, re.ASCII) is not None and int(text) <= MOST_LONG_DAYS,
    "order": lambda text: text in {"department", "strokes"},
    "text": lambda text: len(text) <= LONGEST_TEXT and text.isprintable(),
    "share": lambda text: re.fullmatch(r"[1-9]/[1-9]", text, re.ASCII) is not None and _HALF <= Fraction(text) <= 1,
}
MOST_MINUTES = 120
MOST_DAYS = 30
MOST_LONG_DAYS = 90
LONGEST_TEXT = 120

CUT_OFF = "publication.cut_off"
"""The hour at which the last day of a publication ends, from noon to midnight: a day that ends in its morning gives
nobody a day; `window` and the notice say it."""

COUNT_POSTING_DAY = "publication.count_posting_day"
"""Whether the day of posting counts; then the notice must hang before 09:00. Not by 民法典 201, and off."""

NOTICE_PLACES = "publication.places"
"""Where notices are hung, parted by 、."""

DESK_DEPARTMENT = "publication.desk_department"
"""Which department takes objections."""

DESK_PLACE = "publication.desk_place"
"""The room where objections are taken."""

DESK_PHONE = "publication.desk_phone"
"""The telephone of that room."""

DESK_HANDLER = "publication.desk_handler"
"""Who sits there."""

NOTICE_ORDER = "publication.order"
"""Whether notices list people by department or by the strokes of their names."""

NOTICE_SCORES = "publication.scores"
"""Whether notices show scores."""

NOTICE_RANKS = "publication.ranks"
"""Whether notices show ranks."""

NOTICE_UNGRADED = "publication.ungraded"
"""Whether notices name people without a grade, as 另行确定."""

IDLE_MINUTES = "window.idle_minutes"
"""After how many minutes without a touch the window locks, on a desk with accounts or a passphrase."""

MONTHS_GRADED = "months.graded"
"""Whether the office gives quarterly grades (平时考核等次)."""

MEETING_QUORUM = "meeting.quorum"
"""Which share of all members of the committee must be there; the law names none."""

MEETING_MAJORITY = "meeting.majority"
"""More than which share of all members must be for something."""

ANSWER_DAYS = "objection.answer_days"
"""In how many working days an objection is answered; the law says 在一定的时间内."""

REVIEW_DAYS = "remedy.review_days"
"""In how many calendar days 复核 is applied for after the notice, 30 at least: 检察官法 44 names none."""

APPEAL_ORGAN = "remedy.appeal_organ"
"""To which organ a notice sends an appeal (申诉, 公务员法 95)."""

SIGNING_APPROVAL = "signing.approval"
"""The number under which electronic signatures were approved; without one every sheet says that paper counts."""

ABOUT_OTHERS = "objection.about_others"
"""Whether a prosecutor may object to another's result too; where not, what he writes is a letter (情况反映)."""

BAR_BY_QUARTERS = "grading.bar_by_quarters"
"""Whether a quarterly grade of 一般 or 较差 keeps somebody from 优秀."""

SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting(CUT_OFF, "17:30", "cut_off"),
        Setting(COUNT_POSTING_DAY, OFF, "switch"),
        Setting(NOTICE_PLACES, "", "text"),
        Setting(DESK_DEPARTMENT, "", "text"),
        Setting(DESK_PLACE, "", "text"),
        Setting(DESK_PHONE, "", "text"),
        Setting(DESK_HANDLER, "", "text"),
        Setting(NOTICE_ORDER, "department", "order"),
        Setting(NOTICE_SCORES, OFF, "switch"),
        Setting(NOTICE_RANKS, OFF, "switch"),
        Setting(NOTICE_UNGRADED, OFF, "switch"),
        Setting(IDLE_MINUTES, "10", "minutes"),
        Setting(MONTHS_GRADED, OFF, "switch"),
        Setting(BAR_BY_QUARTERS, OFF, "switch"),
        Setting(ANSWER_DAYS, "5", "days"),
        Setting(REVIEW_DAYS, "30", "long_days"),
        Setting(SIGNING_APPROVAL, "", "text"),
        Setting(APPEAL_ORGAN, "同级公务员主管部门或者上一级人民检察院", "text"),
        Setting(ABOUT_OTHERS, ON, "switch"),
        Setting(MEETING_QUORUM, "2/3", "share"),
        Setting(MEETING_MAJORITY, "1/2", "share"),
    )
}
"""Every setting there is. The quota's percent and the like are not here: they are the year's scheme."""


class SettingsDesk:
    """Reads and changes settings."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @anybody("`window` says the hour, and the lock its minutes, before anybody signed in")
    def get(self, key: str) -> str:
        """The setting's value: what was put, or its default."""
        known = _known(key)
        with self._open.reading() as uow:
            return uow.settings.all().get(key, known.default)

    @anybody("hours and minutes, nothing of anybody")
    def all(self) -> dict[str, str]:
        """Every setting's value by key."""
        with self._open.reading() as uow:
            put = uow.settings.all()
        return {key: put.get(key, setting.default) for key, setting in SETTINGS.items()}

    @allowed(Right.SETTINGS)
    def put(self, actor: Actor, key: str, value: str, why: str) -> Change:
        """Change a setting; the reason goes into the journal."""
        known = _known(key)
        kept = known.checked(value)
        if not (why := said(why)):
            raise ReasonMissing
        with self._open.writing() as uow:
            before = uow.settings.all().get(key, known.default)
            if before == kept:
                return Change.of()
            entry = uow.journal.append(actor, "setting.put", key, {"value": kept, "before": before}, why=why)
            uow.settings.put(entry, key, kept)
            uow.commit()
        return Change.of(Topic.SETTINGS, entry=entry)


def is_on(uow: UnitOfWork, key: str) -> bool:
    """Whether a switch among the settings is on."""
    return uow.settings.all().get(key, SETTINGS[key].default) == ON


def _known(key: str) -> Setting:
    if key not in SETTINGS:
        raise UnknownSetting(key)
    return SETTINGS[key]
