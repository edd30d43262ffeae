"""Every rule is held to its own sentences; all of them together to sentences nobody should doubt."""

import pytest

from afterword.core.proof.check import proofread
from afterword.core.proof.genre import Rule, genre, slips
from afterword.core.proof.tokens import tokens_of

RULES = genre().rules
WRONG = [(rule, wrong, right) for rule in RULES for wrong, right in rule.bad]
RIGHT = [(rule, right) for rule in RULES for right in (*rule.good, *(fixed for _, fixed in rule.bad))]


def code(rule: Rule) -> str:
    """The code its findings bear."""
    return f"{rule.family}.{rule.id}"


def test_there_are_rules_enough_and_each_has_a_name_of_its_own() -> None:
    assert len(RULES) >= 240
    assert len({code(rule) for rule in RULES}) == len(RULES)


def test_every_rule_shows_a_sentence_it_flags_and_one_it_leaves_alone() -> None:
    assert [code(rule) for rule in RULES if not (rule.bad and rule.good and rule.say)] == []


@pytest.mark.parametrize(
    ("rule", "wrong", "right"), WRONG, ids=[f"{code(rule)}: {wrong}" for rule, wrong, _ in WRONG]
)
def test_a_rule_flags_its_sentence_and_one_of_its_fixes_mends_it(rule: Rule, wrong: str, right: str) -> None:
    found = [finding for finding in slips(wrong, tokens_of(wrong)) if finding.code == code(rule)]
    mended = [
        wrong[: finding.span.start] + fix + wrong[finding.span.end :]
        for finding in found
        if finding.span
        for fix in finding.fixes
    ]
    assert right in mended


@pytest.mark.parametrize(("rule", "right"), RIGHT, ids=[f"{code(rule)}: {right}" for rule, right in RIGHT])
def test_no_rule_at_all_doubts_a_right_sentence(rule: Rule, right: str) -> None:
    assert proofread(right) == (), code(rule)
