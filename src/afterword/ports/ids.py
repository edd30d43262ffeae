"""Naming new records."""

from typing import Protocol


class Ids(Protocol):
    """Makes identifiers that sort by the time they were made."""

    def new(self) -> str:
        """A new UUIDv7 (RFC 9562) as 32 hexadecimal digits."""
        ...

    def secret(self) -> str:
        """256 random bits, URL-safe, for a one-time link."""
        ...
