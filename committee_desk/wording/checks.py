"""What a check found, in sentences: what is broken, where, and what to do."""

from committee_desk.domain.checking import Problem, Subject
from committee_desk.wording.checks_of_committee import OF_COMMITTEE
from committee_desk.wording.checks_of_courses import OF_COURSES
from committee_desk.wording.checks_of_effects import OF_EFFECTS
from committee_desk.wording.checks_of_entry import OF_ENTRY
from committee_desk.wording.checks_of_evaluations import OF_EVALUATIONS
from committee_desk.wording.checks_of_facts import OF_FACTS
from committee_desk.wording.checks_of_grades import OF_GRADES
from committee_desk.wording.checks_of_leading import OF_LEADING
from committee_desk.wording.checks_of_months import OF_MONTHS
from committee_desk.wording.checks_of_objections import OF_OBJECTIONS
from committee_desk.wording.checks_of_paper import OF_PAPER
from committee_desk.wording.checks_of_proceedings import OF_PROCEEDINGS
from committee_desk.wording.checks_of_publications import OF_PUBLICATIONS
from committee_desk.wording.checks_of_results import OF_RESULTS
from committee_desk.wording.checks_of_rounds import OF_ROUNDS
from committee_desk.wording.checks_of_schemes import OF_SCHEMES
from committee_desk.wording.checks_of_signing import OF_SIGNING
from committee_desk.wording.checks_of_the_file import OF_THE_FILE
from committee_desk.wording.language import tr, tr_n

SENTENCES = (
    OF_THE_FILE
    | OF_FACTS
    | OF_EVALUATIONS
    | OF_ENTRY
    | OF_LEADING
    | OF_MONTHS
    | OF_PAPER
    | OF_SCHEMES
    | OF_COURSES
    | OF_COMMITTEE
    | OF_PUBLICATIONS
    | OF_OBJECTIONS
    | OF_PROCEEDINGS
    | OF_EFFECTS
    | OF_RESULTS
    | OF_ROUNDS
    | OF_SIGNING
    | OF_GRADES
)
"""By the code of every invariant: what is said where it is broken, and what to do about it."""

MOST = 120
"""So much of a broken value is said."""


def subject_name(subject: Subject) -> str:
    """What a group of problems is about."""
    return {
        Subject.FILE: tr("文件"),
        Subject.CHAIN: tr("日志的链"),
        Subject.SEALS: tr("数据的封印"),
        Subject.VALUES: tr("单元格的值"),
        Subject.TRAIL: tr("来龙去脉"),
        Subject.OFFICE: tr("台账与年度"),
        Subject.SCHEMES: tr("考核方案"),
        Subject.PEOPLE: tr("人员"),
        Subject.CASES: tr("案件与评查"),
        Subject.EVENTS: tr("加减分"),
        Subject.RATINGS: tr("评分与测评票"),
        Subject.ROUNDS: tr("民主测评轮次"),
        Subject.STANDING: tr("处分与请假"),
        Subject.CALENDAR: tr("日历"),
        Subject.IMPORTS: tr("导入"),
        Subject.MONTHS: tr("月份"),
        Subject.COURSE: tr("年度流程"),
        Subject.COMMITTEE: tr("考评委员会与会议"),
        Subject.GRADES: tr("等次审议"),
        Subject.PUBLICATION: tr("公示"),
        Subject.SIGNING: tr("电子签章"),
        Subject.OBJECTIONS: tr("异议与来信"),
        Subject.PROCEEDINGS: tr("复核、更正与申诉"),
        Subject.EFFECTS: tr("复核与更正的决定"),
        Subject.RESULTS: tr("决定与送达"),
        Subject.PRINTS: tr("打印"),
        Subject.ACCOUNTS: tr("账号"),
        Subject.ATTACHMENTS: tr("附件"),
        Subject.FIGURES: tr("得分与等次"),
    }[subject]


def problem_in_words(problem: Problem) -> str:
    """The problem's sentence in the spoken language."""
    if problem.code.endswith(".more"):
        count = int(str(problem.facts["count"]))
        return tr_n("同样的问题还有 {count} 处。", "同样的问题还有 {count} 处。", count)
    what_is_broken, what_to_do = SENTENCES[problem.code]
    return printable(what_is_broken({name: _short(fact) for name, fact in problem.facts.items()})) + what_to_do()


def unsealed() -> str:
    """What a check of a desk of the first version cannot find."""
    return tr("这个台账由旧版程序写成：旧版没有封存所写的行，升级之前在程序之外对数据的改动，检查不一定能发现。")


def printable(text: str) -> str:
    """What a terminal shows and does nothing else about: control characters are written out."""
    return "".join(each if each.isprintable() or each == "\u3000" else ascii(each)[1:-1] for each in text)


def _short(fact: object) -> object:
    if isinstance(fact, bytes):
        fact = repr(fact)
    return f"{fact[:MOST]}…" if isinstance(fact, str) and len(fact) > MOST else fact
