"""Small words thumbs leave out or shorten: "n why", "terms r 30", "3way", "400 inv", "memo first 60 days"."""

import re
from collections.abc import Callable

from afterword.core.writing.words.lexicon import cased
from afterword.core.writing.words.tagger import Pos, can_be

_DIGITS = {"2": "two", "3": "three", "4": "four", "5": "five"}
#: What a count in front makes plural.
_COUNTED = {
    "inv": "invoices", "invoice": "invoices", "stmt": "statements", "acct": "accounts", "acc": "accounts", "emp": "employees",
    "ent": "entities", "loc": "locations", "cust": "customers", "rec": "reconciliations", "recon": "reconciliations",
    "po": "POs", "mgr": "managers", "dept": "departments", "proj": "projects", "jnl": "journals", "je": "journal entries",
    "pmt": "payments", "txn": "transactions", "supp": "suppliers", "vend": "vendors", "co": "companies",
}  # fmt: skip
_BEFORE_SPAN = r"(?<!\bthe )(?<!\bin )(?<!\bfor )(?<!\bof )(?<!\bwithin )(?<!\bover )(?<!\bby )(?<!\bmy )(?<!\bour )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\ball )(?<!\byour )"
_UNIT = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_LENGTHS = "age|ages|dso|dpo|dio|runway|lag|delay|turnaround"


def _plural(match: "re.Match[str]") -> str:
    return f"{match[1]} {_COUNTED[match[2].lower()]}"


