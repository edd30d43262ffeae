"""Each check both ways: a table of sentences that must be flagged, each beside a neighbour that must not be.

The letter goes to Gordon Pell after an interview on Tuesday, 6 October 2026, about the Cost Accountant role at
Prairie Crest Grain. Kept out: the sale of the Salina elevator, his daughter in hospital, the $96,000.
"""

from pathlib import Path

import pytest

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.findings import Finding
from afterword.core.writing.gate.check import Checked, check_letter
from afterword.core.writing.gate.phrases import phrases
from afterword.core.writing.gate.splices import splices
from core.writing.gate.letters import build

FOR_LENA = "Thank you very much for the long walk between the bins. I hope we get to work together."
SENT_BEFORE = (
    "Dear Gordon,\n\nI came away with a clear picture of the counts.\n\nBest regards,\nTeodora Vasquez"
)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "slips.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def grain() -> Case:
    """Gordon and Lena of Prairie Crest Grain; three of Gordon's notes are not to be mentioned."""
    return build(
        {
            "candidate": {
                "name": "Teodora Vasquez, CPA",
                "strengths": ["inventory accounting", "physical counts"],
                "achievements": ["Cut count adjustments by half at three elevators"],
                "employers": ["Hollis Feed (cost accountant, 2019-2026)"],
            },
            "company": "Prairie Crest Grain",
            "role": "Cost Accountant",
            "met": "2026-10-06T15:00:00-05:00",
            "people": [
                {
                    "id": "a",
                    "name": "Gordon Pell",
                    "relation": "hiring_manager",
                    "notes": [
                        ["challenge", "moisture shrink makes the bin counts differ from the books"],
                        ["project", "new scale tickets system in spring"],
                        ["question", "asked how I would explain shrink to a farmer"],
                        ["growth", "keep quiet: the Salina elevator will be sold to a rival", "no"],
                        ["personal", "his daughter is at a hospital", "no"],
                        ["question", "salary: $96,000 at most", "no"],
                    ],
                },
                {
                    "id": "b",
                    "name": "Lena Fiore",
                    "relation": "peer",
                    "notes": [
                        ["culture", "the accountants ride along on the harvest trucks once a month"],
                        ["team", "four of them share two desks"],
                    ],
                },
            ],
            "earlier": [
                {"to": "a", "kind": "thank_you", "body": SENT_BEFORE},
                {
                    "to": "z",
                    "kind": "thank_you",
                    "body": "Dear Ann,\n\nThanks.",
                    "company": "Stone Mill Foods",
                },
            ],
        }
    )


def letter(sentence: str) -> str:
    """A letter that says something and is signed, with one sentence more."""
    return (
        "Dear Gordon,\n\nThank you for telling me on Tuesday about the Cost Accountant role at Prairie Crest Grain. "
        f"{sentence} The new scale tickets are work I would enjoy.\n\nBest regards,\nTeodora Vasquez"
    )


def check(body: str, *, subject: str = "Thank you: Cost Accountant", to: str = "a") -> Checked:
    """The gate over one thank-you letter, with Lena's letter beside it."""
    lena = f"Hi Lena,\n\n{FOR_LENA}\n\nBest,\nTeodora Vasquez"
    return check_letter(
        grain(),
        to=PersonId(to),
        kind=LetterKind.THANK_YOU,
        subject=subject,
        body=body,
        others=((PersonId("b"), lena),),
    )


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of some findings."""
    return {finding.code for finding in findings}


def test_the_letter_around_the_sentence_is_clean() -> None:
    """Otherwise the tables below would prove nothing."""
    assert codes(check(letter("I liked the bins.")).findings) <= {"size.unusual", "size.short"}


@pytest.mark.parametrize(
    ("code", "severity", "bad", "good"), ROWS, ids=[f"{r[0]}: {r[2][:40]}" for r in ROWS]
)
def test_a_slip_is_flagged_and_its_neighbour_is_not(code: str, severity: str, bad: str, good: str) -> None:
    """The span lies inside the sentence, and the severity is the table's."""
    body = letter(bad)
    found = [f for f in check(body).findings if f.code == code]
    assert found, f"{code} is missing"
    assert severity in {f.severity for f in found}
    begin = body.index(bad)
    for finding in found:
        assert finding.span is not None
        assert begin <= finding.span.start < finding.span.end <= begin + len(bad)
    assert code not in codes(check(letter(good)).findings)


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.code)
def test_a_phrase_is_caught_in_its_bad_example_only(phrase) -> None:  # type: ignore[no-untyped-def]
    """Every entry of phrases.toml brings its own two sentences."""
    assert phrase.code in codes(check(letter(phrase.bad)).findings)
    assert phrase.code not in codes(check(letter(phrase.good)).findings)


