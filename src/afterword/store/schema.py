"""Which migrations this version knows, and which a database has been through."""

import pkgutil
from collections.abc import Iterable

from afterword.core.errors import OutsideFailed


class NewerDatabase(OutsideFailed):
    """The data was written by a newer Afterword."""


def known_migrations() -> tuple[str, ...]:
    """Names of the migrations that come with this version, in order."""
    from afterword.store import migrations

    return tuple(sorted(found.name for found in pkgutil.iter_modules(migrations.__path__)))


def refuse_newer(applied: Iterable[str], *, what: str) -> None:
    """Raise :class:`NewerDatabase` when ``what`` has been through migrations we do not have."""
    foreign = sorted(set(applied) - set(known_migrations()))
    if foreign:
        raise NewerDatabase(
            f"{what} was written by a newer Afterword (it knows “{foreign[-1]}”). Nothing was changed. "
            "Use that version, or restore a backup made before it."
        )
