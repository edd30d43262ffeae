"""Notes in any layout, with any head, say the same."""

import pytest

from afterword.core.writing.notes.layout import laid_out
from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note

#: One debrief in many hands; each must give the growth, the question and the next step.
LAYOUTS = (
    "tripled stores to 60. asked how i'd clear the suspense account. decision next fri",
    "- tripled stores to 60\n- asked how i'd clear the suspense account\n- decision next fri",
    "1) tripled stores to 60 2) asked how i'd clear the suspense account 3) decision next fri",
    "(a) tripled stores to 60 (b) asked how i'd clear the suspense account (c) decision next fri",
    "TRIPLED STORES TO 60. ASKED HOW I'D CLEAR THE SUSPENSE ACCOUNT. DECISION NEXT FRI",
    "tripled stores to 60, asked how id clear the suspense account, decision next fri",
    "tripled stores to 60 / asked how i'd clear the suspense account / decision next fri",
    "tripled stores to 60\tasked how i'd clear the suspense account\tdecision next fri",
    "tripled stores to 60 | asked how i'd clear the suspense account | decision next fri",
    "tripled stores to 60 >> asked how i'd clear the suspense account >> decision next fri",
    "dana - tripled stores to 60 - asked how i'd clear the suspense account - decision next fri",
    "tripled stores to 60 > asked how i'd clear the suspense account > decision next fri",
    "tripled stores to 60 ~ asked how i'd clear the suspense account ~ decision next fri",
    "dana. tripled stores to 60; asked how i'd clear the suspense account; decision next fri",
    "Dana Whitfield, controller: tripled stores to 60. asked how i'd clear the suspense account. decision next fri",
)


@pytest.mark.parametrize("note", LAYOUTS)
def test_the_layout_of_a_note_changes_nothing_it_says(note: str) -> None:
    ideas = understand(one_note(note, title="Controller")).ideas
    assert [i.topic for i in ideas] == [
        "the company's growth",
        "how I would clear the suspense account",
        "a decision next Friday",
    ]


@pytest.mark.parametrize(
    ("head", "name", "title"),
    [
        ("zach. ", "Zachary Feinberg-Osei", ""),
        ("Dale plant ctrlr. ", "Dale Kowalczyk", "Plant Controller"),
        ("Park Min-jun director. ", "Park Min-jun", "Director"),
        ("katrina su: ", "Catriona Hsu", ""),
        ("jb (head of finance). ", "Jean-Baptiste Kouassi", "Head of Finance"),
        ("prof moncrieff - ", "Professor Hildegard Moncrieff", ""),
    ],
)
def test_the_head_of_a_note_only_names_the_reader(head: str, name: str, title: str) -> None:
    ideas = understand(one_note(head + "close takes 9 days", name=name, title=title)).ideas
    assert [i.clause for i in ideas] == ["the close takes nine days"]


@pytest.mark.parametrize(
    "text",
    [
        "team of 4",
        "9 legal entities, 2 ERPs",
        "ERP / CRM",
        "budget = 2m",
        "version 2.1 (new)",
        "margin 12% > 15% in 2 years",
    ],
)
def test_what_is_no_list_stays_on_its_line(text: str) -> None:
    assert laid_out(text) == text
