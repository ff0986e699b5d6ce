"""打印: see the very sheet, put it into a folder or on a printer, and see what was printed when."""
