"""The parts of a desk, each with the services of its subjects."""
