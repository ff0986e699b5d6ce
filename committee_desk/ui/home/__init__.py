"""工作台: what is due, what blocks, who owes what."""
