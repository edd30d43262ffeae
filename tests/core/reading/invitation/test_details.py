"""Links, guesses of company and role, plain text, encodings."""

import pytest

from afterword.core.reading.decode import decode
from afterword.core.reading.invitation import PersonRead, PersonRole, read_invitation
from afterword.core.reading.invitation.company import guess_company
from afterword.core.reading.invitation.plain import plain_text
from afterword.core.reading.invitation.roles import guess_role
from invitations import calendar, event, only, read

ZOOM, MEET, TEAMS = (
    "https://us02web.zoom.us/j/844?pwd=x",
    "https://meet.google.com/abc-defg-hij",
    "https://teams.microsoft.com/l/meetup-join/19%3am/0",
)


@pytest.mark.parametrize(
    ("lines", "link"),
    [
        ([f"DESCRIPTION:{ZOOM}", f"LOCATION:{TEAMS}", f"X-GOOGLE-CONFERENCE:{MEET}"], MEET),
        ([f"LOCATION:{ZOOM}", f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}"], TEAMS),
        ([f"URL:{ZOOM}", f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{MEET}"], MEET),
        ([f"DESCRIPTION:{ZOOM}", f"URL:{TEAMS}"], TEAMS),
        ([f"DESCRIPTION:{ZOOM}", f"LOCATION:{MEET}"], MEET),
        ([f"DESCRIPTION:Join: {ZOOM}."], ZOOM),
        (["DESCRIPTION:Numbers: https://zoom.us/u/kd1 Join: https://zoom.us/j/1"], "https://zoom.us/j/1"),
        ([f'DESCRIPTION:<a href="{MEET}">Join</a>'], MEET),
        (["URL:https://aldermills.example/jobs/7"], ""),
        (["DESCRIPTION:https://zoom.us.evil.example/j/1"], ""),
        (["DESCRIPTION:https://zoom.us@evil.example/j/1"], ""),
        (["DESCRIPTION:https://evilzoom.us/j/1"], ""),
        (["LOCATION:javascript:alert(1)//zoom.us/j/1"], ""),
        (["BEGIN:VALARM", f"DESCRIPTION:{ZOOM}", "END:VALARM"], ""),
        (["DESCRIPTION:https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F5&data=x"], "https://zoom.us/j/5"),
    ],
)  # fmt: skip
def test_the_link_to_join_comes_from_known_hosts_in_a_fixed_order(lines: list[str], link: str) -> None:
    assert read(*lines).link == link


@pytest.mark.parametrize(
    ("summary", "description", "role"),
    [
        ("Interview: Staff Accountant at Alder Mills", "", "Staff Accountant"),
        ("Alder Mills | Senior Tax Analyst | Round 2", "", "Senior Tax Analyst"),
        ("Accounts Payable Specialist II - phone screen", "", "Accounts Payable Specialist II"),
        ("Interview for Director of Finance position", "", "Director of Finance"),
        ("FP&A Analyst interview", "", "FP&A Analyst"),
        (
            "Interview",
            "We look forward to talking about the payroll administrator role.",
            "payroll administrator",
        ),
        ("Interview", "Position: Assistant Controller\nOffice: Dayton", "Assistant Controller"),
        ("Interview with the Controller", "", None),
        ("Interview with Dana Wu", "You will meet Dana Wu, Accounting Manager.", None),
        ("Hiring Manager interview", "", None),
        ("Chat", "", None),
    ],
)
def test_the_role_is_guessed_from_title_and_text(summary: str, description: str, role: str | None) -> None:
    guess = guess_role(summary, description)
    assert (guess.text if guess else None) == role
    assert guess is None or guess.text.split()[0] in guess.words


@pytest.mark.parametrize(
    ("summary", "description", "email", "company"),
    [
        (
            "Interview",
            "Thank you for applying to Alder Mills Inc. today",
            "d@aldermills.example",
            "Alder Mills Inc",
        ),
        ("Interview", "Brandt & Lowe would like to meet you", "d@brandtlowe.example", "Brandt & Lowe"),
        ("Interview", "", "d@mail.harbour-tools.co.uk", "Harbour Tools"),
        ("Interview with Alder Mills", "", "d@gmail.com", "Alder Mills"),
        ("Cost Accountant interview at Alder Mills", "", "abc@greenhouse.io", "Alder Mills"),
        ("Interview with Dana Wu", "", "dana.wu@gmail.com", None),
        ("Interview @ Thu Nov 12, 2026", "", "d@gmail.com", None),
        ("Tentative", "", "d@gmail.com", None),
    ],
)
def test_the_company_is_guessed_from_domain_and_text(
    summary: str, description: str, email: str, company: str | None
) -> None:
    person = PersonRead("", email, PersonRole.ATTENDEE, True, "a guest", suggested_name="Dana Wu")
    guess = guess_company(summary, description, [person])
    assert (guess.text if guess else None) == company


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hello</p><p>there</p>", "Hello\n\nthere"),
        ("a<br>b", "a\nb"),
        ("<html><head><title>t</title><style>p{}</style></head><body>x</body></html>", "x"),
        ("<script>steal()</script>kept <b>text</b>", "kept text"),
        ("<p>Fish &amp; chips&nbsp;&lt;now&gt;</p>", "Fish & chips <now>"),
        ("no tags, 3 < 5 and <redacted>", "no tags, 3 < 5 and <redacted>"),
        ('<img src=x onerror="alert(1)">seen', "seen"),
        ("a\r\n\r\n\r\n\r\nb", "a\n\nb"),
    ],
)
def test_html_becomes_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_is_decoded_by_its_mark_or_its_look(encoding: str) -> None:
    data = "BEGIN:VCALENDAR\r\nSUMMARY:Gespräch".encode(encoding)
    assert decode(data).text == "BEGIN:VCALENDAR\r\nSUMMARY:Gespräch"
    assert not decode(data).damaged


def test_anything_else_is_windows_1252_and_lost_characters_are_told() -> None:
    assert decode("Café – 5 €".encode("cp1252")).text == "Café – 5 €"
    assert decode(b"a\x81b").damaged
    assert decode(b"a\0b").text == "ab"


def test_texts_are_unfolded_unescaped_and_quoted_printable_is_undone() -> None:
    interview = read(
        "LOCATION:Main St\\, 5\\; rear",
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9",
        summary="Inter\n view",
    )
    assert (interview.location, interview.description, interview.summary) == (
        "Main St, 5; rear",
        "Café",
        "Interview",
    )


def test_a_file_may_hold_several_calendars_and_loose_events() -> None:
    data = (
        event(uid="loose").encode()
        + b"\r\n"
        + calendar(event(uid="one"))
        + calendar(event(uid="two"), method="CANCEL")
    )
    found = {interview.uid: interview.method for interview in read_invitation(data).interviews}
    assert found == {"loose": "", "one": "REQUEST", "two": "CANCEL"}


def test_an_event_without_a_start_is_kept_when_it_has_a_title() -> None:
    interview = only(read_invitation(calendar("BEGIN:VEVENT\nSUMMARY:Talk\nEND:VEVENT")))
    assert (interview.start, interview.end, interview.summary) == (None, None, "Talk")


def test_a_line_folded_inside_a_letter_is_joined_again() -> None:
    """RFC 5545 counts bytes; some senders break the line between the two bytes of an é."""
    data = calendar(event("ORGANIZER;CN=Zoé Lang:mailto:zoe@alder.example"))
    cut = data.index("é".encode()) + 1
    (person,) = only(read_invitation(data[:cut] + b"\r\n " + data[cut:])).people
    assert person.name == "Zoé Lang"


def test_a_single_letter_in_another_encoding_costs_only_itself() -> None:
    data = calendar(event("LOCATION:Café", summary="Gespräch bei Müller")).replace("é".encode(), b"\xe9")
    interview = only(read_invitation(data))
    assert (interview.summary, interview.location) == ("Gespräch bei Müller", "Café")


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Thursday 3:00 PM (EST)", "America/New_York"),
        ("All times are Pacific Time", "America/Los_Angeles"),
        ("3pm CET", "Europe/Berlin"),
        ("Time zone: America/Denver", "America/Denver"),
        ("Bring the ET folder", ""),
    ],
)
def test_a_zone_said_in_the_text_is_offered_and_not_taken(text: str, suggested: str) -> None:
    interview = read(f"DESCRIPTION:{text}", start="DTSTART:20261112T150000")
    assert (interview.zone, interview.zone_certain) == ("", False)
    assert next(iter(interview.zone_suggestions), "") == suggested


