"""What can be said of one idea beyond its own fields: the work in it, what it is a part of, what lies ahead."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from afterword.core.facts import PointKind
from afterword.core.writing.idea import Idea
from afterword.core.writing.notes.concepts import Subject, main_subject, touched, work_in
from afterword.core.writing.notes.finite import finite_place
from afterword.core.writing.notes.tokens import tokens

_FIELDS = ("topic", "focus", "clause", "want", "question", "gerund", "shared", "promise", "quote")
_EVENT = re.compile(
    r"\b(?:goes? live|comes? in|comes? on|starts?|begins?|opens?|launch(?:es)?|arrives?|moves?|lands?|takes? effect|is due|are due|is up|are up|renews?|ends?|expires?|matures?|reopens?|closes?)\b"
    r".*\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall"
    r"|winter|next|this|q[1-4]|quarter|20\d\d|week|month|year|new year|christmas|easter)\b",
    re.I,
)
_LOOSE_COUNT = re.compile(
    r"(?<! in)(?<! by)(?<! of)(?<! for)(?<! to)(?<! from)(?<! within)(?<! over)(?<! on)(?<! after)(?<! at)(?<! and)(?<! with)(?<! about)(?<! under)"
    r" \d[\d.,]*(?: (?:days?|weeks?|months?|hours?|years?|tabs?)|%)$"
)
_UNFINISHED = frozenset(
    [
        "the",
        "a",
        "an",
        "my",
        "your",
        "first",
        "last",
        "next",
        "second",
        "only",
        "just",
        "some",
        "these",
        "all",
        "and",
        "other",
    ]
)
_MONEY = re.compile(r"(?:the |your |about )?[$£€]\d")
_LONE = re.compile(r"an? [\w-]+", re.I)
_ASKS = re.compile(r"(?:how|what|which|whether|who|whom|where|when|why)\b", re.I)
_MANY = re.compile(
    r"(?:the |your )?(?:two|three|four|five|six|seven|eight|nine|ten|[1-9][\d,]+|[2-9]) (?:[\w'-]+ ){0,3}\w+s\b(?! of\b)",
    re.I,
)
_TIMED = re.compile(
    r"\b(?:takes?|took|runs?|lasts?) .*\b(?:days?|weeks?|months?|hours?)\b|\b(?:late|slow|behind)\b", re.I
)
_NEXT = re.compile(r"(?:the|your) (?:next|first) [\w -]+? (?:is|will be|covers|starts|begins)\b", re.I)
_DOING = re.compile(
    r"you are ((?:moving(?! (?:floors?|offices?|desks?|buildings?|house|premises|rooms?)\b)|going|opening|rolling|bringing|switching|changing|building|merging|replacing|adding|launching|setting"
    r"|migrating|implementing|introducing|consolidating|integrating|planning|starting|buying|outsourcing|automating)\b.+)$"
)
_PREPOSITION = re.compile(
    r"\s+(?:of|in|for|on|with|from|to|at|by|that|which|who|across|per|over|under|after|before)\b|,(?=\s)"
)
_PERSON = re.compile(
    r"^(?:(?:an?|one|some(?:one|body)|people|staff|folks)\b[\w\s-]*? who\b|(?:[\w-]+ ){0,2}[\w-]+s who\b|some(?:one|body)\b)",
    re.I,
)
_MANNER = re.compile(
    r"^(?:no|short|shorter|plain|early|people who|some(?:one|body) who)\b|\b(?:instead of|rather than)\b|, not \w",
    re.I,
)
_DEARER = re.compile(
    r"\b(?:prices?|costs?|spend|spending|rates?|premiums?|fees?|freight|rent|debts?|turnover)\b.*\b(?:doubled|tripled|rose|risen|went up|gone up|jumped|climbed|are up|is up)\b",
    re.I,
)
_PRESENCE = re.compile(r"(?:the )?finance (?:team )?(?:in|at|on) (?:the|your|every|each) ", re.I)
_STRAINED = re.compile(
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-(?:day|week|month|hour)|\b(?:late|slow|backlog|errors?|missing|manual|paper|by hand|mess|unpaid|overdue|duplicates?)\b",
    re.I,
)
_TO_DO = re.compile(r"\bto (?!the\b|an?\b|my\b|your\b|be held\b)[a-z]+\b(?<!day)")
_NOT_DONE = (
    "to be ",
    "to learn ",
    "to hear ",
    "to know ",
    "to understand ",
    "to grow ",
    "to get ",
    "to see ",
    "to stay ",
)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("told.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def listed(name: str) -> frozenset[str]:
    """The words of one list of told.toml."""
    return frozenset(str(_table()[name]).split())


def kind_of(idea: Idea) -> PointKind:
    """The kind a point is told as: what grows must be theirs and welcome, or it is no growth to be glad of."""
    if (
        idea.kind is PointKind.TEAM
        and idea.clause
        and not idea.clause.startswith("you ")
        and is_work(idea.topic)
    ):
        return PointKind.CHALLENGE
    if idea.kind is not PointKind.GROWTH:
        return idea.kind
    text = f"{idea.topic} {idea.clause} {idea.want}".lower()
    unwelcome = bool(listed("costs") & set(re.findall(r"[a-z]+", text))) or bool(
        re.search(r"\d\s?% of\b|per ?cent of\b", text)
    )
    if not unwelcome and re.search(str(_table()["growth"]), text, re.I):
        return PointKind.GROWTH
    return PointKind.CHALLENGE if unwelcome or subject_of(idea) else PointKind.TEAM


@lru_cache(maxsize=1024)
def subject_of(idea: Idea) -> Subject | None:
    """The subject of work an idea is about."""
    return main_subject(idea.topic, idea.focus, idea.clause, idea.want, idea.question)


@lru_cache(maxsize=1024)
def is_work(phrase: str) -> bool:
    """Whether a noun phrase names a piece of work: its head, not what hangs on it, is a subject of the bank."""
    if (
        _LONE.fullmatch(phrase)
        or _ASKS.match(phrase)
        or _MONEY.match(phrase)
        or finite_place(tuple(tokens(phrase))) is not None
    ):
        return False
    head = _PREPOSITION.split(phrase.strip(), maxsplit=1)[0]
    head = re.sub(r"(?:\s+(?:[IVX]+|\d+))+$", "", head)
    last = re.sub(r"s$", "", re.sub(r"ies$", "y", head.split(" ")[-1].lower())) if head else ""
    if not last or main_subject(head) is None:
        return False
    return not {last, last.removesuffix("e")} & listed("not_work") or any(
        size > 1 for _, size in touched(head)
    )


def is_own_step(idea: Idea) -> bool:
    """Whether a next step belongs to the candidate's own process and not to the reader's plans."""
    theirs = re.search(str(_table()["theirs"]), idea.topic, re.I)
    return not theirs and bool(re.search(str(_table()["process"]), idea.topic, re.I))


def dearer(idea: Idea) -> bool:
    """Whether a point says only what has become dearer or harder to pay, which is nothing to dwell on."""
    return bool(_DEARER.search(idea.clause or idea.topic))


def organisation(company: str, industry: str) -> str:
    """What to call them: a company, unless their name or trade says otherwise."""
    text = f"{industry} {company}".lower()
    for word, pattern in _table()["organisations"].items():
        if re.search(rf"\b(?:{pattern})", text):
            return str(word)
    return "company"


@lru_cache(maxsize=1024)
def slots_of(idea: Idea) -> dict[str, str]:
    """The words of an idea by slot name; a slot that cannot be filled is empty."""
    many = idea.plural or bool(_MANY.match(idea.topic))
    slots = {name: str(getattr(idea, name)) for name in _FIELDS}
    slots |= {
        "is": "are" if many else "is",
        "it": "them" if many else "it",
        "sounds": "sound" if many else "sounds",
        "work": work_in(idea.topic),
        "want_verb": idea.want.removeprefix("to "),
        "help": idea.want,
        "tail": _tail(idea),
        "paper": _paper(idea),
        "topic": _without_count(idea.topic),
        "the_topic": _with_article(_without_count(idea.topic)),
        "doing": found[1] if (found := _DOING.match(idea.clause)) else "",
    }
    return slots | _steps(idea)


def _without_count(topic: str) -> str:
    """A noun phrase without the measure behind it ("the forecast 19 tabs"), if a whole one is left."""
    bare = _LOOSE_COUNT.sub("", topic)
    return topic if not bare or bare.split()[-1].lower() in _UNFINISHED else bare


def _paper(idea: Idea) -> str:
    """What is to be sent to the reader because they need it: "my notice period in writing"."""
    return re.sub(r" from me$", "", idea.topic) if idea.shape.value == "promise" and not idea.promise else ""


def is_paper(words: str) -> bool:
    """Whether a step is something of the candidate's own to send and no act of the process."""
    mine = re.search(r"\bmy\b", words) or re.search(str(_table()["papers"]), words, re.I)
    return bool(mine) and not is_act(words)


