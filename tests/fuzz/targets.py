"""Everything of the program that reads bytes from outside, each as one question with an answer or one sentence."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image

from committee_desk.bootstrap import open_desk
from committee_desk.cli.session import PASSPHRASE_FILE, passphrase_given
from committee_desk.documents.attachments import PlainFiles
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import groups
from committee_desk.domain.people import Category
from committee_desk.domain.scheme_file import load
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.entry_views import EventField, RowTyped
from committee_desk.services.imports import Kind
from committee_desk.ui.common.sheet.blocks import read_block
from committee_desk.wording.errors import sentence
from tests.conftest import frozen_clock

CLERK = Actor("周敏")
FORMATS = Path(__file__).parents[1] / "data" / "formats"


@dataclass(frozen=True)
class Target:
    """A reader of outside bytes: good bytes to begin with, and what is done with those that went wrong."""

    name: str
    seed: bytes
    read: Callable[[bytes], None]
    ending: str = ""


def refused_in_one_sentence(read: Callable[[], object]) -> bool:
    """Whether the reader refused; anything but a refusal or a trouble comes through as the bug it is."""
    said = None
    try:
        read()
    except (DeskError, Trouble) as failure:
        said = sentence(failure)
    assert said is None or (said.strip() and "Traceback" not in said)
    return said is not None


def targets(folder: Path, sample_desk: Path, protected_desk: Path, passphrase: str) -> Iterator[Target]:
    """All of them; `folder` is for the files that they read."""
    for kind in Kind:
        workbook = resource("samples", "office") / kind.file_name
        if workbook.exists():
            yield _workbook(folder, sample_desk, kind, workbook)
    for ending in ("xls", "ods", "csv"):
        yield _workbook(folder, sample_desk, Kind.SANCTIONS, FORMATS / f"处分.{ending}")
    yield _desk_file(folder, sample_desk, None)
    yield _desk_file(folder, protected_desk, passphrase)
    yield Target("scheme", resource("schemes", "prosecutor-2026.json").read_bytes(), _scheme)
    yield _secret_file(folder)
    yield from (_attachment(folder, name, seed) for name, seed in _pictures(folder))
    yield _typed_head(sample_desk)
    yield _pasted_rows(folder, sample_desk)
    yield _scheme_draft(folder, sample_desk)
    yield _typed_code(protected_desk, passphrase)
    yield _memory_of_heads(folder, sample_desk)


def _workbook(folder: Path, sample_desk: Path, kind: Kind, seed: Path) -> Target:
    desk = open_desk(sample_desk, clock=frozen_clock)
    path = folder / f"{kind.value}{seed.suffix}"

    def read(content: bytes) -> None:
        path.write_bytes(content)
        desk.imports.preview(CLERK, kind, path, 2026)

    return Target(f"{kind.value}{seed.suffix}", seed.read_bytes(), read)


def _desk_file(folder: Path, seed: Path, passphrase: str | None) -> Target:
    """Opened, looked through and checked; whatever opens must answer, be the answer that it is broken."""
    name = "desk" if passphrase is None else "protected desk"
    path = folder / f"{name}.desk"

    def read(content: bytes) -> None:
        for left in folder.glob(f"{path.name}*"):
            left.unlink()
        path.write_bytes(content)
        desk = open_desk(path, passphrase=passphrase, clock=frozen_clock)
        report = desk.check.full()
        assert report.ok == (not report.problems)
        for look in (
            lambda: desk.scores.year(2026), lambda: desk.people.roster(2026), lambda: desk.cases.rows(2026),
            lambda: desk.journal.rows(50), desk.imports.history, lambda: desk.calendar.days(2026),
        ):  # fmt: skip
            refused_in_one_sentence(look)

    return Target(name, seed.read_bytes(), read)


def _scheme(content: bytes) -> None:
    load(content.decode("utf-8", "surrogateescape"))


def _secret_file(folder: Path) -> Target:
    path = folder / "passphrase.txt"

    def read(content: bytes) -> None:
        path.write_bytes(content)
        with _environment({PASSPHRASE_FILE: str(path)}):
            passphrase_given()

    return Target("passphrase file", "一句很长的口令 2026\r\n".encode(), read)


def _pictures(folder: Path) -> Iterator[tuple[str, bytes]]:
    colours = Image.effect_noise((40, 30), 80).convert("RGB")
    for kind in ("png", "jpeg", "pdf"):
        path = folder / f"scan.{kind}"
        colours.save(path)
        yield path.name, path.read_bytes()


def _attachment(folder: Path, name: str, seed: bytes) -> Target:
    path = folder / f"attached-{name}"

    def read(content: bytes) -> None:
        path.write_bytes(content)
        file = PlainFiles().read(path)
        for page in range(2):
            refused_in_one_sentence(partial(PlainFiles().picture, file.name, file.kind, file.content, page))

    return Target(name, seed, read)


def _typed_head(sample_desk: Path) -> Target:
    desk = open_desk(sample_desk, clock=frozen_clock)
    printed = groups(desk.journal.head().hash)
    return Target(
        "typed head",
        printed.encode(),
        lambda content: _ignored(desk.journal.compare_head(1, content.decode("latin-1"))),
    )


PASTED = """J010\t姚玉伟\t司法技能\t12-29\t+1.5\t信息简报采用\t政〔2026〕402号\t政治部主任\r
J001\t\t加分\t2026-12-17\t1\t"指导性案例""第三批""\r\n入选"\t政〔2026〕241号\t\r
\t林若\t司法作风\t2026年12月8日\t-0.50\t接待不规范\t政〔2026〕51号\t政治部主任\r\n"""
COLUMNS = ("code", "name", "indicator", "day", "points", "reason", "voucher", "approver")


def _pasted_rows(folder: Path, sample_desk: Path) -> Target:
    """A block as Excel puts it on the clipboard, typed into December; whatever was taken is there to be read again."""
    path = folder / "pasted.desk"
    shutil.copyfile(sample_desk, path)
    desk = open_desk(path, clock=frozen_clock)

    def read(content: bytes) -> None:
        rows = read_block(content.decode("utf-8", "replace"))
        cells = [dict(zip(map(EventField, COLUMNS), row, strict=False)) for row in rows]
        kept = desk.entry.block(CLERK, 2026, 12, [RowTyped(fields) for fields in cells])
        there = {row.number for row in desk.entry.rows(2026, 12).rows}
        assert there.issuperset(number for number in kept.numbers if number is not None)

    return Target("pasted rows", PASTED.encode(), read)


def _scheme_draft(folder: Path, sample_desk: Path) -> Target:
    """A scheme's file taken as the draft, shown with what it does to everybody, and adopted."""
    path, file = folder / "drafted.desk", folder / "draft.json"
    shutil.copyfile(sample_desk, path)
    desk = open_desk(path, clock=frozen_clock)

    def read(content: bytes) -> None:
        file.write_bytes(content)
        before = desk.schemes.read(2026).draft
        desk.schemes.take_file(CLERK, 2026, Category.PROSECUTOR, file, before.entry if before else None)
        draft = desk.schemes.read(2026).draft
        assert draft is not None
        refused_in_one_sentence(partial(desk.schemes.effects, 2026, Category.PROSECUTOR, draft.text))
        refused_in_one_sentence(partial(desk.schemes.standards, 2026, Category.PROSECUTOR, draft.text))

    return Target("scheme draft", resource("schemes", "prosecutor-2026.json").read_bytes(), read)


def _typed_code(protected_desk: Path, passphrase: str) -> Target:
    code = open_desk(protected_desk, passphrase=passphrase, clock=frozen_clock).protection.recovery_code(passphrase)

    def read(content: bytes) -> None:
        open_desk(protected_desk, passphrase=content.decode("utf-8", "replace"), clock=frozen_clock)

    return Target("typed recovery code", code.encode(), read)


def _memory_of_heads(folder: Path, sample_desk: Path) -> Target:
    """What this PC remembers of the desks that it opened, gone wrong: never in the way of opening one."""
    state, path = folder / "state", folder / "remembered.desk"
    shutil.copyfile(sample_desk, path)
    memory = state / "committee-desk" / "heads.json"
    with _environment({"XDG_STATE_HOME": str(state)}):
        open_desk(path, clock=frozen_clock)
    seed = memory.read_bytes()

    def read(content: bytes) -> None:
        memory.write_bytes(content)
        with _environment({"XDG_STATE_HOME": str(state)}):
            open_desk(path, clock=frozen_clock)

    return Target("memory of heads", seed, read)


def _ignored(_answer: object) -> None:
    """What is answered does not matter, only that something is."""


@contextmanager
def _environment(said: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in said}
    os.environ.update(said)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
