"""``afterword plan``: the derived plan of the documentation's example, at moments one can check by eye."""

import pytest

#: Interview on Thursday 2026-11-12, 14:00 to 15:30 New York; word promised by Friday the 20th.
MOMENTS = [
    ("2026-11-12T16:00:00-05:00", "thank_you", "later"),
    ("2026-11-12T16:31:00-05:00", "thank_you", "open"),
    ("2026-11-14T15:31:00-05:00", "thank_you", "late"),
    ("2026-11-17T15:31:00-05:00", "thank_you", "closed"),
    ("2026-11-20T12:00:00-05:00", "phone_call", "later"),
    ("2026-11-23T12:00:00-05:00", "phone_call", "open"),
]


def states(answer, rule: str) -> set[str]:
    return {step["state"] for step in answer["steps"] if step["rule"] == rule}


@pytest.mark.parametrize(("now", "rule", "state"), MOMENTS)
def test_the_plan_follows_the_moment(cli, case_file, example, now, rule, state) -> None:
    answer = cli("plan", case_file(example), "--now", now, "--json")
    assert answer.code == 0
    assert states(answer.value, rule) == {state}


@pytest.mark.parametrize(
    "now", ["2026-11-13T09:00", "2026-11-13", "2026-11-13T14:00:00Z", "2026-11-13T09:00-05:00"]
)
def test_a_moment_without_an_offset_is_the_candidates(cli, case_file, example, now) -> None:
    path = case_file(example)
    same = cli("plan", path, "--now", "2026-11-13T09:00:00-05:00", "--json").value
    assert cli("plan", path, "--now", now, "--json").value == same


def test_a_moment_that_is_none_is_bad_input(cli, case_file, example) -> None:
    answer = cli("plan", case_file(example), "--now", "tomorrow")
    assert answer.code == 3
    assert "“tomorrow” is no ISO 8601 time" in answer.err


def test_in_words_what_presses_comes_first_with_its_reason(cli, case_file, example) -> None:
    text = cli("plan", case_file(example), "--now", "2026-11-13T09:00:00-05:00").out
    assert text.index("Thank Marta Lindqvist, by Sat 14 Nov 2026 15:30 EST") < text.index(
        "Call Marta Lindqvist, from"
    )
    assert "You met Marta Lindqvist on Thursday 12 November" in text
    assert "\x1b" not in text


def test_one_bad_case_of_many_costs_the_others_nothing(cli, case_file, example) -> None:
    cases = {
        "cases": [
            {"id": "good", "input": example},
            {"id": "bad", "input": {}},
            {"id": "too", "input": example},
        ]
    }
    answer = cli("plan", case_file(cases), "--all", "--now", "2026-11-13T09:00:00-05:00")
    assert answer.code == 3
    assert list(answer.value) == ["good", "bad", "too"]
    assert answer.value["good"] == answer.value["too"]
    assert set(answer.value["bad"]) == {"error"}
    assert states(answer.value["good"], "thank_you") == {"open"}


def test_a_fault_of_ours_in_one_case_costs_the_others_nothing(cli, case_file, example, monkeypatch) -> None:
    import afterword.cli.plan as module

    real = module.plan

    def faulty(facts, **given):
        if facts.candidate.name == "Nobody":
            raise ZeroDivisionError("by nought")
        return real(facts, **given)

    monkeypatch.setattr(module, "plan", faulty)
    nobody = {**example, "candidate": {"name": "Nobody"}}
    cases = {"cases": [{"id": "a", "input": nobody}, {"id": "b", "input": example}]}
    answer = cli("plan", case_file(cases), "--all", "--now", "2026-11-13")
    assert answer.code == 3
    assert "ZeroDivisionError" in answer.value["a"]["error"]
    assert answer.value["b"]["steps"]


def test_a_file_without_a_list_of_cases_cannot_be_read_as_many(cli, case_file, example) -> None:
    answer = cli("plan", case_file(example), "--all")
    assert answer.code == 3
    assert "does not hold many cases" in answer.err


def test_the_case_may_come_from_standard_input(cli, example) -> None:
    import json

    answer = cli("plan", "-", "--now", "2026-11-13", "--json", stdin="\ufeff" + json.dumps(example))
    assert states(answer.value, "thank_you") == {"open"}
