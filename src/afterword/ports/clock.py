"""Telling the time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Says what time it is."""

    def now(self) -> datetime:
        """The present instant, timezone-aware (UTC)."""
        ...