def is_act(words: str) -> bool:
    """Whether a step is an act of the process, which nobody sends."""
    return bool(re.search(str(_table()["acts"]), words, re.I))


def _with_article(topic: str) -> str:
    """A noun phrase as something known: "a 60-page pack" -> "the 60-page pack", "deposits" -> "the deposits"."""
    if re.match(r"an? ", topic):
        return re.sub(r"^an? ", "the ", topic)
    known = re.match(r"(?:the|your|my|our|this|that|these|all|both|each|every|\w+ing|[^a-z].*)\b", topic)
    return topic if known or not topic else f"the {topic}"


def _tail(idea: Idea) -> str:
    """What a result may be put to use for: "when UKG goes live on 1 April", "with the 13-week forecast"."""
    if len(idea.clause.split()) <= 9 and not idea.face_risk:
        if _EVENT.search(idea.clause) and not idea.clause.startswith("you "):
            return f"when {idea.clause}"
        if re.match(r"you are \w+ing\b", idea.clause):
            return f"while {idea.clause}"
    if len(idea.topic.split()) in range(2, 8) and is_work(idea.topic):
        return f"with {idea.topic}"
    return ""


def _steps(idea: Idea) -> dict[str, str]:
    if not idea.topic or idea.shape.value != "step":
        return {"steps": "", "ahead": "", "reply": ""}
    parts = [p for p in re.split(r",? and then |,? and (?=(?:an?|the|your)\s)|, (?:then )?", idea.topic) if p]
    reply = next((str(r["text"]) for r in _table()["reply"] if re.search(r["key"], idea.topic, re.I)), "")
    return {"steps": idea.topic, "ahead": _ahead(parts), "reply": reply}


