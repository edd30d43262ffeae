"""The screen “today”."""
