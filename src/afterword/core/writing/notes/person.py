"""Person shift: notes speak of the reader as he, she, they or by name; a letter says you.

A phrase that cannot be shifted with certainty gives None: the caller falls back to naming the topic.
"""

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.scene import Scene
from afterword.core.writing.notes.sets import word_set
from afterword.core.writing.words.lexicon import Tag, forms_of, verb_as
from afterword.core.writing.words.numerals import words_between
from afterword.core.writing.words.tagger import Pos, can_be

_READER = {"he", "she"}
_UNSAFE = {"i", "my", "me", "we", "our", "us", "mine", "ours", "myself"}
_PREPOSITIONS = word_set("person_prepositions")
_STOPPERS = _PREPOSITIONS | {
    "and",
    "or",
    "but",
    "because",
    "so",
    "when",
    "while",
    "if",
    "that",
    ",",
    "too",
    "also",
    ".",
    "what",
    "how",
    "why",
    "where",
    "whether",
    "most",
    "best",
    "least",
    "again",
    "later",
    "early",
    "directly",
    "every",
    "is",
    "was",
}
_SHIFTED_SUBJECT = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "am": "are",
    "are": "are",
    "were": "were",
}


_TOLD = {"told", "tell", "tells", "telling", "gave", "give", "gives", "giving", "asked", "ask", "asks", "showed", "show",
         "shows", "showing", "sent", "send", "sends", "bought", "buys", "got", "gets", "let", "lets", "made", "makes", "cost", "costs", "takes", "take", "took", "saves", "save"}  # fmt: skip
_COUNTED = {*words_between(2, 9), "half", "hours", "days", "weeks", "ages"}
_TOLD_WHAT = {
    "what",
    "how",
    "why",
    "where",
    "whether",
    "a",
    "an",
    "the",
    "every",
    "no",
    "more",
    "nothing",
    "everything",
}


def is_reader(token: str, scene: Scene) -> bool:
    """Whether a token names the reader: he, she, or a word of their name."""
    small = token.lower()
    return small in _READER or (folded(small) in scene.names)


def second_person_verb(token: str) -> str:
    """The form a present verb takes after "you" ("wants" -> "want", "is" -> "are"); a past form stays."""
    small = token.lower()
    if small in _SHIFTED_SUBJECT:
        return _SHIFTED_SUBJECT[small]
    verb = verb_as(small, Tag.S)
    if verb is None and token == small and Pos.PRESENT_S in can_be(small):
        return _base(small)
    return verb.base if verb and not verb_as(small, Tag.PAST, Tag.BASE) else token


def verb_for_you(token: str) -> str:
    """The verb of a clause in the form "you" takes; a verb that no table holds loses its -s."""
    found = second_person_verb(token)
    small = token.lower()
    strange = found == token == small and small.endswith("s") and not small.endswith("ss")
    return _base(small) if strange and small not in FINITE and not forms_of(small) else found


