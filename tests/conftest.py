"""What every test stands on: a data folder of its own, a fixed moment, predictable ids.

The folder is named before Django's settings are read, so no test run ever touches the data of the person
who runs it. Each process of a parallel run has its own.
"""

import atexit
import os
import shutil
import tempfile
from datetime import UTC, datetime

HOME = tempfile.mkdtemp(prefix="afterword-tests-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
for name in [name for name in os.environ if name.startswith("AFTERWORD_")]:
    del os.environ[name]
os.environ["AFTERWORD_HOME"] = HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "afterword.project.settings"

import django  # noqa: E402

django.setup()
# Not inherited by the processes of a parallel run, which must name their folder before they read settings.
del os.environ["DJANGO_SETTINGS_MODULE"]

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from afterword.adapters.ids import CountingIds  # noqa: E402
from afterword.store.setup import LOCAL_OWNER  # noqa: E402

settings.register_profile("quick", max_examples=100, deadline=None)
settings.load_profile("quick")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In a parallel run, everything that drives the browser stays with one worker."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture
def owner() -> str:
    """The one person of a local workspace."""
    return LOCAL_OWNER


@pytest.fixture
def now() -> datetime:
    """A Thursday noon in November 2026, in UTC; afternoon interviews in New York are still to come."""
    return datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def ids() -> CountingIds:
    """Ids that count: 1, 2, 3 … as 32 hexadecimal digits."""
    return CountingIds()


@pytest.fixture
def workspace(db: None, owner: str, now: datetime) -> str:
    """A blank workspace in the test database; the value is its owner."""
    from afterword.store import records

    records.open_workspace(owner, now=now)
    return owner
