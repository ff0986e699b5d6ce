"""The import wizard: choose workbooks, look at the very transaction, carry it out."""
