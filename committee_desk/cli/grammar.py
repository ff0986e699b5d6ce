"""How a command is written: verbs with their words and options, read into what was given.

Hand-written rather than argparse, because every sentence that a user reads is ours and in two languages.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from committee_desk.cli.refusals import (
    NotADate,
    NotANumber,
    NotAYear,
    NotText,
    OptionMissing,
    OptionNeedsValue,
    OptionTakesNoValue,
    UnknownOption,
    WordMissing,
    WordTooMany,
)

Text = Callable[[], str]
"""A text that is worded when it is shown, in the language spoken then."""

ASCII_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands at its place: FILE, KIND, DATE."""

    name: str
    about: Text
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """An option `--name`, with a value called `value` or without one; a `needed` one cannot be left out or empty."""

    name: str
    about: Text
    value: str | None = None
    needed: bool = False

    def usage(self) -> str:
        """How the option is written."""
        written = f"{self.name} {self.value}" if self.value else self.name
        return written if self.needed else f"[{written}]"


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gave for one verb."""

    words: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether that word or option was given."""
        return name in self.words or name in self.options

    def text(self, name: str) -> str:
        """The word or the option's value as given."""
        return self.words[name] if name in self.words else self.options[name]

    def maybe(self, name: str) -> str | None:
        """The same, None when it was not given."""
        return self.text(name) if self.has(name) else None

    def path(self, name: str) -> Path:
        """The word or value as a path."""
        return Path(self.text(name))

    def day(self, name: str) -> date:
        """The word or value as a date, written 2026-02-09."""
        text = self.text(name)
        try:
            parsed = date.fromisoformat(text)
        except ValueError:
            raise NotADate(text) from None
        if parsed.isoformat() != text:
            raise NotADate(text)
        return parsed

    def number(self, name: str) -> int:
        """The value as a whole number."""
        text = self.text(name)
        digits = text.removeprefix("-")
        if not digits or len(digits) > 9 or not ASCII_DIGITS.issuperset(digits):
            raise NotANumber(name, text)
        return int(text)

    def year(self, name: str = "--year") -> int:
        """The value as a year."""
        text = self.text(name)
        if len(text) != 4 or not ASCII_DIGITS.issuperset(text):
            raise NotAYear(text)
        return int(text)


@dataclass(frozen=True, slots=True)
class Verb:
    """One command: what it is called, does and takes, and the function that carries it out and gives the exit code."""

    name: str
    about: Text
    words: tuple[Word, ...]
    options: tuple[Option, ...]
    carry_out: Callable[[Given], int]
    notes: Text | None = None

    def usage(self) -> str:
        """How the command is written, on one line."""
        words = (f"[{w.name}]" if w.optional else w.name for w in self.words)
        options = (option.usage() for option in self.options)
        return " ".join(part for part in ("committee-desk", self.name, *words, *options) if part)

    def read(self, arguments: Sequence[str]) -> Given:
        """What the arguments give for this verb; refuses what it does not take and names what is missing."""
        given = Given()
        waiting = iter(self.words)
        rest = iter(arguments)
        for argument in rest:
            _require_text(argument)
            if argument == "--":
                for plain in rest:
                    _require_text(plain)
                    self._take(plain, waiting, given)
            elif argument.startswith("-") and argument != "-":
                self._set(argument, rest, given)
            else:
                self._take(argument, waiting, given)
        for word in self.words:
            if word.name not in given.words and not word.optional:
                raise WordMissing(word.name, self.usage())
        for option in self.options:
            if option.needed and not given.maybe(option.name):
                raise OptionMissing(option.name, self.usage())
        return given

    def _take(self, argument: str, waiting: Iterator[Word], given: Given) -> None:
        word = next(waiting, None)
        if word is None:
            raise WordTooMany(argument, self.usage())
        given.words[word.name] = argument

    def _set(self, argument: str, rest: Iterator[str], given: Given) -> None:
        name, joined, value = argument.partition("=")
        option = next((o for o in self.options if o.name == name), None)
        if option is None:
            raise UnknownOption(name, self.usage())
        if option.value is None:
            if joined:
                raise OptionTakesNoValue(name)
            given.options[name] = ""
            return
        if not joined:
            value = next(rest, "--")
            if value.startswith("--"):
                raise OptionNeedsValue(name, option.value)
        _require_text(value)
        given.options[name] = value


def _require_text(argument: str) -> None:
    """Refuse bytes that are no UTF-8 and the NUL: they cannot be kept in a desk nor be told to a person."""
    if not is_text(argument):
        raise NotText(argument.encode("utf-8", "replace").decode().replace("\0", "?"))


def is_text(given: str) -> bool:
    """Whether what the system handed over is text: bytes that are no UTF-8 arrive as halves of characters."""
    return "\0" not in given and (given.isascii() or not any("\ud800" <= c <= "\udfff" for c in given))
