"""Writes the word lists of the proofreader anew from two packages that are not needed to run Afterword.

    uv pip install symspellpy lemminflect && python bench/proof_words.py

``words.txt``  log2 of the count, then the words that often counted (symspellpy's list, MIT; counts from
               Google Books n-grams, CC BY 3.0).
``pairs.txt``  a word, then the words that follow it with log2 of the count (same source).
``verbs.tsv``  base, third person, past, participle, -ing; ``nouns.tsv`` singular, plural; ``adj.txt`` and
               ``adv.txt`` adjectives and adverbs (lemminflect, MIT; from the SPECIALIST Lexicon of the NLM).
"""

import csv
import gzip
import importlib.util
import math
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "afterword" / "core" / "proof" / "data"
WORDS, VERBS, NOUNS, OTHERS, PAIRS = 60_000, 3_200, 9_000, 9_000, 14_000
#: Adjectives the source lists only as forms of others, or not at all; and listed verbs nobody means as such.
ALSO_ADJECTIVES = frozenset(
    [
        "complete",
        "lower",
        "better",
        "worse",
        "best",
        "worst",
        "involved",
        "key",
        "lead",
        "select",
        "associate",
        "offset",
        "higher",
        "earlier",
        "later",
        "larger",
        "smaller",
        "greater",
        "stronger",
        "weaker",
        "easier",
        "harder",
        "faster",
        "slower",
        "longer",
        "shorter",
        "newer",
        "older",
        "closer",
        "further",
        "fewer",
        "less",
        "more",
        "most",
        "least",
    ]
)
NOT_VERBS = frozenset(
    ["while", "mar", "peter", "harry", "google", "zoom", "template", "best", "worse", "better", "worst"]
)
#: The source puts these pasts in their rarer form.
PASTS = {
    "burn": "burned", "dream": "dreamed", "lean": "leaned", "leap": "leaped", "learn": "learned", "light": "lit", "plead": "pleaded",
    "prove": "proved", "smell": "smelled", "spell": "spelled", "spill": "spilled", "spoil": "spoiled", "stay": "stayed",
}  # fmt: skip


def package(name: str) -> Path:
    """The folder of an installed package, without importing it."""
    spec = importlib.util.find_spec(name)
    assert spec is not None, f"install {name} first"
    assert spec.origin is not None
    return Path(spec.origin).parent


def counts(name: str) -> dict[str, int]:
    """Word or word pair -> count, most frequent first."""
    found: dict[str, int] = {}
    for line in (package("symspellpy") / name).read_text("utf-8-sig").splitlines():
        *words, count = line.split()
        found[" ".join(words)] = int(count)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def forms() -> dict[str, dict[str, list[list[str]]]]:
    """Part of speech -> lemma -> its inflected forms, the usual first."""
    table: dict[str, dict[str, list[list[str]]]] = defaultdict(dict)
    with gzip.open(package("lemminflect") / "resources" / "infl_lu.csv.gz", "rt", encoding="utf-8") as file:
        for lemma, pos, *cells in csv.reader(file):
            table[pos][lemma] = [cell.split("/") for cell in cells]
    return table


def write(name: str, lines: list[str]) -> None:
    """One data file, lines as given."""
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_words(words: dict[str, int]) -> None:
    """words.txt: grouped by log2 of the count."""
    grouped: dict[int, list[str]] = defaultdict(list)
    for word in list(words)[:WORDS]:
        grouped[round(math.log2(words[word]))].append(word)
    write(
        "words.txt",
        [f"{band} {' '.join(sorted(group))}" for band, group in sorted(grouped.items(), reverse=True)],
    )


def write_pairs(words: dict[str, int]) -> None:
    """pairs.txt: both words among the commonest."""
    common = set(list(words)[:PAIRS])
    grouped: dict[str, list[str]] = defaultdict(list)
    for pair, count in counts("frequency_bigramdictionary_en_243_342.txt").items():
        first, second = pair.split()
        if first in common and second in common:
            grouped[first].append(f"{second}:{round(math.log2(count))}")
    write("pairs.txt", [f"{first} {' '.join(grouped[first])}" for first in sorted(grouped)])


def write_forms(words: dict[str, int]) -> None:
    """verbs.tsv, nouns.tsv, adj.txt and adv.txt, the commonest of each."""
    table = forms()
    rank = {word: place for place, word in enumerate(words)}
    ranked = {pos: sorted((w for w in table[pos] if w in rank), key=rank.__getitem__) for pos in table}
    verbs = []
    for base in ranked["verb"][:VERBS]:
        cells = table["verb"][base]
        if base not in NOT_VERBS and len(cells) == 4 and cells[0][0] and cells[3][0]:
            past, ing, third = cells[0][0], cells[2][0], cells[3][0]
            participle = past if past in cells[1] else cells[1][0] or past
            if base in PASTS:
                past = participle = PASTS[base]
            verbs.append("\t".join([base, third, past, participle, ing]))
    write("verbs.tsv", sorted(verbs))
    nouns = [
        (noun, table["noun"][noun]) for noun in ranked["noun"][:NOUNS] if noun.isalpha() and len(noun) > 1
    ]
    write("nouns.tsv", sorted(f"{n}\t{cells[0][0]}" for n, cells in nouns if cells and cells[0][0]))
    for pos in ("adj", "adv"):
        also = ALSO_ADJECTIVES if pos == "adj" else frozenset()
        write(f"{pos}.txt", sorted({*ranked[pos][:OTHERS], *also} - {"to"}))


if __name__ == "__main__":
    frequency = counts("frequency_dictionary_en_82_765.txt")
    write_words(frequency)
    write_pairs(frequency)
    write_forms(frequency)