@pytest.mark.parametrize("splice", splices(), ids=lambda splice: splice.bad[:40])
def test_a_splice_is_caught_in_its_bad_example_only(splice) -> None:  # type: ignore[no-untyped-def]
    """Every entry of splices.toml brings its own two sentences."""
    assert splice.pattern.search(splice.bad)
    assert "proof.splice" in codes(check(letter(splice.bad)).findings)
    assert "proof.splice" not in codes(check(letter(splice.good)).findings)


@pytest.mark.parametrize(
    ("greeting", "code"),
    [
        ("Dear Gordon,", ""),
        ("Hi Gordon,", ""),
        ("Hello Gordon Pell,", ""),
        ("Good morning, Gordon,", ""),
        ("Dear Mr. Pell,", "name.honorific"),
        ("Dear Gordn,", "name.misspelt"),
        ("Dear Lena,", "name.wrong_person"),
        ("Dear Hiring Manager,", "name.not_greeted"),
        ("Dear ,", "proof.placeholder"),
        ("Dear [Name],", "proof.placeholder"),
    ],
)
def test_the_greeting_names_the_reader(greeting: str, code: str) -> None:
    """Gordon is greeted as the record has him."""
    body = letter("I liked the bins.").replace("Dear Gordon,", greeting)
    found = {c for c in codes(check(body).findings) if c.startswith(("name.", "proof."))}
    assert (code in found) if code else not found


@pytest.mark.parametrize(
    ("name", "greeted", "fine"),
    [
        ("Dr. Ana Lucía García Márquez, CPA", "Dr. García Márquez", True),
        ("Dr. Ana Lucía García Márquez, CPA", "Ana Lucía", True),
        ("Dr. Ana Lucía García Márquez, CPA", "Dr. Garcia Marquez", False),
        ("Dr. Ana Lucía García Márquez, CPA", "Ana", True),
        ("Jürgen Weiß", "Jürgen", True),
        ("Jürgen Weiß", "Jurgen", False),
        ("Molly Anne Sweeney", "Molly Anne", True),
        ("Molly Anne Sweeney", "Molly", True),
        ("Molly Anne Sweeney", "Sweeney", False),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa", True),
        ("Cheng-Han Lo", "Cheng-Han", True),
        ("Cheng-Han Lo", "Cheng", False),
        ('Robert "Bob" Lee', "Bob", True),
        ('Robert "Bob" Lee', "Robert Lee", True),
        ('Robert "Bob" Lee', "Bob Lee", True),
        ('Robert "Bob" Lee', "Rob", False),
        ("Ana 'the' Ruiz", "Ana", True),
        ("Ana 'the' Ruiz", "the", False),
        ("William 'Bill' O'Brien", "Bill", True),
    ],
)
def test_a_greeting_keeps_accents_and_titles(name: str, greeted: str, fine: bool) -> None:
    """What is a name's given part is never guessed beyond what is recorded."""
    told = {
        "candidate": {"name": "Jo Field"},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [{"id": "a", "name": name, "relation": "peer"}],
    }
    body = f"Dear {greeted},\n\nThank you.\n\nBest,\nJo Field"
    got = check_letter(build(told), to=PersonId("a"), kind=LetterKind.THANK_YOU, subject="Thanks", body=body)
    assert fine is not any(f.code in {"name.misspelt", "name.wrong_person"} for f in got.findings)


