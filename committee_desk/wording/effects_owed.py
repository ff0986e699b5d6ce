"""What decisions on re-review still owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.owed_lines import Line, SaysLine, count_of, names_of


def _to_tell(line: Owed) -> Line:
    title = tr_n("{count} 人受复核或更正影响，待告知", "{count} 人受复核或更正影响，待告知", count_of(line))
    return title, names_of(line)


def _to_publish(line: Owed) -> Line:
    title = tr_n("{count} 人等次已变更，待重新公示", "{count} 人等次已变更，待重新公示", count_of(line))
    return title, tr("{names}：公示已关闭，请为变更部分另行张贴公示", names=names_of(line))


EFFECTS_OWED: dict[str, SaysLine] = {
    "effects_to_tell": _to_tell,
    "effects_to_publish": _to_publish,
}
"""By the kind of the line."""
