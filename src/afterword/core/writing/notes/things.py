"""Noun phrases: a project, a team, a number of things; and moves from one number to another."""

import re

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea, Shape
from afterword.core.writing.notes.chunk import Chunk, idea
from afterword.core.writing.notes.person import shifted
from afterword.core.writing.notes.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    head_index,
    is_number,
    is_plural,
    plausible_noun_phrase,
    with_article,
)
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.notes.tokens import lowered
from afterword.core.writing.notes.topics import PERIODS
from afterword.core.writing.words.articles import a_or_an
from afterword.core.writing.words.lexicon import CasedSort, Tag, cased, verb_as
from afterword.core.writing.words.numerals import TENS, words_between
from afterword.core.writing.words.tagger import Pos, can_be

_FROM_TO = re.compile(
    r"^(?:(?:going|moving|cutting|down|move|cut|reducing|shrinking|consolidating)\s+)?(?:from\s+)?(?P<n>\S+)\s+(?P<what>[\w-]+(?: [\w-]+)?)\s+(?:down to|to|into|cut to|going to|becoming)\s+(?P<m>one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?P<tail>(?: (?:system|ledger|inbox|bank|entity|chart|tool|platform|model|process|team|ERP|list|file|database|ERPs|systems|banks))?(?: (?:by|in|this|next|before) .+)?)$",
    re.I,
)
_MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
}


def from_to(chunk: Chunk) -> Idea | None:
    """ "7 banks down to 3", "going from seven banks to three" -> the move from seven banks to three."""
    match = _FROM_TO.match(" ".join(chunk.parts))
    if match is None or not _count(match["n"]):
        return None
    spoken = ["from", match["n"], *match["what"].split(), "to", match["m"], *match["tail"].split()]
    return idea(
        chunk,
        shape=Shape.CLAUSE,
        kind=PointKind.PROJECT,
        topic=["the", "move", *spoken],
        clause=["you", "are", "going", *spoken],
        sure=3,
    )


def _count(word: str) -> bool:
    return word.isdigit() or word.lower() in _SPELT


_SPELT = {*words_between(2, 19), *TENS}


def thing(chunk: Chunk) -> Idea | None:
    """The idea of a chunk that is a noun phrase, or None."""
    parts = shifted(dated(list(chunk.parts)), chunk.scene)
    parts = _often_first(_amount_first(_without_coming(_before_lack(parts)))) if parts else None
    if (
        parts
        and parts[0].lower() == "no"
        and len(parts) > 2
        and not {"those", "these", "that", "this"} & set(lowered(parts))
    ):
        return _lacking(chunk, parts)
    if not parts or not plausible_noun_phrase(parts):
        return None
    parts = _telegraphic(parts)
    topic = parts if _AMOUNT.match(" ".join(parts)) else with_article(parts)
    if (
        chunk.kind is PointKind.TEAM
        and topic[:1] == ["the"]
        and parts[0] != "the"
        and topic[1].lower() in {"team", "department", "group"}
    ):
        topic = ["your", *topic[1:]]
    while len(topic) > 2 and [p.lower() for p in topic[-2:]] == ["with", "you"]:
        topic = topic[:-2]
    return idea(
        chunk,
        shape=Shape.THING,
        kind=PointKind.PROJECT if any(_product(p) for p in parts) else PointKind.CHALLENGE,
        topic=topic,
        sure=1 if _bare_count(topic) else 2,
    )


def _bare_count(topic: list[str]) -> bool:
    """ "the three people", "the 300 trucks": a count and nothing else."""
    words = topic[1:] if topic[0].lower() == "the" else topic
    return len(words) == 2 and is_number(words[0])


def _product(part: str) -> bool:
    found = cased().get(part.lower())
    return found is not None and found[1] is CasedSort.PRODUCTS and part == found[0]


_DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}


_SAYS_WHEN = frozenset(
    [
        "by",
        "on",
        "in",
        "of",
        "for",
        "since",
        "until",
        "till",
        "before",
        "after",
        "from",
        "to",
        "each",
        "next",
        "this",
        "last",
        "early",
        "late",
        "mid",
        "every",
        "around",
        "about",
        "and",
        "not",
        "end",
    ]
)


