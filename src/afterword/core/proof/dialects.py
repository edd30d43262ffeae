"""British spellings, known by what they are in American: so that a letter may be written in either."""

import re

from afterword.core.proof.lexicon import lexicon

#: British ending -> American, tried on the whole word.
_ENDINGS = (
    (re.compile(r"our(s|ed|ing|able|ful|fully|ite|ites|hood|er|ers|al|less|ably|y|ist)?$"), r"or\1"),
    (re.compile(r"is(e|es|ed|ing|er|ers|able|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing|er|ers)$"), r"yz\1"),
    (re.compile(r"([bt])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ogue(s|d)?$"), r"og\1"),
    (re.compile(r"ll(ed|ing|er|ers|or|ors|ation)$"), r"l\1"),
    (re.compile(r"ence(s|d)?$"), r"ense\1"),
    (re.compile(r"^(.*)[ao]e(.*)$"), r"\1e\2"),
    (re.compile(r"([a-z]{2,})l(s|ment|ments|ful|fully)?$"), r"\1ll\2"),
    (re.compile(r"(dg)e(ment|ments)$"), r"\1\2"),
    (re.compile(r"amme(s)?$"), r"am\1"),
    (re.compile(r"eque(s)?$"), r"eck\1"),
    (re.compile(r"geing$"), "ging"),
)
_WORDS = frozenset(
    [
        "learnt",
        "spelt",
        "whilst",
        "amongst",
        "grey",
        "greyer",
        "enquiry",
        "enquiries",
        "enquire",
        "tyre",
        "tyres",
        "kerb",
        "storey",
        "storeys",
        "cheque",
        "cheques",
        "practise",
        "practised",
        "practising",
        "mould",
        "plough",
        "sceptical",
        "draught",
        "licence",
        "licences",
        "licenced",
        "defence",
        "offence",
        "fulfil",
        "fulfils",
        "enrol",
        "enrols",
        "instalment",
        "instalments",
        "skilful",
        "wilful",
        "ageing",
        "aluminium",
        "manoeuvre",
        "moustache",
        "pyjamas",
        "orientated",
        "focussed",
        "focussing",
        "burnt",
        "leapt",
        "dreamt",
        "judgement",
    ]
)
#: A British form counts only where its American form is a word this common.
COMMON_ENOUGH = 18


def british(word: str) -> bool:
    """Whether ``word`` (lower case) is the British spelling of a common American word."""
    if word in _WORDS:
        return True
    for ending, american in _ENDINGS:
        other = ending.sub(american, word)
        if other != word and lexicon().band(other) >= COMMON_ENOUGH:
            return True
    return False
