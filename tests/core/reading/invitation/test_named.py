"""People whom only the description names, in the forms real systems and coordinators write."""

import pytest

from afterword.core.reading.invitation.named import with_named
from afterword.core.reading.invitation.values import PersonRead, PersonRole
from invitations import read


def named(description: str) -> list[tuple[str, str]]:
    return [(person.name, person.title) for person in with_named((), description)]


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("3:00 PM - 3:30 PM (EST)\nDana Wu, Controller\n\n3:30 PM - 4:00 PM (EST)\nTom Okafor, Payroll Manager",
         [("Dana Wu", "Controller"), ("Tom Okafor", "Payroll Manager")]),
        ("10:00 – Dana Wu, Controller\n10:45 – Tom Okafor, AP Lead\n11:30 – Lunch\n12:30 – Petra Lang (CFO)",
         [("Dana Wu", "Controller"), ("Tom Okafor", "AP Lead"), ("Petra Lang", "CFO")]),
        ("9:00am - 9:45am: Hiring manager interview with Dana Wu\n9:45am: Technical interview with Tom Okafor and Petra Lang",
         [("Dana Wu", ""), ("Tom Okafor", ""), ("Petra Lang", "")]),
        ("Dana Wu | Controller | 10:00 AM - 10:30 AM\nTom Okafor | Tax Manager | 10:30 AM - 11:00 AM",
         [("Dana Wu", "Controller"), ("Tom Okafor", "Tax Manager")]),
        ("10:00-10:30 EST | Dana Wu | Accounting", [("Dana Wu", "Accounting")]),
        ("10:00 AM\nDana Wu\nController\n\n10:30 AM\nTom Okafor\nTax Manager",
         [("Dana Wu", "Controller"), ("Tom Okafor", "Tax Manager")]),
        ("1:00pm - 1:45pm EST\nHiring Manager Interview\nDana Wu - Controller\n\n1:45pm\nPeer Interview\nTom Okafor - Senior Accountant",
         [("Dana Wu", "Controller"), ("Tom Okafor", "Senior Accountant")]),
        ("3:00 PM – 3:45 PM EST\nHiring Manager Chat\nwith Dana Wu\n\n3:45 PM\nAP Process Walkthrough\nwith Tom Okafor & Petra Lang",
         [("Dana Wu", ""), ("Tom Okafor", ""), ("Petra Lang", "")]),
        ("9-9:30 Dana Wu\n9:30-10 Tom Okafor", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Please confirm by 5:00 PM Friday to Kit Moss.", []),
        ("10.00–10.45 Uhr: Jürgen Groß (Leiter Controlling)", [("Jürgen Groß", "")]),
        ("3pm - Behavioral Interview (Dana Wu)\n3:30pm - Excel Case Study (Tom Okafor & Petra Lang)",
         [("Dana Wu", ""), ("Tom Okafor", ""), ("Petra Lang", "")]),
        ("10:00 Welcome\n10:15 Office Tour\n11:00 Case Study\n12:00 Lunch Break", []),
    ],
)  # fmt: skip
def test_the_plan_of_a_day_names_who_comes_when(description: str, expected: list[tuple[str, str]]) -> None:
    assert named(description) == expected


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Interviewers: Dana Wu | Tom Okafor", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Interviewer Name: Dana Wu\nInterviewer Title: Controller", [("Dana Wu", "Controller")]),
        ("Interviewers:\nDana Wu <dwu@alder.example>\nTom Okafor <tok@alder.example>", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("You will be meeting:\n\n- Dana Wu, Controller\n- Tom Okafor, AP Manager\n\nhttps://zoom.us/j/1 Join",
         [("Dana Wu", "Controller"), ("Tom Okafor", "AP Manager")]),
        ("Hiring Manager: Dana Wu\nPanel: Tom Okafor; Petra Lang", [("Dana Wu", ""), ("Tom Okafor", ""), ("Petra Lang", "")]),
        ("Candidate: Robin Hale\nInterviewer: Dana Wu\nRecruiter: Kit Moss\nAttendees: Robin Hale, Dana Wu", [("Dana Wu", "")]),
        ("INTERVIEWERS: DANA WU (CONTROLLER), TOM OKAFOR (CFO)", [("DANA WU", "CONTROLLER"), ("TOM OKAFOR", "CFO")]),
        ("Interviewers\nDana Wu (she/her)\nTom Okafor (he/him)\n\nPrep: read the case", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Interviewers – Dana Wu, Tom Okafor", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Interviewers: Wu, Dana; Okafor, Tom", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Interviewers:\nDana Wu\nTom Okafor\nThanks,\nKit Moss", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Interviewers: J. P. Lang, Mary K. Olsen, T.J. Reyes", [("J. P. Lang", ""), ("Mary K. Olsen", ""), ("T.J. Reyes", "")]),
        ("• Panel:\n• Dana Wu, Controller - https://people.example/dana", [("Dana Wu", "Controller")]),
        ("What: Second round\nWith: Dana Wu (CFO)\nLength: 45 minutes", [("Dana Wu", "CFO")]),
        ("Interviewers:\n\nDana Wu\nController\n\nTom Okafor\nTreasurer", [("Dana Wu", "Controller"), ("Tom Okafor", "Treasurer")]),
        ("Round 1: Dana Wu, Finance Director (30 mins)\nRound 2: Tom Okafor", [("Dana Wu", "Finance Director"), ("Tom Okafor", "")]),
        ("Dress code: Business Casual\nBuilding: One Mill Plaza\nHost: Dana Wu", [("Dana Wu", "")]),
        ("Who you'll meet\nDana Wu, Controller\nTom Okafor, Treasurer\n\nWhat to bring\nPhoto ID", [("Dana Wu", "Controller"), ("Tom Okafor", "Treasurer")]),
        ("Who will you be meeting with?\nDana Wu, Controller", [("Dana Wu", "Controller")]),
        ("Panel interview: Dana Wu + Tom Okafor", [("Dana Wu", ""), ("Tom Okafor", "")]),
        ("Interviewer: Dana", []),
        ("Panel: Dana Wu (Controller)\n\nLocation: Elm Street Office", [("Dana Wu", "Controller")]),
    ],
)  # fmt: skip
def test_a_heading_introduces_the_names_below_it(description: str, expected: list[tuple[str, str]]) -> None:
    assert named(description) == expected


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("You'll be speaking with Dana Wu, our Controller, and Tom Okafor, who leads AP.", [("Dana Wu", "Controller"), ("Tom Okafor", "")]),
        ("You will meet with our Controller, Dana Wu, and our CFO, Petra Lang.", [("Dana Wu", "Controller"), ("Petra Lang", "CFO")]),
        ("Your interviewer is Dr. Dana Wu, Head of Finance.", [("Dana Wu", "Head of Finance")]),
        ("30 min with Dana Wu (Controller) and 30 min with Tom Okafor (AP Manager)", [("Dana Wu", "Controller"), ("Tom Okafor", "AP Manager")]),
        ("This conversation will be led by Dana Wu (VP Finance). Tom Okafor will join as well.", [("Dana Wu", "VP Finance"), ("Tom Okafor", "")]),
        ("You'll be meeting with Siobhán O'Brien, María de la Cruz and Jean-Luc Roy.", [("Siobhán O'Brien", ""), ("María de la Cruz", ""), ("Jean-Luc Roy", "")]),
        ("You'll be talking to Dana Wu at Alder Foods about the role.", [("Dana Wu", "")]),
        ("We'd like to invite you to meet with Dana Wu, VP of Finance, and Tom Okafor, Assistant Controller.", [("Dana Wu", "VP of Finance"), ("Tom Okafor", "Assistant Controller")]),
        ("Our company was founded in 1954 by Harold Fenn and Ida Stone in New York.", []),
        ("Interviewing you will be Dana Wu, our Director of Finance, along with Tom Okafor from treasury.", [("Dana Wu", "Director of Finance"), ("Tom Okafor", "")]),
        ("Dana Wu (Controller) and Tom Okafor (Treasurer) look forward to meeting you.", [("Dana Wu", "Controller"), ("Tom Okafor", "Treasurer")]),
        ("Phone number: 518-555-0100\nDana Wu will call you at this number.", [("Dana Wu", "")]),
        ("Please join the call with Mrs. Wu five minutes early.", []),
        ("You'll talk about a time you worked with Senior Leadership and the Finance Department.", []),
        ("We record interviews. Read our Privacy Policy and Candidate Privacy Notice. Equal Opportunity Employer.", []),
        ("You will meet with the Finance Team. Please bring your ID.", []),
        ("Best regards,\nKit Moss\nTalent Acquisition Partner", []),
        ("If you cannot join, contact Kit Moss at 555-0100.", []),
        ("Kit Moss is inviting you to a scheduled Zoom meeting.\nJoin Zoom Meeting\nPasscode: 22", []),
        ("Please ask for Dana Wu at reception on Floor 4.", []),
    ],
)  # fmt: skip
def test_a_sentence_introduces_whom_you_meet(description: str, expected: list[tuple[str, str]]) -> None:
    assert named(description) == expected


