"""`check`: whether everything on a desk still holds together, and what does not."""

import os
from itertools import groupby
from pathlib import Path

from committee_desk.cli.beside_checking import tell_what_else_is_known
from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.session import passphrase_given
from committee_desk.cli.speech import answer, say, warn
from committee_desk.domain.checking import Report, Subject
from committee_desk.domain.desk_file import PassphraseNeeded
from committee_desk.domain.journal import groups
from committee_desk.wording.checks import printable, problem_in_words, subject_name, unsealed
from committee_desk.wording.language import tr, tr_n


def _check(given: Given) -> int:
    path = given.path("FILE")
    report = _report(path)
    tell_what_else_is_known(path, report)
    if _is_read_only(path):
        warn(tr("台账文件所在的介质只读：检查只读取，没有写入日志。"))
    if report.unsealed:
        warn(unsealed())
    if given.has("--json"):
        answer(check_answer(report))
    else:
        _tell(report)
    return 0 if report.ok else 1


def check_answer(report: Report) -> dict[str, object]:
    """The answer of `check --json`."""
    return {
        "ok": report.ok,
        "problems": [problem_in_words(problem) for problem in report.problems],
        "journal_entries": report.journal_entries,
        "journal_head": report.journal_head,
    }


def _report(path: Path) -> Report:
    from committee_desk.bootstrap import check_file  # noqa: PLC0415 - SQLAlchemy, which help does without

    try:
        return check_file(path, None)
    except PassphraseNeeded:
        passphrase = passphrase_given()
        if passphrase is None:
            raise
        return check_file(path, passphrase)


def _is_read_only(path: Path) -> bool:
    return not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))


def _tell(report: Report) -> None:
    if report.ok:
        say(tr("检查完成：没有发现问题。"))
    else:
        say(tr_n("检查发现 {count} 个问题：", "检查发现 {count} 个问题：", len(report.problems)))
    order = list(Subject)
    ordered = sorted(report.problems, key=lambda problem: order.index(problem.subject))
    for subject, problems in groupby(ordered, key=lambda problem: problem.subject):
        say()
        say(tr("【{subject}】", subject=subject_name(subject)))
        for problem in problems:
            say(f"- {problem_in_words(problem)}")
    say()
    if report.journal_entries is None or report.journal_head is None:
        say(tr("日志没有读出来。"))
        return
    say(tr("日志条数：{count}", count=report.journal_entries))
    say(tr("日志头：{head}", head=printable(groups(report.journal_head))))


CHECK = Verb(
    "check",
    lambda: tr("检查台账文件：完整性、每条规则和日志的链；说明哪里不对"),
    (Word("FILE", lambda: tr("台账文件")),),
    (Option("--json", lambda: tr("以 JSON 输出")),),
    _check,
)