_RULES: tuple[tuple[str, str | Callable[["re.Match[str]"], str]], ...] = (
    (r"(?<=[\w%] )n (?=a |[a-z]{2,})(?!of\b)", "and "),
    (r"\b(\d{2,3})d\b(?! (?:print|model|scan))", r"\1 days"),
    (r"\b(i|to|would|will|wd|wld|wud|shd|can|must|might|may) b (?=[a-z])", r"\1 be "),
    (r"(?<=\w) r (?=\d|[a-z]{2,})", " are "),
    (r"(?<=\w) u (?=[a-z]{2,})", " you "),
    (r"\b([2-5])[ -]?way\b", lambda m: f"{_DIGITS[m[1]]}-way"),
    (r"\b30[ /]60[ /]90\b", "30-60-90"),
    (r"\bdirect debt(s?)\b", r"direct debit\1"),
    (r"\btrail balance", "trial balance"),
    (r"\bfin(?:ancial)? aid\b", "financial aid"),
    (r"\bpos (?=upgrade|system|systems|terminal|terminals|rollout|data|vendor|machine|machines|software|till|tills)", "point-of-sale "),
    (r"\s+x ?\d{2,3}(?=$|[.,;])", ""),
    (r"\bpetty case\b", "petty cash"),
    (r"\bgeneral ledge\b", "general ledger"),
    (r"\bfix assets\b", "fixed assets"),
    (r"\bcapitol (?=expenditure|spend|project|budget|cost|lease)", "capital "),
    (r"(?<=[a-z] )re:? (?=[a-z])(?!(?:\w+ ){0,2}re\b)", "about "),
    (r"\b(main|high) st\b", lambda m: m[1].capitalize() + " Street"),
    (r"\bthe us\b(?! (?:all|both|two|three))", "the US"),
    (r", us (?=and |or )", ", the US "),
    (r"\b(i|to|you|we|they|would|i'd|id) prep\b", r"\1 prepare"),
    (r"\bprepping\b", "preparing"),
    (r"\bprepped\b", "prepared"),
    (r"\bbtw (?=[\w' ]+ and )", "between "),
    (r"(?<!\bthe )(?<!\ba )(?<!\bmy )\bfirst time (?=(?:this|next|last|in|ever)\b)", "for the first time "),
    (r"\b((?:each|every) [\w-]+(?: [\w-]+)? (?!its|his|theirs|ours)\w{2,}s) own (?=[a-z])", r"\1 his own "),
    (r"\bs/w\b", "software"),
    (r"\bh/w\b", "hardware"),
    (r"\bmgmt acc(?:s|ts?|ounts)?\b", "management accounts"),
    (rf"\b((?:[2-9]|\d\d+)[\d,.]*k?) ({'|'.join(_COUNTED)})\b(?!\.)(?! (?:type|age|no|number|code|line|day)s?\b)(?! (?!a\b|has\b|is\b|was\b|across\b|pos\b)[a-z]{{4,}}s\b)", _plural),
    (r"\b(\d{3,} (?:invoices|payments|transactions|journals|POs|orders))/(wk|mth|mo|day|yr|qtr)\b", r"\1 a \2"),
    (r"\bcusts?\b(?= (?:pay|owe|order|want|call|return|buy|dispute|email|complain)\b)", "customers"),
    (rf"(?<=[a-z]) {_BEFORE_SPAN}(first|next|last) (\d+ (?:days|weeks|months|years|hours))\b", r" in the \1 \2"),
    (rf"\b({_LENGTHS}) (\d+) ?(d|days|wks?|weeks|mths?|months|yrs?|years)\b", lambda m: f"{m[1]} of {m[2]} {_UNIT[m[3][0].lower()]}"),
    (r",? ?\b(?:because|bc|b/c|cause|cos|coz|cuz) of (?:me|i)\b", ""),
    (r"\bper diem(s?)\b", r"per-diem\1"),
    (r"(?:^|(?<=[.,;] ))(?:go|move|switch) (to|onto) (?=[\w-]+ (?:in|by|from|next|this|on) )", r"moving \1 "),
)  # fmt: skip
#: Words written as they sound.
_SOUNDS: tuple[tuple[str, str | Callable[["re.Match[str]"], str]], ...] = (
    (r"\b(kent|penn|ohio|michigan|iowa|arizona|florida|oregon|kansas|boise|fresno|colorado|washington|utah|ball|wright|oklahoma|mississippi|san diego|wichita|weber|idaho|montana|georgia|ferris|cleveland|wayne|texas) st(?=$|[.,;!?]| (?:too|as|in|like|univ\w*|grad|alum|and)\b)", lambda m: f"{m[1].title()} State"),
    (r"\b(in|since|until|till|class of) '?0(\d)\b", r"\1 200\2"),
    (r"\b(ohio|miami|indiana|boston|penn|iowa|kansas|texas|utah|drake|emory|duke|rice|brown) u\b(?! of)", r"\1 University"),
    (r"\b(i|you|u|they|we) (?:(dont|don't|do not) )?no\b(?=$|[.,;?!]| (?:any|anyone|anybody|about|how|what|which|where|who|why|the|it|him|her|them|that|my|their|your|of|yet)\b)", lambda m: f"{m[1]} {m[2] + ' ' if m[2] else ''}know"),
    (r"\b(asked|asks|ask|wondered|know|see|sure|decide)( me)? (?:weather|wether) (?=(?:i|we|they|he|she|you|it|the|to|my)\b)", r"\1\2 whether "),
    (r"\b(would|could|should|might|must) of (?=[a-z]+(?:ed|en|ne|de|id)\b|been\b|had\b|gone\b|kept\b)", r"\1 have "),
    (r"\b(more|less|fewer|rather|bigger|smaller|later|faster|sooner|better|older|other|longer) then (?=\d|a |an |the |they |we |he |she |it |last |most |[a-z]+s\b)", r"\1 than "),
    (r"\bthere own\b", "their own"),
    (r"\bto (many|much|few) (?!(?:as|places|of)\b)", r"too \1 "),
    (r"\bloose (?=(?:money|customers?|clients?|staff|time|people|track|invoices?|receipts?|margin)\b)", "lose "),
    (r"\ballot of\b", "a lot of"),
    (r"\balot\b", "a lot"),
    (r"\bits (?=a |an |the |not |all |been |hard |too )", "it is "),
    (r"\b(say|saying|said) idk\b", r"\1 I do not know"),
    (r"\b([1-6](?:st|nd|rd|th)) rd\b", r"\1 round"),
    (r"\b(final|next|last|first|second|third|cfo|ceo|panel) rd\b", r"\1 round"),
)  # fmt: skip
#: Pairs that mean a choice or a label, not two things.
_ONE_WORD = {
    "and/or",
    "his/her",
    "he/she",
    "him/her",
    "yes/no",
    "on/off",
    "either/or",
    "min/max",
    "pass/fail",
    "win/lose",
    "mr/mrs",
    "in/out",
}


def _listed(match: "re.Match[str]") -> str:
    """ "forms/emails/phone" are three things; two are two when both are plurals or short forms of the trade."""
    words = match[0].split("/")
    if match[0].lower() in _ONE_WORD or any(len(w) < 2 for w in words):
        return match[0]
    things = [Pos.NOUNS in can_be(w.lower()) or w.lower() in cased() for w in words]
    if len(words) == 2:
        return f"{words[0]} and {words[1]}" if all(things) else match[0]
    nouns = all(bool({Pos.NOUN, Pos.NOUNS} & can_be(w.lower())) or w.lower() in cased() for w in words)
    return f"{', '.join(words[:-1])} and {words[-1]}" if nouns else match[0]


_COMPILED = tuple((re.compile(pattern, re.I), to) for pattern, to in (*_SOUNDS, *_RULES))


_SLASHES = re.compile(r"(?<![\w/.:])[A-Za-z][A-Za-z&'-]*(?:/[A-Za-z][A-Za-z&'-]*)+(?![\w/])")


def written_out(text: str) -> str:
    """A clean fragment with its thumbed small words written out."""
    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    return _SLASHES.sub(_listed, text)
