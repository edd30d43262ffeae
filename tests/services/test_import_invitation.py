"""Files that were taken in, and letting go of them."""

import pytest
from django.db import connection

from afterword.adapters.reader.memory import MemoryReader
from afterword.core.errors import NotFound
from afterword.services.import_invitation import forget_file, import_invitation
from afterword.store import incoming, records
from services.invitations import invitation


@pytest.mark.django_db(transaction=True)
def test_whether_a_file_may_go_is_asked_in_the_transaction_that_deletes_it(owner, ids, now, monkeypatch):
    """Otherwise an interview kept in between would lose the file it came from."""
    records.open_workspace(owner, now=now)
    file = import_invitation(
        invitation(), name="i.ics", owner=owner, reader=MemoryReader(), ids=ids, now=now
    ).id
    asked_inside = []
    find = incoming.find_received

    def looked(*given, **named):
        asked_inside.append(connection.in_atomic_block)
        return find(*given, **named)

    monkeypatch.setattr(incoming, "find_received", looked)
    forget_file(file, owner=owner)
    assert asked_inside == [True]
    with pytest.raises(NotFound):
        find(owner, file)
