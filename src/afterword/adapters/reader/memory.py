"""The reader in this process: for tests and for bytes the program made itself. No limits but the core's own."""

from afterword.core.reading.invitation import InvitationReading, read_invitation
from afterword.core.reading.resume import ResumeReading, read_resume
from afterword.core.reading.vcard import CardsReading, read_vcard


class MemoryReader:
    """A FileReader that calls the core directly."""

    def read_invitation(self, data: bytes, *, mine: frozenset[str] = frozenset()) -> InvitationReading:
        """See FileReader."""
        return read_invitation(data, mine=mine)

    def read_vcard(self, data: bytes) -> CardsReading:
        """See FileReader."""
        return read_vcard(data)

    def read_resume(self, data: bytes) -> ResumeReading:
        """See FileReader."""
        return read_resume(data)
