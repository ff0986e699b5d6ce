"""The 检察官考评委员会 in the window: its members on 人员, its meetings on 等次审议, and what the projector shows."""
