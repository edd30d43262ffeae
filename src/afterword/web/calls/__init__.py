"""The screen “calls”: the card to speak from, and its outcome."""
