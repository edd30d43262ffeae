"""The screen “login”."""
