"""How the user likes to sound: preferences they can see and switch off, and the spelling that follows the locale."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a letter sounds; AUTO follows who reads it."""

    AUTO = "auto"
    PLAIN = "plain"
    WARM = "warm"
    FORMAL = "formal"


class Spelling(StrEnum):
    """Which English; AUTO follows the candidate's locale (en-US is American, any other is British)."""

    AUTO = "auto"
    US = "us"
    UK = "uk"


@dataclass(frozen=True, slots=True)
class Voice:
    """The user's preferences. Empty strings and None mean "let the writer choose".

    ``greeting`` is a word ("Dear", "Hi"), ``close`` a line ("Kind regards"). ``contractions`` None means only where
    the tone is warm. ``favourites`` are words to prefer where two do equally well; ``avoided`` words never appear in
    a sentence frame.
    """

    tone: Tone = Tone.AUTO
    spelling: Spelling = Spelling.AUTO
    greeting: str = ""
    close: str = ""
    contractions: bool | None = None
    favourites: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()


def british(*, locale: str, voice: Voice) -> bool:
    """Whether this letter is spelt the British way."""
    if voice.spelling is Spelling.AUTO:
        return locale.replace("_", "-").lower() not in {"en-us", "en", ""}
    return voice.spelling is Spelling.UK
