"""评分录入: the year's events, typed month by month."""
