"""Every code the gate and the call card can give is told in the reference, and none that they cannot."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

AREAS = "grounding|claim|leak|letter|distinct|history|name|person|tone|topic|size|proof|sentence|call"


def spoken() -> set[str]:
    """The codes in the sources; likeness codes are put together from two words."""
    gate = Path(str(files("afterword.core.writing.gate")))
    places = [*gate.glob("*.py"), gate / "phrases.toml", gate.parent / "calls.py"]
    texts = " ".join(place.read_text(encoding="utf-8") for place in places)
    found = set(re.findall(rf"\"((?:{AREAS})\.[a-z_]+)\"", texts))
    likeness = {
        f"{whose}.{how}"
        for whose in ("distinct", "history")
        for how in ("too_alike", "rather_alike", "sentence")
    }
    return found | likeness


def documented() -> set[str]:
    """The codes in docs/reference/gate.md."""
    page = Path(__file__).parents[4] / "docs" / "reference" / "gate.md"
    return set(re.findall(rf"`((?:{AREAS})\.[a-z_]+)`", page.read_text(encoding="utf-8")))


def test_every_code_is_documented_and_every_documented_code_exists() -> None:
    """A finding a user sees can be looked up."""
    assert documented() == spoken()


@pytest.mark.parametrize("area", AREAS.split("|"))
def test_every_area_has_a_code(area: str) -> None:
    """Otherwise the pattern above would be looking for nothing."""
    assert any(code.startswith(f"{area}.") for code in spoken())
