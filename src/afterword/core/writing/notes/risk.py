"""What may not be said, found before anything is written (risk.toml), and doubt, which leaves only the topic."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from afterword.core.facts import Case
from afterword.core.writing.notes.risk_marks import mark_in
from afterword.core.writing.notes.risk_trade import OF_A_TOPIC, is_the_trades


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing that stays out, with the words that give it away, in small letters unless ``as_written``."""

    code: str
    why: str
    scope: str
    found: "re.Pattern[str]"
    unless: "re.Pattern[str] | None"
    unless_sentence: "re.Pattern[str] | None"
    record_unless: bool
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a piece of a note stays out; ``scope`` is sentence or chunk, ``words`` what gave it away."""

    code: str
    why: str
    scope: str
    words: str = ""


MARKED = Verdict("risk.marked", "You marked it as not to be mentioned.", "sentence")
INSTRUCTION = "risk.instruction"
#: What bars the whole sentence when it stands in brackets or behind a dash.
REACHING = frozenset({"risk.unannounced", "risk.other_candidates", "risk.other_employers"})


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The rules of risk.toml in their order."""
    table = tomllib.loads(files(__package__).joinpath("risk.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry) for entry in table["risk"])


def _rule(entry: dict[str, object]) -> Rule:
    found = _either(entry["patterns"])
    as_written = "(?-i:" in found
    return Rule(
        code=str(entry["code"]),
        why=str(entry["why"]),
        scope=str(entry["scope"]),
        found=re.compile(found, re.I if as_written else 0),
        as_written=as_written,
        unless=_optional(entry, "unless"),
        unless_sentence=_optional(entry, "unless_sentence"),
        record_unless=bool(entry.get("record_unless", False)),
    )


def _optional(entry: dict[str, object], key: str) -> "re.Pattern[str] | None":
    return re.compile(_either(entry[key])) if key in entry else None


def _either(patterns: object) -> str:
    assert isinstance(patterns, list)
    return "|".join(f"(?:{p})" for p in patterns)


def verdict_on(text: str, *, record: str = "") -> Verdict | None:
    """Why a clean text stays out, or None: it is an order to the writer, it holds a mark, or a rule finds its subject.

    ``record``: words of the record that are harmless.
    """
    first = ruled(text, record=record)
    if first and first.code == INSTRUCTION:
        return first
    mark = mark_in(text)
    return Verdict(mark.code, mark.why, "sentence", mark.words) if mark else first


@lru_cache(maxsize=1024)
def ruled(text: str, *, record: str = "") -> Verdict | None:
    """The first rule of risk.toml a clean text falls under, or None; the rules are written in small letters."""
    low = text.lower()
    for rule in rules():
        said = text if rule.as_written else low
        if not rule.found.search(said) or (rule.unless_sentence and rule.unless_sentence.search(low)):
            continue
        harmless = [m.span() for m in rule.unless.finditer(low)] if rule.unless else []
        for match in rule.found.finditer(said):
            if any(start < match.end() and match.start() < end for start, end in harmless):
                continue
            if rule.code in OF_A_TOPIC and is_the_trades(low, *match.span()):
                continue
            if not (rule.record_unless and match.group(0).strip().lower() in record.lower()):
                return Verdict(rule.code, rule.why, rule.scope, match.group(0).strip().lower())
    return None


def record_words(case: Case) -> str:
    """The employer, role and industry: words that are the trade, not somebody's private life."""
    opportunity = case.opportunity
    return " ".join(
        [opportunity.company, opportunity.role, opportunity.industry, *(p.title for p in case.interviewers)]
    )


_DOUBT = re.compile(
    r"\b(not (?:100% |totally |entirely |quite |really )?(?:sure|certain)|un(?:sure|certain)|maybe|perhaps|possibly|probably|might (?:be|have)|may have|could be|i think|i believe|i guess|i heard|heard that|somebody said|someone said|word is|apparently|supposedly|allegedly|rumou?rs?|rumou?red|hearsay|gossip|if i remember|iirc|or was it|or maybe|something (?:about|like|to do with)|sth about|some kind of|some sort of|misheard|didn't catch|did not catch|can't recall|cannot recall|don't quote|do not quote|double check|need to check|(?<!background )(?<!reference )(?<!credit )(?<!dbs )(?<!security )check this|fuzzy|hazy|vaguely|seems|sounded like|sounds like|as far as i know|afaik|or so)\b|\(\?+\)|\?\s*$|\bor (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b\s*\?",
    re.I,
)


_ASKS = re.compile(
    r"(?:(?:and|so|then|also|oh|ok|okay|well|um+|uh+)[ ,]+)*(?:q\b[:=]?|(?:\w+ )?(?:also |then )?(?:asked|asks|wanted to know|wants to know|wondered)\b"
    r"|(?:how|what|which|why|when|where|who|would|do|did|can|could|have|are|will|should) (?:(?:\w+ ){0,3})(?:i|you|id|youd|i'd|you'd)\b)",
    re.I,
)


def doubtful(text: str) -> bool:
    """Whether the user was not sure, or only heard it said; the mark behind a question is no doubt."""
    return bool(_DOUBT.search(text.rstrip(" ?") if _ASKS.match(text) else text))


def without_doubt_words(text: str) -> str:
    """The text without the words of doubt."""
    bare = re.sub(r"\b(?:he|she|they|it) (?=might|may|could)", "", text)
    bare = re.sub(r"\([^)]*(?:\?|sure|check|think)[^)]*\)", " ", bare)
    bare = re.sub(r"\s+", " ", _DOUBT.sub(" ", bare)).strip(" ,-:?")
    return re.sub(r"^(?:whether|if|about|that|it is|it was) ", "", bare)


_NOTHING = re.compile(
    r"\b(no idea|nothing (?:specific|much|really|special|particular|in particular|comes|stuck|to (?:note|report))|(?:can(?:no|')?t|could not|couldn't|do not|don't|dont|didn't|did not) (?:really |actually |even )?(?:remember|recall)|cannot (?:really )?(?:remember|recall)|nothing (?:that |which |else )?(?:i|we) (?:can |could |really |actually )*(?:remember|recall|name|think of|put a finger on|noted|wrote)|nothing sticks|(?:can|could) (?:barely|hardly|scarcely) (?:remember|recall)|^blank$|(?:my )?mind (?:is |went )?(?:a )?blank|drew a blank|all a blur|a blur|it went (?:so )?fast|too fast|forgot (?:everything|most|all|what)|just the basics|general (?:chat|stuff)|usual (?:questions|stuff)|standard questions|small talk|nothing(?= ?(?:$|[.,;!?])))(?!\w)",
    re.I,
)


def nothing_known(text: str) -> bool:
    """Whether a sentence only says that nothing was remembered."""
    return bool(_NOTHING.search(text))
