"""How much of a file is read. A file beyond these is hostile or no invitation (docs/explanation/reading.md)."""

from datetime import timedelta

MAX_BYTES = 2_000_000
MAX_MAIL_BYTES = 25_000_000
MAX_MAIL_PARTS = 200
MAX_MAIL_DEPTH = 10
MAX_EVENTS = 2_000
MAX_PROPERTIES = 2_000  # of one event
MAX_PEOPLE = 200  # of one event
MAX_TEXT = 20_000  # characters of one description
MAX_LINE = 2_000  # characters of a summary, place, name or address
MAX_OCCURRENCES = 500  # of one event, and of one file
MAX_HORIZON = timedelta(days=731)
MAX_PARTS = 100  # of one time zone
MAX_ONSETS = 500  # dated changes of one time zone