def test_a_company_and_the_users_own_name_are_nobody_to_meet() -> None:
    description = "Interview with Alder Foods. Panel: Robin Hale, Dana Wu"
    found = with_named((), description, houses=frozenset({"alderfoods"}), own=("Robin Hale",))
    assert [person.name for person in found] == ["Dana Wu"]


def test_a_guest_gets_the_title_the_description_says() -> None:
    guest = PersonRead("Dana Wu", "dana@alder.example", PersonRole.ATTENDEE, True, "a guest")
    (titled,) = with_named((guest,), "Interviewers: Dana Wu (Controller)")
    assert titled.title == "Controller"


def test_a_schedule_in_a_bots_invitation_gives_the_interviewers() -> None:
    people = read(
        "ORGANIZER;CN=Alder Recruiting:mailto:no-reply@us.greenhouse-mail.io",
        "DESCRIPTION:3:00 PM - 3:30 PM\\nDana Wu\\, Controller",
    ).people
    assert [(person.name, person.likely_interviewer) for person in people] == [
        ("Alder Recruiting", False),
        ("Dana Wu", True),
    ]


@pytest.mark.parametrize(
    ("summary", "names", "company"),
    [
        ("Interview with Dana Wu", ["Dana Wu"], None),
        (
            "Interview with Luisa Grant and Tom Okafor - Senior Accountant",
            ["Luisa Grant", "Tom Okafor"],
            None,
        ),
        ("Second round with Dana Wu, Controller at Alder Foods", ["Dana Wu"], "Alder Foods"),
        ("Interview with Fenwick Paper", [], "Fenwick Paper"),
        ("Interview with Alder Grove Logistics", [], "Alder Grove Logistics"),
        ("Interview with Kestrel", [], "Kestrel"),
    ],
)
def test_a_title_alone_tells_people_by_their_given_names_from_companies(
    summary: str, names: list[str], company: str | None
) -> None:
    interview = read(summary=summary)
    assert [person.name for person in interview.people] == names
    assert (interview.company and interview.company.text) == company


def test_with_guests_a_title_names_nobody_because_it_may_name_the_user() -> None:
    interview = read(
        "ORGANIZER;CN=Dana Wu:mailto:dana@alder.example", summary="Interview with Robin Hale (Accountant)"
    )
    assert [person.name for person in interview.people] == ["Dana Wu"]


@pytest.mark.parametrize(
    ("description", "names", "company"),
    [
        ("Interview with Fenwick Paper\nPlease bring an ID.", [], "Fenwick Paper"),
        ("Your interview with Alder Grove Foods is confirmed.\nInterviewer: Priya Shah", ["Priya Shah"], "Alder Grove Foods"),
        ("Interview with Dana Wu", ["Dana Wu"], None),
    ],
)  # fmt: skip
def test_a_company_one_interviews_with_is_no_person(
    description: str, names: list[str], company: str | None
) -> None:
    interview = read("DESCRIPTION:" + description.replace("\n", "\\n"))
    assert [person.name for person in interview.people] == names
    assert (interview.company and interview.company.text) == company
