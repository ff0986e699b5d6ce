"""The parts of the rounds' service: drafts, what is read, the ending, the statistics."""
