"""The screen “people”."""
