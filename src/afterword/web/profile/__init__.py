"""The screen “profile”."""
