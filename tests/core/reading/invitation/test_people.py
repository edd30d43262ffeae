"""Who an invitation names, and why each is or is not taken for an interviewer."""

import pytest

from afterword.core.reading.invitation import PersonRole, read_invitation
from afterword.core.reading.invitation.named import with_named
from invitations import calendar, codes, event, only, read


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ("ATTENDEE;CN=Dana Wu:mailto:dana.wu@a.example", "Dana Wu", "dana.wu@a.example"),
        ('ATTENDEE;CN="Wu, Dana":MAILTO:Dana.Wu@A.example', "Dana Wu", "dana.wu@a.example"),
        ('ATTENDEE;CN="Wu, CPA":mailto:d@a.example', "Wu, CPA", "d@a.example"),
        ("ATTENDEE;CN=\"'dana@a.example'\":mailto:dana@a.example", "", "dana@a.example"),
        ("ATTENDEE;CN=dana@a.example:mailto:dana@a.example", "", "dana@a.example"),
        ("ATTENDEE:mailto:dana@a.example", "", "dana@a.example"),
        ("ATTENDEE:dana@a.example", "", "dana@a.example"),
        ("ATTENDEE;CN=Dana Wu;EMAIL=dana@a.example:urn:uuid:1-2", "Dana Wu", "dana@a.example"),
        ("ATTENDEE;CN=Dana Wu:invalid:nomail", "Dana Wu", ""),
        ('ATTENDEE;CN="Dana Wu/Finance/Alder":mailto:dana@a.example', "Dana Wu", "dana@a.example"),
        ('ATTENDEE;CN="Dana Wu (Finance)":mailto:dana@a.example', "Dana Wu", "dana@a.example"),
        ('ATTENDEE;CN="null null":mailto:dana@a.example', "", "dana@a.example"),
    ],
)
def test_names_and_addresses_as_senders_write_them(line: str, name: str, email: str) -> None:
    (person,) = read(line).people
    assert (person.name, person.email) == (name, email)


def test_a_name_is_only_suggested_from_an_address() -> None:
    person, plain = read("ATTENDEE:mailto:dana.wu@a.example", "ATTENDEE:mailto:dwu@a.example").people
    assert (person.name, person.suggested_name) == ("", "Dana Wu")
    assert plain.suggested_name == ""


@pytest.mark.parametrize(
    ("line", "likely", "role", "why"),
    [
        ("ATTENDEE;CN=A B:mailto:a@x.example", True, PersonRole.ATTENDEE, "a guest"),
        ("ATTENDEE;ROLE=CHAIR:mailto:a@x.example", True, PersonRole.ATTENDEE, "leads the meeting"),
        ("ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:a@x.example", True, PersonRole.OPTIONAL, "an optional guest"),
        (
            "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:a@x.example",
            False,
            PersonRole.OPTIONAL,
            "for information only",
        ),
        ("ATTENDEE;CUTYPE=ROOM:mailto:room5@x.example", False, PersonRole.ROOM, "a room or resource"),
        ("ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@x.example", False, PersonRole.ROOM, "a room or resource"),
        ("ATTENDEE;CUTYPE=GROUP:mailto:team@x.example", False, PersonRole.GROUP, "a group of people"),
        (
            "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.example",
            False,
            PersonRole.ATTENDEE,
            "declined the invitation",
        ),
        ("ORGANIZER:mailto:no-reply@x.example", False, PersonRole.ORGANIZER, "an address nobody reads"),
        ("ORGANIZER:mailto:noreply+77@x.example", False, PersonRole.ORGANIZER, "an address nobody reads"),
        ("ORGANIZER:mailto:abc@us.greenhouse-mail.io", False, PersonRole.ORGANIZER, "a scheduling system"),
        (
            "ORGANIZER:mailto:careers@x.example",
            False,
            PersonRole.ORGANIZER,
            "a shared address; ask who writes from it",
        ),
        ("ORGANIZER:mailto:lee@x.example", True, PersonRole.ORGANIZER, "organized it; may be a coordinator"),
        ("ATTENDEE:mailto:ME@mail.example", False, PersonRole.ATTENDEE, "your own address"),
        ("ATTENDEE:mailto:me+jobs@mail.example", False, PersonRole.ATTENDEE, "your own address"),
        (
            "ATTENDEE;CN=Conf Room 4B:mailto:4b@x.example",
            False,
            PersonRole.ROOM,
            "a room or resource",
        ),
        (
            "ATTENDEE;CN=Finance Hiring Team:mailto:fin@x.example",
            False,
            PersonRole.GROUP,
            "a group of people",
        ),
        ("ATTENDEE;CN=Kim Lee - Alder HR:mailto:kim@x.example", True, PersonRole.ATTENDEE, "a guest"),
        (
            "ATTENDEE;CN=Fred:mailto:fred@fireflies.ai",
            False,
            PersonRole.ATTENDEE,
            "a program that takes notes",
        ),
        (
            "ATTENDEE;CN=Robin's Notetaker:mailto:robin@x.example",
            False,
            PersonRole.ATTENDEE,
            "a program that takes notes",
        ),
    ],
)
def test_why_somebody_is_or_is_not_an_interviewer(
    line: str, likely: bool, role: PersonRole, why: str
) -> None:
    interview = only(read_invitation(calendar(event(line)), mine=frozenset({"me@mail.example"})))
    (person,) = interview.people
    assert (person.likely_interviewer, person.role, person.why) == (likely, role, why)


