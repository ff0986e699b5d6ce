"""Who sits at the desk: signing in, changing over, and the lock that covers everything meanwhile."""