def dated(parts: list[str]) -> list[str]:
    """Prepositions that a thumbed note leaves out before a date: "audit 20 November" -> "audit on 20 November"."""
    found: list[str] = []
    for index, part in enumerate(parts):
        before = parts[index - 1].lower() if index else ""
        after = parts[index + 1].lower() if index + 1 < len(parts) else ""
        bare = index and before.isalpha() and before not in _SAYS_WHEN
        attributive = before in {"a", "an", "the", "our", "their", "his", "her", "your"} or (
            part[:1].isupper()
            and after.isalpha()
            and after not in PREPOSITIONS | {"and", "or", "at"}
            and not is_number(after)
            and before not in {"", ","}
            and not verb_as(before, Tag.S)
        )
        if attributive and part.lower() in _MONTHS:
            found.append(part)
            continue
        verbal = bool(index) and verb_as(before, Tag.S, Tag.PAST) is not None
        if (bare or verbal) and re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", part) and after in _MONTHS:
            found.append("on")
        elif (
            (bare or verbal)
            and part.lower() in _MONTHS
            and part[0].isupper()
            and not re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", before)
        ):
            day = re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", after)
            found.append("on" if day else "from" if after == "to" else "in")
        elif (
            (bare or (verbal and index > 1))
            and before not in {"a", "an", "the", "every", "each", "one", "any", "another"}
            and part.removesuffix("s") in _DAYS
            and _closes(parts, index)
            and (part in _DAYS or _told(parts[:index]))
        ):
            found.append("on")
        elif (
            (bare or verbal or (index and parts[index - 1][:1].isupper()))
            and before not in _MONTHS
            and (_quarter_or_year(part) or _season_behind(parts, index))
            and _closes(parts, index)
        ):
            found.append("in")
        found.append(part)
    return found


def _season_behind(parts: list[str], index: int) -> bool:
    """ "RFP spring", "site summer": a season behind a noun says when; "the busy summer" is a summer."""
    before = parts[index - 1]
    return parts[index] in _SEASONS and (before.isupper() or Pos.NOUN in can_be(before.lower()))


#: At the end of a thumbed note these say when ("RFP spring"); "the busy summer" is a summer.
_SEASONS = {"spring", "summer", "autumn", "winter"}


def _quarter_or_year(part: str) -> bool:
    return bool(re.fullmatch(r"Q[1-4]|20[2-3]\d", part))


def _told(parts: list[str]) -> bool:
    """Whether a verb stands before: "runs the hour Fridays" lacks its "on", "tasting Tuesdays" does not."""
    return len(parts) > 1 and any(verb_as(p, Tag.S, Tag.PAST, Tag.BASE) for p in parts)


def _closes(parts: list[str], index: int) -> bool:
    """Whether a day ends its phrase: nothing behind it, or only an hour or a joint."""
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    return not after or after in {"and", "or", "not", ",", "at"} or after[:1].isdigit()


def _before_lack(parts: list[str]) -> list[str]:
    """ "contracts in a shared drive no index": what is lacking goes, the matter stays."""
    small = lowered(parts)
    at = next(
        (
            i
            for i in range(2, len(small))
            if small[i] in {"no", "without", "nothing", "nobody", "none"} and small[i - 1] not in PREPOSITIONS
        ),
        0,
    )
    return parts[:at] if at else parts


def _lacking(chunk: Chunk, parts: list[str]) -> Idea | None:
    """ "no purchase orders below $5,000": there are none, and the matter is purchase orders."""
    if not plausible_noun_phrase(parts[1:]):
        return None
    verb = "are" if is_plural(parts[1:]) else "is"
    topic = with_article(parts[1:])
    return idea(
        chunk,
        shape=Shape.CLAUSE,
        kind=PointKind.CHALLENGE,
        topic=topic,
        clause=["there", verb, *parts],
        sure=2,
    )


_AMOUNTS_OF = word_set("amounts_of")
_AMOUNT = re.compile(r"\S+ (?:weeks|days|months|hours) of (?:\w+ ){0,2}leave$")


def _amount_first(parts: list[str]) -> list[str]:
    """ "parental leave 16 weeks" -> "16 weeks of parental leave"."""
    measured = len(parts) > 2 and is_number(parts[-2]) and parts[-1].lower() in PERIODS
    return [*parts[-2:], "of", *parts[:-2]] if measured and parts[-3].lower() in _AMOUNTS_OF else parts


