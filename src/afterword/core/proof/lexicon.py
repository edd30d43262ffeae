"""What is known of words without asking an engine: how common they are, what they can be, their other forms.

The lists lie in ``data/`` and are written by ``bench/proof_words.py``, which names their sources.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: One letter for each thing a word can be.
BASE, THIRD, PAST, PARTICIPLE, ING = "B", "S", "D", "P", "G"
NOUN, PLURAL, ADJECTIVE, ADVERB = "N", "L", "J", "R"
_VERB_FORMS = (BASE, THIRD, PAST, PARTICIPLE, ING)
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``tags``: what a lower-case word can be; ``bands``: log2 of how often it is met in print."""

    tags: dict[str, frozenset[str]]
    bands: dict[str, int]
    verbs: dict[str, tuple[str, ...]]
    plurals: dict[str, str]
    singulars: dict[str, str]

    def can_be(self, word: str) -> frozenset[str]:
        """The letters of what ``word`` (lower case) can be; a hyphenated word is what its last part is."""
        found = self.tags.get(word)
        if found is not None:
            return found
        return self.tags.get(word.rpartition("-")[2], _NONE) if "-" in word else _NONE

    def known(self, word: str) -> bool:
        """Whether ``word`` (lower case) is an English word in one of the lists."""
        return word in self.bands or word in self.tags

    def band(self, word: str) -> int:
        """Log2 of the count of ``word``, 0 where it is not listed."""
        return self.bands.get(word, 0)

    def form(self, word: str, tag: str) -> str:
        """``word`` in the form ``tag``, or an empty string where the lists do not know it."""
        if tag == PLURAL:
            return self.plurals.get(word, "")
        if tag == NOUN:
            return self.singulars.get(word, "")
        forms = self.verbs.get(word)
        return forms[_VERB_FORMS.index(tag)] if forms else ""


def _lines(name: str) -> list[str]:
    return (files(__package__) / "data" / name).read_text("utf-8").splitlines()


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    tags: dict[str, set[str]] = {}
    verbs: dict[str, tuple[str, ...]] = {}
    for line in _lines("verbs.tsv"):
        forms = tuple(line.split("\t"))
        for form, tag in zip(forms, _VERB_FORMS, strict=True):
            tags.setdefault(form, set()).add(tag)
            if tag == BASE or form not in verbs:
                verbs[form] = forms
    bands = _bands()
    for base in [forms[0] for forms in verbs.values()]:
        for regular in {f"{base}ed", f"{base}d"} & bands.keys():  # learned beside learnt
            tags.setdefault(regular, set()).update((PAST, PARTICIPLE))
    plurals = dict(line.split("\t") for line in _lines("nouns.tsv"))
    for singular, plural in plurals.items():
        tags.setdefault(singular, set()).add(NOUN)
        tags.setdefault(plural, set()).add(PLURAL)
    for name, tag in (("adj.txt", ADJECTIVE), ("adv.txt", ADVERB)):
        for word in _lines(name):
            tags.setdefault(word, set()).add(tag)
    return Lexicon(
        tags={word: frozenset(found) for word, found in tags.items()},
        bands=bands,
        verbs=verbs,
        plurals=plurals,
        singulars={plural: singular for singular, plural in plurals.items()},
    )


def _bands() -> dict[str, int]:
    bands: dict[str, int] = {}
    for line in _lines("words.txt"):
        band, _, words = line.partition(" ")
        bands.update(dict.fromkeys(words.split(), int(band)))
    return bands


@cache
def followers() -> dict[str, str]:
    """First word -> the words met after it, as ``" word:band word:band "`` (read only when fixes are ranked)."""
    table: dict[str, str] = {}
    for line in _lines("pairs.txt"):
        first, _, rest = line.partition(" ")
        table[first] = f" {rest} "
    return table


def together(first: str, second: str) -> int:
    """Log2 of how often ``second`` follows ``first`` in print; 0 where the pair is not listed."""
    row = followers().get(first, "")
    at = row.find(f" {second}:")
    if at < 0:
        return 0
    begin = at + len(second) + 2
    return int(row[begin : row.index(" ", begin)])
