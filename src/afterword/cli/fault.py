"""What is said when something fails that nobody foresaw: one sentence, and where the details are."""

import tempfile
import traceback
from pathlib import Path

from afterword import __version__


def tell_fault(fault: Exception, *, command: str) -> str:
    """Keep the details of a fault in a file of its own and say where; the sentence alone when no file can be made.

    The file stays on this machine; a message in it may quote what was typed.
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
    told = "".join(traceback.format_exception(fault))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="afterword-fault-", suffix=".txt", delete=False
    ) as file:
        file.write(f"afterword {__version__}, {command or 'serve'}\n\n{told}")
    return Path(file.name)
