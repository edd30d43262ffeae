"""Opportunities: the list, one with its story, and what is recorded on it."""
