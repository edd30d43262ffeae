"""What is said when something fails that nobody foresaw: one sentence, and where the details are."""

import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

from afterword import __version__


def tell_fault(fault: Exception, *, command: str) -> str:
    """Keep the details of a fault in a file of its own and say where; the sentence alone when no file can be made.

    The file holds the traceback and the name of the command, nothing that was typed or is on record.
    """
    sentence = (
        f"Something went wrong that we did not foresee ({type(fault).__name__}). What you saved before is safe; "
        "“afterword doctor” checks it."
    )
    try:
        details = kept(fault, command=command)
    except OSError:
        return sentence
    return f"{sentence} The details are in {details}."


def kept(fault: Exception, *, command: str) -> Path:
    """The traceback in a file that only this user can read."""
    told = "".join(f"{trace(one)}\n" for one in reversed(list(causes(fault))))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="afterword-fault-", suffix=".txt", delete=False
    ) as file:
        file.write(f"afterword {__version__}, {command or 'serve'}\n\n{told}")
    return Path(file.name)


def causes(fault: BaseException) -> Iterator[BaseException]:
    """The fault and what it came from, latest first."""
    seen: BaseException | None = fault
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def trace(fault: BaseException) -> str:
    """Where it happened and of which kind; its message may hold the user's words and is left out."""
    where = "".join(traceback.format_tb(fault.__traceback__))
    return f"{where}{type(fault).__module__}.{type(fault).__name__}\n"
