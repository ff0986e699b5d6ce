"""The sample sheets of the tests, for measuring too."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))

from tests.documents.grade_sheets import named, said, stamp

__all__ = ["named", "said", "stamp"]
