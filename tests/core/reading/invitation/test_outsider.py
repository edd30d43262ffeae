"""Which guest may be the user, where no address of theirs is known."""

import pytest

from afterword.core.reading.invitation import PersonRole
from afterword.core.reading.invitation.outsider import perhaps_the_user

HOST, GUEST = PersonRole.ORGANIZER, PersonRole.ATTENDEE
VANCE, OKONKWO = "mvance@kestrel.example", "cokonkwo@kestrel.example"
ME, NOBODY = "robin@mail.example", "no-reply@greenhouse.io"


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ([(VANCE, HOST), (ME, GUEST), (OKONKWO, GUEST)], ME),
        ([(VANCE, HOST), (ME, GUEST)], ME),
        ([(VANCE, HOST), (OKONKWO, GUEST)], ""),
        ([(VANCE, HOST), (OKONKWO, GUEST), ("room4@kestrel.example", PersonRole.ROOM), (ME, GUEST)], ME),
        ([(VANCE, HOST), ("c@eu.kestrel.example", GUEST), (ME, GUEST)], ME),
        ([(NOBODY, HOST), (ME, GUEST)], ME),
        ([(NOBODY, HOST), (VANCE, GUEST), (OKONKWO, GUEST), (ME, GUEST)], ME),
        ([(NOBODY, HOST), (VANCE, GUEST), ("robin@gmail.com", GUEST)], "robin@gmail.com"),
        ([("ana@agency.example", HOST), (VANCE, GUEST), ("robin@gmail.com", GUEST)], "robin@gmail.com"),
        ([("ana@agency.example", HOST), (VANCE, GUEST), (ME, GUEST)], ""),
        ([("robin@gmail.com", HOST), (VANCE, GUEST), (OKONKWO, GUEST)], "robin@gmail.com"),
        ([("robin@gmail.com", HOST), ("dana@gmail.com", GUEST)], ""),
        ([(VANCE, HOST)], ""),
        ([], ""),
    ],
)
def test_one_guest_from_outside_the_house_may_be_the_user(
    people: list[tuple[str, PersonRole]], found: str
) -> None:
    assert perhaps_the_user(people) == found
