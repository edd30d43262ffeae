"""The repository speaks of the product alone: no machine it was written on, no registry, no half-done marks."""

import re

import pytest

from repo.places import named, written_files

#: One letter of each word stands in brackets, so that this file does not find itself.
FOREIGN = re.compile(
    r"(?<![\w.])/(?:wor[k]|roo[t]|home/\w+)/"
    r"|/tmp/brie[f]"
    r"|pyp[i]\.org|pythonhoste[d]|registry\.npmj[s]"
    r"|(?:#|//|<!--|/\*).*\b(?:TOD[O]|FIXM[E]|XX[X])\b"
)
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".tsv",
    ".txt",
    ".in",
    ".html",
    ".css",
    ".js",
    ".json",
    ".ics",
    ".eml",
    ".vcf",
    "",
}
#: What others wrote and we carry along as it is.
CARRIED = ("LICENSE", "/vendor/")


def lines_that_speak_of_something_else(text: str) -> list[str]:
    return [line.strip()[:120] for line in text.splitlines() if FOREIGN.search(line)]


def test_every_file_speaks_of_the_product_alone() -> None:
    written = [path for path in written_files(*TEXT) if not any(part in named(path) for part in CARRIED)]
    assert len(written) > 100
    foreign = {
        named(path): lines
        for path in written
        if (lines := lines_that_speak_of_something_else(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert foreign == {}


@pytest.mark.parametrize(
    "line", ["see /{}/notes".format("work"), "# {} later".format("TO" + "DO"), "/home/{}/x".format("ann")]
)
def test_foreign_words_would_be_seen(line: str) -> None:
    assert lines_that_speak_of_something_else(line)
