"""What is marked as confidential, hearsay or from a feed reaches no letter and no call, wherever the mark stands."""

import re
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.core.facts import Case
from afterword.core.writing.calls import call_card
from afterword.core.writing.draft import draft_letters
from afterword.core.writing.idea import Risk
from afterword.core.writing.notes.risk_marks import examples, mark_in
from afterword.core.writing.understand import understand
from core.writing.notes.cases import GOLDEN, one_note

AROUND = "greta. invoices come on paper. {} decision next week"
POSITIONS = (
    "invoices come on paper. {f} ({m}). decision next week",
    "invoices come on paper. {f} - {m}. decision next week",
    "invoices come on paper. {f}, {m}. decision next week",
    "invoices come on paper. {f} {m}. decision next week",
    "invoices come on paper. {f}. {m}. decision next week",
    "invoices come on paper. {f}... {m}. decision next week",
    "invoices come on paper. {f}! {m}!! decision next week",
    "invoices come on paper. {f}. ({m}) decision next week",
    "invoices come on paper\n{f}\n{m}\ndecision next week",
    "invoices come on paper\n{f}\n({m})\ndecision next week",
    "invoices come on paper. {m}: {f}. decision next week",
    "invoices come on paper. {m} - {f}. decision next week",
    "invoices come on paper. ({m}) {f}. decision next week",
    "invoices come on paper. {m} {f} ({m}). decision next week",
    "{m}:\n{f}",
    "greta was nice and she said the invoices come on paper and she wants one inbox and she told me {f} but {m} and she asked how i handle vendors and she likes order",
    "invoices come on paper, two ERPs, three people, {f}, {m}, wants one page, busy in june, decision next week",
)
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lines(name: str) -> list[str]:
    text = (GOLDEN / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


FACTS, MARKINGS, MARKS = lines("risk_facts.txt"), lines("risk_marks.txt"), lines("risk_bare_marks.txt")


def lemmas(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text.lower())}


def said(case: Case) -> set[str]:
    bodies = [letter.body for letter in draft_letters(case).letters]
    return lemmas(" ".join([*bodies, *call_card(case).branches.values()]))


@lru_cache(maxsize=1)
def said_anyway() -> set[str]:
    """The words of letters and calls that know nothing of the fact."""
    rests = ["", *(AROUND.format(""),), *(p.format(f="", m="") for p in POSITIONS)]
    return set().union(*(said(one_note(rest)) | lemmas(rest) for rest in rests))


def told(note: str, fact: str) -> set[str]:
    return said(one_note(note)) & (lemmas(fact) - said_anyway())


def marked(marking: str, fact: str) -> str:
    return AROUND.format(marking.replace("{f}", fact).replace("{F}", fact.upper()).replace("\\n", "\n") + ".")


@pytest.mark.parametrize("number", range(len(MARKINGS)), ids=MARKINGS)
def test_no_word_of_a_marked_fact_is_written_or_spoken(number: int) -> None:
    fact = FACTS[number % len(FACTS)]
    note = marked(MARKINGS[number], fact)
    assert not told(note, fact)
    kept = " ".join(k.text for k in understand(one_note(note)).kept_out)
    assert lemmas(fact) <= lemmas(kept)


@QUICK
@given(fact=st.sampled_from(FACTS), mark=st.sampled_from(MARKS), position=st.sampled_from(POSITIONS))
def test_a_mark_reaches_its_fact_from_every_side(fact: str, mark: str, position: str) -> None:
    for form in (mark, mark.upper(), mark.replace("'", "")):
        assert not told(position.format(f=fact, m=form), fact)


WORDS = [
    "badger",
    "harbour",
    "lantern",
    "copper",
    "orchard",
    "glacier",
    "velvet",
    "thimble",
    "falcon",
    "marble",
    "tundra",
    "walnut",
    "cobalt",
    "saffron",
    "heron",
    "juniper",
]
FACT = st.lists(st.sampled_from(WORDS), min_size=3, max_size=7, unique=True).flatmap(
    lambda words: st.sampled_from(
        [
            " ".join(words),
            f"they sell the {' '.join(words)}",
            f"the {words[0]} {words[1]} goes to {' '.join(words[2:])} in May",
            f"{', '.join(words)}",
            f"wants {words[0]} and {' '.join(words[1:])}",
        ]
    )
)


