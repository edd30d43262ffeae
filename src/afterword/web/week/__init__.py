"""The screen “week”."""
