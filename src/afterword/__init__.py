"""Afterword carries a job seeker through everything that comes after an interview."""

__version__ = "0.1.0"
