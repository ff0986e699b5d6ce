"""What a step of a year's process lacks, and who owes it, in words."""

from committee_desk.services.course_views import Lack, Owing
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def lack_in_words(lack: Lack) -> str:
    """What is missing: the sentence in which the step would be refused for it."""
    return sentence(lack.fault)


def owed_by(lack: Lack) -> str:
    """Who settles it, as a line says it."""
    if lack.owes is Owing.TIME:
        return tr("到时即可办理")
    if lack.warns:
        return tr("由{who}办理；没有办的，写明理由后也可以进行", who=owing_name(lack.owes))
    return tr("由{who}办理", who=owing_name(lack.owes))


def owing_name(owing: Owing) -> str:
    """Who settles it."""
    return {
        Owing.OPERATOR: tr("政工部门"),
        Owing.SECRETARY: tr("委员会秘书"),
        Owing.COMMITTEE: tr("考评委员会"),
        Owing.CASE_MANAGEMENT: tr("案管部门"),
        Owing.INSPECTOR: tr("检务督察"),
        Owing.LEADERS: tr("院领导"),
        Owing.PROSECUTORS: tr("检察官本人"),
        Owing.ADMINISTRATOR: tr("系统管理员"),
        Owing.TIME: tr("等待时间"),
    }[owing]
