"""Joints that grammar checkers do not see: a clause where a thing should stand, an article before nothing, a day in small letters.

A note pasted behind "about" brings its own verb along ("hearing about vendors fax their statements"); a table of
phrases cannot list all of them, so the words between the joint and the next break are read for a verb.
"""

import re
from collections.abc import Iterator

from afterword.core.findings import Finding, Span
from afterword.core.writing.gate.body import Piece
from afterword.core.writing.gate.reading import Reading
from afterword.core.writing.gate.stems import fold
from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.phrases import PREPOSITIONS
from afterword.core.writing.words.tagger import Pos, can_be

#: A sentence that has its own verb already, and then names a thing.
_NAMING = re.compile(
    r"^(?:Also, |And |As promised, )?(?:I|We|Thank you|Thanks|It was|You (?:told|spoke|asked)|May I)\b[^,;:]*?"
    r"\b(?:about|regarding|help with|work on|working on|thought to|interested in)\s+",
    re.IGNORECASE,
)
#: A sentence that names a thing first; its own verb is one of _OWN_VERBS.
_FIRST = re.compile(
    r"^(?:What you (?:told me|said|told us)|Your (?:point|remark|question|story|comment)|Hearing|Our conversation)\b[^,;:]*? about\s+",
    re.IGNORECASE,
)
#: A thing that is called a kind of work; what stands before "is" must not be a clause.
_CALLED = re.compile(
    r"^(?!.*\b(?:that|which|who|what|how|when|where|if|because|while)\b.* (?:is|are|would be) )(?P<thing>[^,;:]+?) "
    r"(?:is|are|would be) (?:the kind of work|the part of|something I|next on my list|work I|where I|what I|among the)\b",
    re.IGNORECASE,
)
#: Where "you described" follows a thing.
_TOLD = re.compile(r" (?:you|we) (?=\w)")
_OWN_VERBS = frozenset(
    {
        "stayed",
        "stays",
        "gave",
        "gives",
        "caught",
        "interested",
        "interests",
        "made",
        "makes",
        "sounded",
        "sounds",
        "left",
        "leaves",
        "appealed",
        "appeals",
        "stuck",
        "kept",
        "keeps",
        "came",
        "showed",
        "shows",
        "struck",
        "strikes",
        "matches",
        "fits",
        "helped",
        "helps",
        "told",
        "tells",
        "reminded",
        "reminds",
        "taught",
        "went",
        "goes",
        "meant",
        "means",
        "spoke",
        "speaks",
        "deserves",
        "describes",
        "described",
        "was",
        "is",
        "has",
        "had",
        "suits",
        "suited",
        "touches",
        "touched",
    }
)
_BREAK = re.compile(
    r"[,;:.!?()\"“”]|\b(?:that|which|who|whom|whose|where|when|while|because|if|whether|how|what|why|as|and|but|or|so|than|to|"
    r"before|after|since|until|once|is|are|was|were|has|have|had|will|would|can|could|you|I|we|they)\b"
)
_WORD = re.compile(r"[^\s]+")
_BEFORE_NOTHING = re.compile(
    r"\b(?:(?-i:the|a|an|my|your|our|their|every|because|per|via)|(?:the|your) (?!1099)\d{2,4})\s*(?=[,;:.!?](?:\s|$))",
    re.IGNORECASE,
)
_TWO_ARTICLES = re.compile(
    r"\b(?:the|a|an|your|my|our) (?:the|a(?!\.| (?:la|priori))|an|your|my|our|their|its)\b"
)
_DATES = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
)


def check_joints(reading: Reading) -> Iterator[Finding]:
    """A clause behind "about", an article or a bare number before a stop, two articles in a row."""
    for piece in reading.sentences:
        plain = fold(piece.text)
        for found in (_clause_behind(plain), _BEFORE_NOTHING.search(plain), _TWO_ARTICLES.search(plain)):
            if found is not None:
                start, end = found if isinstance(found, tuple) else found.span()
                yield _unsound(piece, plain, start, end)
                break


def check_dates(reading: Reading) -> Iterator[Finding]:
    """Months and days of the week carry a capital letter."""
    for piece in reading.sentences:
        for found in _DATES.finditer(piece.text):
            span = Span(piece.start + found.start(), piece.start + found.end())
            right = found.group().capitalize()
            yield Finding("proof.capital", f"Write “{right}”.", span, (right,))


def _clause_behind(plain: str) -> tuple[int, int] | None:
    """Where a thing that turns out to be a clause stands, from the joint to its verb; None when there is none."""
    called = _CALLED.match(plain)
    if called and not called["thing"].split()[0].lower().endswith("ing"):
        named = list(_WORD.finditer(_TOLD.split(called["thing"], maxsplit=1)[0]))
        verb = finite_place(tuple(word.group() for word in named))
        plural = verb == len(named) - 1 and Pos.NOUNS in can_be(named[-1].group().lower())
        return (0, named[verb].end()) if verb and not plural else None
    joint = _NAMING.match(plain) or _FIRST.match(plain)
    if joint is None:
        return None
    rest = plain[joint.end() :]
    stop = _BREAK.search(rest)
    words = list(_WORD.finditer(rest[: stop.start()] if stop else rest))
    place = finite_place(tuple(word.group() for word in words))
    if (
        not place
        or _may_be_plural(words, place)
        or (words[place].group().lower() in _OWN_VERBS and joint.re is _FIRST)
    ):
        return None
    return joint.end(), joint.end() + words[place].end()


def _may_be_plural(words: "list[re.Match[str]]", place: int) -> bool:
    """Whether the verb may be the plural noun of a name without an article ("Alteryx flows for claims")."""
    named = words[0].group()[:1].isupper() and place == 1
    after = words[place + 1].group().lower() if place + 1 < len(words) else ""
    return named and Pos.NOUNS in can_be(words[place].group().lower()) and after in PREPOSITIONS | {""}


def _unsound(piece: Piece, plain: str, start: int, end: int) -> Finding:
    said = plain[start:end].strip()
    return Finding(
        "proof.splice", f"“{said}” does not hold together.", Span(piece.start + start, piece.start + end)
    )
