"""Paper in the window: looked at as it will come out, put on a printer, kept as PDF."""
