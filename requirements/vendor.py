"""Copies the front-end files we serve from the packages that carry them, and records their hashes.

    python requirements/vendor.py          copy them in anew and write SHA256SUMS
    python requirements/vendor.py --check  say whether what is here is what was recorded

The files are part of the repository, so that running needs neither node nor a network.
"""

import hashlib
import sys
from importlib import resources
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "src/afterword/web/static/web/vendor"
SUMS = FOLDER / "SHA256SUMS"

#: Where each file comes from: the package, the path inside it.
SOURCES = {"htmx-2.min.js": ("django_htmx", "static/django_htmx/htmx-2.min.js")}


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def recorded() -> dict[str, str]:
    """File name -> hash, as SHA256SUMS has it."""
    lines = SUMS.read_text(encoding="utf-8").splitlines()
    return {name: known for known, name in (line.split("  ") for line in lines)}


def differences() -> list[str]:
    """What is here and not recorded, recorded and not here, or changed since."""
    here = {path.name: digest(path) for path in FOLDER.iterdir() if path != SUMS}
    known = recorded()
    return sorted(name for name in here.keys() | known.keys() if here.get(name) != known.get(name))


def copy() -> None:
    """Bring every file in from its package and record what came."""
    for name, (package, inside) in SOURCES.items():
        FOLDER.joinpath(name).write_bytes(resources.files(package).joinpath(inside).read_bytes())
    files = sorted(path for path in FOLDER.iterdir() if path != SUMS)
    SUMS.write_text("".join(f"{digest(path)}  {path.name}\n" for path in files), encoding="utf-8")


if __name__ == "__main__":
    if "--check" not in sys.argv:
        copy()
    for changed in differences():
        print(f"{changed} is not the file that was recorded.", file=sys.stderr)
    sys.exit(bool(differences()))
