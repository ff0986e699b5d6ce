"""SQL, and nowhere else: the desk's file, its tables, books and journal chain."""