def test_dots_make_no_difference_where_the_host_passes_over_them() -> None:
    data = calendar(event("ATTENDEE:mailto:robinhale@gmail.com", "ATTENDEE:mailto:robinhale@x.example"))
    people = only(
        read_invitation(data, mine=frozenset({"robin.hale@gmail.com", "robin.hale@x.example"}))
    ).people
    assert [person.why for person in people] == ["your own address", "a guest"]


def test_an_organizer_who_is_also_a_guest_is_one_person() -> None:
    people = read(
        "ATTENDEE;CN=Dana Wu:mailto:dana@a.example",
        "ORGANIZER:MAILTO:Dana@a.example",
        "ATTENDEE:mailto:tom@a.example",
    ).people
    assert [(person.email, person.role) for person in people] == [
        ("dana@a.example", PersonRole.ORGANIZER),
        ("tom@a.example", PersonRole.ATTENDEE),
    ]
    assert people[0].name == "Dana Wu"
    assert people[0].why == "organized it and is among the guests"


def test_without_own_addresses_the_only_guest_is_asked_about() -> None:
    data = calendar(event("ORGANIZER:mailto:d@a.example", "ATTENDEE:mailto:me@mail.example"))
    assert "people.me" in codes(read_invitation(data))
    assert "people.me" not in codes(read_invitation(data, mine=frozenset({"me@mail.example"})))


@pytest.mark.parametrize(
    ("description", "named"),
    [
        ("Interviewers: Dana Wu, Omar Haddad", [("Dana Wu", ""), ("Omar Haddad", "")]),
        ("Your interviewer: Dana Wu, Controller", [("Dana Wu", "Controller")]),
        ("Panel:\n- Dana Wu (Controller)\n- Petra de Vries, Head of Finance", [("Dana Wu", "Controller"), ("Petra de Vries", "Head of Finance")]),
        ("You will meet with Dana Wu and Tom O'Neill.", [("Dana Wu", ""), ("Tom O'Neill", "")]),
        ("You'll be speaking with Jean-Luc Roy, Accounting Manager, on Tuesday.", [("Jean-Luc Roy", "Accounting Manager")]),
        ("Interview with Microsoft Teams", []),
        ("Join Zoom Meeting\nDana Wu is inviting you", []),
        ("You will meet with our team.", []),
        ("", []),
    ],
)  # fmt: skip
def test_people_only_the_description_names(description: str, named: list[tuple[str, str]]) -> None:
    found = with_named((), description)
    assert [(person.name, person.title) for person in found] == named
    assert all(person.role is PersonRole.NAMED and person.likely_interviewer for person in found)
    assert all("named in the description" in person.why for person in found)


def test_somebody_on_the_guest_list_is_not_named_again() -> None:
    people = read(
        "ATTENDEE;CN=Dana Wu:mailto:dana@a.example", "DESCRIPTION:Interviewers: Dana Wu\\, Omar Haddad"
    ).people
    assert [person.name for person in people] == ["Dana Wu", "Omar Haddad"]


def test_a_group_before_a_property_says_nothing() -> None:
    """As in vCards, some programs tie a line to its label with "item1."."""
    interview = read("item1.ATTENDEE;CN=Dana Wu:mailto:dana@a.example", "ITEM2.LOCATION:Room 3")
    assert ([person.email for person in interview.people], interview.location) == (
        ["dana@a.example"],
        "Room 3",
    )


@pytest.mark.parametrize(
    ("guest", "said", "names"),
    [
        ("ATTENDEE:mailto:ines.abarca@a.example", "Inés Abarca", ["Inés Abarca"]),
        ("ATTENDEE;CN=Ines Abarca:mailto:ia@a.example", "Inés Abarca", ["Inés Abarca"]),
        ("ATTENDEE;CN=Inés Abarca:mailto:ia@a.example", "Ines Abarca", ["Inés Abarca"]),
        ("ATTENDEE;CN=Inés Abarca:mailto:ia@a.example", "Ana Abarca", ["Inés Abarca", "Ana Abarca"]),
    ],
)
def test_a_guest_whom_the_text_spells_with_accents_is_one_person(
    guest: str, said: str, names: list[str]
) -> None:
    interview = read(guest, f"DESCRIPTION:Interviewer: {said}")
    assert [person.name for person in interview.people] == names


def test_the_only_guest_is_left_out_where_the_text_names_who_interviews() -> None:
    """An applicant system invites the candidate alone; whether that is the user is not known yet."""
    reading = read(
        "ORGANIZER;CN=Alder Recruiting:mailto:no-reply@ats.example",
        "ATTENDEE;CN=Robin Hale:mailto:robin@mail.example",
        "DESCRIPTION:Interviewer: Dana Wu",
    )
    assert [one.name for one in reading.people if one.likely_interviewer] == ["Dana Wu"]


@pytest.mark.parametrize(
    ("domain", "company"),
    [
        ("fenwickpaper.example", "Fenwick Paper"),
        ("alder-foods.example", "Alder Foods"),
        ("kestrel.example", "Kestrel"),
        ("health.example", "Health"),
    ],
)
def test_a_company_known_by_its_domain_only_is_spelt_in_words(domain: str, company: str) -> None:
    interview = read(f"ORGANIZER;CN=Dana Wu:mailto:dana@{domain}")
    assert interview.company
    assert interview.company.text == company
