"""``afterword draft`` and ``afterword call``: the letters and the card of the documentation's example."""

import pytest

from afterword.cli.call import BRANCHES


def test_one_letter_for_each_person_with_the_sources_of_its_sentences(cli, case_file, example) -> None:
    answer = cli("draft", case_file(example), "--json")
    assert answer.code == 0
    assert {letter["to"] for letter in answer.value["drafts"]} == {"marta", "devon"}
    for letter in answer.value["drafts"]:
        assert set(letter) >= {"to", "kind", "subject", "body", "sentences", "findings"}
        assert letter["kind"] == "thank_you"
        assert "Halden Tools" in letter["subject"] + letter["body"]
        assert any(source["from"] == "point" for part in letter["sentences"] for source in part["sources"])
    assert set(answer.value) >= {"drafts", "kept_out", "ask", "warnings"}


@pytest.mark.parametrize("notes", ["points", "text", "both"])
def test_letters_can_be_written_from_either_kind_of_notes(cli, case_file, example, notes) -> None:
    answer = cli("draft", case_file(example), "--from", notes, "--json")
    assert answer.code == 0
    assert len(answer.value["drafts"]) == 2


@pytest.mark.parametrize(
    ("outcome", "asked", "kind"),
    [
        ("pending", (), "thank_you"),
        ("rejected", (), "feedback_request"),
        ("rejected", ("--kind", "thank_you"), "thank_you"),
        ("pending", ("--kind", "status_check"), "status_check"),
    ],
)
def test_the_kind_is_the_one_asked_for_or_the_one_the_case_calls_for(
    cli, case_file, example, outcome, asked, kind
) -> None:
    answer = cli("draft", case_file({**example, "outcome": outcome}), *asked, "--json")
    assert {letter["kind"] for letter in answer.value["drafts"]} == {kind}


def test_in_words_a_letter_reads_as_it_will_be_sent(cli, case_file, example) -> None:
    text = cli("draft", case_file(example)).out
    assert "To: Marta Lindqvist <marta.lindqvist@haldentools.example>" in text
    assert "Subject: " in text
    assert "Nadia Okafor" in text


def test_the_same_case_gives_the_same_bytes(cli, case_file, example) -> None:
    path = case_file(example)
    assert cli("draft", path, "--json").out == cli("draft", path, "--json").out


@pytest.mark.parametrize("command", ["draft", "call"])
def test_one_bad_case_of_many_costs_the_others_nothing(cli, case_file, example, command) -> None:
    cases = {"cases": [{"id": "bad", "input": {"interview": {}}}, {"id": "good", "input": example}]}
    answer = cli(command, case_file(cases), "--all")
    assert answer.code == 3
    assert set(answer.value["bad"]) == {"error"}
    assert "error" not in answer.value["good"]


def test_the_card_has_every_branch_of_the_call(cli, case_file, example) -> None:
    answer = cli("call", case_file(example), "--json")
    assert answer.code == 0
    assert answer.value["to"] == "marta"
    assert answer.value["not_before"] == "2026-11-23"
    assert set(answer.value["branches"]) == set(BRANCHES)
    assert all(text.strip() for text in answer.value["branches"].values())


def test_in_words_the_card_says_whom_to_call_and_what_to_say_when(cli, case_file, example) -> None:
    text = cli("call", case_file(example)).out
    assert text.startswith("Call Marta Lindqvist, 555-0117\n")
    assert "Voicemail:" in text
