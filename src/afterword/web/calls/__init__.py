"""The screen “calls”."""
