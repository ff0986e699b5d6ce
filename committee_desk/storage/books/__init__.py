"""One book a subject: rows of tables as the frozen facts and views that services know."""
