"""Signing in to the local web app: a link that works once, for a minute, and is stored as a digest only."""

import hashlib
from datetime import datetime, timedelta

from afterword.core.errors import Refused
from afterword.ports.ids import Ids
from afterword.store import sign_in as store

LIFETIME = timedelta(seconds=60)


class LinkRefused(Refused):
    """The link was used before, is too old, or was never made."""


def make_login_link(*, host: str, port: int, ids: Ids, now: datetime) -> str:
    """A link into the app that works once within a minute."""
    secret = ids.secret()
    store.keep_link(_digest(secret), expires_at=now + LIFETIME, now=now)
    return f"http://{host}:{port}/login/?key={secret}"


def use_login_link(secret: str, *, now: datetime) -> None:
    """Use the link up; raises :class:`LinkRefused` when it cannot be used."""
    if not store.use_link(_digest(secret), now=now):
        raise LinkRefused(
            "This link has been used already or is older than a minute. Run ./afterword again for a new one."
        )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
