"""The rows without which no desk opens, written again where the damage took them: whose desk it is, and its years."""

import json
import secrets
from datetime import date
from typing import Any

from sqlcipher3 import dbapi2

_SOME_ENTRY = 1


def refound(saved: dbapi2.Connection, name: str) -> None:
    """Take them from the entry that founded the desk, the years also from the schemes; `name` where none is left."""
    found = saved.execute("SELECT seq, at, what FROM journal WHERE verb = 'desk.found' ORDER BY seq").fetchone()
    entry, at, told = (found[0], found[1], _told(found[2])) if found else (_SOME_ENTRY, "", {})
    if saved.execute("SELECT count(*) FROM desk").fetchone()[0] == 0:
        row = told.get("desk", {})
        created = row.get("created") or at or f"{date.today():%Y-%m-%d}T00:00:00+08:00"  # noqa: DTZ011 - a day, no moment
        values = (row.get("uid") or secrets.token_hex(16), row.get("office") or name, bool(row.get("demo")), created)
        saved.execute("INSERT INTO desk (id, uid, office, demo, created) VALUES (1, ?, ?, ?, ?)", values)
    if saved.execute("SELECT count(*) FROM years").fetchone()[0] == 0:
        years = {each[0]: each[1] for each in saved.execute("SELECT year, min(entry) FROM schemes GROUP BY year")}
        if "year" in told:
            years.setdefault(told["year"], entry)
        if not years:
            years[date.today().year] = entry  # noqa: DTZ011 - a day, no moment
        saved.executemany("INSERT INTO years (year, entry) VALUES (?, ?)", sorted(years.items()))


def _told(what: str) -> dict[str, Any]:
    try:
        told = json.loads(what)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
