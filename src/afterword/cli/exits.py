"""What each failure means to the shell: the one place that turns errors into exit codes."""

from enum import IntEnum

from afterword.core.errors import AfterwordError, BadInput, NotFound, OutsideFailed, Refused


class Exit(IntEnum):
    """The exit codes every command uses."""

    FINE = 0
    FINDINGS = 1  # findings, a refusal, or nothing to do where that matters
    BAD_USE = 2  # the command line itself; the parser says what
    BAD_INPUT = 3
    OUTSIDE_FAILED = 4
    STOPPED = 130  # by Ctrl-C, as shells count it


CODES: tuple[tuple[type[AfterwordError], Exit], ...] = (
    (BadInput, Exit.BAD_INPUT),
    (NotFound, Exit.BAD_INPUT),
    (Refused, Exit.FINDINGS),
    (OutsideFailed, Exit.OUTSIDE_FAILED),
)


def exit_code(error: AfterwordError) -> Exit:
    """The exit code of an anticipated failure."""
    return next((code for kind, code in CODES if isinstance(error, kind)), Exit.OUTSIDE_FAILED)
