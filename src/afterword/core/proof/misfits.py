"""Words that cannot stand where they stand: a verb after an article, no verb after “can” or “we”.

What a word can be is looked up; the words it may have been mistyped for are those one slip away, and its rivals.
"""

from collections.abc import Iterator

from afterword.core.findings import Finding, Span
from afterword.core.proof.lexicon import ADJECTIVE, BASE, NOUN, PLURAL, lexicon, together
from afterword.core.proof.ranking import change, one_slip_away
from afterword.core.proof.rivals import rivals_of
from afterword.core.proof.tokens import Kind, Token, sentence_start

_ARTICLES = frozenset(["the", "a", "an", "my", "your", "our", "his", "its", "their", "every", "each"])
_MODALS = frozenset(["can", "could", "will", "would", "should", "must", "can't", "couldn't", "won't", "wouldn't", "cannot",
                     "i'll", "we'll", "you'll", "they'll", "i'd"])  # fmt: skip
_SUBJECTS = frozenset(["i", "we", "they"])
_AFTER_VERB = _ARTICLES | frozenset(
    ["this", "that", "these", "those", "you", "him", "her", "me", "us", "them", "it", "all", "how"]
)
_VERB = frozenset("BSDPG")
_PRESENT_OR_PAST = frozenset("BD")
#: Before a modal these make it a noun, or turn the sentence round.
_NO_MODAL = _ARTICLES | frozenset(
    ["what", "when", "where", "how", "why", "who", "which", "nor", "neither", "so", "good", "free", "than"]
)
#: Words that are right there though the lists say otherwise.
_RIGHT = frozenset(["get", "go", "ask", "invite", "say", "become", "have", "do", "be", "let", "am", "is", "are", "was", "were", "has",
                    "does", "did", "there", "being", "say-so", "like", "only", "all", "both", "each", "any", "please", "thanks", "regards", "log", "logs",
                    "edit", "edits", "bar", "bars", "write", "writes", "send", "asks", "invite", "spend", "build", "rewrite", "decode", "act", "acts", "lack", "lacks", "lounge", "pan", "ref", "rev", "temp", "merge", "excel", "reveal", "rebuild", "text", "onboard", "google", "zoom", "skype", "courier", "graze",
                    "plough", "parent", "blog", "tweet", "tin"])  # fmt: skip
_PLAIN = frozenset(["be", "have", "do", "go"])
#: A word that is meant is at least so common (log2 of its count), and stands beside its neighbours so often.
COMMON, MET = 23, 22


def misfit_words(tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Every word of ``tokens`` that cannot stand there, with at most three that can."""
    for at in range(1, len(tokens)):
        token = tokens[at]
        if token.kind is not Kind.WORD or token.capital or token.low in _RIGHT or "-" in token.low:
            continue
        wanted = _wanted(tokens, at)
        fixes = _fitting(tokens, at, wanted) if wanted else ()
        if fixes:
            message = f"“{token.text}” cannot stand here; is “{fixes[0]}” meant?"
            yield Finding("misfit.word", message, Span(token.start, token.end), fixes)


def _wanted(tokens: tuple[Token, ...], at: int) -> frozenset[str]:
    """What must stand ``at``, where the word there cannot be that; empty where all is well, print knows the pair, or nothing is known."""
    have = lexicon().can_be(tokens[at].low)
    before = tokens[at - 1].low
    if together(before, tokens[at].low):
        return frozenset()
    for fits in (_after_article, _after_modal, _after_subject):
        wanted = fits(before, have, tokens, at)
        if wanted:
            return wanted
    return frozenset()


def _after_article(before: str, have: frozenset[str], tokens: tuple[Token, ...], at: int) -> frozenset[str]:
    """After an article stands no verb that is nothing else."""
    if before not in _ARTICLES or have != {BASE}:
        return frozenset()
    noun_next = at + 1 < len(tokens) and bool(lexicon().can_be(tokens[at + 1].low) & {NOUN, PLURAL})
    return frozenset({NOUN, PLURAL, ADJECTIVE} if noun_next else {NOUN, PLURAL})


def _after_modal(before: str, have: frozenset[str], tokens: tuple[Token, ...], at: int) -> frozenset[str]:
    """After “can” stands a verb, or an adverb before it."""
    if before not in _MODALS or not have or have & {BASE, "R"} or sentence_start(tokens, at - 1):
        return frozenset()
    if at >= 2 and (tokens[at - 2].low in _NO_MODAL or tokens[at - 2].kind is not Kind.WORD):
        return frozenset()
    return frozenset({BASE})


def _after_subject(before: str, have: frozenset[str], tokens: tuple[Token, ...], at: int) -> frozenset[str]:
    """After “we” and before “the” stands a verb."""
    if before not in _SUBJECTS or not have or have & (_VERB | {"R"}) or at + 1 >= len(tokens):
        return frozenset()
    return _PRESENT_OR_PAST if tokens[at + 1].low in _AFTER_VERB else frozenset()


def _fitting(tokens: tuple[Token, ...], at: int, wanted: frozenset[str]) -> tuple[str, ...]:
    word, before = tokens[at].low, tokens[at - 1].low
    after = tokens[at + 1].low if at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD else ""
    known = lexicon()

    def beside(fix: str) -> int:
        return together(before, fix) + (together(fix, after) if after else 0)

    def can_stand(fix: str) -> bool:
        fits = bool(known.can_be(fix) & wanted) or (fix in _PLAIN and BASE in wanted)
        return fits and known.band(fix) >= COMMON and beside(fix) >= MET

    near = [fix for fix in {*one_slip_away(word), *rivals_of(word)} if can_stand(fix)]
    return tuple(sorted(near, key=lambda fix: (change(word, fix) - 0.05 * beside(fix), fix)))[:3]
