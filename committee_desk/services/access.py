"""How a desk is opened: beside a window, to read facts in, or in the window itself; and why one is only read."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.desk_file import ReadOnly as ReadOnly  # noqa: PLC0414 - passed on to the screens

if TYPE_CHECKING:
    from committee_desk.services.second import Second


class Access(StrEnum):
    """What a desk is opened for. IMPORT and WINDOW bar each other between programs; BESIDE bars nobody."""

    BESIDE = "beside"
    IMPORT = "import"
    WINDOW = "window"


class AcceptOlder(NamedTuple):
    """Two people take a desk that is older than this PC remembers. `first` signs in where the desk has accounts."""

    why: str
    second: "Second"
    first: "Second | None" = None
