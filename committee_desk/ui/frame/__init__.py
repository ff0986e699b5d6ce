"""The frame round the pages: top bar, rail, status bar, search palette."""
