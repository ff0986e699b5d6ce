"""Printed slips of an open rating round (民主测评票), typed in batches."""
