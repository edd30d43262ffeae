"""A or an, by sound: letters and digits spoken as they are read."""

_VOWEL_LETTERS = set("AEFHILMNORSX")
_SOUNDS_YOU = ("uni", "use", "usu", "eu", "one-", "once", "ubiq", "uk")
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")


def a_or_an(word: str) -> str:
    """The indefinite article for the word that follows it."""
    bare = word.lstrip("\"'(")
    if not bare:
        return "a"
    if bare[0].isdigit():
        return "an" if bare.startswith("8") or bare.split("-")[0].split(",")[0] in {"11", "18"} else "a"
    letters = bare.rstrip("s")
    if letters.isupper() and (len(letters) == 1 or not _spoken_as_word(letters)):
        return "an" if letters[0] in _VOWEL_LETTERS else "a"
    small = bare.lower()
    if small == "one" or (small.startswith(_SOUNDS_YOU) and not small.startswith(("unin", "unim", "unid"))):
        return "a"
    return "an" if small[0] in "aeiou" or small.startswith(_SILENT_H) else "a"


def _spoken_as_word(letters: str) -> bool:
    return letters in {
        "GAAP",
        "COSO",
        "NATO",
        "FICA",
        "FUTA",
        "SAP",
        "SOX",
        "SALT",
        "SWIFT",
        "SaaS",
        "GILTI",
        "FATCA",
        "PAYE",
        "REIT",
    }
