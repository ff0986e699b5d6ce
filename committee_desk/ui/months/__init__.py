"""Months as dialogs: closing, reopening, publishing, versions and quarterly grades. Plain functions for any page."""
