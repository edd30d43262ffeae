"""The one root of every failure Afterword anticipates.

AfterwordError
├── BadInput        what the user or a file gave cannot be used (exit code 3, HTTP 400)
├── Refused         a rule of the protocol forbids it; the message says which (exit code 1, HTTP 409)
├── NotFound        no such record for this owner (exit code 3, HTTP 404)
└── OutsideFailed   something outside this program did not work (exit code 4, HTTP 502)

Concrete failures subclass one of these and live beside the code that raises them.
"""


class AfterwordError(Exception):
    """An anticipated failure; ``str()`` is one sentence a person can act on."""


class BadInput(AfterwordError):
    """What was given cannot be used as it stands."""


class Refused(AfterwordError):
    """The protocol forbids this act; nothing was changed."""


class NotFound(AfterwordError):
    """There is no such record for this owner."""


class OutsideFailed(AfterwordError):
    """A file system, program or server outside Afterword failed.

    ``permanent`` tells whether trying again unchanged can help.
    """

    def __init__(self, message: str, *, permanent: bool = True) -> None:
        super().__init__(message)
        self.permanent = permanent
