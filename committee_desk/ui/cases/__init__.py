"""案件与评查: the cases of a year, who handled them, and how their review went."""
