"""The command line: reads the command, runs its verb, and tells every failure in one sentence with its exit code."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from committee_desk.cli.as_typed import as_typed
from committee_desk.cli.fault import told
from committee_desk.cli.refusals import NoScreen, UnknownLanguage, UnknownVerb
from committee_desk.cli.screen import can_draw_windows, started_from_the_desktop
from committee_desk.cli.speech import fall_silent, finish, speak_utf8, warn
from committee_desk.cli.verbs import OPENING, tell_overview, tell_self_check, tell_usage, tell_version, verbs
from committee_desk.domain.desk_file import (
    DeskDamaged,
    DeskMissing,
    IsAFolder,
    OlderThanRemembered,
    PassphraseNeeded,
)
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.wording.errors import sentence
from committee_desk.wording.language import CHINESE, ENGLISH, tr, use_language

DONE, NO, REFUSED, TROUBLE = range(4)
HELP = frozenset({"--help", "-h"})
OpenWindow = Callable[[Path | None], int]


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Carry out one command and return its exit code: 0 done, 1 no, 2 refused, 3 trouble. Never a traceback."""
    speak_utf8()
    try:
        return _obey_or_say_why(list(arguments), open_window)
    except BrokenPipeError:  # the reader had enough; what was asked is done
        fall_silent()
        return DONE
    except KeyboardInterrupt:
        warn(tr("已中断，没有完成。"))
        return TROUBLE
    except Exception as bug:  # noqa: BLE001 - the last door: a bug is written down and told in one sentence
        warn(told(bug))
        return TROUBLE


def _obey_or_say_why(arguments: list[str], open_window: OpenWindow) -> int:
    try:
        code = _obey(arguments, open_window)
        finish()
    except BrokenPipeError:
        raise
    except OSError as error:
        return _fail(_in_our_terms(error))
    except (DeskError, Trouble) as failure:
        as_typed(failure, arguments)
        return _fail(failure)
    return code


def _fail(failure: DeskError | Trouble) -> int:
    warn(sentence(failure))
    return REFUSED if isinstance(failure, DeskError) else TROUBLE


def _in_our_terms(error: OSError) -> DeskError | Trouble:
    """What no adapter put into the desk's terms."""
    from committee_desk.storage.failures import failure_of  # noqa: PLC0415 - the engine, which few commands need

    where = error.filename2 or error.filename
    failure = failure_of(error, Path(where if isinstance(where, str) else tr("要写的文件")))
    assert failure is not None  # noqa: S101 - it knows every OSError
    return failure


def _obey(arguments: list[str], open_window: OpenWindow) -> int:
    rest = _after_the_language(arguments)
    if not rest:
        return _window(None, open_window)
    first = rest[0]
    whole = {"--help": tell_overview, "-h": tell_overview, "--version": tell_version, "--self-check": tell_self_check}
    if first in whole:
        return whole[first]()
    verb = verbs(open_window).get(first)
    if verb is None:
        return _window(_desk_named(rest), open_window)
    if HELP.intersection(rest[1:]):
        return tell_usage(verb)
    return verb.carry_out(verb.read(rest[1:]))


def _after_the_language(arguments: list[str]) -> list[str]:
    """Speak the language that `--lang` names, and leave the rest."""
    use_language(CHINESE)
    rest = []
    remaining = iter(arguments)
    for argument in remaining:
        name, joined, value = argument.partition("=")
        if name != "--lang":
            rest.append(argument)
            continue
        chosen = value if joined else next(remaining, "")
        if chosen not in {CHINESE, ENGLISH}:
            raise UnknownLanguage(chosen)
        use_language(chosen)
    return rest


def _desk_named(rest: list[str]) -> Path | None:
    """The desk file that `committee-desk FILE` names; a single word that is no file is taken for a command."""
    if rest[0].isidentifier() and len(rest) > 1:
        raise UnknownVerb(rest[0])
    given = OPENING.read(rest)
    if not given.has("FILE"):
        return None
    named = given.path("FILE")
    try:
        is_folder, is_file = named.is_dir(), named.is_file()
    except (OSError, ValueError):
        raise DeskMissing(named) from None
    if is_folder:
        raise IsAFolder(named)
    if not is_file:
        raise DeskMissing(named) if named.suffix or len(named.parts) > 1 else UnknownVerb(str(named))
    return named


def _window(desk: Path | None, open_window: OpenWindow) -> int:
    if not can_draw_windows():
        raise NoScreen
    if desk is not None and not started_from_the_desktop():
        _refuse_what_does_not_open(desk)
    return open_window(desk)


def _refuse_what_does_not_open(desk: Path) -> None:
    """Tell whoever typed the name at once; the window would tell in a dialog.

    What the window itself has an answer to it is left: a passphrase, an older desk, a damaged one.
    """
    from committee_desk.bootstrap import open_desk  # noqa: PLC0415 - SQLAlchemy, which the window needs next

    with suppress(PassphraseNeeded, OlderThanRemembered, DeskDamaged):
        open_desk(desk)
