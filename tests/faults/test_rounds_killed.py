"""A process killed in the middle of typing slips or voting leaves the round's working file before or after the act."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import TOGETHER, BatchState, from_text
from tests.conftest import frozen_clock
from tests.services.slip_hands import CLERK, RATED, YEAR, C, adopt, born_people, printed, whole

KILLS = 8
LABEL = "2026-测-001"

TYPING = """
import sys
from pathlib import Path
from committee_desk.bootstrap import open_desk
from tests.conftest import frozen_clock
from tests.services.slip_hands import CLERK, SCRUTINEER, YEAR, C, whole

desk = open_desk(Path(sys.argv[1]), clock=frozen_clock)
lines = whole(desk)
print("ready", flush=True)
for at, serial in enumerate(sys.argv[2:]):
    if at % 4 == 0:
        batch, _ = desk.slips.begin(CLERK, YEAR, 1, C)
    desk.slips.type(CLERK, YEAR, 1, batch, serial, lines)
    print(at + 1, flush=True)
    if at % 4 == 3:
        desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
"""

VOTING = """
import sys
from pathlib import Path
from committee_desk.bootstrap import open_desk
from tests.conftest import frozen_clock
from tests.services.slip_hands import voted

desk = open_desk(Path(sys.argv[1]), clock=frozen_clock)
print("ready", flush=True)
for at, code in enumerate(sys.argv[2:]):
    voted(desk, code)
    print(at + 1, flush=True)
"""


@pytest.fixture
def desk(open_copy: Callable[[Path], Desk], template_desk: Path, tmp_path: Path) -> Desk:
    (tmp_path / "people").mkdir()
    born_people(tmp_path / "people" / "人员.desk", template_desk)
    opened = open_copy(tmp_path / "people" / "人员.desk")
    adopt(opened)
    return opened


def killed(script: str, desk: Desk, given: list[str], chance: random.Random) -> int:
    """Run the script and kill it at some moment; how much of it was acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(desk.path), *given], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(chance.uniform(0, 0.6))
    child.kill()
    told = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return int(told[-1]) if told else 0


def test_a_kill_while_slips_are_typed_leaves_the_file_before_or_after(desk: Desk) -> None:
    chance = random.Random(7)
    left = 0
    for _ in range(KILLS):
        serials = sorted(printed(desk, 40))
        before = desk.slips.progress(YEAR, 1)[C].typed
        acknowledged = killed(TYPING, desk, serials, chance)
        with open_desk(desk.path, clock=frozen_clock) as again:
            progress = again.slips.progress(YEAR, 1)[C]
            assert progress.typed - before in {acknowledged, acknowledged + 1}
            counted = sum(each.slips for each in again.slips.batches(YEAR, 1) if each.state is BatchState.COUNTED)
            assert progress.counted == counted, "a batch is counted with all of its slips, or with none"
            held = again.slips._files.open(LABEL).read()
            assert all(from_text(typed) == whole(again) for typed in held.counted.values())
            again.slips.begin(CLERK, YEAR, 1, C)
        left += acknowledged
        names = {each.name for each in desk.path.parent.iterdir() if each.name.startswith(".")}
        assert not names, "what a cut writing left goes with the next one"
    assert left, "else nothing was killed in the middle"


def test_a_kill_while_people_vote_leaves_batches_whole_and_the_other_codes_free(desk: Desk) -> None:
    chance = random.Random(11)
    made = [each for each in desk.booth.make_codes(CLERK, YEAR, 1).codes if each.ballot_class is C]
    for _ in range(KILLS):
        held = desk.booth._files.open(LABEL).read()
        used = {each.person for each in held.codes.values() if each.used}
        free = [each.code for each in made if each.person not in used]
        if len(free) < 2 * TOGETHER:
            break
        acknowledged = killed(VOTING, desk, free, chance)
        with open_desk(desk.path, clock=frozen_clock) as again:
            after = again.booth._files.open(LABEL).read()
            now = {each.person for each in after.codes.values() if each.used}
            assert used <= now
            assert len(now) == len(used) or len(now - used) >= TOGETHER
            assert len(after.booth) == len(now) * len(RATED), "marks come with their codes"
            assert after.ballots.get(C, 0) == len(now)
            state = again.booth.state(YEAR, 1)
            assert state.interrupted or not acknowledged
            assert {each.code for each in state.ask_again}.isdisjoint(now)
