"""Identifiers: UUIDv7 from the uuid-utils package, and a counting twin for tests."""

import secrets

import uuid_utils


class RandomIds:
    """UUIDv7 and random secrets."""

    def new(self) -> str:
        """A new UUIDv7 as 32 hexadecimal digits."""
        return uuid_utils.uuid7().hex

    def secret(self) -> str:
        """256 random bits, URL-safe."""
        return secrets.token_urlsafe(32)


class CountingIds:
    """Predictable identifiers in order, for tests."""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> str:
        """The next number as 32 hexadecimal digits."""
        self._count += 1
        return f"{self._count:032x}"

    def secret(self) -> str:
        """The next number as a secret."""
        return f"secret-{self.new()}"
