"""等次审议: the roll with its places, what it lacks, the decisions on it, and the acts that lay the lists down."""
