"""The screen “interviews”."""
