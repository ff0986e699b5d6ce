"""核验: whether a sheet that somebody shows is genuine, and whose seals this PC takes for genuine."""
