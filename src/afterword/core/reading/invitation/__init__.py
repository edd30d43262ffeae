"""Invitations: .ics files and mails with one inside, read into interviews to confirm."""

from afterword.core.reading.invitation.answer import to_json
from afterword.core.reading.invitation.newest import ANSWERS, newest, supersedes
from afterword.core.reading.invitation.read import read_invitation
from afterword.core.reading.invitation.values import (
    Guess,
    InterviewRead,
    InvitationReading,
    PersonRead,
    PersonRole,
)

__all__ = [
    "ANSWERS",
    "Guess",
    "InterviewRead",
    "InvitationReading",
    "PersonRead",
    "PersonRole",
    "newest",
    "read_invitation",
    "supersedes",
    "to_json",
]
