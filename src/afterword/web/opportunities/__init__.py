"""The screen “opportunities”."""
