"""Workbooks in and out: reading what offices export, and writing what they fill in."""
