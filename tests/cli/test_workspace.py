"""The commands that keep things, each run as a process of its own on a workspace of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Answer

Shell = Callable[..., Answer]

INTERVIEW = [
    "Halden Tools",
    "Accounting Manager",
    "2026-11-12",
    "America/New_York",
    "14:00",
    "15:30",
    "Marta Lindqvist",
    "Controller",
    "marta@haldentools.example",
    "m",
    "",
    "first round",
]
#: One line for each opening of the capture, then the free box.
DEBRIEF = [
    "two new plants",
    "the close takes ten days",
    "",
    "",
    "",
    "",
    "",
    "they decide by November 20",
    "",
    "",
    "y",
]


def shell_on(home: Path) -> Shell:
    """A shell that runs ``afterword`` at a fixed moment on the workspace in ``home``."""
    here = {
        **os.environ,
        "AFTERWORD_HOME": str(home),
        "AFTERWORD_NOW": "2026-11-13T09:00:00-05:00",
        "AFTERWORD_PROOF_ENGINE": "none",
    }

    def start(*words: str | Path, stdin: list[str] | None = None, **settings: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "afterword", *map(str, words)],
            input="".join(f"{line}\n" for line in stdin or []),
            env={**here, **settings},
            capture_output=True,
            text=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return start


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """On a workspace that is not there yet."""
    return shell_on(tmp_path / "home")


@pytest.fixture(scope="session")
def with_interview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that holds the one interview, to be copied."""
    home = tmp_path_factory.mktemp("made") / "home"
    kept = shell_on(home)("add", "interview", stdin=INTERVIEW)
    assert kept.code == 0, kept.err
    assert "Accounting Manager at Halden Tools" in kept.out
    return home


@pytest.fixture
def after_interview(with_interview: Path, tmp_path: Path) -> Shell:
    """On a workspace that holds the one interview."""
    return shell_on(Path(shutil.copytree(with_interview, tmp_path / "home")))


def states(answer: Answer, rule: str) -> list[str]:
    return [step["state"] for step in answer.value["steps"] if step["rule"] == rule]


def test_from_the_interview_to_the_rejection_the_plan_follows_what_is_kept(after_interview: Shell) -> None:
    shell = after_interview
    assert "Thank Marta Lindqvist, by Sat 14 Nov 2026 15:30 EST" in shell("today").out

    told = shell("debrief", "--json", stdin=DEBRIEF)
    assert told.code == 0, told.err
    assert told.value["points"] == 3
    assert told.value["promises"] == 1
    calls = [step for step in shell("today", "--json").value["steps"] if step["rule"] == "phone_call"]
    assert [call["opens"][:10] for call in calls] == ["2026-11-23"]

    reply = shell("add", "reply", "--says", "not_yet", "--for", "halden", "--from", "marta", "--json")
    assert reply.code == 0, reply.err
    outcome = shell("add", "outcome", "rejection", "--for", "accounting", "--json")
    assert outcome.value["outcome"] == "rejection"
    after = shell("today", "--json")
    assert states(after, "feedback")
    assert "open" not in states(after, "phone_call")


MAIL = """From: Marta Lindqvist <MARTA@haldentools.example>
Subject: Re: Thank you
Date: Fri, 13 Nov 2026 08:15:00 -0500
Content-Type: text/plain; charset=utf-8

We have not decided yet.
"""


def test_a_reply_is_read_from_the_mail_it_came_in(after_interview: Shell, tmp_path: Path) -> None:
    (tmp_path / "reply.eml").write_text(MAIL)
    told = after_interview("add", "reply", str(tmp_path / "reply.eml"), "--for", "halden", stdin="2\n")
    assert told.code == 0, told.err
    assert "“Re: Thank you” from Marta Lindqvist. What does it say?" in told.out + told.err
    assert "not decided yet" in told.out
    out = tmp_path / "out"
    after_interview("export", str(out))
    tables = json.loads((out / "data.json").read_text())["tables"]
    (kept,) = [row for row in tables["happenings"] if row["what"] == "reply"]
    assert (kept["at"], kept["text"]) == ("2026-11-13T13:15:00+00:00", "We have not decided yet.")
    assert kept["person"]


def test_a_backup_brings_back_what_was_and_keeps_what_is(after_interview: Shell) -> None:
    shell = after_interview
    backup = shell("backup", "--json").value
    assert Path(backup["file"]).is_file()
    shell("add", "outcome", "withdrawn", "--for", "halden")
    restored = shell("restore", backup["file"], "--json").value
    assert restored["restored"] == backup["file"]
    assert Path(restored["before"]).is_file()
    assert states(shell("today", "--json"), "thank_you") == ["open"]


def test_what_is_exported_can_be_imported_whole(after_interview: Shell, tmp_path: Path) -> None:
    shell = after_interview
    out = tmp_path / "out"
    written = shell("export", out, "--json").value
    assert (out / "data.json").is_file()
    again = shell("export", out)
    assert again.code == 1
    assert "not empty" in again.err
    elsewhere = {"AFTERWORD_HOME": str(tmp_path / "elsewhere")}
    assert shell("import", out, "--json", **elsewhere).value["rows"] == written["rows"]
    assert states(shell("today", "--json", **elsewhere), "thank_you") == ["open"]


def test_the_doctor_says_what_is_well(after_interview: Shell) -> None:
    answer = after_interview("doctor", "--json")
    assert answer.code in (0, 1)
    assert answer.value["well"] is (answer.code == 0)
    assert {"checks", "findings"} <= set(answer.value)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("backup",), 4, "no workspace"),
        (("restore", "no such file"), 3, "no file"),
        (("add", "outcome", "offer", "--for", "nobody"), 3, "There is no opportunity “nobody”."),
        (("add", "interview"), 3, "The answers ended here."),
        (("debrief",), 3, "There is no interview yet."),
        (("import", "nowhere"), 3, "no export"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_with_its_exit_code(shell: Shell, words, code, told) -> None:
    answer = shell(*words)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("setting", "value"),
    [("AFTERWORD_PORT", "80"), ("AFTERWORD_HOST", "0.0.0.0"), ("AFTERWORD_BROWSER", "maybe")],
)
def test_a_setting_that_cannot_be_used_is_named(shell: Shell, setting, value) -> None:
    answer = shell("today", **{setting: value})
    assert answer.code == 3
    assert setting in answer.err


def test_answers_in_json_are_clean_of_questions(shell: Shell) -> None:
    answer = shell("add", "interview", "--json", stdin=INTERVIEW)
    assert set(json.loads(answer.out)) == {"id"}
    assert "Which company?" in answer.err
