"""Services read facts that are kept in memory between requests; every test starts without them."""

from collections.abc import Iterator

import pytest

from afterword.store.memory import forget_facts


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Facts are read anew in each test."""
    forget_facts()
    yield
    forget_facts()
