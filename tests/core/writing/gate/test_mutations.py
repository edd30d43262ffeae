"""One thing changed in a good letter is found, whichever letter it is."""

import re

import pytest

from afterword.core.facts import PersonId
from afterword.core.writing.gate.check import check_letter
from afterword.core.writing.gate.numbers import numbers
from core.writing.gate.letters import Written, good_letters

LETTERS = good_letters()
each_letter = pytest.mark.parametrize("written", LETTERS, ids=lambda written: written.name)


def codes(written: Written, body: str) -> set[str]:
    """The codes found in a changed body."""
    got = check_letter(
        written.case,
        to=written.to,
        kind=written.kind,
        subject=written.subject,
        body=body,
        others=written.others,
    )
    return {finding.code for finding in got.findings}


def with_sentence(written: Written, sentence: str) -> str:
    """The body with one more sentence before its last paragraph, or before the name in a note of one line."""
    head, gap, tail = written.body.rpartition("\n\n")
    name = written.case.candidate.name.split(",")[0]
    return f"{head} {sentence}{gap}{tail}" if gap else written.body.replace(name, f"{sentence} {name}")


@each_letter
def test_a_changed_number_is_found(written: Written) -> None:
    """Each number above one, replaced by another nobody gave."""
    for number in numbers(written.body):
        if number.value > 1:
            body = f"{written.body[: number.span.start]}4711{written.body[number.span.end :]}"
            assert "grounding.number" in codes(written, body), number.text


@each_letter
def test_another_name_in_the_greeting_is_found(written: Written) -> None:
    """A stranger's, and a colleague's."""
    first, rest = written.body.split(",", 1)
    word = first.split()[0]
    for other in (
        "Bartholomew",
        *(p.name.split()[0] for p in written.case.interviewers if p.id != written.to),
    ):
        assert "name.wrong_person" in codes(written, f"{word} {other},{rest}"), other


@each_letter
def test_a_misspelt_company_is_found(written: Written) -> None:
    """Two letters of its first long word change places."""
    word = max(re.findall(r"[A-Za-z]+", written.case.opportunity.company), key=len)
    wrong = word[0] + word[2] + word[1] + word[3:]
    if word in written.body and wrong != word:
        assert "name.misspelt" in codes(written, written.body.replace(word, wrong)), wrong


@each_letter
@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("I led a merger of hospitals in Peru.", "claim.about_me"),
        ("You mentioned the volcano and its helicopters.", "claim.about_you"),
        ("I am a team player.", "cliche.team_player"),
        ("She told me about the garden.", "person.third"),
        ("I would like to join [Company].", "proof.placeholder"),
        ("I am sorry that I was late.", "tone.apology"),
        ("Thank you for telling me about wants one page.", "proof.splice"),
        ("My friend Hildegard works with Oracle.", "grounding.name"),
        ("What is the salary range?", "topic.pay"),
    ],
)
def test_a_bad_sentence_is_found(written: Written, sentence: str, code: str) -> None:
    """In whichever letter it stands. A letter that speaks of a third person may go on saying "she"."""
    found = codes(written, with_sentence(written, sentence))
    spoken_of = re.search(r"\byour \w*(controller|manager)|our old controller", written.body)
    assert code in found or (code == "person.third" and spoken_of), found


@each_letter
def test_what_a_colleague_said_is_found(written: Written) -> None:
    """Their first note, word for word."""
    for debrief in written.case.debriefs:
        if debrief.interviewer != written.to and debrief.points:
            sentence = f"I kept thinking about this: {debrief.points[0].text}."
            assert "leak.other_person" in codes(written, with_sentence(written, sentence)), sentence


@each_letter
def test_the_same_body_for_somebody_else_is_found(written: Written) -> None:
    """Sent beside itself."""
    got = check_letter(
        written.case,
        to=written.to,
        kind=written.kind,
        subject=written.subject,
        body=written.body,
        others=((PersonId("somebody"), written.body),),
    )
    assert {"distinct.too_alike", "distinct.sentence"} <= {finding.code for finding in got.findings}
