"""The thank-you letter: moves, tones, low specificity, earlier letters, voice."""

from dataclasses import replace

import pytest

from afterword.core.facts import EarlierLetter, LetterKind, PersonId, Relation
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.drafts_json import drafts_json
from afterword.core.writing.letters.likeness import likeness
from afterword.core.writing.voice import Tone, Voice
from core.writing.notes.cases import one_note, told_cases


def body(note: str, kind: str = "-", voice: Voice | None = None, **person: object) -> str:
    return draft_letters(one_note(note, kind=kind, **person), voice=voice).letters[0].body


def test_growth_becomes_excitement() -> None:
    assert "exciting" in body("the company tripled in three years", "growth")


def test_a_letter_names_the_weekday_of_the_interview() -> None:
    assert "Thursday" in body("close takes 9 days")


def test_yesterday_becomes_the_weekday() -> None:
    text = body("the new ERP went live yesterday", "project")
    assert "yesterday" not in text
    assert "Wednesday" in text


def test_nothing_remembered_asks_up_to_three_questions_and_invents_nothing() -> None:
    drafts = draft_letters(one_note("no idea, it was all a blur"))
    assert [f.code for f in drafts.letters[0].findings] == ["letter.low_specificity"]
    assert 1 <= len(drafts.ask) <= 3
    assert all(a.question.endswith("?") for a in drafts.ask)
    assert not any(
        words in drafts.letters[0].body for words in ("mentioned", "you said", "your point", "you told")
    )


def test_a_specific_letter_asks_nothing() -> None:
    drafts = draft_letters(one_note("close takes 9 days"))
    assert drafts.ask == ()
    assert drafts.letters[0].findings == ()


@pytest.mark.parametrize("tone", [Tone.PLAIN, Tone.WARM, Tone.FORMAL])
def test_every_tone_writes_a_letter_of_its_own(tone: Tone) -> None:
    others = [
        body("close takes 9 days", voice=Voice(tone=t))
        for t in (Tone.PLAIN, Tone.WARM, Tone.FORMAL)
        if t is not tone
    ]
    mine = body("close takes 9 days", voice=Voice(tone=tone))
    assert all(likeness(mine, other) < 0.6 for other in others)


def test_the_users_greeting_and_close_are_used() -> None:
    text = body("close takes 9 days", voice=Voice(greeting="Hello", close="Cheers"))
    assert text.startswith("Hello Dana,")
    assert text.endswith("Cheers,\nRobin Ashe")


@pytest.mark.parametrize(("locale", "word"), [("en-US", "harbors"), ("en-GB", "harbours")])
def test_spelling_follows_the_locale(locale: str, word: str) -> None:
    case = one_note("the audit of port fees in eight harbours", kind="project")
    case = replace(case, candidate=replace(case.candidate, locale=locale))
    assert word in draft_letters(case).letters[0].body


def test_names_of_the_record_keep_their_spelling() -> None:
    case = one_note("close takes 9 days")
    case = replace(case, opportunity=replace(case.opportunity, company="Harbour Hospice"))
    assert "Harbour Hospice" in draft_letters(case).letters[0].body


def test_a_second_letter_is_unlike_the_first() -> None:
    case = one_note("close takes 9 days, three entities. asked how I chase approvals")
    first = draft_letters(case).letters[0]
    again = replace(case, earlier=(EarlierLetter(PersonId("p"), LetterKind.THANK_YOU, first.body),))
    assert likeness(first.body, draft_letters(again).letters[0].body) < 0.4


def test_a_point_of_one_person_never_reaches_another() -> None:
    panel = next(t for t in told_cases() if t.id == "c12").case
    letters = {letter.to: letter.body for letter in draft_letters(panel).letters}
    assert "access reviews" not in letters[PersonId("i1")]
    assert "auditor" not in letters[PersonId("i2")]


def test_names_of_others_stay_out() -> None:
    panel = next(t for t in told_cases() if t.id == "c12").case
    swapped = replace(
        panel.debriefs[0], points=(), free_text="rebecca thinks the close is slow. 140 key controls"
    )
    drafts = draft_letters(replace(panel, debriefs=(swapped, panel.debriefs[1])))
    assert "Rebecca" not in drafts.letters[0].body
    assert "risk.other_person" in {k.code for k in drafts.kept_out}


def test_a_labelled_line_in_one_box_goes_to_the_person_named() -> None:
    panel = next(t for t in told_cases() if t.id == "c12").case
    both = replace(
        panel.debriefs[0],
        points=(),
        free_text="wei: 140 key controls in scope\nrebecca: access reviews done by email",
    )
    empty = replace(panel.debriefs[1], points=(), free_text="")
    letters = {
        letter.to: letter.body for letter in draft_letters(replace(panel, debriefs=(both, empty))).letters
    }
    assert "140 key controls" in letters[PersonId("i1")]
    assert "access reviews" in letters[PersonId("i2")]


def test_an_agency_recruiter_is_thanked_for_putting_forward_or_for_the_talk() -> None:
    case = one_note("needs references by Thursday", kind="next_step")
    case = replace(case, interviewers=(replace(case.interviewers[0], relation=Relation.RECRUITER),))
    assert "references by Thursday" in draft_letters(case).letters[0].body


def test_the_json_has_the_shape_others_rely_on() -> None:
    answer = drafts_json(draft_letters(one_note("close takes 9 days. salary 90k")))
    assert set(answer) == {"drafts", "kept_out", "ask", "warnings"}
    assert set(answer["drafts"][0]) == {"to", "kind", "subject", "body", "sentences", "findings"}
    assert set(answer["drafts"][0]["sentences"][0]) == {"text", "move", "sources"}
    assert answer["kept_out"] == [
        {
            "interviewer": "p",
            "text": "salary 90k",
            "code": "risk.pay",
            "why": "Pay belongs in a later conversation, never in a thank-you.",
        }
    ]
