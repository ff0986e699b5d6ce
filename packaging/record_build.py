"""Writes down how the newest version builds a desk: every table, index and trigger, for `check` to compare with.

`python packaging/record_build.py` after a migration was added; what released versions built is never written again.
"""

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from committee_desk.paths import migrations, resource
from committee_desk.storage.migrate import known_versions, lay_tables


def build_of(path: Path) -> list[list[str]]:
    """Every table, index and trigger of the file: kind, name, and text in one spacing."""
    asked = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    with closing(sqlite3.connect(path)) as connection:
        return [[kind, name, " ".join(text.split())] for kind, name, text in connection.execute(asked)]


def main() -> None:
    """Write the newest version's build."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "empty.desk")
        lay_tables(path, None)
        text = json.dumps(build_of(path), ensure_ascii=False, indent=1)
    resource("builds").mkdir(exist_ok=True)
    resource("builds", f"{known_versions(migrations())[-1]}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
