"""Every command, setting and path is documented, and every path the documentation names exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.cli.exits import Exit
from afterword.cli.table import TABLE, Row
from afterword.options import TABLE as SETTINGS
from repo.places import DOCS, ROOT, WRITTEN, named, pages


def commands(rows: tuple[Row, ...] = TABLE, before: str = "") -> Iterator[str]:
    for row in rows:
        name = f"{before}{row.name}"
        if row.rows:
            yield from commands(row.rows, f"{name} ")
        else:
            yield name


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_has_its_section(command: str) -> None:
    page = DOCS.joinpath("reference/commands.md").read_text(encoding="utf-8")
    assert re.search(rf"^##+ `{command}\b", page, flags=re.MULTILINE)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_has_its_row_with_its_default(setting) -> None:
    page = DOCS.joinpath("reference/settings.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| `AFTERWORD_{setting.name.upper()}` \| ([^|]*)\|", page, flags=re.MULTILINE)
    assert row is not None
    assert setting.default in row[1]


def test_no_setting_is_documented_that_is_not_there() -> None:
    page = DOCS.joinpath("reference/settings.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `AFTERWORD_(\w+)`", page, flags=re.MULTILINE))
    assert told == {setting.name.upper() for setting in SETTINGS}


def test_every_exit_code_is_documented() -> None:
    page = DOCS.joinpath("reference/commands.md").read_text(encoding="utf-8")
    assert [code for code in Exit if f"| {code.value} |" not in page] == []


def paths_named(page: Path) -> Iterator[Path]:
    """Links to files, and code spans that begin with a folder or file of this repository."""
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in link and not link.startswith("mailto:"):
            yield (page.parent / link).resolve()
    for span in re.findall(r"`([\w.][\w./-]*/[\w./-]*)`", text):
        if span.split("/")[0] in WRITTEN:
            yield ROOT / span


@pytest.mark.parametrize("page", list(pages()), ids=named)
def test_every_path_a_page_names_exists(page: Path) -> None:
    assert [str(path) for path in paths_named(page) if not path.exists()] == []


def test_the_pages_of_the_house_are_there() -> None:
    for name in (
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "LICENSE",
        "docs/decisions.md",
    ):
        assert ROOT.joinpath(name).read_text(encoding="utf-8").strip(), name


def test_the_licence_is_whole() -> None:
    text = ROOT.joinpath("LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_changelog_speaks_of_what_is_not_released_yet_or_of_this_version() -> None:
    from afterword import __version__

    heads = re.findall(
        r"^## (.+)$", ROOT.joinpath("CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert heads[0] == "Unreleased" or heads[0].startswith(__version__)
