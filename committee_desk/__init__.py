"""The desk of a prosecutors' assessment committee (检察官考评委员会)."""
