"""The user's own words in a letter. Editing takes an approval back."""

from datetime import datetime

from afterword.core.errors import BadInput
from afterword.store import letters

LONGEST = 20_000  # characters; far beyond any letter, short enough to check at once


def edit_letter(letter: str, *, subject: str, body: str, owner: str, now: datetime) -> None:
    """Keep subject and body as typed; sources follow unchanged sentences. Raises ``BadInput``, ``AlreadySent``."""
    subject = " ".join(subject.split())
    body = body.replace("\r\n", "\n").strip()
    if not body:
        raise BadInput("The letter is empty. Your last version is still here.")
    if len(body) > LONGEST or len(subject) > 400:
        raise BadInput("This is too long for a letter. Your last version is still here.")
    kept = letters.load_letter(owner, letter)
    if (subject, body) == (kept.letter.subject, kept.letter.body):
        return
    fresh = letters.with_body(kept, subject=subject, body=body, sentences=kept.letter.sentences)
    letters.rewrite_letter(owner, letter, fresh, edited=True, kept_out=kept.kept_out, now=now)
