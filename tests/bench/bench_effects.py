"""What a draft would do to 10 000 prosecutors with 500 000 cases, against twice the bare sums of one scoring.

The bare side is `baselines.bare_scoring`, once for the scheme in force and once for the draft. The desk's side is the
whole verb behind 看影响: it opens the file, scores everybody by both schemes, and lays both years side by side.
"""

import sys
import tempfile
from pathlib import Path

from baselines import EFFECTS_LIMIT, bare_scoring, flatten
from big_office import fill
from measure import against, told

from committee_desk.bootstrap import new_desk
from committee_desk.domain.people import Category
from committee_desk.domain.scheme_document import parsed, put, written
from committee_desk.services.actor import Actor
from committee_desk.services.schemes import SHIPPED, scheme_text


def main() -> int:
    """Measure; the exit code."""
    draft = written(put(parsed(scheme_text(SHIPPED[Category.PROSECUTOR])), ("parts", 1, "indicators", 0, "start"), 3))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "大院.desk")
        desk = new_desk(path, "测量", 2026, Actor("测量"))
        fill(path)
        flat = Path(folder, "bare.db")
        flatten(path, flat)
        speed = against(
            "effects of a draft on 10 000 prosecutors",
            lambda: (bare_scoring(flat), bare_scoring(flat)),
            lambda: desk.schemes.effects(2026, Category.PROSECUTOR, draft),
            EFFECTS_LIMIT,
        )
        return told(speed)


if __name__ == "__main__":
    sys.exit(main())
