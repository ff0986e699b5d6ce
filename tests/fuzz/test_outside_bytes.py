"""A minute of bytes gone wrong for every reader of outside bytes: an answer or one sentence, never anything else."""

import random
from functools import partial
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk
from tests.conftest import OFFICE, frozen_clock
from tests.fuzz.mutations import mutated
from tests.fuzz.targets import CLERK, Target, refused_in_one_sentence, targets

PASSPHRASE = "一句很长的口令 2026"
INPUTS = {
    "desk": 60, "protected desk": 40, "scheme": 400, "passphrase file": 300, "scan.png": 150, "scan.jpeg": 150,
    "scan.pdf": 100, "typed head": 300, "typed recovery code": 60, "memory of heads": 60,
    "pasted rows": 150, "scheme draft": 60,
}  # fmt: skip
WORKBOOKS = 60
TOLERANT = {"passphrase file", "memory of heads"}  # whose bytes may be anything, or are forgotten when broken


@pytest.fixture(scope="session")
def readers(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> dict[str, Target]:
    folder = tmp_path_factory.mktemp("outside")
    protected = folder / "受保护.desk"
    new_desk(protected, OFFICE, 2026, CLERK, clock=frozen_clock, passphrase=PASSPHRASE)
    return {each.name: each for each in targets(folder, template_sample_desk, protected, PASSPHRASE)}


def _names() -> list[str]:
    kinds = ("people", "cases", "reviews", "events", "leader-ratings", "ballots", "sanctions", "leave")
    return [
        *(f"{kind}.xlsx" for kind in kinds), "sanctions.xls", "sanctions.ods", "sanctions.csv", *INPUTS,
    ]  # fmt: skip


@pytest.mark.parametrize("name", _names())
def test_bytes_gone_wrong_get_an_answer_or_one_sentence(readers: dict[str, Target], name: str) -> None:
    target = readers[name]
    refused = 0
    for number in range(INPUTS.get(name, WORKBOOKS)):
        content = mutated(random.Random(f"{name} {number}"), target.seed)
        try:
            refused += refused_in_one_sentence(partial(target.read, content))
        except BaseException as bug:
            bug.add_note(f"input {number} of {name}")
            raise
    assert refused or name in TOLERANT, "nothing that went wrong was ever noticed"


def test_every_reader_is_tried(readers: dict[str, Target]) -> None:
    assert set(readers) == set(_names())
