"""人员: the roster, and everything recorded about one person."""
