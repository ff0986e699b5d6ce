"""公示: the window with its days and why, the notice and where it hangs, the desk that takes objections."""
