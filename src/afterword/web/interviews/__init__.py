"""Interviews: typed in, looked at, moved, called off, and debriefed."""
