"""The letters beside the thank-you: honest, specific, brief, and each sentence with what it rests on."""

import re
from dataclasses import replace
from functools import cache

import pytest

from afterword.core.facts import Case, EarlierLetter, LetterKind, Outcome, PersonId, PointKind
from afterword.core.findings import Severity
from afterword.core.writing.idea import Idea, Notes, Shape
from afterword.core.writing.kinds.choice import nameable, names_enough
from afterword.core.writing.kinds.frames import frames, moves, slots_of
from afterword.core.writing.kinds.write import recipients, write_kind
from afterword.core.writing.letter import Letter, SourceFrom
from afterword.core.writing.understand import understand
from afterword.core.writing.voice import Voice
from core.writing.kinds.told import Told, told_cases

CASES = told_cases()
KINDS = [kind for kind in LetterKind if kind is not LetterKind.THANK_YOU]
each_case = pytest.mark.parametrize("told", CASES, ids=lambda told: told.name)
each_kind = pytest.mark.parametrize("kind", KINDS)


def named(name: str) -> Case:
    """One case of the table."""
    return next(told.case for told in CASES if told.name == name)


@cache
def written(name: str, kind: LetterKind, notes: Notes = Notes.BOTH) -> tuple[Letter, ...]:
    """The letters of a kind for a case of the table, written once for all tests."""
    case = named(name)
    return write_kind(case, understand(case, notes=notes), kind=kind, voice=Voice())


def write(case: Case, kind: LetterKind, **more: object) -> tuple[Letter, ...]:
    """The letters of a kind, from all notes, in the writer's own choice of voice."""
    return write_kind(case, understand(case), kind=kind, voice=Voice(), **more)  # type: ignore[arg-type]


@each_case
@each_kind
def test_no_letter_is_stopped_or_warned_of(told: Told, kind: LetterKind) -> None:
    """The gate may only find a reader of whom nothing was noted that suits, or give notes."""
    for letter in written(told.name, kind):
        grave = {f.code for f in letter.findings if f.severity is not Severity.NOTE}
        assert grave <= {"letter.not_specific"}, letter.body


@each_case
@each_kind
@pytest.mark.parametrize("notes", list(Notes))
def test_nothing_forbidden_is_written(told: Told, kind: LetterKind, notes: Notes) -> None:
    """In no letter, whichever notes are read."""
    for letter in written(told.name, kind, notes):
        text = f"{letter.subject} {letter.body}"
        assert [words for words in told.never if re.search(words, text, re.IGNORECASE)] == []


@each_case
@each_kind
def test_a_letter_greets_signs_and_names_what_it_is_about(told: Told, kind: LetterKind) -> None:
    """Greeting first, name last, role and company in between (a short note may leave them to the network)."""
    for letter in written(told.name, kind):
        person = next(p for p in told.case.interviewers if p.id == letter.to)
        first = letter.body.splitlines()[0]
        assert re.match(r"(Dear|Hi) ", first)
        assert any(part in first for part in person.name.split())
        assert letter.body.endswith(told.case.candidate.name.split(",")[0])
        if kind is not LetterKind.CONNECTION_NOTE:
            assert told.case.opportunity.company in letter.body
            assert told.case.opportunity.role in letter.body


@each_case
def test_a_feedback_request_asks_one_easy_question(told: Told) -> None:
    """Thanks, one good thing, one question, free to decline, door open, in 50 to 95 words."""
    (letter,) = written(told.name, LetterKind.FEEDBACK_REQUEST)
    assert letter.body.count("?") == 1
    assert re.search(r"one (thing|step)", letter.body)
    assert re.search(r"rather not|prefer not", letter.body)
    assert 50 <= len(letter.body.split()) <= 95
    assert not re.search(r"disappoint|unfair|reconsider|internal", letter.body)


@each_case
def test_a_connection_note_fits(told: Told) -> None:
    """60 to 200 characters, no question, no ask."""
    for letter in written(told.name, LetterKind.CONNECTION_NOTE):
        assert 60 <= len(letter.body) <= 200
        assert "?" not in letter.body
        assert letter.subject == ""


def test_a_connection_note_says_more_where_more_fits() -> None:
    """300 characters hold what is shared beside what was talked about."""
    case = named("hotel")
    (short,) = write(case, LetterKind.CONNECTION_NOTE, limit=130)
    (long,) = write(case, LetterKind.CONNECTION_NOTE, limit=300)
    assert len(short.body) <= 130 < len(long.body) <= 300
    assert "night desk" in long.body


