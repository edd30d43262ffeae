"""Facts the reader would not like to see in writing: the topic stays, the failing and its figure go."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.notes.phrases import DETERMINERS, PREPOSITIONS, head_index, is_number

_FAILING = re.compile(
    r"\b(off by|errors?|mistakes?|behind|backlogs?|slow(ly)?|(?:never|not|don't) (?:match|tie|reconcile|agree|work|talk|balance|read)\w*"
    r"|(?:not|never) (?:been |yet )?(?:updated|done|tested|documented|reviewed|reconciled|ready|finished|started|written)|overrid\w+|slipp\w+|nobody|no one|no-one|mess(y)?|guesswork|guess(es|ing)?|unpaid|overdue|chao\w+|broken?|breaks|broke|fail\w*|los(t|es|ing)|loss(es)?|miss(ed|es|ing)|wrong|weak"
    r"|poor(ly)?|bad(ly)?|worst|penalt\w+|fines?|fined|deficien\w+|complain\w*|duplicates?|late|delayed|delays?|stuck|stale|outdated|ancient"
    r"|under ?staffed|short[- ]staffed|short-handed|turnover|churn|attrition|shrinkage|write-offs?|bad debts?|overspen\w+|over budget|shortfall"
    r"|deficits?|declin\w+|fell|falling|dropp\w+|down \d\S*|unreconciled|mismatch\w*|disputes?|disputed|gaps?|leak\w*|untested|unsupported"
    r"|nightmare|feels? like|homework|disaster|hate[sd]?|pain(ful)?|struggl\w+|problems?|trouble|inaccura\w+|unreliable|ignored?|forgotten|restat\w+|returns? (?:on|are|at|of|run|hit)\b.*\d)",
    re.I,
)
_HIGH_SHARE = re.compile(r"\b\d[\d.]*%")
_NEUTRAL_SHARE = re.compile(
    r"\b(grow\w*|grew|increase\w*|up|more|rise|rising|rose|target|revenue|sales|expan\w+|recurring|remote|women|foreign|export\w*|owned|stake|complete\w*|done|automat\w+)\b",
    re.I,
)


def face_threatening(text: str, kind: PointKind | None) -> bool:
    """Whether a text names a failing of theirs, or a share that reads as one."""
    if kind in {PointKind.GROWTH, PointKind.CONNECTION, PointKind.NEXT_STEP}:
        return bool(re.search(r"\b(loss(es)?|los(t|ing)|declin\w+|deficit|shrink\w*)\b", text, re.I))
    if _FAILING.search(text):
        return True
    if kind in {PointKind.CULTURE, PointKind.TEAM}:
        return False
    return bool(_HIGH_SHARE.search(text)) and not _NEUTRAL_SHARE.search(text)


_BLUNT = re.compile(
    r"^(?:messy|chaotic|broken|terrible|awful|slow|bad|wrong|poor|weak|outdated|ancient|painful|unreliable|horrible|nightmare|late|manual|inaccurate)$",
    re.I,
)


def without_figures(topic: list[str]) -> list[str]:
    """A topic without its numbers, blunt adjectives, and what hangs on a number; may come back empty."""
    head = head_index(topic)
    front = [
        p for i, p in enumerate(topic[: head + 1])
        if (not is_number(p) or (i and topic[i - 1].isupper()) or re.fullmatch(r"\d{4}", p)) and (not _BLUNT.match(p) or topic[i + 1 : i + 2] in (["debt"], ["debts"]))
    ]  # fmt: skip
    tail = topic[head + 1 :]
    if any(is_number(p) for p in tail) or (
        tail and tail[0].lower() in {"behind", "off", "down", "up", "short", "late"}
    ):
        tail = _before_number(tail)
    kept = front + tail
    if len(kept) == 1 and kept[0].lower() in DETERMINERS:
        return []
    return kept


def _before_number(tail: list[str]) -> list[str]:
    """The part of a tail before the prepositional phrase that holds the first number."""
    first = next((i for i, p in enumerate(tail) if is_number(p)), len(tail))
    cut = max((i for i in range(first) if tail[i].lower() in PREPOSITIONS), default=0)
    kept = tail[:cut]
    return kept if len(kept) > 1 else []
