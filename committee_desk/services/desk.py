"""All services of one desk gathered: what the window and the command line talk to."""

from committee_desk.services.desk_parts.closing import ClosingPart
from committee_desk.services.desk_parts.facts import FactsPart
from committee_desk.services.desk_parts.keeping import KeepingPart
from committee_desk.services.desk_parts.sealing import SealingPart
from committee_desk.services.desk_parts.year import YearPart


class Desk(KeepingPart, FactsPart, YearPart, ClosingPart, SealingPart):
    """One open desk. Every attribute is a service; verbs take who acts and return a `Change`, reads take nobody."""
