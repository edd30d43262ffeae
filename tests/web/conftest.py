"""A browser's view of the app without a browser: signed in, on our address, at a fixed moment."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client

from address import HOST, sign_in
from afterword import wiring
from afterword.adapters.clock import FixedClock
from afterword.adapters.ids import CountingIds
from afterword.adapters.reader.memory import MemoryReader
from afterword.options import read_options
from afterword.store.memory import forget_facts


@pytest.fixture
def clock(now: datetime) -> FixedClock:
    """The app's clock; tests move its hands."""
    return FixedClock(now)


@pytest.fixture
def house(workspace: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[wiring.Wiring]:
    """The wiring of a blank workspace, with files read in this process and no proof engine."""
    forget_facts()
    wired = replace(
        wiring.wire(read_options()),
        owner=workspace,
        clock=clock,
        ids=CountingIds(),
        reader=MemoryReader(),
        engine=None,
    )
    monkeypatch.setattr(wiring, "wired", lambda: wired)
    yield wired
    forget_facts()


@pytest.fixture
def stranger(house: wiring.Wiring) -> Client:
    """A browser that has not signed in."""
    return Client(headers={"host": HOST})


@pytest.fixture
def client(stranger: Client, house: wiring.Wiring) -> Client:
    """A browser that is signed in."""
    return sign_in(stranger, house.owner)


@pytest.fixture
def noon() -> Callable[[int], datetime]:
    """Noon UTC of a day in November 2026."""
    return lambda day: datetime(2026, 11, day, 12, 0, tzinfo=UTC)
