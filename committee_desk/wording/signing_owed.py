"""What sealing owes, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _to_seal(line: Owed) -> Line:
    return tr_n("{count} 份确认表待签章", "{count} 份确认表待签章", count_of(line)), names_of(line)


SIGNING_OWED: dict[str, SaysLine] = {"sheets_to_seal": _to_seal}
"""By the kind of the line."""
