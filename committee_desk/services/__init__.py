"""What can be asked of the desk: one file a subject, one verb one transaction."""
