"""``afterword proof``: findings with their places, one text or many; the engine itself is tested elsewhere."""

import json

import pytest

import afterword.cli.proof as module
from afterword.adapters.proof.memory import MemoryEngine
from afterword.services.proof_text import proof_text


@pytest.fixture(autouse=True)
def _without_an_engine(monkeypatch) -> None:
    """The checks of our own answer alone, at once."""

    class Wired:
        engine = MemoryEngine()

    monkeypatch.setattr(module, "wired", Wired)


def codes(answer) -> set[str]:
    return {finding["code"] for finding in answer["findings"]}


def test_a_placeholder_left_in_a_text_is_found_with_its_place(cli) -> None:
    text = "Dear [Name],\n\nThank you for your time."
    answer = cli("proof", "--json", stdin=text)
    assert answer.code == 1
    (finding,) = [one for one in answer.value["findings"] if text[one["start"] : one["end"]] == "[Name]"]
    assert set(finding) == {"start", "end", "code", "message", "fixes"}


def test_a_text_without_fault_is_fine(cli, tmp_path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("Thank you for your time — it was good to meet you.".encode("utf-16"))
    answer = cli("proof", path)
    assert (answer.code, answer.out) == (0, "Nothing found.\n")


def test_a_caret_stands_under_the_words(cli) -> None:
    answer = cli("proof", stdin="Dear Ana,\n\nThank you for you time.\n")
    lines = answer.out.splitlines()
    assert lines[0].startswith("line 3: ")
    assert lines[1:3] == ["    Thank you for you time.", "                  ^^^"]


def test_names_are_held_against_the_case(cli, case_file, example) -> None:
    path = case_file(example)
    wrong = "Dear Marte,\n\nThank you for your time on Thursday.\n\nNadia Okafor"
    with_case = cli("proof", "--case", path, "--to", "marta", "--json", stdin=wrong)
    assert with_case.code == 1
    assert any(code.startswith("name") for code in codes(with_case.value))
    right = cli("proof", "--case", path, "--to", "marta", "--json", stdin=wrong.replace("Marte", "Marta"))
    assert right.value == {"findings": []}


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--to", "marta"), "give the case with --case"), (("--to", "nobody"), "no interviewer")],
)
def test_a_person_needs_a_case_that_has_them(cli, case_file, example, words, told) -> None:
    case = ("--case", case_file(example)) if "nobody" in words else ()
    answer = cli("proof", *words, *case, stdin="Dear Marta,")
    assert answer.code == 3
    assert told in answer.err


def test_lines_are_answered_in_order_and_findings_are_no_failure(cli) -> None:
    given = [json.dumps({"id": "a", "text": "Dear [Name],"}), json.dumps({"id": "b", "text": "Thank you."})]
    answer = cli("proof", "--lines", stdin="\n".join(given))
    assert answer.code == 0
    assert [line["id"] for line in answer.lines] == ["a", "b"]
    assert [bool(line["findings"]) for line in answer.lines] == [True, False]


def test_a_line_that_cannot_be_read_costs_the_others_nothing(cli) -> None:
    answer = cli("proof", "--lines", stdin='nonsense\n{"id": 2, "text": "Thank you."}\n')
    assert answer.code == 3
    assert [set(line) for line in answer.lines] == [{"id", "error"}, {"id", "findings"}]


def test_in_words_each_finding_names_its_line(cli) -> None:
    assert "line 3: " in cli("proof", stdin="Dear Marta,\n\nThank you, [Name].").out


@pytest.mark.parametrize(("locale", "asked"), [("", "en"), ("en-GB", "en-GB")])
def test_either_spelling_is_right_unless_the_case_tells_which(
    monkeypatch, cli, case_file, example, locale, asked
) -> None:
    told: list[str] = []

    class Wired:
        engine = MemoryEngine()

    def remembering(text, *, dialect, **rest):
        told.append(dialect)
        return proof_text(text, dialect=dialect, **rest)

    monkeypatch.setattr(module, "wired", Wired)
    monkeypatch.setattr(module, "proof_text", remembering)
    given = (
        ["--case", case_file({**example, "candidate": {**example["candidate"], "locale": locale}})]
        if locale
        else []
    )
    cli("proof", *given, stdin="I organise the books.")
    assert told == [asked]
