"""Before a desk is open: new, open, recent, the sample office."""
