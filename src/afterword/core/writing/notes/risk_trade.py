"""When a word of private life is the trade's own: the wine of a duty return, the wedding of a deposit ledger.

What an employer sells, funds or files is no private matter of anybody. So a word for health, family, faith, politics
or habits is harmless where it stands before a noun of business ("mental health grants", "abortion charity
accounts"), or between two such words ("duty on wine is filed monthly"), and nobody is spoken of.
"""

import re

from afterword.core.writing.notes.clean import folded
from afterword.core.writing.notes.risk_person import trade_nouns

#: Rules whose words may be what an employer deals in.
OF_A_TOPIC = frozenset({"risk.health", "risk.family", "risk.faith", "risk.politics", "risk.personal"})
_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|hers|i|me|my|mine|myself|himself|herself|who|whose|someone|somebody|everybody|everyone|"
    r"nobody|staff|boss|owner|founder|chair|chairman|ceo|cfo|coo|cto|controller|manager|director|partner|recruiter|"
    r"receptionist|colleague|clerk|accountant|bookkeeper|assistant|guy|lady|man|woman|girl|boy|lad|kid|kids|son|sons|"
    r"daughter|daughters|wife|husband|mum|mom|mother|father|dad|brother|sister|uncle|aunt|cousin|nephew|niece|parents|"
    r"children|family|pregnant|married|divorced|engaged|sick|ill)\b(?!'s (?:wear|clothes|clothing|books|shoes|toys|hospital|home|charity))"
)
_WORD = re.compile(r"[^\W\d_][\w&-]*")
#: A word between the match and the noun of business, at most.
_BETWEEN = 1
_TWO = 2


def is_the_trades(text: str, start: int, end: int) -> bool:
    """Whether the words at these places of a lower-case text are what an employer deals in."""
    rest = f"{text[:start]} {text[end:]}"
    if _SOMEBODY.search(rest) or _SOMEBODY.search(text[start:end]):
        return False
    behind = [folded(word) for word in _WORD.findall(text[end:])[: _BETWEEN + 1]]
    nouns = trade_nouns()
    if any(word in nouns for word in behind):
        return True
    return sum(folded(word) in nouns for word in _WORD.findall(rest)) >= _TWO
