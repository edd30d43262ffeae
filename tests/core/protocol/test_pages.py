"""What the pages about the protocol say is what the protocol does."""

from pathlib import Path

import pytest

from afterword.core.protocol import default_playbook
from core.protocol.build import World, local

DOCS = Path(__file__).parents[3] / "docs"


def rows(heading: str) -> list[list[str]]:
    """The rows of the table of the specification that begins with a heading."""
    lines = (DOCS / "spec" / "protocol.md").read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    table = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


@pytest.mark.parametrize("row", rows("interview ends"))
def test_the_table_of_thank_you_letters_is_true(row: list[str]) -> None:
    end, zone, *times = row
    world = World(zone)
    world.person("luis")
    world.interview("luis", end=end)
    step = world.step("thank_you:i1:luis", end)
    assert [local(step.opens), local(step.target), local(step.due)] == times


@pytest.mark.parametrize("row", rows("last interview ends"))
def test_the_table_of_calls_is_true(row: list[str]) -> None:
    end, zone, promised, opens = row
    world = World(zone)
    world.person("luis")
    world.interview("luis", end=end)
    if promised:
        world.promise(end, promised)
    assert local(world.step("phone_call:o:1", end).opens) == opens


def test_every_number_of_the_playbook_is_on_its_page() -> None:
    page = (DOCS / "reference" / "playbook.md").read_text(encoding="utf-8")
    for saying in default_playbook().sayings:
        assert f"| `{saying.key}` | {saying.value} | {saying.says} | {saying.source} |" in page
