"""Every command there is, and what `--help` says about them."""

from collections.abc import Callable
from pathlib import Path

from committee_desk.cli.backup import BACKUP, RESTORE
from committee_desk.cli.checking import CHECK
from committee_desk.cli.demonstrating import demo_verb
from committee_desk.cli.founding import INIT
from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.importing import IMPORT, IMPORT_FOLDER, TEMPLATE
from committee_desk.cli.paper import SHEETS
from committee_desk.cli.publication_window import WINDOW
from committee_desk.cli.scoring import EXPORT, SCORE
from committee_desk.cli.speech import answer, say, table
from committee_desk.cli.verifying import TRUST, VERIFY
from committee_desk.wording.language import tr

LANGUAGE = Option("--lang", lambda: tr("语言：zh 中文（默认），en English"), "zh|en")


def verbs(open_window: Callable[[Path | None], int]) -> dict[str, Verb]:
    """Every command by its name."""
    every = (
        demo_verb(open_window),
        INIT,
        IMPORT,
        IMPORT_FOLDER,
        TEMPLATE,
        SCORE,
        WINDOW,
        SHEETS,
        EXPORT,
        VERIFY,
        TRUST,
        CHECK,
        BACKUP,
        RESTORE,
    )
    return {verb.name: verb for verb in every}


def _never(_given: Given) -> int:
    raise AssertionError


OPENING = Verb(
    "",
    lambda: tr("打开窗口：最近用过的台账文件，或 FILE"),
    (Word("FILE", lambda: tr("台账文件"), optional=True),),
    (),
    _never,
)
"""The command without a verb; it is read like one and opens the window."""


def tell_overview() -> int:
    """`--help`: all commands."""
    say(tr("检察官考评台账：从办案数据到签字的等次确认表。"))
    say()
    say(tr("写法："))
    known = (OPENING, *verbs(lambda _desk: 0).values())
    for verb in known:
        say(f"  {verb.usage()}")
        say(f"      {verb.about()}")
    say()
    say(tr("任何命令都可以加："))
    always = (LANGUAGE, Option("--help", lambda: tr("某个命令的写法，如 committee-desk score --help")))
    whole = (
        Option("--version", lambda: tr("版本")),
        Option("--self-check", lambda: tr("本机安装的自检结果，以 JSON 输出")),
    )
    _tell_options(always)
    say()
    say(tr("单独使用："))
    _tell_options(whole)
    say()
    say(tr("退出码：0 完成；1 答案为否；2 输入或请求被拒绝；3 程序之外的故障（磁盘已满、文件被占用、没有权限）。"))
    say(tr("受口令保护的台账文件从环境变量 COMMITTEE_DESK_PASSPHRASE_FILE 所指的文件读取口令。"))
    say(tr("设有账号的台账以 COMMITTEE_DESK_USER 为登录名，从 COMMITTEE_DESK_PASSWORD_FILE 所指的文件读取密码。"))
    return 0


def tell_usage(verb: Verb) -> int:
    """`VERB --help`: how one command is written."""
    say(verb.usage())
    say(verb.about())
    if verb.words:
        say()
        table((f"  {word.name}", word.about()) for word in verb.words)
    say()
    _tell_options((*verb.options, LANGUAGE))
    if verb.notes:
        say()
        say(verb.notes())
    return 0


def _tell_options(options: tuple[Option, ...]) -> None:
    table((f"  {option.name} {option.value or ''}".rstrip(), option.about()) for option in options)


def tell_version() -> int:
    """`--version`."""
    from committee_desk.self_check import installed_version  # noqa: PLC0415 - reads package metadata

    say(f"committee-desk {installed_version() or '?'}")
    return 0


def tell_self_check() -> int:
    """`--self-check`: what this installation brought along; the answer is no when something is missing."""
    from committee_desk.self_check import self_check  # noqa: PLC0415 - looks at every shipped file

    found = self_check()
    answer(found)
    return 0 if found["ok"] else 1
