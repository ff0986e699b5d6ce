"""What a check found, in sentences: what is broken, where, and what to do."""

from committee_desk.domain.checking import Problem, Subject
from committee_desk.wording.language import tr


def subject_name(subject: Subject) -> str:
    """What a group of problems is about."""
    return {
        Subject.FILE: tr("文件"),
        Subject.CHAIN: tr("日志的链"),
        Subject.SEALS: tr("数据的封印"),
        Subject.VALUES: tr("单元格的值"),
        Subject.TRAIL: tr("来龙去脉"),
        Subject.OFFICE: tr("台账与年度"),
        Subject.PEOPLE: tr("人员"),
        Subject.CASES: tr("案件与评查"),
        Subject.EVENTS: tr("加减分"),
        Subject.RATINGS: tr("评分与测评票"),
        Subject.STANDING: tr("处分与请假"),
        Subject.CALENDAR: tr("日历"),
        Subject.IMPORTS: tr("导入"),
        Subject.PRINTS: tr("打印"),
        Subject.ACCOUNTS: tr("账户"),
        Subject.ATTACHMENTS: tr("附件"),
        Subject.FIGURES: tr("得分与等次"),
    }[subject]


def problem_in_words(problem: Problem) -> str:
    """The problem's sentence in the spoken language."""
    return problem.code
