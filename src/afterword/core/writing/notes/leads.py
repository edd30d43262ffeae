"""What comes before the matter: the reader's name as a label, "she said that", "the hard part is", fillers of speech."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from afterword.core.facts import PointKind
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.person import FINITE
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import Tag, known, verb_as
from afterword.core.writing.words.tagger import Pos, can_be

_TITLES = word_set("label_titles")
_FILLER = re.compile(
    r"^(?:(?:ok(?:ay)?|so|well|um+|uh+|er+m?|oh|and|but|then|also|plus|anyway|basically|actually|yeah|yes|right|hm+|btw|fyi|lol|let me see|let's see|what else|i mean|you know|like i said|first of all|one thing|another thing|other thing|the other thing|the main thing|main thing|big thing|note to self|remember|note|nb|ps|p\.s|most of all|importantly|interesting(?:ly)?|turns out|it turns out|apparently)\b[\s,:.-]*(?:is that |is |was that |was )?)+",
    re.I,
)
_SAID = re.compile(
    r"^(?:(?P<who>\w[\w'-]*) )?(?:also |then |really |kind of |even |just |just now |basically |actually |proudly |openly )*"
    r"(?:said|says|say|mentioned|mentions|explained|told me|tells me|told us|noted|added|admitted|admits|pointed out|reckons|thinks|feels|believes|stressed|emphasi[sz]ed|emphasi[sz]es|confirmed|confirms|is saying|was saying|was telling me|complained|(?:opened|started|began|finished) by saying|kept saying)"
    r"(?: to me| me)?(?: that)?[:,]? +(?=\S+ \S)",
    re.I,
)
_SAID_AFTER = re.compile(
    r"(?:,? (?:he|she|they)|, \w+) (?:said|says|told me|told us|added|explained|mentioned|asked|asked me)(?: \w+ly| to me| twice| that)?$"
    r"|,? (?:he|she|they) (?:thinks?|thought|reckons?|guess(?:es)?|believes?|hopes?|laughed)$"
    r"|,? which (?:was|is) (?:so |very |really )?(?:nice|kind|good|great|lovely|sweet|generous|helpful|brave|bold|honest|refreshing|impressive|funny|smart|clever|interesting|useful|surprising|rare|cool|unusual|brilliant)(?: of (?:him|her|them|you))?$"
    r"|,? if (?:yes|ok|all (?:ok|good|goes well)|chosen|successful|it goes well|picked|i get it)$"
    r"|,? (?:i (?:guess|think|suppose|believe|gather)|apparently|supposedly|allegedly|it seems)$",
    re.I,
)
_WHAT = re.compile(
    r"^what (?:he|she|they) (?P<verb>liked|loved|asked|wanted|wants|hated|hates|valued|values|offered)(?: me)?(?: most| best)?(?: about)?\s*(?::|=| -|was|is)\s*(?P<rest>\S.*)$",
    re.I,
)
_REMEMBERED = re.compile(
    r"^(?:(?:what i|things i|i|key) )?(?:remember(?:ed)?|recall|takeaways?|notes|highlights|learned|learnt|heard|noted)(?: from [\w ]{3,30})?\s*[:=-]\s*",
    re.I,
)
_WORDS = re.compile(
    r"^(?:(?:his|her|their|the) )?(?:exact |own |very )?(?:words|quote|motto|mantra|line|phrase|saying)\s*(?::|=| -|was|is)\s*",
    re.I,
)
_STEMS: tuple[tuple["re.Pattern[str]", PointKind], ...] = (
    (re.compile(r"^(?:(?:the|their|her|his|our|a|my|biggest|main|big|real|current|number one|no 1|key|top) )*(?:hard(?:est)? part|challenges?|headaches?|pain points?|pain|problems?|issues?|struggle|worry|bottleneck|sore point|trouble|concern)(?: right now| now| at the moment| today| for (?:her|him|them|the team))?\s*(?:is|are|was|:|=| -|would be|being)\s*(?:that |with )?", re.I), PointKind.CHALLENGE),
    (re.compile(r"^(?:(?:the|their|her|his|big|main|next|first|current|key|biggest) )*(?:projects?|initiative|priority|priorities|focus)(?: this year| next year| now| right now| for (?:the )?(?:year|spring|summer|autumn|fall|winter))?\s*(?:is|are|was|:|=| -)\s*(?:to )?", re.I), PointKind.PROJECT),
    (re.compile(r"^what (?:is|was|s) (?:really |so )?(?:hard|difficult|tough|painful|broken)\s*(?::|=| -)\s*", re.I), PointKind.CHALLENGE),
    (re.compile(r"^(?:connection|common ground|in common|shared|what we share)\s*(?::|=| -|is)\s*", re.I), PointKind.CONNECTION),
    (re.compile(r"^(?:question|asked|q|they asked|she asked|he asked)\s*(?::|=| -)\s*", re.I), PointKind.QUESTION),
    (re.compile(r"^(?:growth|growing)\s*(?::|=| -)\s*", re.I), PointKind.GROWTH),
    (re.compile(r"^team\s*(?::|=| -)\s*", re.I), PointKind.TEAM),
    (re.compile(r"^culture\s*(?::|=| -)\s*", re.I), PointKind.CULTURE),
    (re.compile(r"^(?:the )?next(?: steps?| up| stage| round)?\s*(?::|=| -|is|are)\s*", re.I), PointKind.NEXT_STEP),
)  # fmt: skip


#: A goal named as one; without a mark behind it only where a count, an article, a verb or a date follows.
_GOAL = re.compile(
    r"^(?:(?:the|their|his|her|our|a|big|main|next|first|one|real|biggest|top|only) )*(?:goals?|aims?|targets?|objectives?|ambitions?|dream|wish(?:es|list| list)?)"
    r"(?: (?:(?:for )?(?:this|next) (?:year|yr|quarter|qtr|spring|summer|autumn|fall|winter)|here|now|for (?:the year|20\d\d)))?"
    r"(?:\s*(?:\bis\b|\bare\b|=|:| - )\s*(?!set\b|met\b|based\b|reviewed\b|missed\b)|\s+(?=(?:to|an?|one|zero|no|all|every|full|clean|\d[\d.,]*)\b(?! (?:date|price|company)))|\s+(?!date|price|market|set\b|met\b|for\b|of\b|is\b|are\b|was\b)(?=\S+ (?:\S+ ){0,5}?(?:by|before) ))"
    r"(?:to (?:have|get) (?!to\b))?(?P<rest>\S.*)$",
    re.I,
)
_LAUGHED = re.compile(r"[ ,]+(?:lol|lmao|(?:ha){2,}h?|hehe)$", re.I)
_GREAT_ON = re.compile(
    r"^(?P<who>\w[\w'-]*) (?:was|is) (?:really |very |so )?(?:great|good|brilliant|excellent|interesting|sharp|super|fascinating) (?:on|about) (?=\w)",
    re.I,
)


def _speaks(who: str, scene: Scene) -> bool:
    return who.lower() in {"he", "she", "they"} or folded(who) in scene.names


@dataclass(frozen=True, slots=True)
class Lead:
    """The text without what leads in, the kind a stem gave it, and whether a challenge was announced."""

    text: str
    kind: PointKind | None = None
    challenge: bool = False


def without_lead(text: str, scene: Scene) -> Lead:
    """Take label, fillers, report and stem off the front, and "she said" off the end."""
    bare = _FILLER.sub("", text.strip())
    bare = _SAID_AFTER.sub("", _LAUGHED.sub("", without_label(bare, scene))).strip()
    bare = _WORDS.sub("", _REMEMBERED.sub("", _FILLER.sub("", bare)))
    bare = _GREAT_ON.sub(lambda m: "talked about " if _speaks(m["who"], scene) else m[0], bare)
    if match := _WHAT.match(bare):
        about = "about " if match["verb"].lower() == "asked" else ""
        return Lead(f"{match['verb']} {about}{match['rest']}")
    bare = _as_wish(_without_report(bare, scene))
    for pattern, kind in _STEMS:
        match = pattern.match(bare)
        if match and match.end() < len(bare) and bare[match.end() :].strip():
            return Lead(bare[match.end() :].strip(), kind, kind is PointKind.CHALLENGE)
    return Lead(bare)


def _as_wish(bare: str) -> str:
    """ "goal: one ERP by June" is what they want; a bare verb behind it gets its "to"."""
    match = _GOAL.match(bare)
    if match is None:
        return bare
    first, _, behind = match["rest"].partition(" ")
    can, due = can_be(first.lower()), behind.startswith(("by ", "before ", "in "))
    plain = can <= {Pos.PARTICIPLE, Pos.PAST, Pos.ADJECTIVE, Pos.MORE, Pos.MOST}
    if due and plain and (can or first.lower().endswith(("less", "free"))):
        return bare if Pos.PAST in can else f"wants to be {match['rest']}"
    verb = verb_as(first.lower(), Tag.BASE)
    acts = (
        verb is not None
        and bool(behind)
        and (not verb.nounlike or not behind.startswith(("of ", "for ", "by ")))
    )
    noun = Pos.NOUN in can and not (verb and first.lower() in {"cut", "close", "drop", "double", "move"})
    return f"wants to {match['rest']}" if acts and not noun else f"wants {match['rest']}"


def _without_report(bare: str, scene: Scene) -> str:
    match = _SAID.match(bare)
    if match is None:
        return bare
    who = (match["who"] or "").lower()
    if who and who not in {"he", "she", "they"} and folded(who) not in scene.names:
        return bare
    rest = bare[match.end() :].strip()
    return bare if rest.lower().startswith(("about ", "me ", "how ", "what ", "why ", "in ")) else rest


def _names_reader(word: str, scene: Scene) -> bool:
    plain = folded(word.strip(".,:;'\"()"))
    if plain in scene.names:
        return True
    return (
        len(plain) > 3
        and not known(plain)
        and any(len(name) > 3 and OSA.distance(plain, name, score_cutoff=1) <= 1 for name in scene.names)
    )


_PARTICLES = word_set("particles")


def by_one_name(text: str, scene: Scene) -> str:
    """The reader's full name, particles and all, by its first word: "cormac o dalaigh runs …" -> "cormac runs …"."""
    if len(scene.names) < 2:
        return text
    words = text.split(" ")
    found: list[str] = []
    place = 0
    while place < len(words):
        end = _name_end(words, place, scene)
        marks = re.sub(r"^.*?[\w')]?(?=[:,.;-]*$)", "", words[end - 1]) if end - place > 1 else ""
        named = next((w for w in words[place:end] if folded(w.strip(".,:;")) in scene.names), words[place])
        found.append(named.rstrip(".,:;-") + marks if end - place > 1 else words[place])
        place = max(end, place + 1)
    return " ".join(found)


