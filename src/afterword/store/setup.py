"""Opening the store: Django made ready, the schema brought up to date behind a verified backup.

A database from a newer Afterword is refused, a damaged one is left as it is; both with a sentence that
says what to do.
"""

import os
from pathlib import Path

from afterword.core.errors import OutsideFailed

LOCAL_OWNER = "0" * 31 + "1"  # the one person of a local workspace


class NewerDatabase(OutsideFailed):
    """The database was written by a newer Afterword."""


class DamagedDatabase(OutsideFailed):
    """SQLite cannot read the database file."""


def make_ready() -> None:
    """Set Django up once in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterword.project.settings")  # noqa: TID251
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def pending_migrations() -> list[str]:
    """Names of migrations the database lacks; raises :class:`NewerDatabase` when it knows more than we do."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations or {})
    foreign = sorted(
        name
        for app, name in executor.loader.applied_migrations
        if app == "store" and (app, name) not in known
    )
    if foreign:
        raise NewerDatabase(
            f"This workspace was written by a newer Afterword (it knows “{foreign[-1]}”). "
            "Nothing was changed. Start the newer version, or restore a backup made before it."
        )
    return [migration.name for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def migrate() -> None:
    """Bring the schema up to date."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def database_file() -> Path:
    """The file the default connection opens."""
    from django.conf import settings

    return Path(settings.DATABASES["default"]["NAME"])
