"""Schemes in versions, and drafts of them."""

from collections import Counter
from collections.abc import Iterator

from committee_desk.domain.scheme_faults import SchemeRefused
from committee_desk.domain.scheme_file import read
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

_CATEGORY = "coalesce(category, '检察官')"


def _versions(reading: Reading) -> Iterator[Facts]:
    """Each adoption has a decision and a day, and is numbered on from the one before."""
    if "decision" not in reading.tables.get("schemes", ()):
        return
    counted: Counter[tuple[int, str]] = Counter()
    asked = f"""
        SELECT year, {_CATEGORY}, version, decision, adopted, entry FROM schemes
        WHERE decision IS NOT NULL OR adopted IS NOT NULL ORDER BY id
    """
    for year, category, version, decision, adopted, entry in reading.each(asked):
        counted[year, category] += 1
        if version != counted[year, category] or not str(decision or "").strip() or adopted is None:
            yield {"year": year, "category": category, "version": version, "entry": entry}


def _drafts(reading: Reading) -> Iterator[Facts]:
    """A draft may be unlawful; it is a scheme of its own category all the same, in a year of the desk."""
    if "scheme_drafts" not in reading.tables:
        return
    years = {year for (year,) in reading.each("SELECT year FROM years")}
    for year, category, text, entry in reading.each("SELECT year, category, scheme, entry FROM scheme_drafts"):
        if year not in years or _category_of(str(text)) != category:
            yield {"year": year, "category": category, "entry": entry}


def _category_of(text: str) -> str | None:
    try:
        return read(text).category
    except SchemeRefused:
        return None


INVARIANTS = (Invariant("schemes.versions", _versions), Invariant("schemes.drafts", _drafts))
