"""What has to hold on a desk, each invariant a small function; they read past every translation of the books."""
