"""What a letter may repeat: phrases that read as good English, and ideas freed of what does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.facts import PersonId, PointKind
from afterword.core.writing.idea import Idea, Risk, Shape
from afterword.core.writing.notes.grammar import Grammar
from afterword.core.writing.notes.vetted import RULES, vetted, well_formed
from afterword.core.writing.notes.wellformed import reads_as
from core.writing.notes.cases import GOLDEN


def rows() -> list[tuple[str, str, str]]:
    found = []
    for line in (GOLDEN / "wellformed.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            verdict, rule, words = line.split("\t")
            found.append((verdict, rule, words))
    return found


def an_idea(**fields: object) -> Idea:
    made = Idea(interviewer=PersonId("p"), kind=PointKind.CHALLENGE, raw="as it was noted", sure=3)
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("verdict", "rule", "words"), rows())
def test_a_phrase_is_read_or_refused(verdict: str, rule: str, words: str) -> None:
    assert reads_as(rule, words) is (verdict == "good")


def test_the_table_holds_some_hundred_and_fifty_phrases() -> None:
    assert len(rows()) > 150


@pytest.mark.parametrize(
    ("clause", "topic", "left"),
    [
        ("the close takes ten days", "the ten-day close", ("the close takes ten days", "the ten-day close")),
        ("the close takes 10 days wants five", "the 10-day close", ("the close takes 10 days", "the 10-day close")),
        ("you post every order off paper wants someone calm", "orders off paper", ("you post every order off paper", "orders off paper")),
        ("30 lenders wants one report", "30 lenders", ("", "30 lenders")),
        ("trial accruals are estimates till invoices", "trial accruals", ("", "trial accruals")),
        ("the old parrot called Ledger", "the parrot", ("", "the old parrot called Ledger")),
        ("", "the invoices still come by fax", ("", "the invoices")),
        ("", "the 30 vendors mostly growers and packers", ("", "the 30 vendors")),
        ("", "all sit in one account", None),
        ("you run sales meetings standing up", "sales meetings standing", ("you run sales meetings standing up", "sales meetings")),
        ("you bake together on Fridays", "the together on Fridays", ("you bake together on Fridays", "baking together on Fridays")),
    ],
)  # fmt: skip
def test_an_idea_keeps_what_can_be_read(clause: str, topic: str, left: tuple[str, str] | None) -> None:
    found = vetted(
        an_idea(shape=Shape.YOU if clause.startswith("you") else Shape.CLAUSE, clause=clause, topic=topic)
    )
    assert (found and (found.clause, found.topic)) == left


def test_a_question_that_cannot_be_read_is_no_idea() -> None:
    asked = an_idea(shape=Shape.QUESTION, question="how I would staff", topic="how I would staff")
    assert vetted(asked) is None


def test_a_question_is_asked_without_the_noise_behind_it() -> None:
    found = vetted(
        an_idea(shape=Shape.QUESTION, question="how I check a total oh", topic="how I check a total oh")
    )
    assert found is not None
    assert (found.question, found.topic) == ("how I check a total", "how I check a total")


def test_a_next_step_is_named_by_how_it_begins() -> None:
    found = vetted(an_idea(shape=Shape.STEP, topic="three talks and the first with the owner"))
    assert found is not None
    assert found.topic == "three talks"


def test_an_idea_whose_clause_fell_is_only_named() -> None:
    found = vetted(an_idea(shape=Shape.WANT, clause="you want the everything scanned", want="the everything scanned", topic="paper invoices"))  # fmt: skip
    assert found is not None
    assert (found.shape, found.topic, found.sure) == (Shape.THING, "paper invoices", 1)
    assert not any(getattr(found, name) for name in RULES)


def test_a_blocked_idea_is_not_looked_at() -> None:
    blocked = an_idea(risk=Risk.BLOCKED, topic="all sit in one account")
    assert vetted(blocked) is blocked


def test_a_shorter_topic_has_its_own_number() -> None:
    found = vetted(an_idea(topic="freight invoices the carrier", plural=False))
    assert found is not None
    assert (found.topic, found.plural) == ("freight invoices", True)


PHRASES = [words for verdict, rule, words in rows() if rule == "topic"]
CLAUSES = [words for verdict, rule, words in rows() if rule == "said"]


@given(topic=st.sampled_from(["", *PHRASES]), clause=st.sampled_from(["", *CLAUSES]))
def test_what_was_vetted_once_stays_as_it_is(topic: str, clause: str) -> None:
    once = vetted(an_idea(shape=Shape.CLAUSE, topic=topic, clause=clause))
    if once is not None:
        assert vetted(once) == once
        assert not once.topic or reads_as("topic", once.topic)
        assert not once.clause or reads_as("said", once.clause)


@given(st.lists(st.sampled_from(PHRASES), max_size=6))
def test_every_idea_is_kept_or_named_as_lost(topics: list[str]) -> None:
    ideas = [an_idea(topic=topic) for topic in topics]
    kept, lost = well_formed(ideas)
    assert len(kept) + len(lost) == len(ideas)
    assert all(idea in ideas for idea in lost)


PLAIN = [words for verdict, _, words in rows() if verdict == "good" and "," not in words and " " in words]


@given(words=st.sampled_from(PLAIN), place=st.integers(0, 9))
def test_two_words_said_twice_are_refused(words: str, place: int) -> None:
    parts = words.split()
    at = min(place, len(parts) - 2)
    doubled = [*parts[: at + 2], *parts[at : at + 2], *parts[at + 2 :]]
    assert not any(reads_as(rule, " ".join(doubled)) for rule in ("topic", "said", "wish", "asked"))


SMALL = """
# A grammar of coffee orders.
order = size? (WITH | 'plain')* 'coffee' ('and' order)?
size = 'small' | 'large'
"""


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("coffee", True),
        ("large coffee", True),
        ("small milky plain coffee", True),
        ("coffee and large coffee", True),
        ("large small coffee", False),
        ("coffee and", False),
        ("milky", False),
        ("", False),
    ],
)
def test_a_grammar_reads_whole_phrases_only(words: str, reads: bool) -> None:
    classes = {"milky": frozenset({"WITH"})}
    parts = [(word, classes.get(word, frozenset())) for word in words.split()]
    assert Grammar(SMALL).reads("order", parts) is reads


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        Grammar(SMALL).reads("tea", [("coffee", frozenset())])
