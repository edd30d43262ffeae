"""The key that signs cookies: made once, kept beside the data with access for the user alone."""

import os
import secrets
from pathlib import Path

from afterword.core.errors import OutsideFailed


def secret_key(home: Path) -> str:
    """The key of this workspace, made at first use (file mode 0600). Losing it only ends logins."""
    path = home / "cookie.key"
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii").strip() or secrets.token_urlsafe(48)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            key = secrets.token_urlsafe(48)
            file.write(key)
        return key
    except OSError as error:
        raise OutsideFailed(f"Afterword cannot write to its data folder {home}: {error.strerror}.") from error
