"""What rating rounds owe, as 工作台 says it."""

from committee_desk.services.views import Owed
from committee_desk.wording.language import tr
from committee_desk.wording.owed_lines import Line, SaysLine


def _draft(line: Owed) -> Line:
    return tr("{label} 还是草稿", label=line.facts["label"]), tr("{title}：通过测评规则后启动", title=_title(line))


def _turnout(line: Owed) -> Line:
    held = line.facts["classes"]
    classes = tr("、").join(str(each) for each in held) if isinstance(held, tuple) else ""
    title = tr("{label} 正在测评", label=line.facts["label"])
    return title, tr("{title}：{classes} 票没有登记票数", title=_title(line), classes=classes)


def _close(line: Owed) -> Line:
    return tr("{label} 待关闭计票", label=line.facts["label"]), tr("{title}：票数已登记", title=_title(line))


def _again(line: Owed) -> Line:
    return tr("{label} 已作废，待重新测评", label=line.facts["label"]), _title(line)


def _title(line: Owed) -> str:
    return str(line.facts["title"])


ROUNDS_OWED: dict[str, SaysLine] = {
    "round_draft": _draft,
    "round_turnout": _turnout,
    "round_close": _close,
    "round_again": _again,
}
"""By the kind of the line."""
