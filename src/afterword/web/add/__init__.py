"""The screen “add”."""
