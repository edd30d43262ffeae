"""Notes put in order before they are read: corrections made while thumbing, the user named in the third person.

A later value wins ("58, no wait 52"). What the user said, promised or showed is theirs, never the reader's.
"""

import re

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.words.lexicon import everyday

_CORRECTING = r"(?:no wait|wait no|oh wait|i mean|scratch that|strike that|correction|make that|or rather|no actually|actually no|sorry,? (?:i mean|no|it was|its|it's)?)"
_ACROSS = re.compile(rf"\s*[.!?\n]+\s*({_CORRECTING})\b[,:;\s-]*", re.I)
_NUMBER = r"[$€£]?\d[\d.,]*(?:%|k|m|bn)?"
_FIGURE = re.compile(
    rf"(?P<before>{_NUMBER})(?P<unit>(?:\s+[^\W\d_]+){{0,3}}?)[\s,.;-]*\b{_CORRECTING}\b[,:;\s-]*(?P<after>{_NUMBER})(?P<rest>(?:\s+[^\W\d_]+)?)",
    re.I,
)
_WORD = re.compile(
    rf"(?P<before>[^\W\d_][\w'-]*)[\s,.;-]+\b{_CORRECTING}\b[,:;\s-]*(?P<after>[^\W\d_][\w'-]*)", re.I
)
_NAMED = re.compile(
    r"(?P<verb>asked|told|showed|gave|introduced|walked|invited|wants|wanted|liked|offered|sent|thanked) {name}\b",
    re.I,
)
_BEFORE_ME = "to|with|for|from|about|by|of|at|like|than|after|before|behind|between|on|near|around|knows|knew|met|remembers|remembered|likes|wants|asked|told|help|helps|call|calls|meet|see|saw|introduce|teach|teaches"
#: After these the name is the subject of its own clause: "after Robin left".
_OWN_VERBS = "would|could|will|can|should|did|does|is|was|has|had|left|came|started|works|worked"
_ASKED_WHO = re.compile(
    r"\b(asked me (?:(?:about|again|also) )?(?:how|what|why|whether|if|when|where|which(?: \w+)?)) (?:he|she|they) ",
    re.I,
)
_MY_STORY = re.compile(
    r"\b(?:i |so i |and i )?(?:told|showed|talked|walked|explained|described|mentioned|gave)(?: (?:her|him|them|to (?:her|him|them)))?"
    r"(?: about| through| that)? my (?P<what>[\w' -]{2,40}?)(?:,| and| -)? (?:she|he|they) (?:really |quite )?"
    r"(?:loved|liked|enjoyed|was impressed|lit up|laughed|was interested)(?: by| with| in| at)?(?: it| that)?\b",
    re.I,
)


def retold(text: str, *, me: str, reader: tuple[str, ...]) -> str:
    """A laid-out note with corrections carried out and the user in the first person; ``me``: their first name, folded."""
    text = _ACROSS.sub(r" \1 ", text)
    text = _FIGURE.sub(_later_figure, text)
    text = _WORD.sub(_later_word, text)
    if len(me) > 2:
        text = re.sub(rf",? (?:because|bc|b/c) of {me}\b", "", text, flags=re.I)
    if me and me not in reader and len(me) > 2:
        text = _in_first_person(text, me)
    return _MY_STORY.sub(r"liked my \g<what>", text)


def _later_figure(match: "re.Match[str]") -> str:
    unit = match["rest"] or match["unit"]
    return f"{match['after']}{unit}"


def _later_word(match: "re.Match[str]") -> str:
    return match["after"]


def _in_first_person(text: str, me: str) -> str:
    words = {
        w for w in re.findall(r"[^\W\d_]+", text) if folded(w) == me and (w[0].isupper() or not everyday(me))
    }
    for name in sorted(words):
        text = re.sub(_NAMED.pattern.replace("{name}", name), r"\g<verb> me", text, flags=re.I)
        text = re.sub(
            rf"\b(?:she|he|they|you) and {name}\b|\b{name} and (?:she|he|him|her)\b", "we", text, flags=re.I
        )
        text = re.sub(rf"\b{name}'s\b", "my", text)
        text = re.sub(rf"\b(?:because|bc|b/c) of {name}\b", "because of me", text, flags=re.I)
        text = re.sub(rf"\b({_BEFORE_ME}) {name}\b(?! (?:and i|{_OWN_VERBS})\b)", r"\1 me", text)
        text = re.sub(rf"\b{name}\b", "I", text)
    return _ASKED_WHO.sub(r"\1 I ", text) if words else text
