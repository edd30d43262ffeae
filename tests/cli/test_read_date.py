"""``afterword read date``: a promised day, or honestly none."""

import json

NOW = "2026-11-12T17:00:00-05:00"


def test_a_promised_day_is_answered_with_the_words_that_decided(cli) -> None:
    answer = cli("read", "date", "We will decide by November 20.", "--now", NOW, "--json")
    assert answer.code == 0
    assert answer.value["date"] == "2026-11-20"
    assert set(answer.value) == {"date", "earliest", "words", "reading", "ambiguous"}


def test_words_that_promise_nothing_answer_null(cli) -> None:
    answer = cli("read", "date", "It was good to meet you on November 20.", "--now", NOW, "--json")
    assert answer.code == 0
    assert answer.value["date"] is None


def test_in_words_it_names_the_day(cli) -> None:
    text = cli("read", "date", "We will decide by November 20.", "--now", NOW).out
    assert text.startswith("By Friday 20 November 2026")


def test_lines_are_answered_in_order_with_their_ids_and_a_bad_one_costs_nothing(cli) -> None:
    given = [
        json.dumps({"id": "a", "text": "We will decide by November 20.", "now": NOW}),
        "not json",
        json.dumps({"id": "c"}),
        "",
        json.dumps({"id": 7, "text": "We will decide by November 20.", "now": "2025-11-12T17:00:00-05:00"}),
        json.dumps({"id": "e", "text": "We will decide by November 20.", "now": "soon"}),
    ]
    answer = cli("read", "date", "--lines", "--now", NOW, stdin="\n".join(given))
    assert answer.code == 3
    assert [line["id"] for line in answer.lines] == ["a", 2, "c", 7, "e"]
    assert [line.get("date") for line in answer.lines] == ["2026-11-20", None, None, "2025-11-20", None]
    assert [bool(line.get("error")) for line in answer.lines] == [False, True, True, False, True]
