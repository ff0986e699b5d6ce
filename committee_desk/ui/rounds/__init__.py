"""民主测评: the year's rating rounds, from the draft to the statistics that ask."""
