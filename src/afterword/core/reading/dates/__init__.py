"""Dates as employers promise them: "we decide by the end of next week"."""

from afterword.core.reading.dates.promise import DateReading, read_date

__all__ = ["DateReading", "read_date"]
