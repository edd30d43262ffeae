"""How a letter says things: points are answered and not reported, results stand beside what they answer."""

import re
from dataclasses import replace

import pytest

from afterword.core.facts import Case, Point, PointId, PointKind, Relation
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.letter import Letter, Sentence, SourceFrom
from core.writing.notes.cases import one_note, told_cases

REPORT = re.compile(
    r"^(?:You (?:also )?(?:told me|mentioned|said)|I understand|I also noted) that [^,;:]*\.$"
)
GLAD = re.compile(r"liked|glad to hear|good to hear|enjoyed hearing|impressed")


def case(*points: tuple[str, str], relation: Relation = Relation.HIRING_MANAGER, **candidate: object) -> Case:
    """A case with one interviewer, typed points, and one result: the close cut from nine days to six."""
    plain = one_note("", kind="team")
    typed = tuple(Point(PointId(str(n)), PointKind(kind), text) for n, (kind, text) in enumerate(points))
    return replace(
        plain,
        candidate=replace(plain.candidate, **candidate),  # type: ignore[arg-type]
        interviewers=(replace(plain.interviewers[0], relation=relation),),
        debriefs=(replace(plain.debriefs[0], points=typed),),
    )


def letter(*points: tuple[str, str], **details: object) -> Letter:
    return draft_letters(case(*points, **details)).letters[0]  # type: ignore[arg-type]


def origins(sentence: Sentence) -> set[SourceFrom]:
    return {s.origin for s in sentence.sources}


@pytest.mark.parametrize(
    "note",
    ["the close takes twelve days", "wants the close done by day four", "asked how I would cut the close"],
)
def test_point_and_result_stand_in_one_sentence_or_side_by_side(note: str) -> None:
    kind = "question" if note.startswith("asked") else "challenge"
    made = letter((kind, note)).sentences
    point = next(n for n, s in enumerate(made) if SourceFrom.POINT in origins(s))
    assert SourceFrom.PROFILE in origins(made[point]) | origins(made[point + 1])


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("asked about the $145,000", "Recovered $145,000 of unbilled grant costs"),
        ("asked about the four corrections", "Prepared 310 returns with four corrections"),
        ("asked how I got mine out by May", "Finished 46 reconciliations before the end of May"),
    ],
)
def test_a_question_for_the_result_itself_is_not_told_over_again(question: str, result: str) -> None:
    body = letter(("question", question), achievements=(result,)).body
    told = next(s for s in re.split(r"(?<=\.)\s", body) if result[10:] in s)
    assert re.search(r"your question about that|asked how|asked about that", told), body


def test_what_they_made_kept_or_prefer_is_answered_as_a_person_would() -> None:
    built = letter(("project", "built the margin cube in Power BI"), relation=Relation.PEER).body
    assert re.search(
        r"You built the margin cube in Power BI, and (?:I'd like to see it|I was impressed)", built
    )
    rather = letter(("culture", "she would rather be roughly right on day three")).body
    assert "roughly right on day three, and so would I" in rather


@pytest.mark.parametrize(
    "note",
    [
        "busy season is 55 hours a week",
        "the weekends are lost in March",
        "agency spend doubled to $11 million",
    ],
)
def test_nobody_is_glad_of_what_is_unpleasant(note: str) -> None:
    for sentence in letter(("culture", note)).sentences:
        assert not (SourceFrom.POINT in origins(sentence) and GLAD.search(sentence.text)), sentence.text


def test_what_they_gave_is_thanked_for_in_the_first_sentence() -> None:
    made = letter(("project", "showed me the dispatch board"), ("challenge", "three inboxes for invoices"))
    assert "showing me the dispatch board" in made.sentences[0].text
    assert not any(" also " in s.text for s in made.sentences[:2])


def test_their_own_words_are_given_back() -> None:
    made = letter(("challenge", "the close takes twelve days"), ("culture", 'said "walk the floor first"'))
    assert '"walk the floor first"' in made.body


def test_a_wish_for_a_person_is_no_work_to_help_with() -> None:
    body = letter(("culture", "wants analysts who visit the farm")).body
    assert "analysts who visit the farm" in body
    assert "help with that" not in body


def test_no_sentence_begins_with_a_figure_and_few_only_report() -> None:
    letters = [made for told in told_cases() for made in draft_letters(told.case).letters]
    sentences = [s.text for made in letters for s in made.sentences]
    assert not [text for text in sentences if re.match(r"\d", text)]
    reports = [text for text in sentences if REPORT.match(text)]
    assert len(reports) <= 0.03 * len(letters), reports


def test_a_peer_reads_of_no_strength_that_stands_alone() -> None:
    for told in told_cases():
        peers = {p.id for p in told.case.interviewers if p.relation is Relation.PEER}
        for made in draft_letters(told.case).letters:
            if made.to in peers and any(SourceFrom.POINT in origins(s) for s in made.sentences):
                alone = [s.text for s in made.sentences if origins(s) == {SourceFrom.PROFILE}]
                assert not [t for t in alone if "experience in" in t or "strengths" in t], made.body


def test_a_result_with_errors_in_it_is_not_gladly_repeated() -> None:
    results = ("Prepared 310 returns in one season with four corrections",)
    body = letter(("growth", "trust returns are up 40%"), achievements=results).body
    assert "four corrections" in body
    assert "gladly do that again" not in body


@pytest.mark.parametrize(
    "point",
    [("challenge", "bills of material are 20 years old"), ("challenge", "bills of material for 90 boats")],
)
def test_a_strength_does_not_say_the_point_over_again(point: tuple[str, str]) -> None:
    made = letter(point, achievements=(), strengths=("bills of material",))
    told = [s.text for s in made.sentences if re.search(r"bills of material", s.text, re.I)]
    assert told
    assert all(len(re.findall(r"bills of material", text, re.I)) == 1 for text in told), made.body


@pytest.mark.parametrize("note", ["the committee meets on Tuesdays at 7 am", "bills go out on the 25th"])
def test_the_calendar_is_no_point(note: str) -> None:
    body = letter(("team", note), ("question", "asked how I would shorten the close")).body
    assert "7 am" not in body
    assert "25th" not in body
    assert "shorten the close" in body


def test_a_strength_answers_only_a_question_that_names_it() -> None:
    asked = ("question", "asked what I would say to a funder who pays late")
    assert "award setup" not in letter(asked, achievements=(), strengths=("award setup",)).body
    named = ("question", "asked how I handle angry vendors")
    assert "vendor calls" in letter(named, achievements=(), strengths=("vendor calls",)).body
