"""测评: leaders' marks, duty reports, opinions from outside."""
