"""Where shipped files live: one answer for a checkout, an editable install, a wheel and a bundle."""

from functools import cache
from pathlib import Path


def shipped(folder: str, *names: str) -> Path:
    """The path of a shipped file: inside the package when installed, beside it in a checkout."""
    return _root(folder).joinpath(*names)


@cache
def _root(folder: str) -> Path:
    package = Path(__file__).parent
    inside = package / f"_{folder}"
    return inside if inside.is_dir() else package.parent / folder


def resource(*names: str) -> Path:
    """A file under `resources/`."""
    return shipped("resources", *names)


def migrations() -> Path:
    """The folder of the database migrations."""
    return shipped("db", "migrations")


def log_folder() -> Path:
    """Where the logs of this PC's user stand."""
    import platformdirs  # noqa: PLC0415 - the window stands sooner without it

    return Path(platformdirs.user_log_dir("committee-desk", appauthor=False))


def state_folder() -> Path:
    """Where this PC's user keeps what the program remembers of desks: heads, locks. Nothing that a desk protects."""
    import platformdirs  # noqa: PLC0415 - the window stands sooner without it

    return Path(platformdirs.user_state_dir("committee-desk", appauthor=False))
