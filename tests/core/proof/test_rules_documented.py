"""The page of families tells how many rules each has."""

import re
from collections import Counter
from pathlib import Path

from afterword.core.proof.genre import genre

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "proof-rules.md"


def test_every_family_stands_on_the_page_with_its_number_of_rules() -> None:
    told = re.findall(r"^\| `(\w+)` \| (\d+) \|", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    assert {family: int(number) for family, number in told} == Counter(rule.family for rule in genre().rules)