def test_a_time_with_its_offset_is_certain() -> None:
    interview = read("DTEND:20261112T160000-0500", start="DTSTART:20261112T150000-0500")
    assert interview.start is not None
    assert (interview.start.isoformat(), interview.zone_certain) == ("2026-11-12T15:00:00-05:00", True)


@pytest.mark.parametrize(
    ("summary", "company", "role"),
    [
        ("Interview with Alder Foods for Senior Accountant", "Alder Foods", "Senior Accountant"),
        ("Virtual Interview with Dana Wu, Controller at Alder Foods", "Alder Foods", None),
        ("Robin Hale <> Dana Wu: Controller interview (Alder Foods)", "Alder Foods", "Controller"),
        ("[Alder Foods] Onsite interview for Payroll Manager", "Alder Foods", "Payroll Manager"),
        ("Alder Foods // Robin Hale - Intro Call", "Alder Foods", None),
        ("Dana Wu / Robin Hale - Intro Call", None, None),
    ],
)
def test_titles_tell_company_and_role(summary: str, company: str | None, role: str | None) -> None:
    interview = read(
        "ORGANIZER;CN=Dana Wu:mailto:dana.wu@gmail.com",
        "ATTENDEE;CN=Robin Hale:mailto:robin@gmail.com",
        summary=summary,
    )
    assert (interview.company and interview.company.text, interview.role and interview.role.text) == (
        company,
        role,
    )


def test_a_quoted_printable_text_goes_on_after_a_soft_break() -> None:
    interview = read("DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Interviewers: Dana Wu=0D=0A=\nTom Okafor")
    assert interview.description == "Interviewers: Dana Wu\nTom Okafor"
    assert [person.name for person in interview.people] == ["Dana Wu", "Tom Okafor"]
