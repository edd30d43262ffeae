"""Where an opportunity stands: what the recorded decisions and the employer's own words say about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from afterword.core.facts import (
    CLOSING,
    Decision,
    LetterKind,
    LetterSent,
    Outcome,
    Reply,
    ReplyClass,
)
from afterword.core.protocol.workdays import utc

#: Replies that say how it went. Their class is on record because the user confirmed it.
_SAYS = {
    ReplyClass.REJECTION: Outcome.REJECTION,
    ReplyClass.OFFER: Outcome.OFFER,
    ReplyClass.NEXT_ROUND: Outcome.NEXT_ROUND,
}


@dataclass(frozen=True, slots=True)
class Ending:
    """What closed an opportunity, and when (UTC)."""

    at: datetime
    outcome: Outcome

    @property
    def words(self) -> str:
        """The cause as a clause: "they declined"."""
        return {
            Outcome.REJECTION: "they decided against it",
            Outcome.WITHDRAWN: "you withdrew",
            Outcome.ACCEPTED: "you accepted their offer",
            Outcome.NO_ANSWER: "you closed it without an answer",
        }[self.outcome]


class News(NamedTuple):
    """One thing that tells where the opportunity stands. ``at`` is in UTC; ``recorded`` means by the user."""

    at: datetime
    outcome: Outcome
    recorded: bool


def news_of(
    *, decisions: Sequence[Decision], replies: Sequence[Reply], letters: Sequence[LetterSent]
) -> list[News]:
    """What is known of the outcome, oldest first; at one instant, what the user recorded comes last."""
    found = [(utc(one.at), 2, one.id, one.outcome) for one in decisions]
    found += [(utc(one.at), 1, one.id, _SAYS[one.klass]) for one in replies if one.klass in _SAYS]
    if letters:
        gone, left = LetterKind.WITHDRAWAL, Outcome.WITHDRAWN
        found += [(utc(one.at), 0, one.id, left) for one in letters if one.kind is gone]
    return [News(at=at, outcome=outcome, recorded=rank == 2) for at, rank, _, outcome in sorted(found)]


def ending_of(
    *, decisions: Sequence[Decision], replies: Sequence[Reply], letters: Sequence[LetterSent]
) -> Ending | None:
    """What closed the opportunity, if it is closed.

    What the user recorded last decides. A reply or a withdrawal note closes an opportunity that is open,
    and cannot change how a closed one ended; only a new decision opens it again.
    """
    ending: Ending | None = None
    for news in news_of(decisions=decisions, replies=replies, letters=letters):
        if ending is not None and (not news.recorded or news.outcome is ending.outcome):
            continue
        ending = Ending(at=news.at, outcome=news.outcome) if news.outcome in CLOSING else None
    return ending
