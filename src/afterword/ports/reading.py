"""Reading files other people made. They may be broken or hostile, so an adapter reads them under limits."""

from typing import Protocol

from afterword.core.reading.invitation import InvitationReading
from afterword.core.reading.resume import ResumeReading
from afterword.core.reading.vcard import CardsReading

#: The code of the finding that tells a file could not be read at all.
UNREADABLE = "file.unreadable"


class FileReader(Protocol):
    """Reads files into values to confirm; safe to call from several threads; nothing is fetched or run.

    A file that breaks a limit (time, memory, size of the answer) gives an empty reading whose one finding
    has the code UNREADABLE and says what failed.
    """

    def read_invitation(self, data: bytes, *, mine: frozenset[str] = frozenset()) -> InvitationReading:
        """An .ics or .eml file; ``mine`` are the user's own mail addresses. Never raises."""
        ...

    def read_vcard(self, data: bytes) -> CardsReading:
        """A .vcf file, versions 2.1 to 4.0. Never raises."""
        ...

    def read_resume(self, data: bytes) -> ResumeReading:
        """A JSON Resume file. Raises BadInput when it is none."""
        ...
