"""Where every row came from and what ended it: the entries are there, in order, and of acts that do such a thing."""

from collections.abc import Iterator, Mapping

from committee_desk.storage.checking.reading import Facts, Invariant, Reading
from committee_desk.storage.checking.writers import BRINGING, ENDING
from committee_desk.storage.tables import metadata

KEYS: Mapping[str, tuple[str, ...]] = {
    "schemes": ("year", "coalesce(category, '检察官')"),
    "scheme_drafts": ("year", "category"),
    "settings": ("key",),
    "stays": ("person_id", "department_id", "coalesce(since, '')"),
    "case_shares": ("case_id", "person_id"),
    "reviews": ("case_id",),
    "events": ("person_id", "indicator", "day", "voucher", "reason"),
    "leader_marks": ("year", "person_id", "rater"),
    "ballots": ("year", "slip", "person_id"),
    "sanctions": ("person_id", "document"),
    "leave": ("person_id", "kind", "since"),
    "calendar_days": ("day",),
    "accounts": ("login",),
    "attachments": ("subject", "sha256"),
    "relationships": ("person_id", "other", "kind"),
    "charges": ("department_id", "person_id", "since"),
    "duty_reports": ("year", "person_id"),
    "outside_opinions": ("year", "number"),
    "event_drafts": ("number",),
    "mappings": ("kind", "source"),
    "event_lines": ("year", "month", "category", "indicator", "line"),
    "rounds": ("year", "number"),
    "round_people": ("year", "round", "person_id"),
    "round_turnouts": ("year", "round", "ballot_class"),
    "round_batches": ("year", "round", "number"),
    "round_looks": ("year", "round", "flag"),
}
"""What makes two rows of a table the same fact."""


def _with(reading: Reading, column: str) -> Iterator[str]:
    """The tables of the file that have that column, the journal aside."""
    for table in metadata.sorted_tables:
        if column in reading.tables.get(table.name, ()):
            yield table.name


def _order(reading: Reading) -> Iterator[Facts]:
    for table in _with(reading, "ended_by"):
        asked = f'SELECT rowid, entry, ended_by FROM "{table}" WHERE ended_by < entry'
        for row, entry, ended_by in reading.each(asked):
            yield {"table": table, "row": row, "entry": entry, "ended_by": ended_by}


def _brought(reading: Reading) -> Iterator[Facts]:
    for table in _with(reading, "entry"):
        yield from _by_another_act(reading, table, "entry", BRINGING.get(table, ()))


def _ended(reading: Reading) -> Iterator[Facts]:
    for table in _with(reading, "ended_by"):
        yield from _by_another_act(reading, table, "ended_by", ENDING.get(table, ()))


def _by_another_act(reading: Reading, table: str, column: str, verbs: tuple[str, ...]) -> Iterator[Facts]:
    """Rows whose entry is of an act that does no such thing to this table; an entry that is not there is no act."""
    grouped = f'SELECT "{column}" AS number, min(rowid) AS first FROM "{table}" GROUP BY "{column}"'
    asked = f"SELECT number, first, verb FROM ({grouped}) JOIN journal ON seq = number"
    for entry, row, verb in reading.each(asked):
        if not any(verb.startswith(each) if each.endswith(".") else verb == each for each in verbs):
            yield {"table": table, "row": row, "entry": entry, "verb": verb}


def _given_back(reading: Reading) -> Iterator[Facts]:
    for table in _with(reading, "source_entry"):
        asked = f"""
            SELECT t.rowid, t.entry, t.source_entry FROM "{table}" AS t
            LEFT JOIN imports AS i ON i.entry = t.source_entry LEFT JOIN journal AS j ON j.seq = t.entry
            WHERE t.source_entry IS NOT NULL
            AND (i.entry IS NULL OR t.source_entry >= t.entry OR NOT ({_keeping_sources("j.verb")}))
        """
        for row, entry, source in reading.each(asked):
            yield {"table": table, "row": row, "entry": entry, "source": source}


def _keeping_sources(verb: str) -> str:
    """What SQL says of an act that writes an imported figure again: given back, completed, or no longer overridden; and
    of one that counts a slip again, which came by its workbook all the same."""
    writing_again = "('take_back_import', 'override.put', 'proceeding.decide')"
    return f"{verb} IN {writing_again} OR substr({verb}, 1, 12) IS 'evaluations.'"


def _twice(reading: Reading) -> Iterator[Facts]:
    for table, named in KEYS.items():
        keys = named
        if table == "schemes" and "category" not in reading.tables.get(table, ()):
            keys = ("year",)  # of a version that knew prosecutors alone
        if table in reading.tables:
            holding = f'FROM "{table}" NOT INDEXED WHERE ended_by IS NULL GROUP BY {", ".join(keys)}'
            asked = f"SELECT max(rowid), entry, count(*) {holding} HAVING count(*) > 1"
            for row, entry, count in reading.each(asked):
                yield {"table": table, "row": row, "entry": entry, "count": count}


INVARIANTS = (
    Invariant("trail.order", _order),
    Invariant("trail.brought", _brought),
    Invariant("trail.ended", _ended),
    Invariant("trail.given_back", _given_back),
    Invariant("trail.twice", _twice),
)
