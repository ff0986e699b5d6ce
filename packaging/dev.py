"""Everything a developer does, from an empty machine on: `python3 packaging/dev.py COMMAND`.

Needs nothing but Python 3.11 or 3.12. Every command first sees to the system's libraries and to `.venv`.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import machine
from environment import ROOT, answer

VENV = ROOT / ".venv"
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("mypy", "packaging"),
    ("lint-imports", "--no-logo"),
)
SOME_FAILED = 1
"""Pytest's answer when tests ran and some failed."""
NOT_ASKED_AGAIN = frozenset({"no:cacheprovider", "-x", "--exitfirst"})
"""With these nobody knows afterwards which tests failed, or not all were run."""


def prepare(*more: machine.Need) -> Path:
    """System libraries, uv and `.venv`; quick when all is there. The answer is the environment's Python."""
    machine.provide((*machine.BASE, *machine.WINDOW, *more))
    return environment.make(VENV)


def program(*words: str) -> int:
    """Run the program itself."""
    python = prepare()
    return answer(python, "-m", "committee_desk", *words)


def demo(words: list[str]) -> int:
    """The sample office as a demonstration desk; a window where there is a screen."""
    return program("demo", *words)


def run(words: list[str]) -> int:
    """The program with these arguments."""
    return program(*words)


def check(_words: list[str]) -> int:
    """Ruff, mypy and the import rules."""
    prepare()
    return 1 if failed_checks() else 0


def test(words: list[str]) -> int:
    """All checks, then every test without a screen; pytest's summary comes last."""
    python = prepare(*machine.TESTING)
    failed = failed_checks()
    for name in failed:
        print(f"FAILED: {name}", flush=True)
    return every_test(python, words) or (1 if failed else 0)


def every_test(python: Path, words: list[str], folder: Path = ROOT) -> int:
    """All tests at once; those that fail are run once more by themselves and named.

    Thousands of windows share a few cores here, and a disk with them. A test that fails by itself as well has failed;
    one that passes then stands in the output as failed first, for whoever makes it steady.
    """
    workers = [] if any(word.startswith("-n") for word in words) else ["-n", "auto"]
    code = pytest_in(folder, python, *workers, *words)
    if code != SOME_FAILED or not NOT_ASKED_AGAIN.isdisjoint(words):
        return code
    print("== again, by themselves: what failed among the others", flush=True)
    return pytest_in(folder, python, "--last-failed", "-rA", "--tb=short", *words, "-n0")


def pytest_in(folder: Path, python: Path, *words: str) -> int:
    """Pytest's own answer, without a screen."""
    return answer(python, "-m", "pytest", *words, folder=folder, env=offscreen())


def offscreen() -> dict[str, str]:
    """The environment of a run whose windows nobody sees."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen"}


def failed_checks() -> list[str]:
    """Run each check to its end, so that one run shows all that is wrong."""
    failed = []
    for name, *words in CHECKS:
        title = " ".join([name, *words])
        print(f"== {title}", flush=True)
        if answer(VENV / environment.SCRIPTS / name, *words, folder=ROOT):
            failed.append(title)
    return failed


def bench(words: list[str]) -> int:
    """Measure against the bare libraries (tests/bench/baselines.py); one table at the end."""
    python = prepare()
    return answer(python, ROOT / "tests" / "bench" / "run.py", *words, folder=ROOT, env=offscreen())


def screenshots(words: list[str]) -> int:
    """Make the pictures that README shows."""
    python = prepare()
    return answer(python, ROOT / "packaging" / "screenshots.py", *words, folder=ROOT)


def bundle(_words: list[str]) -> int:
    """A one-folder build in dist/ that needs no Python, and a .deb of it."""
    machine.provide((*machine.BASE, *machine.WINDOW, *machine.BUNDLING))
    import bundle as recipe  # noqa: PLC0415 - only this command needs it

    recipe.build()
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command for command in (demo, test, run, check, bench, bundle, screenshots)
}


def main(words: list[str]) -> int:
    """Read the command; what follows it belongs to the command."""
    listing = "\n".join(f"  {name:<12}{(command.__doc__ or '').strip()}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py", epilog=listing, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="...", help="passed on")
    chosen = parser.parse_args(words)
    return COMMANDS[chosen.command](chosen.words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
