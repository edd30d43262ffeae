"""British spellings, known by what they are in American: so that a letter may be written in either."""

import re
from collections.abc import Collection

from afterword.core.proof.lexicon import lexicon

#: British ending -> American, tried on the whole word.
_ENDINGS = (
    (re.compile(r"our(s|ed|ing|able|ful|fully|ite|ites|hood|er|ers|al|less|ably|y|ist)?$"), r"or\1"),
    (re.compile(r"is(e|es|ed|ing|er|ers|able|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing|er|ers)$"), r"yz\1"),
    (re.compile(r"([bt])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ogue(s|d)?$"), r"og\1"),
    (re.compile(r"ll(ed|ing|er|ers|or|ors|ation)$"), r"l\1"),
    (re.compile(r"^(def|off|lic|pret)ence(s|d)?$"), r"\1ense\2"),
    (re.compile(r"^(.*)[ao]e(.*)$"), r"\1e\2"),
    (re.compile(r"([a-z]{2,})l(ment|ments|ful|fully)$"), r"\1ll\2"),
    (re.compile(r"(dg)e(ment|ments)$"), r"\1\2"),
    (re.compile(r"amme(s)?$"), r"am\1"),
    (re.compile(r"eque(s)?$"), r"eck\1"),
    (re.compile(r"geing$"), "ging"),
)
_WORDS = frozenset(
    ["learnt", "spelt", "whilst", "amongst", "grey", "greyer", "enquiry", "enquiries", "enquire", "tyre", "tyres", "kerb", "storey",
     "storeys", "practise", "practised", "practising", "mould", "plough", "sceptical", "sceptic", "sceptics", "draught", "licenced",
     "fulfil", "fulfils", "enrol", "enrols", "instil", "instils", "distil", "appal", "ageing", "aluminium", "manoeuvre", "moustache",
     "pyjamas", "orientated", "focussed", "focussing", "burnt", "leapt", "dreamt", "worshipping", "phoney", "artefact", "artefacts",
     "cosy", "gaol", "jewellery", "maths", "speciality", "acclimatise", "tonne", "tonnes"]
)  # fmt: skip
#: A British form counts where its American form is a word this common, or is what an American engine puts for it.
COMMON_ENOUGH = 18


def british(word: str, fixes: Collection[str] = ()) -> bool:
    """Whether ``word`` (lower case) is the British spelling of an American word; ``fixes`` are an engine's for it."""
    if word in _WORDS:
        return True
    others = {ending.sub(american, word) for ending, american in _ENDINGS} - {word}
    if not others:
        return False
    return lexicon().known(word) or any(
        other in fixes or lexicon().band(other) >= COMMON_ENOUGH for other in others
    )