@each_case
@each_kind
def test_every_source_is_on_record(told: Told, kind: LetterKind) -> None:
    """Its words are those of the notes, the profile or the interview."""
    known = _known(told.case)
    for letter in written(told.name, kind):
        for sentence in letter.sentences:
            for source in sentence.sources:
                assert any(source.text in text or text in source.text for text in known), source


@each_case
@each_kind
def test_a_note_is_named_only_with_its_source(told: Told, kind: LetterKind) -> None:
    """A sentence that uses a telling word of a note of this reader has a source of that kind."""
    ideas = understand(told.case)
    for letter in written(told.name, kind):
        topics = [idea.topic for idea in ideas.of(letter.to) if len(idea.topic) > 4]
        for sentence in letter.sentences:
            if sentence.move != "offer" and any(topic in sentence.text for topic in topics):
                assert any(s.origin is SourceFrom.POINT for s in sentence.sources), sentence.text


def _known(case: Case) -> list[str]:
    candidate = case.candidate
    found = [p.text for d in case.debriefs for p in d.points] + [
        d.free_text for d in case.debriefs if d.free_text
    ]
    found += [*candidate.strengths, *candidate.achievements, *(job.text for job in candidate.employers)]
    found += [case.opportunity.company, case.opportunity.role, case.promise.text if case.promise else ""]
    month = case.interview.end.strftime("%B")
    found += [f"{month} {case.interview.end.day}", f"{case.interview.end.day} {month}"]
    found += [case.interview.end.strftime("%A %B ") + f"{case.interview.end.day} {case.interview.end.year}"]
    return [text for text in found if text]


def test_the_feedback_request_goes_to_one_person_and_notes_to_everybody() -> None:
    """The hiring manager for feedback; each person met for notes and thanks."""
    case = named("energy")
    assert recipients(case, LetterKind.FEEDBACK_REQUEST) == ("b",)
    assert recipients(case, LetterKind.STATUS_CHECK) == ("b",)
    assert recipients(case, LetterKind.CONNECTION_NOTE) == ("a", "b")
    assert [letter.to for letter in write(case, LetterKind.STATUS_CHECK, to=PersonId("a"))] == ["a"]


@pytest.mark.parametrize("kind", [LetterKind.CONNECTION_NOTE, LetterKind.HELPER_THANKS])
def test_two_people_never_get_the_same_sentence(kind: LetterKind) -> None:
    """Apart from the close and the name."""
    bodies = [letter.sentences for letter in write(named("panel"), kind)]
    for at, mine in enumerate(bodies):
        for other in bodies[at + 1 :]:
            told = {s.text for s in mine if len(s.text.split()) > 5 and "in touch" not in s.text}
            assert not told & {s.text for s in other}


def test_the_second_status_check_reads_differently() -> None:
    """One that was sent before turns the wordings on."""
    case = named("bakery")
    (first,) = write(case, LetterKind.STATUS_CHECK)
    sent = EarlierLetter(first.to, first.kind, first.body, case.opportunity.company)
    (second,) = write(replace(case, earlier=(sent,)), LetterKind.STATUS_CHECK)
    same = {s.text for s in first.sentences} & {s.text for s in second.sentences}
    assert len(same) <= 1


def test_a_status_check_names_the_promised_date() -> None:
    """When there is one."""
    (letter,) = write(named("port"), LetterKind.STATUS_CHECK)
    assert "12 November" in letter.body
    assert any(s.origin is SourceFrom.INTERVIEW for sentence in letter.sentences for s in sentence.sources)


def test_thanks_to_a_helper_tell_of_the_job_only_once_it_is_accepted() -> None:
    """Before that, nobody has a new job."""
    case = named("bakery")
    (before,) = write(case, LetterKind.HELPER_THANKS)
    (after,) = write(replace(case, outcome=Outcome.ACCEPTED), LetterKind.HELPER_THANKS)
    assert not re.search(r"accepted|said yes", before.body)
    assert re.search(r"accepted|said yes", after.body)


def test_a_withdrawal_gives_no_reason() -> None:
    """No other offer, no complaint, no pay."""
    for told in CASES:
        (letter,) = written(told.name, LetterKind.WITHDRAWAL)
        assert not re.search(r"offer|because|salary|better|unfortunately", letter.body)


def test_the_voice_is_heard() -> None:
    """Greeting word, close and contractions are the user's."""
    case = named("bakery")
    voice = Voice(greeting="Hello", close="Warm regards", contractions=True)
    (letter,) = write_kind(case, understand(case), kind=LetterKind.STATUS_CHECK, voice=voice)
    assert letter.body.startswith("Hello Marta,")
    assert "Warm regards,\n" in letter.body