def _without_coming(parts: list[str]) -> list[str]:
    """ "minimum wage audit coming", "offer stage pending": the word says no more than the noun."""
    return (
        parts[:-1]
        if len(parts) > 2 and parts[-1].lower() in {"coming", "pending", "soon", "upcoming", "now"}
        else parts
    )


def _product_alone(parts: list[str]) -> list[str]:
    """ "NetSuite since April" is NetSuite; "Vertex going in Q2" is Vertex in Q2."""
    if len(parts) < 3 or not _product(parts[0]):
        return parts
    if parts[1].lower() == "since":
        return parts[:1]
    return (
        [parts[0], *parts[2:]]
        if parts[1].lower() in {"going", "coming", "starting"} and parts[2].lower() == "in"
        else parts
    )


_OFTEN = {"daily", "weekly", "monthly", "quarterly", "yearly", "biweekly", "annually", "nightly"}


def _often_first(parts: list[str]) -> list[str]:
    """ "three-way reconciliation monthly" -> "monthly three-way reconciliation"."""
    if len(parts) < 2 or parts[-1].lower() not in _OFTEN or verb_as(parts[0], Tag.ING):
        return parts
    often = "annual" if parts[-1].lower() == "annually" else parts[-1].lower()
    front = parts[:-1]
    lead = 1 if front[0].lower() in {"the", "a", "an", "their", "your", "our"} or is_number(front[0]) else 0
    return [*front[:lead], often, *front[lead:]]


_WITH_A = word_set("bare_after_in")


def _with_articles_inside(parts: list[str]) -> list[str]:
    """ "contracts in shared drive" -> "contracts in a shared drive"."""
    for index in range(1, len(parts) - 1):
        after = parts[index + 1 :]
        bare = parts[index].lower() in {"in", "on", "from", "with", "by", "through"} and 0 < len(after) < 4
        if (
            bare
            and after[-1].lower() in _WITH_A
            and after[0].lower() not in DETERMINERS
            and not is_number(after[0])
        ):
            return [*parts[: index + 1], a_or_an(after[0]), *after]
    return parts


def _from_product(parts: list[str]) -> list[str]:
    """ "ADP to UKG in April" -> "the move from ADP to UKG in April"."""
    small = lowered(parts)
    if "to" not in small[1:4]:
        return parts
    at = small.index("to", 1)
    lead = next((i for i in range(at) if small[i] not in _MOVED), at)
    named = lead < at < len(parts) - 1 and (
        parts[lead][:1].isupper() or small[lead] in {"paper", "spreadsheets", "excel"}
    )
    system = named and (_product(parts[at + 1]) or (parts[at + 1].isupper() and parts[at - 1].isupper()))
    behind = parts[at + 3 :] if small[at + 2 : at + 3] in _CHANGES else parts[at + 2 :]
    return ["the", *parts[:lead], "move", "from", *parts[lead : at + 2], *behind] if system else parts


_CHANGES = (
    ["switch"],
    ["move"],
    ["migration"],
    ["change"],
    ["upgrade"],
    ["conversion"],
    ["cutover"],
    ["transition"],
)


#: What is moved from one product to another, named before both.
_MOVED = {"ledger", "payroll", "crm", "erp", "billing", "accounting", "hr", "till", "tills", "inventory", "warehouse", "treasury", "consolidation", "expenses", "expense", "reporting", "planning", "core", "system", "systems", "software", "accounts"}  # fmt: skip


def _telegraphic(parts: list[str]) -> list[str]:
    """ "BlackLine this summer" -> "plans for BlackLine this summer"; "UKG go live" -> "UKG go-live"."""
    parts = _product_alone(_from_product(_with_articles_inside(_often_first(parts))))
    small = [p.lower() for p in parts]
    for index in range(len(parts) - 1):
        if small[index] == "go" and small[index + 1] == "live":
            parts = [*parts[:index], "go-live", *parts[index + 2 :]]
            return parts if parts[0].lower() == "the" else ["the", *parts]
    head = head_index(parts)
    timed = head + 1 < len(parts) and parts[head + 1].lower() in {"this", "next", "in", "by", "from", "on"}
    if timed and head == 0 and _product(parts[0]):
        return ["the", "plans", "for", *parts]
    if head + 1 < len(parts) and verb_as(parts[head + 1], Tag.PARTICIPLE) and head + 2 == len(parts):
        return parts[: head + 1]
    return parts