def _name_end(words: list[str], start: int, scene: Scene) -> int:
    """Where a run of name words and particles ends that begins here; ``start`` when there is none worth joining."""
    end, known_words, particles = start, 0, 0
    while end < len(words):
        plain = folded(words[end].strip(".,:;"))
        if plain in scene.names or (end > start and _names_reader(words[end], scene)):
            known_words += 1
        elif plain in _PARTICLES and end + 1 < len(words) and _name_follows(words, end + 1, scene):
            particles += 1
        else:
            break
        end += 1
        if words[end - 1][-1:] in ":,.;":
            break
    return end if known_words and particles else start


def _name_follows(words: list[str], place: int, scene: Scene) -> bool:
    """Whether a name word stands here, behind at most one more particle."""
    named = [_names_reader(w, scene) for w in words[place : place + 2]]
    return named[0] or (folded(words[place]) in _PARTICLES and named[1:2] == [True])


def without_label(text: str, scene: Scene) -> str:
    """ "katarina: forecast …", "darius - …", "denise garity", "Dr Adeyemi: …", "hank the owner" are labels, not matter.

    A name that runs on into a verb ("Theodora mentioned …") is a subject and stays, without its title.
    """
    text = by_one_name(text.replace(" :", ":"), scene)
    words = text.split(" ")
    start = 1 if len(words) > 1 and words[0].lower().strip(".") in _HONORIFICS else 0
    if (
        not words[start:]
        or not _names_reader(words[start], scene)
        or words[start].lower().endswith(("'s", "s'"))
    ):
        return text
    end = _label_end(words, start, scene)
    if end == len(words) or words[end - 1].endswith((":", ",", ".", "-", ";")):
        rest = " ".join(words[end:]).lstrip(" -:,.")
        return _without_title(rest)
    if len(words) <= 5 and not _has_verb(words[end:]):
        return " ".join(words[end:]) if _YEARS.search(" ".join(words[end:])) else ""
    if end - start > 1 and not _has_verb(words[end : end + 2]):
        return " ".join(words[end:])
    return " ".join([words[end - 1], *words[end:]]) if end - start > 1 or start else text


