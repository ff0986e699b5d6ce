"""The booth (测评间): this PC given to one rater after the other, with nothing of the desk in reach."""
