"""Where one comes to by Enter, Tab and arrows."""

from enum import Enum, auto


class Going(Enum):
    """Where Enter leads: down the column and then to the top of the next, or along the row and then to the next."""

    DOWN = auto()
    ALONG = auto()
