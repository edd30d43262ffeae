"""How the user likes to sound, and the words the proofreader has learnt from them: preferences, kept as data."""

from dataclasses import asdict

from afterword.core.errors import BadInput
from afterword.core.writing.habits import Habit, Sent, habits, with_habits
from afterword.core.writing.voice import Spelling, Tone, Voice
from afterword.store import letters, records

WORDS_MOST = 2000  # words a user may teach the proofreader


def voice_of(owner: str) -> Voice:
    """The voice new drafts are written in: what the user set, then the habits they have not switched off."""
    return with_habits(set_voice(owner), (habit for habit, on in learnt_habits(owner) if on))


def learnt_habits(owner: str) -> tuple[tuple[Habit, bool], ...]:
    """Habits seen in the letters the user sent, each with whether it is followed."""
    off = set(records.preference(owner, "habits_off", ()))
    sent = [
        Sent(kept.drafted, kept.letter.body)
        for kept in letters.letters_of(owner, state="sent")
        if kept.drafted
    ]
    return tuple((habit, habit.key not in off) for habit in habits(sent))


def follow_habit(key: str, *, follow: bool, owner: str) -> None:
    """Switch one habit on or off."""
    off = set(records.preference(owner, "habits_off", ()))
    off = off - {key} if follow else off | {key}
    records.keep_preference(owner, "habits_off", sorted(off)[:500])


def set_voice(owner: str) -> Voice:
    """What the user set; the rest is left open."""
    kept = records.preference(owner, "voice", {})
    return Voice(
        tone=Tone(kept.get("tone", Tone.AUTO)),
        spelling=Spelling(kept.get("spelling", Spelling.AUTO)),
        greeting=kept.get("greeting", ""),
        close=kept.get("close", ""),
        contractions=kept.get("contractions"),
        favourites=tuple(kept.get("favourites", ())),
        avoided=tuple(kept.get("avoided", ())),
    )


def keep_voice(*, tone: str, greeting: str, close: str, contractions: str, avoided: str, owner: str) -> None:
    """Set the voice from the form; ``contractions`` is "", "yes" or "no". Raises :class:`BadInput`."""
    try:
        voice = Voice(
            tone=Tone(tone),
            greeting=greeting.strip()[:40],
            close=close.strip().rstrip(",")[:60],
            contractions={"": None, "yes": True, "no": False}[contractions],
            avoided=tuple(word.strip() for word in avoided.split(",") if word.strip())[:50],
        )
    except (ValueError, KeyError) as error:
        raise BadInput("Choose one of the tones.") from error
    records.keep_preference(owner, "voice", asdict(voice))


def own_words(owner: str) -> frozenset[str]:
    """Words the user has told the proofreader to leave alone."""
    return frozenset(records.preference(owner, "own_words", ()))


def learn_word(word: str, *, owner: str) -> None:
    """Leave this word alone from now on. Raises :class:`BadInput` for something that is no word."""
    word = word.strip()
    if not word or len(word) > 80 or len(word.split()) > 4:
        raise BadInput("That is not a word.")
    known = own_words(owner)
    if len(known) >= WORDS_MOST:
        raise BadInput(f"You have taught {WORDS_MOST} words already. Remove some in the settings first.")
    records.keep_preference(owner, "own_words", sorted(known | {word}))


def unlearn_word(word: str, *, owner: str) -> None:
    """Check this word again from now on."""
    records.keep_preference(owner, "own_words", sorted(own_words(owner) - {word}))
