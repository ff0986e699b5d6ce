"""汇总排名: who stands where, where the quota falls, and why each figure is what it is."""
