"""系统: calendar, settings, journal, imports, about."""
