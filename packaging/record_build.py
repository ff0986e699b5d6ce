"""Writes down how the newest version builds a desk: every table, index and trigger, for `check` to compare with.

`python packaging/record_build.py` after a migration was added; what released versions built is never written again.
"""

import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from committee_desk.paths import migrations, resource
from committee_desk.storage.build import SCHEMA, known_versions, parts_of
from committee_desk.storage.migrate import lay_tables


def build_of(path: Path) -> list[list[str]]:
    """Every row of the file's schema: kind, name, the table it belongs to, and text in one spacing."""
    with closing(sqlite3.connect(path)) as connection:
        return [list(part) for part in parts_of(connection.execute(SCHEMA.format("main")))]


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
