"""The screen “letters”: read, check, edit, approve, hand over, log."""
