"""The window: Qt, and nowhere else."""
