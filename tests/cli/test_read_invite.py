"""``afterword read invite``: what a file says, nothing kept."""

from pathlib import Path

import pytest

from cli.test_add_invite import INVITE, USUAL

FIELDS = {
    "uid", "method", "sequence", "status", "summary", "start", "end", "end_guessed", "zone", "zone_certain", "link",
    "location", "people",
}  # fmt: skip


@pytest.fixture
def invite(tmp_path: Path) -> Path:
    path = tmp_path / "invite.ics"
    path.write_text(INVITE.format(**USUAL).replace("\n", "\r\n"))
    return path


def test_one_file_answers_one_object_with_the_promised_fields(cli, invite) -> None:
    answer = cli("read", "invite", invite, "--me", "Nadia@mail.example", "--json")
    assert answer.code == 0
    (interview,) = answer.value["interviews"]
    assert set(interview) >= FIELDS
    assert (interview["start"], interview["end"]) == (
        "2026-11-12T14:00:00-05:00",
        "2026-11-12T15:30:00-05:00",
    )
    likely = [person["name"] for person in interview["people"] if person["likely_interviewer"]]
    assert likely == ["Marta Lindqvist"]


def test_several_files_answer_a_line_each_and_a_missing_one_costs_nothing(cli, invite, tmp_path) -> None:
    answer = cli("read", "invite", invite, tmp_path / "missing.ics", invite, "--json")
    assert answer.code == 3
    assert [Path(line["file"]).name for line in answer.lines] == ["invite.ics", "missing.ics", "invite.ics"]
    assert ["error" in line for line in answer.lines] == [False, True, False]


def test_a_file_that_holds_no_interview_says_what_failed(cli, tmp_path) -> None:
    path = tmp_path / "bad.ics"
    path.write_text("this is no calendar")
    answer = cli("read", "invite", path, "--json")
    assert answer.code == 3
    assert answer.value["interviews"] == []
    assert answer.value["findings"]


def test_in_words_it_ticks_who_likely_interviewed(cli, invite) -> None:
    text = cli("read", "invite", invite, "--me", "nadia@mail.example").out
    assert "Thu 12 Nov 2026 14:00 to Thu 12 Nov 2026 15:30 (America/New_York)" in text
    assert "[x] Marta Lindqvist" in text
    assert "[ ] Blue Room" in text