@pytest.mark.parametrize(
    "name", ["Ana 'the' Ruiz", 'Robert "Bob" Lee', "Bob 'The Hammer' Ng", "Ola van der Berg"]
)
def test_a_name_with_quotation_marks_or_small_words_forbids_no_word(name: str) -> None:
    """ "The", "Van" and "Der" may still begin a sentence."""
    told = {
        "candidate": {"name": name},
        "company": "Marsh",
        "role": "Clerk",
        "met": "2026-10-06T15:00:00+00:00",
        "people": [{"id": "a", "name": name, "relation": "peer"}],
    }
    body = (
        f"Dear {name},\n\nThank you. The close is work I like. Van and Der are words, too.\n\nBest,\n{name}"
    )
    got = check_letter(build(told), to=PersonId("a"), kind=LetterKind.THANK_YOU, subject="Thanks", body=body)
    assert not any(f.code.startswith("name.misspelt") or f.code == "name.signature" for f in got.findings)


@pytest.mark.parametrize(
    ("signature", "code"),
    [
        ("Teodora Vasquez", ""),
        ("Teodora Vasquez, CPA", ""),
        ("Teodora", ""),
        ("Theodora Vasques", "name.signature"),
        ("Gordon Pell", "name.signature"),
    ],
)
def test_the_letter_is_signed_by_its_writer(signature: str, code: str) -> None:
    """With or without post-nominals, but never by another name."""
    body = letter("I liked the bins.").replace("Teodora Vasquez", signature)
    found = {c for c in codes(check(body).findings) if c.startswith("name.sig")}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("Thank you: Cost Accountant", ""),
        ("", "size.subject"),
        ("Thank you for [role]", "proof.placeholder"),
        ("Thank you, and the Salina sale", "leak.blocked"),
    ],
)
def test_the_subject_is_examined_too(subject: str, code: str) -> None:
    """A leak or an empty slot in the subject counts as one in the body."""
    found = codes(check(letter("I liked the bins."), subject=subject).findings)
    assert (code in found) if code else not found & {"size.subject", "proof.placeholder", "leak.blocked"}


def test_a_letter_that_fits_anybody_is_called_unspecific() -> None:
    """Courtesies, role and company are not enough."""
    body = (
        "Dear Gordon,\n\nThank you for the conversation on Tuesday about the Cost Accountant role at Prairie Crest "
        "Grain. I enjoyed it and would welcome another one.\n\nBest regards,\nTeodora Vasquez"
    )
    assert "letter.not_specific" in codes(check(body).findings)
    assert "letter.not_specific" not in codes(check(letter("I liked the bins.")).findings)


def test_two_letters_that_open_or_end_alike_are_told_apart() -> None:
    """Lena's letter opens with "Thank you very much for" and ends with hoping to work together."""
    like_hers = (
        "Dear Gordon,\n\nThank you very much for the new scale tickets story.\n\nI hope we get to work together."
        "\n\nBest regards,\nTeodora Vasquez"
    )
    assert {"distinct.opener", "distinct.closer"} <= codes(check(like_hers).findings)
    assert not {"distinct.opener", "distinct.closer"} & codes(check(letter("I liked the bins.")).findings)


def test_the_same_letter_to_two_people_is_too_alike() -> None:
    """The body of Lena's letter with Gordon's name on it."""
    body = f"Dear Gordon,\n\n{FOR_LENA}\n\nBest,\nTeodora Vasquez"
    assert "distinct.too_alike" in codes(check(body).findings)


@pytest.mark.parametrize(
    ("words", "code"),
    [(5, "size.short"), (60, ""), (200, "size.long")],
)
def test_the_body_has_a_size(words: int, code: str) -> None:
    """Counted in words, greeting and signature included; each filler sentence has six."""
    body = letter(" ".join(["I liked the bins very much."] * (words // 6)))
    if words == 5:
        body = "Dear Gordon,\n\nI liked the bins.\n\nBest,\nTeodora Vasquez"
    found = codes(check(body).findings) & {"size.short", "size.long"}
    assert found == ({code} if code else set())


def test_findings_come_gravest_first() -> None:
    """A leak before a cliché before a note."""
    found = check(letter("I am a team player and I REALLY wish your daughter well.")).findings
    order = ["stop", "warning", "note"]
    ranks = [order.index(f.severity) for f in found]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


def test_only_leaks_placeholders_and_wrong_names_stop_a_letter() -> None:
    """The user may override everything else."""
    stopping = {row[0].split(".")[0] for row in ROWS if row[1] == "stop"}
    assert stopping == {"leak", "name", "proof"}
    assert check(letter("I wish your daughter well.")).stopped
    assert not check(letter("I am a team player.")).stopped