@QUICK
@given(fact=FACT, mark=st.sampled_from(MARKS), position=st.sampled_from(POSITIONS))
def test_any_fact_stays_in_with_any_mark(fact: str, mark: str, position: str) -> None:
    assert not told(position.format(f=fact, m=mark), fact)


@pytest.mark.parametrize("sentence", lines("risk_innocent.txt"))
def test_words_of_the_trade_with_a_second_meaning_stay_free(sentence: str) -> None:
    assert {k.code for k in understand(one_note(sentence)).kept_out} <= {"note.unread"}


@pytest.mark.parametrize(("code", "good", "bad"), examples())
def test_every_rule_finds_its_own_examples(code: str, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    assert [(m.code if (m := mark_in(text)) else "") for text in good] == [code] * len(good)
    assert [mark_in(text) for text in bad] == [None] * len(bad)


@pytest.mark.parametrize(
    ("note", "free", "kept"),
    [
        ("invoices come on paper. losing the Hull contract. that is between us", "the invoices", "Hull"),
        ("off the record. losing the Hull contract", "", "Hull"),
        ("invoices come on paper. losing the Hull contract (keep to self)", "the invoices", "Hull"),
        (
            "invoices come on paper\nkeep quiet:\nlosing the Hull contract\nsix jobs at risk",
            "the invoices",
            "Hull",
        ),
        (
            "invoices come on paper. they shut the Hull office. 40 people. dont tell anyone",
            "the invoices",
            "Hull",
        ),
    ],
)
def test_a_mark_takes_the_right_neighbour(note: str, free: str, kept: str) -> None:
    understood = understand(one_note(note))
    assert [i.raw.startswith("invoices") for i in understood.ideas] == [True] * bool(free)
    assert kept in " ".join(k.text for k in understood.kept_out)


@pytest.mark.parametrize(
    ("note", "free", "kept"),
    [
        ("service charge vat, 46 restaurants, a letter from the tax office came (dont put in writing)", "46", "letter"),
        ("14 care homes, three payrolls, wants one. they shut the depot in june so dont mention", "payrolls", "depot"),
        ("credit limits are old. bad debt is 2.1% dont write that", "credit limits", "bad debt"),
        (
            "wants someone who says what will happen and theyre talking to three banks and shes selling a stake but thats between us",
            "what will happen",
            "selling a stake",
        ),
    ],
)  # fmt: skip
def test_a_mark_bars_its_own_fact_and_leaves_the_rest_of_the_note(note: str, free: str, kept: str) -> None:
    out = " ".join(k.text for k in understand(one_note(note)).kept_out if k.code != "note.unread")
    assert kept in out
    assert free not in out


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("no, other chap had cask accounting", "risk.other_candidates"),
        ("someone w/ museum bkgd", "risk.other_candidates"),
        ("they went with an internal hire", "risk.other_candidates"),
        ("she wanted the job herself", "risk.other_candidates"),
        ("said 65-70k", "risk.pay"),
        ("must be close to 65", "risk.age"),
        ("posh frock", "risk.looks"),
        ("off for an op in january", "risk.health"),
    ],
)
def test_private_matters_in_their_short_forms(note: str, code: str) -> None:
    understood = understand(one_note(note))
    assert understood.ideas == ()
    assert understood.kept_out[0].code == code


def test_a_doubt_in_brackets_leaves_the_topic_without_its_figure() -> None:
    ideas = understand(one_note("212 key controls (or 221? check)")).ideas
    assert [(i.risk, i.clause, "212" in i.topic) for i in ideas] == [(Risk.TOPIC_ONLY, "", False)]


def test_a_doubt_of_its_own_speaks_of_the_sentence_before() -> None:
    ideas = understand(one_note("twelve new stores in Texas next year. not sure though")).ideas
    assert [i.risk for i in ideas] == [Risk.TOPIC_ONLY]
