"""What every desk must be when a test is over: sound under the full check."""

from pathlib import Path

from committee_desk.storage.checking.sound import sound
from committee_desk.wording.checks import problem_in_words


def require_sound(path: Path, passphrase: str | None = None) -> None:
    """The full check of the whole file; what it finds is said in words."""
    problems = [problem_in_words(each) for each in sound(path, passphrase).problems]
    assert not problems, problems
