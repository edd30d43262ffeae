"""Adding: files dropped or chosen, read under limits, and confirmed by the user."""
