"""Electronic signatures on final sheets: certificates, seals, and whether a sheet is genuine. No network, ever."""
