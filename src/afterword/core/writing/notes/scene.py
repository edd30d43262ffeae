"""Who and where a note speaks of: what understanding one person's notes needs to know of the case."""

import re
from dataclasses import dataclass
from datetime import date

from afterword.core.facts import Case, Person, PersonId
from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.sets import word_set

_WORDS = re.compile(r"[^\W\d_][\w'&-]*\w|[^\W\d_]")
_NO_NAMES = word_set("no_names")


@dataclass(frozen=True, slots=True)
class Scene:
    """One reader, the other people of the case, and the words that belong to the record.

    ``names``: folded name words of the reader; ``others``: folded name word -> whose, for everybody else met;
    ``proper``: folded word -> its proper form, from names, company, role and profile; ``day``: the interview's date;
    ``company_words``: folded words of the company's name; ``organisations``: the names of the company, of employers and schools, as written; ``me``: folded first name of the candidate;
    ``figures``: the numbers of the candidate's own results, digits only.
    """

    person: PersonId
    names: tuple[str, ...]
    others: dict[str, PersonId]
    company: str
    proper: dict[str, str]
    own_words: frozenset[str]
    day: date
    company_words: frozenset[str] = frozenset()
    organisations: tuple[str, ...] = ()
    me: str = ""
    figures: frozenset[str] = frozenset()


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name worth recognising in notes, folded, titles and particles left out."""
    bare = re.sub(r"\(.*?\)", " ", name.split(",")[0]).replace("'", " ").replace('"', " ")
    parts = (folded(w) for w in _WORDS.findall(bare))
    found: list[str] = []
    for part in parts:
        found += [part, *part.split("-")] if "-" in part else [part]
    return tuple(dict.fromkeys(w for w in found if len(w) > 1 and w not in _NO_NAMES))


def scene_of(person: Person, case: Case) -> Scene:
    """The scene of one interviewer's notes."""
    names = name_words(person.name)
    others: dict[str, PersonId] = {}
    for other in case.interviewers:
        if other.id != person.id:
            for word in name_words(other.name):
                if word not in names:
                    others.setdefault(word, other.id)
    return Scene(
        person=person.id,
        names=names,
        others=others,
        company=case.opportunity.company,
        proper=_proper(case),
        own_words=frozenset(_own_words(case)),
        day=case.interview.end.date(),
        company_words=frozenset(folded(w) for w in _WORDS.findall(case.opportunity.company) if len(w) > 2),
        figures=frozenset(_digits(n) for text in case.candidate.achievements for n in _FIGURE.findall(text)),
        organisations=tuple(_organisations(case)),
        me=next(iter(name_words(case.candidate.name)), ""),
    )


_FIGURE = re.compile(r"\d[\d.,]*")


def _digits(figure: str) -> str:
    return re.sub(r"\D", "", figure)


def _record_texts(case: Case) -> list[str]:
    candidate = case.candidate
    texts = [*candidate.strengths, *candidate.achievements, *candidate.certificates, *candidate.associations]
    texts += [e.organisation for e in candidate.employers] + [s.name for s in candidate.schools]
    return [*texts, case.opportunity.company, case.opportunity.role]


def _proper(case: Case) -> dict[str, str]:
    """Words of the record that carry capitals inside a text: names of firms, schools, products.

    What a firm is called after ("Mesa Kombucha", "Fenwick Paper") stands last and is an ordinary word elsewhere.
    """
    found: dict[str, str] = {}
    named = set(_organisations(case))
    for text in (t for t in _record_texts(case) if t not in named):
        for index, word in enumerate(_WORDS.findall(text)):
            if len(word) > 1 and (any(c.isupper() for c in word[1:]) or (index and word[:1].isupper())):
                found.setdefault(folded(word), word)
    for name in _organisations(case):
        words = _WORDS.findall(name)
        for word in words[:-1] or words:
            if len(word) > 3 and word[:1].isupper():
                found.setdefault(folded(word), word)
    return found


def _organisations(case: Case) -> list[str]:
    candidate = case.candidate
    names = [e.organisation for e in candidate.employers] + [s.name for s in candidate.schools]
    return [n for n in (case.opportunity.company, *names) if n]


def _own_words(case: Case) -> list[str]:
    return [folded(word) for text in _record_texts(case) for word in _WORDS.findall(text)]
