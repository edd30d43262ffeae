"""The screen “letters”."""
