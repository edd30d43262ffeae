"""Letters that came back: which one, to whom, and whether the address on record can still be used."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from afterword.core.facts import LetterSent, Person, PersonId, Reply, ReplyClass
from afterword.core.protocol.workdays import utc


@dataclass(frozen=True, slots=True)
class Bounce:
    """One bounce and the letter it answers."""

    reply: Reply
    letter: LetterSent


def bounces_of(letters: Sequence[LetterSent], replies: Iterable[Reply]) -> list[Bounce]:
    """Each bounce on one opportunity with its letter: the last one sent before it to whom it names.

    ``sender`` of a bounce is the person whose address failed; None means the last letter of all.
    """
    found = []
    for reply in replies:
        if reply.klass is not ReplyClass.BOUNCE:
            continue
        before = [
            letter
            for letter in letters
            if utc(letter.at) <= utc(reply.at) and reply.sender in (None, letter.to)
        ]
        if before:
            found.append(Bounce(reply=reply, letter=before[-1]))
    return found


def by_person(bounces: Iterable[Bounce]) -> dict[PersonId, tuple[Bounce, ...]]:
    """Bounces by whose address failed, oldest first."""
    groups: dict[PersonId, list[Bounce]] = {}
    for one in sorted(bounces, key=lambda one: (utc(one.reply.at), one.reply.id)):
        groups.setdefault(one.letter.to, []).append(one)
    return {who: tuple(group) for who, group in groups.items()}


def standing_bounce(
    person: Person, bounces: Sequence[Bounce], letters: Iterable[LetterSent]
) -> Bounce | None:
    """The last bounce of a person's address, unless it has been dealt with.

    It has when the bounce names addresses and none is the present one, or when a later letter went out.
    """
    if not bounces:
        return None
    last = bounces[-1]
    named, address = last.reply.text.casefold(), person.email.strip().casefold()
    if "@" in named and address and address not in named:
        return None
    since = utc(last.reply.at)
    if any(letter.to == person.id and utc(letter.at) > since for letter in letters):
        return None
    return last