def _base(form: str) -> str:
    """The base of an -s form the verb table does not hold ("preps" -> "prep")."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "shes", "ches", "xes", "zzes")) else form[:-1]


def shifted(
    parts: list[str], scene: Scene, *, own: bool = False, behind: tuple[str, ...] = (), verb: str = ""
) -> list[str] | None:
    """The tokens of a phrase with every word about the reader turned to "you"; None when unsure.

    ``own`` allows first-person words (they stay as they are: in a report, "I" is the candidate). ``behind`` is what
    stands before the phrase, for "their" to point at; ``verb`` is the verb right before it.
    """
    found: list[str] = []
    for index, _part in enumerate(parts):
        word = _shifted_word(parts, index, scene, own=own, behind=behind, verb=verb)
        if word is None:
            return None
        agrees = bool(found) and found[-1] == "you" and is_reader(parts[index - 1], scene)
        found.append(second_person_verb(word) if agrees else word)
    return _without_repeats(found)


def _shifted_word(
    parts: list[str], index: int, scene: Scene, *, own: bool, behind: tuple[str, ...], verb: str
) -> str | None:
    part, small = parts[index], parts[index].lower()
    after = parts[index + 1].lower() if index + 1 < len(parts) else ""
    if folded(small.removesuffix("'s")) in scene.others:
        return None
    if small in _READER or folded(small) in scene.names:
        return "you"
    if small.endswith("'s") and folded(small[:-2]) in scene.names:
        return "your"
    if small in _OF_READER or small == "her":
        return _possessed(parts, index, after, behind=behind, verb=verb)
    if small == "they" and (done := verb_as(after, Tag.PAST)) and done.base in _OF_COMPANIES:
        return "you"
    if small in {"their", "them", "theirs", "themselves", "they"}:
        return _plural_word([*behind, *parts[:index]], small, own=own)
    if small in _UNSAFE and part != "US" and not own:
        return None
    return part


_OF_READER = {
    "him": "you",
    "his": "your",
    "himself": "yourself",
    "herself": "yourself",
    "hers": "yours",
    "themself": "yourself",
}


def _possessed(parts: list[str], index: int, after: str, *, behind: tuple[str, ...], verb: str) -> str:
    """His and her: the reader's, unless another person stands before them."""
    small = parts[index].lower()
    before = (*behind, *parts[:index])
    own_doing = small in {"himself", "herself"}
    if any(
        p.lower() in _SOMEBODY and not _describing(before, i, last=own_doing) for i, p in enumerate(before)
    ):
        return _of_somebody(small, after)
    if small != "her":
        return _OF_READER[small]
    told = (parts[index - 1] if index else verb).lower() in _TOLD
    if told and (after in _TOLD_WHAT or after[:1].isdigit() or after in _COUNTED):
        return "you"
    return "you" if not after or after in _STOPPERS or not after[0].isalnum() else "your"


def _describing(words: tuple[str, ...], index: int, *, last: bool) -> bool:
    """ "the vendor portal", "client memos": a word for somebody right before a noun names nobody.

    ``last``: a noun at the end is one even where it could be a verb ("the vendor guide himself").
    """
    behind = can_be(words[index + 1].lower()) if index + 1 < len(words) else frozenset()
    if last and index + 2 == len(words) and Pos.NOUN in behind:
        return True
    return bool(behind & {Pos.NOUN, Pos.NOUNS}) and not behind & _VERBS


_VERBS = {Pos.BASE, Pos.PRESENT, Pos.PRESENT_S, Pos.PAST, Pos.MODAL}


_OF_COMPANIES = word_set("company_verbs")
_SOMEBODY = word_set("somebody")


def _of_somebody(small: str, after: str) -> str:
    """His and her when another person stands before: theirs, not the reader's ("every manager keeps his own sheet")."""
    if small in {"him", "himself", "herself", "hers"}:
        return {"him": "them", "hers": "theirs"}.get(small, "themselves")
    object_form = small == "her" and (not after or after in _STOPPERS or not after[0].isalnum())
    return "them" if object_form else "their"


_PEOPLE = {
    "marketing",
    "sales",
    "procurement",
    "purchasing",
    "engineering",
    "operations",
    "production",
    "management",
    "people",
    "staff",
    "everyone",
    "everybody",
    "anyone",
    "someone",
    "those",
    "somebody",
    "who",
}


def _plural_word(earlier: list[str], small: str, *, own: bool) -> str | None:
    """They and their: somebody named before in the same phrase, else the reader's side."""
    if any(len(p) > 2 and p[:-1].isupper() and p.endswith("s") for p in earlier):
        return small
    before = [p.lower() for p in earlier]
    if own and small == "them" and len(before) > 3:
        return small
    if any(
        w in _PEOPLE
        or (len(w) > 3 and w.endswith("s") and not w.endswith("ss") and not verb_as(w, Tag.S))
        or _plural_noun_verb(w)
        for w in before
    ):
        return small
    return {"their": "your", "them": None, "theirs": "yours", "themselves": "yourselves", "they": "you"}[
        small
    ]


def _plural_noun_verb(word: str) -> bool:
    verb = verb_as(word, Tag.S)
    return verb is not None and verb.nounlike


def _without_repeats(parts: list[str]) -> list[str]:
    return [p for i, p in enumerate(parts) if not i or p != parts[i - 1] or p != "you"]


FINITE = word_set("finite")