_YEARS = re.compile(r"\b\d+ ?(?:yrs?|years?|months|mths)\b", re.I)
_HONORIFICS = {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "rev", "commissioner"}


def _label_end(words: list[str], start: int, scene: Scene) -> int:
    """Where the label stops: after name words and titles, at the first mark behind them."""
    end = start
    while end < len(words):
        named = _names_reader(words[end], scene)
        if not named and (end == start or not _title_word(words[end], scene)):
            break
        end += 1
        if words[end - 1].endswith((":", ",", ".", "-", ";")):
            break
    return end


def _without_title(rest: str) -> str:
    """ "tamsin, manager: busy season": a title that ends in a colon belongs to the label."""
    return (
        re.sub(r"^(?:the )?[\w&]+(?: of)?(?: [\w&]+)?:\s+", "", rest)
        if re.match(
            r"^(?:the )?(?:\w+ ){0,2}(?:manager|director|cfo|ceo|hr|partner|recruiter|lead|owner|president|controller|head)\b[^:]{0,20}:",
            rest,
            re.I,
        )
        else rest
    )


def _has_verb(words: list[str]) -> bool:
    return any(
        verb_as(w.strip(".,:;").lower(), Tag.S, Tag.PAST)
        or w.lower() in FINITE | {"want", "need"}
        or w.lower() in {"also", "still", "really", "just"}
        for w in words
    )


def _title_word(word: str, scene: Scene) -> bool:
    plain = word.lower().strip(".,:;")
    return (
        plain
        in _TITLES
        - {
            "the",
            "of",
            "from",
            "at",
            "and",
            "my",
            "people",
            "lead",
            "chair",
            "audit",
            "head",
            "tax",
            "payroll",
        }
        or folded(plain) in {folded(w) for w in scene.company.split()}
        or plain == scene.company.lower()
    )