def _ahead(parts: list[str]) -> str:
    """The next thing to look forward to: the first event that is neither the decision nor the candidate's own duty."""
    for part in parts:
        if re.search(r"\bmy\b|\breferences?\b|\breferees?\b", part, re.I) or _TO_DO.search(part):
            continue
        caller = re.match(r"(HR|the recruiter|you|they) (?:calls?|will call|e-?mails?|writes?)\b(.*)$", part)
        if caller or re.search(r"\b(?:decision|answer|reply|news|offer|word)\b", part, re.I):
            continue
        return re.sub(r"^an? ", "the ", part)
    return _hearing(parts)


def _hearing(parts: list[str]) -> str:
    """ "your decision on 1 December" when a decision or an answer is all that was announced."""
    for part in parts:
        when = re.search(r"\b(?:by|on|in|within|next|this|before|after|at the)\b .*$", part)
        what = re.search(r"\b(?:decision|answer|reply|news|call|e-?mail)", part, re.I)
        if what and when:
            whose = (
                "HR's"
                if part.startswith("HR ")
                else "the"
                if part.startswith(("the board", "the trustees"))
                else "your"
            )
            return f"{whose} {what[0].lower()} {when[0]}"
    return ""


def holds(mark: str, idea: Idea) -> bool:
    """Whether a condition of a sentence holds for an idea."""
    test = TESTS.get(mark)
    if mark == "apart":
        return not _stems(idea.topic) & _stems(slots_of(idea)["work"])
    if mark == "task":
        return is_work(idea.topic)
    if mark == "subject":
        return main_subject(idea.topic) is not None
    return test is None or test(idea)


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:ing|s)$", "", w)[:6] for w in re.findall(r"[a-z]{4,}", text.lower())}


