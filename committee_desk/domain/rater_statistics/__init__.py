"""Statistics of a rating round that ask and never accuse (domain rules 3.5): no flag of them changes a score.

`findings` are plain data and load quickly; `whole.statistics_of` computes them and brings numpy in.
"""
