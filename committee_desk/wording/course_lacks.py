"""What a step of a year's process lacks, and who owes it, in words."""

from collections.abc import Callable

from committee_desk.domain.errors import DeskError
from committee_desk.services.course_views import Lack, Owing
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def lack_in_words(lack: Lack) -> str:
    """What is missing, in one sentence. Where an act would be refused for it, the sentence of that refusal."""
    fault = lack.facts.get("fault")
    if isinstance(fault, DeskError):
        return sentence(fault)
    return _SAID[lack.kind](lack)


def owing_name(owing: Owing) -> str:
    """Who settles it."""
    return {
        Owing.OPERATOR: tr("政工部门"),
        Owing.SECRETARY: tr("委员会秘书"),
        Owing.COMMITTEE: tr("考评委员会"),
        Owing.CASE_MANAGEMENT: tr("案管部门"),
        Owing.INSPECTOR: tr("检务督察"),
        Owing.LEADERS: tr("院领导"),
        Owing.ADMINISTRATOR: tr("系统管理员"),
        Owing.TIME: tr("等待时间"),
    }[owing]


_SAID: dict[str, Callable[[Lack], str]] = {}
"""By the kind of what is missing that refuses nothing yet."""
