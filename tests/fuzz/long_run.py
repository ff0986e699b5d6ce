"""Hours of what `test_outside_bytes` does for a minute: `python -m tests.fuzz.long_run MINUTES [SEED]`.

Inputs that a reader answers with anything but an answer or a sentence are kept beside the count.
"""

import random
import sys
import time
import traceback
from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.paths import resource
from tests.conftest import OFFICE, frozen_clock
from tests.fuzz.mutations import mutated
from tests.fuzz.targets import CLERK, Target, refused_in_one_sentence, targets
from tests.fuzz.test_outside_bytes import PASSPHRASE


def main(minutes: float, seed: int) -> int:
    """Try until the time is over; 1 when a reader failed."""
    folder = Path(mkdtemp(prefix="committee-desk-fuzz-"))
    readers = _readers(folder)
    tried, refused, failed = Counter[str](), Counter[str](), Counter[str]()
    until = time.monotonic() + minutes * 60
    number, current = 0, folder / "current"
    print(f"seed {seed}, inputs in {folder}", flush=True)
    while time.monotonic() < until:
        for target in readers:
            number += 1
            content = mutated(random.Random(f"{seed} {number}"), target.seed)
            tried[target.name] += 1
            current.write_bytes(content)  # what a reader ended the whole program with is left here
            try:
                refused[target.name] += refused_in_one_sentence(partial(target.read, content))
            except BaseException:  # noqa: BLE001 - a reader written in another language panics past Exception
                failed[target.name] += 1
                (folder / f"failed-{target.name.replace(' ', '-')}-{number}").write_bytes(content)
                print(target.name, number, traceback.format_exc(limit=-4), flush=True)
    for target in readers:
        name = target.name
        print(f"{name:<24}{tried[name]:>8} tried {refused[name]:>8} refused {failed[name]:>4} failed")
    print(f"{'all':<24}{tried.total():>8} tried {refused.total():>8} refused {failed.total():>4} failed; seed {seed}")
    print(f"inputs that failed are in {folder}" if failed else "")
    return 1 if failed else 0


def _readers(folder: Path) -> tuple[Target, ...]:
    plain, protected = folder / "plain.desk", folder / "protected.desk"
    new_desk(plain, OFFICE, 2026, CLERK, clock=frozen_clock)
    open_desk(plain, clock=frozen_clock).imports.carry_out_folder(CLERK, resource("samples", "office"), 2026)
    new_desk(protected, OFFICE, 2026, CLERK, clock=frozen_clock, passphrase=PASSPHRASE)
    return tuple(targets(folder, plain, protected, PASSPHRASE))


if __name__ == "__main__":
    sys.exit(
        main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32))
    )