TESTS: dict[str, Any] = {
    "rich": lambda i: len(i.topic.split()) > 2 and i.topic[:1] != '"',
    "singular": lambda i: not i.plural,
    "short": lambda i: len((i.clause or i.want or i.topic).split()) <= 10,
    "would": lambda i: bool(re.search(r"\b(?:would|could|should)\b", i.question)),
    "past": lambda i: not re.search(r"\b(?:would|could|should)\b", i.question),
    "pleasant": lambda i: not dearer(i) and not re.search(str(_table()["unpleasant"]), i.clause or i.topic, re.I),
    "bare": lambda i: not any(TESTS[m](i) for m in ("made", "tenure", "rather", "proud", "perk", "treat")),
    "doer": lambda i: " who " in i.want and not re.search(r" who (?:can|is|was|has|knows) ", i.want),
    "calm": lambda i: not _STRAINED.search(i.topic),
    "common": lambda i: i.topic[:1].islower() or i.topic[:1].isdigit(),
    "lasting": lambda i: not _EVENT.search(i.clause),
    "need": lambda i: not any(TESTS[m](i) for m in ("made", "perk", "treat")),
    "noun_topic": lambda i: not re.match(r"(?:the |your )?\w+ing\b", i.topic),
    "uncounted": lambda i: not re.match(r"(?:the |your )?(?:\d|two |three |four |five |six |seven |eight |nine |ten )", i.topic),
    "made": lambda i: bool(re.match(r"you (?:\w+ )?(?:built|made|set up|wrote|designed|created|put together|drew up|invented|developed)\b", i.clause)),
    "tenure": lambda i: i.clause.startswith("you ") and bool(re.search(r"\b(?:started|began|joined|came|have been|worked|rose)\b.*(?:\byears?\b|\bsince\b|\bas an?\b|\b(?:19|20)\d\d\b)", i.clause)),
    "rather": lambda i: i.clause.startswith("you would rather "),
    "proud": lambda i: i.clause.startswith("you are proud of "),
    "treat": lambda i: bool(re.search(str(_table()["treats"]), i.topic, re.I)),
    "perk": lambda i: bool(re.search(str(_table()["perks"]), i.clause or i.topic, re.I)),
    "subject_told": lambda i: subject_of(i) is not None,
    "began": lambda i: bool(re.match(r"you (?:also )?(?:started|began|joined|came)\b.*\bas an?\b", i.shared)),
    "own_work": lambda i: bool(i.gerund) and i.shape.value == "clause",
    "somebody": lambda i: bool(re.match(r"some(?:one|body)\b", i.want)),
    "client": lambda i: bool(re.match(r"(?:the|your) client\b", i.clause)),
    "undated_paper": lambda i: not re.search(r"\b(?:by|on|before|this|next|in)\b", slots_of(i)["paper"]),
    "named": lambda i: len(i.topic.split()) > 1,
    "timed": lambda i: bool(_TIMED.search(i.clause)),
    "noun": lambda i: not TESTS["wh"](i),
    "needs": lambda i: bool(re.search(r"\b(?:wants?|needs?|expects?|asks? for)\b", i.clause)) and not i.clause.startswith("you ") and not re.search(r"\b(?:some(?:one|body)|a person|people)\b", i.clause),
    "underway": lambda i: bool(slots_of(i)["doing"]),
    "presence": lambda i: bool(_PRESENCE.match(i.want)),
    "elsewhere": lambda i: not _PRESENCE.match(i.want) and not _PERSON.match(i.want) and not re.search(r"\d ?%$", i.want),
    "wh": lambda i: i.question.startswith(("how ", "what ", "which ", "whether ", "where ", "when ", "why ", "who ", "if ")),
    "verb": lambda i: i.want.startswith("to ") and not i.want.startswith(_NOT_DONE),
    "manner": lambda i: (not _PERSON.match(i.want) and bool(_MANNER.search(i.want))) or (i.want.startswith("to ") and not i.want.startswith(_NOT_DONE)),
    "person": lambda i: bool(_PERSON.match(i.want)),
    "one": lambda i: bool(re.match(r"(?:an?|one|some(?:one|body))\b", i.want)),
    "many": lambda i: not re.match(r"(?:an?|one|some(?:one|body))\b", i.want),
    "helps": lambda i: bool(re.match(r"(?!to |the finance|finance)(?:[\w'-]+ ){1,4}to \w+(?<!s) ", i.want)) and not _PERSON.match(i.want),
    "coming": lambda i: bool(_EVENT.search(i.clause) or _NEXT.match(i.clause)) and not i.clause.startswith("you "),
    "steady": lambda i: not dearer(i),
    "quoted": lambda i: bool(i.quote),
    "place": lambda i: i.shared.startswith("you are from ") and i.topic[:1].isupper() and len(i.topic.split()) < 3,
    "both": lambda i: i.shared.startswith("we both "),
    "lesson": lambda i: bool(re.match(r"you want to learn .* and I (?:use|know|speak)\b", i.shared)),
    "reply": lambda i: True,
    "undated": lambda i: not re.search(r"day\b|\d", i.gerund),
}  # fmt: skip
