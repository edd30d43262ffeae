"""The screen “settings”."""
