"""异议与复核: the register of objections, what becomes of each, letters, and the counter where they are taken."""
