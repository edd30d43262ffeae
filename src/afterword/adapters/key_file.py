"""A secret in a file of the user's own, which nobody else may read."""

from pathlib import Path

from afterword.core.errors import BadInput

OTHERS = 0o077


def read_key(path: str) -> str:
    """The secret in the file. Raises :class:`BadInput` when it cannot be read or others can read it too."""
    file = Path(path).expanduser()
    try:
        mode = file.stat().st_mode
        key = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The key file {file} cannot be read.") from error
    if mode & OTHERS:
        raise BadInput(f"Others can read the key file {file}. Run: chmod 600 {file}")
    if not key or "\n" in key:
        raise BadInput(f"The key file {file} must hold the key alone.")
    return key
