"""复核与更正, a tab of 异议与复核: who examines, what was found, what a change does to everybody, and the decision."""
