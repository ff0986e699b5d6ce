"""A sheet to type in: cells that are saved as they are left, blocks from and to Excel and WPS, undo, find, freeze."""
