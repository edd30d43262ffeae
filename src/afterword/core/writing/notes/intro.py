"""The head of a free note: who it is about. "zach.", "Dale plant ctrlr.", "hollis CFO -" name the reader and say nothing else."""

import re

from rapidfuzz.distance import OSA

from afterword.core.facts import Person
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import everyday, known, short_forms

_HEAD = re.compile(r"^\s*(?P<head>[^.:,;(\n!?]{1,60}?)\s*(?P<stop>\. |\.$|: |:$|, |; |\(|\n|!|\?|\s-+\s|$)")
_DOTTED = re.compile(r"\b(dr|mr|mrs|ms|prof|rev|sr|jr|st)\.(?=\s)", re.I)
_ABOUT_THE_MEETING = word_set("intro_words") | word_set("label_titles")
_LENGTH = re.compile(r"^\d+(?:st|nd|rd|th)?$|^\d+ ?(?:min|mins|minutes|m|h|hr|hrs|hours)$|^\d+min$")


def without_intro(text: str, person: Person, scene: Scene) -> str:
    """The note without the words at its head that only name the reader, their title or the kind of meeting."""
    rest = _DOTTED.sub(lambda m: m[1], text) if _DOTTED.match(text) else text
    for _ in range(3):
        match = _HEAD.match(rest)
        if match is None or not _names_only(match["head"], match["stop"], person, scene):
            break
        stop = "(" if match["stop"] == "(" else ""
        rest = stop + rest[match.end() :].lstrip(" .:,;-\n")
        text = rest
        if stop:
            break
    return text


def _names_only(head: str, stop: str, person: Person, scene: Scene) -> bool:
    words = [w for w in re.split(r"[\s/&]+", head.replace("'", "")) if w]
    if not words or (stop == "" and len(words) > 3):
        return False
    named = _is_name(words[0], scene) or _nickname(words, stop, scene)
    if not named and words[0].lower().strip(".") in _HONOURS and len(words) > 1:
        named = _is_name(words[1], scene)
    if not named and not (_JOBS & {w.lower() for w in words} and all(_of_title(w, person) for w in words)):
        return False
    return all(_is_name(w, scene) or _of_title(w, person) for w in words[1:])


_JOBS = {"accountant", "boss", "ceo", "cfo", "chair", "chief", "controller", "coo", "cto", "director", "founder", "head",
         "hr", "interviewer", "manager", "mgr", "owner", "partner", "peer", "president", "recruiter", "supervisor", "treasurer",
         "vp", "ctrlr"}  # fmt: skip
_HONOURS = {"dr", "mr", "mrs", "ms", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "pastor", "rabbi",
            "father", "sister", "captain", "judge", "dean", "commissioner"}  # fmt: skip


def _is_name(word: str, scene: Scene) -> bool:
    """A word of the reader's name, misheard or shortened ("katrina" for Catriona, "dash" for Dashiell)."""
    plain = folded(word.strip("\"'"))
    if plain in scene.names or plain in scene.company_words:
        return True
    if len(plain) < 3 or not plain.isalpha():
        return False
    edits = 1 if len(plain) < 6 else 2
    near = any(
        abs(len(n) - len(plain)) <= edits and OSA.distance(plain, n, score_cutoff=edits) <= edits
        for n in scene.names
        if len(n) > 3
    )
    return (near and not everyday(plain)) or any(n.startswith(plain) for n in scene.names)


def _nickname(words: list[str], stop: str, scene: Scene) -> bool:
    """Initials, or a first word that is no English word and stands alone before a stop."""
    plain = folded(words[0])
    initials = "".join(n[0] for n in scene.names)
    if 1 < len(plain) <= 3 and initials.startswith(plain):
        return True
    return (
        len(words) == 1
        and stop.strip() in {".", ":", "(", "-"}
        and plain.isalpha()
        and not known(plain)
        and plain not in short_forms()
    )


def _of_title(word: str, person: Person) -> bool:
    plain = word.lower().strip("\"'")
    long = short_forms().get(plain, plain).lower()
    title = {w.lower() for w in re.findall(r"[\w&]+", person.title)}
    return (
        {plain, long} & (_ABOUT_THE_MEETING | title) != set()
        or _LENGTH.match(plain) is not None
        or len(plain) == 1
    )