@pytest.mark.parametrize(("locale", "spelling"), [("en-US", "favor"), ("en-GB", "favour")])
def test_the_spelling_follows_the_candidate(locale: str, spelling: str) -> None:
    """Among the five wordings of the last sentence of thanks, one returns a favour."""
    case = named("bakery")
    bodies = []
    for sent in range(5):
        earlier = (EarlierLetter(PersonId("a"), LetterKind.HELPER_THANKS, "Thanks."),) * sent
        spoken = replace(case, candidate=replace(case.candidate, locale=locale), earlier=earlier)
        bodies += [letter.body for letter in write(spoken, LetterKind.HELPER_THANKS)]
    assert any(re.search(rf"\b{spelling}\b", body) for body in bodies)


def test_a_word_the_user_avoids_is_not_written() -> None:
    """As long as there is another wording."""
    case = named("bakery")
    voice = Voice(avoided=("paths",))
    for letter in write_kind(case, understand(case), kind=LetterKind.FEEDBACK_REQUEST, voice=voice):
        assert not re.search(r"\bpaths\b", letter.body)


@each_case
@each_kind
def test_a_letter_is_the_same_every_time(told: Told, kind: LetterKind) -> None:
    """Byte for byte."""
    assert written(told.name, kind) == write(told.case, kind)


SLOTS = {
    "role", "company", "name", "signature", "met", "due", "topic", "focus", "gerund", "question", "shared", "proof",
    "hello", "work", "heard", "did",
}  # fmt: skip
FROM_THE_RECORD = {"role", "company", "name", "signature", "met", "hello"}


@each_kind
def test_every_move_has_a_wording_that_needs_nothing_but_the_record(kind: LetterKind) -> None:
    """So that a letter can always be written. Only the offer needs a proof."""
    for move in moves(kind):
        assert all(set(slots_of(frame)) <= SLOTS for frame in frames(kind, move))
        plain = [frame for frame in frames(kind, move) if set(slots_of(frame)) <= FROM_THE_RECORD]
        assert plain or move == "offer"


def test_thanks_for_help_do_not_force_a_topic_in() -> None:
    """Only what somebody did for the candidate is named."""
    for told in CASES:
        ideas = understand(told.case)
        for letter in written(told.name, LetterKind.HELPER_THANKS):
            topics = [i.topic for i in ideas.of(letter.to) if len(i.topic) > 4 and not i.gerund]
            assert not any(topic in letter.body for topic in topics), letter.body


def test_nobody_enjoys_hearing_about_a_problem() -> None:
    """A challenge was talked about, or is work to help with."""
    for told in CASES:
        for kind in KINDS:
            for letter in written(told.name, kind):
                assert not re.search(
                    r"enjoyed (hearing|learning) about", letter.body.replace("learning about the", "")
                )


def test_a_title_is_greeted_with_dear_in_a_connection_note() -> None:
    """ "Hi Professor Moncrieff" is neither one thing nor the other."""
    case = named("bakery")
    titled = replace(case.interviewers[0], name="Professor Ines Moncrieff", greeting="Professor Moncrieff")
    (note, *_) = write(replace(case, interviewers=(titled,)), LetterKind.CONNECTION_NOTE)
    assert note.body.startswith("Dear Professor Moncrieff,")


@pytest.mark.parametrize(
    ("topic", "names"),
    [
        ("unapplied cash", True),
        ("the seven grants", True),
        ("the move to direct debit in April", True),
        ("wanting around ten", False),
        ("being profitable by December", False),
        ("most of them count", False),
        ("a spreadsheet", False),
        ("the people", False),
    ],
)
def test_a_topic_names_what_it_is_about(topic: str, names: bool) -> None:
    idea = Idea(PersonId("a"), PointKind.CHALLENGE, topic, topic=topic)
    assert names_enough(idea) is names


@pytest.mark.parametrize(
    ("shape", "topic", "named"),
    [
        (Shape.WANT, "shop stewards to actually count the float", "shop stewards"),
        (Shape.CLAUSE, "credit card slips always short", "credit card slips"),
        (Shape.WANT, "the ledger report online", "the ledger report"),
        (Shape.THING, "the refresh of 900 supplier files", "the refresh of 900 supplier files"),
        (Shape.THING, "the move to Xero", "the move to Xero"),
    ],
)
def test_a_topic_ends_where_its_noun_phrase_ends(shape: Shape, topic: str, named: str) -> None:
    """What people are wanted to do, how often and in what way hang on a topic without being one."""
    idea = Idea(PersonId("p"), PointKind.CHALLENGE, topic, shape=shape, topic=topic)
    assert [i.topic for i in nameable((idea,))] == [named]
