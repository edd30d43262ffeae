"""Every connection runs with the settings that keep acknowledged writes through a power cut."""

import pytest

from afterword.store import sqlite
from apart import run, said

ASK = """
opened()
from django.db import connection
with connection.cursor() as cursor:
    for name in ("journal_mode", "synchronous", "mmap_size", "secure_delete", "foreign_keys"):
        cursor.execute(f"PRAGMA {name}")
        print(name, (cursor.fetchone() or ["off"])[0])
print("transactions", connection.transaction_mode)
"""


def test_the_running_app_writes_ahead_fully_synchronised_without_memory_maps(tmp_path):
    assert said(run(tmp_path / "home", ASK)).splitlines() == [
        "journal_mode wal",
        "synchronous 2",
        "mmap_size 0",
        "secure_delete 1",
        "foreign_keys 1",
        "transactions IMMEDIATE",
    ]


@pytest.mark.parametrize(
    ("version", "journal"),
    [((3, 40, 1), "TRUNCATE"), ((3, 51, 2), "TRUNCATE"), ((3, 51, 3), "WAL"), ((3, 53, 4), "WAL")],
)
def test_a_library_whose_log_can_corrupt_gets_the_rollback_journal(monkeypatch, version, journal):
    monkeypatch.setattr(sqlite, "sqlite_version", lambda: version)
    assert f"journal_mode={journal};" in sqlite.pragmas()
    assert "synchronous=FULL;" in sqlite.pragmas()
