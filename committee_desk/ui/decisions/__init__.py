"""决定与送达: what the 院党组 decided, how it came to everybody, what they said of it."""
