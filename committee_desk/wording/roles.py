"""Roles, ways of working and rights in words."""

from collections.abc import Iterable

from committee_desk.domain.roles import Right, Role, Way
from committee_desk.wording.language import tr


def role_name(role: Role) -> str:
    """What somebody is at the desk."""
    return {
        Role.OPERATOR: tr("经办"),
        Role.REVIEWER: tr("复核"),
        Role.CASE_MANAGEMENT: tr("案管"),
        Role.SECRETARY: tr("委员会秘书"),
        Role.MEMBER: tr("委员"),
        Role.CHAIR: tr("主任委员"),
        Role.INSPECTOR: tr("检务督察"),
        Role.LEADER: tr("领导"),
        Role.ADMINISTRATOR: tr("管理员"),
        Role.AUDITOR: tr("审计员"),
    }[role]


def roles_in_words(roles: Iterable[Role]) -> str:
    """All roles of an account in one line."""
    return tr("、").join(role_name(role) for role in roles)


def role_on_paper(role: str) -> str:
    """The role as the journal keeps it (operator+secretary), in words; one of a later version as it stands."""
    known = set(Role)
    if role == "desk":
        return tr("本机用户")
    return tr("、").join(role_name(Role(each)) if each in known else each for each in role.split("+"))


def way_name(way: Way) -> str:
    """How the office works."""
    return {Way.PLAIN: tr("简易"), Way.STRICT: tr("严格")}[way]


def way_explained(way: Way) -> str:
    """What working that way asks of the office."""
    return {
        Way.PLAIN: tr("经办和复核两三个人即可；复核兼管账号。少数几件事须第二人确认。"),
        Way.STRICT: tr(
            "管理员、经办、审计员由三人分别担任；管理员看不到得分和测评票。导出、撤回导入等也须第二人确认。"
        ),
    }[way]


def right_name(right: Right) -> str:
    """What may be done, as it stands after 无权."""
    return {
        Right.SEE_DESK: tr("查看台账"),
        Right.SEE_PEOPLE: tr("查看人员"),
        Right.SEE_CASES: tr("查看案件与评查"),
        Right.SEE_SCORES: tr("查看得分"),
        Right.SEE_SANCTIONS: tr("查看处分和请假"),
        Right.SEE_BALLOTS: tr("查看单张测评票"),
        Right.SEE_JOURNAL: tr("查看操作日志"),
        Right.SEE_ACCOUNTS: tr("查看账号"),
        Right.IMPORT: tr("导入工作簿"),
        Right.IMPORT_PEOPLE: tr("导入人员"),
        Right.IMPORT_CASES: tr("导入案件和评查"),
        Right.IMPORT_MARKS: tr("导入加减分和领导评价"),
        Right.IMPORT_BALLOTS: tr("导入测评票"),
        Right.IMPORT_SANCTIONS: tr("导入处分"),
        Right.IMPORT_LEAVE: tr("导入请假"),
        Right.KEEP_CALENDAR: tr("改日历"),
        Right.ATTACH: tr("添加附件"),
        Right.DRAFT_SCHEME: tr("起草考核方案"),
        Right.ADOPT_SCHEME: tr("采用考核方案"),
        Right.ENTER_EVENTS: tr("录入加减分"),
        Right.APPROVE_EVENTS: tr("审批加减分"),
        Right.ENTER_EVALUATIONS: tr("录入一案一评"),
        Right.FIND_CAUSE: tr("登记原因认定"),
        Right.ENTER_MARKS: tr("录入领导评价"),
        Right.KEEP_REPORTS: tr("登记述职和外部意见"),
        Right.KEEP_RELATIONS: tr("登记亲属关系和分管"),
        Right.CLOSE_MONTH: tr("月度关账"),
        Right.PUBLISH_MONTH: tr("月度公布"),
        Right.OVERRIDE: tr("更正导入值"),
        Right.OPEN_YEAR: tr("结转新年度"),
        Right.SEE_GRADING: tr("查看等次审议"),
        Right.KEEP_COMMITTEE: tr("登记考评委员会委员"),
        Right.PROPOSE_GRADES: tr("提出等次建议"),
        Right.HOLD_MEETING: tr("召集会议、登记表决"),
        Right.DECIDE_GRADES: tr("登记等次决定、审议通过"),
        Right.REVIEW_ABILITY: tr("登记业务能力评审"),
        Right.PUBLISH_GRADES: tr("办理公示"),
        Right.SEE_OBJECTIONS: tr("查看异议"),
        Right.TAKE_OBJECTIONS: tr("受理异议"),
        Right.GO_BACK: tr("退回已办的步骤"),
        Right.REREVIEW: tr("承办复核与更正"),
        Right.DECIDE_REREVIEW: tr("记录复核与更正决定"),
        Right.DECIDE_RESULTS: tr("记录院党组决定与归档"),
        Right.SERVE_RESULTS: tr("送达结果与登记签字"),
        Right.SEAL_SHEETS: tr("加盖电子签章"),
        Right.SIGN_SHEETS: tr("电子签名"),
        Right.KEEP_CERTIFICATES: tr("管理签章证书"),
        Right.KEEP_ROUNDS: tr("组织民主测评"),
        Right.ENTER_SLIPS: tr("录入测评票"),
        Right.ADOPT_ROUNDS: tr("启动、关闭或作废测评轮次"),
        Right.SEE_STATISTICS: tr("查看测评统计"),
        Right.PRINT_SHEETS: tr("打印考核表"),
        Right.EXPORT: tr("导出"),
        Right.SETTINGS: tr("修改设置"),
        Right.KEEP_ACCOUNTS: tr("管理账号"),
        Right.PROTECT: tr("改动口令保护"),
        Right.BACKUP: tr("备份"),
        Right.RESTORE: tr("恢复备份"),
        Right.OVERRULE_CLOCK: tr("更正时钟记录"),
        Right.CONFIRM: tr("作为第二人确认"),
        Right.CONFIRM_RESCUE: tr("作为第二人确认恢复和时钟更正"),
    }[right]
