"""What `check` says beside its answer: where the file lies, and what this PC remembers of it."""

from pathlib import Path

from committee_desk.cli.session import passphrase_given
from committee_desk.cli.speech import warn
from committee_desk.domain.checking import Report, Subject
from committee_desk.domain.desk_file import PassphraseNeeded
from committee_desk.wording.remembered import older_in_words, stranger_in_words, unfit_in_words


def tell_what_else_is_known(path: Path, report: Report) -> None:
    """Say it on stderr; the answer and its exit code are those of the file."""
    from committee_desk.bootstrap import known_of, unfit_place  # noqa: PLC0415 - SQLAlchemy, as for the check itself

    unfit = unfit_place(path)
    if unfit is not None:
        warn(unfit_in_words(unfit))
    if any(problem.subject is Subject.FILE for problem in report.problems):
        return  # a broken file is not read again to compare what it says of itself
    try:
        known = known_of(path, None)
    except PassphraseNeeded:
        known = known_of(path, passphrase_given())
    if known.older is not None:
        warn(older_in_words(known.older))
    if known.stranger is not None:
        warn(stranger_in_words(known.stranger))
