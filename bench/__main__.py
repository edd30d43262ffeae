"""Runs every measurement in this folder, one after the other: ``python -m bench [NAME…]``."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def measurements() -> list[str]:
    """The modules here that measure something when run."""
    files = sorted(path for path in HERE.glob("*.py") if path.stem not in ("__init__", "__main__"))
    return [path.stem for path in files if '__name__ == "__main__"' in path.read_text(encoding="utf-8")]


def main(wanted: list[str]) -> int:
    """Run the measurements named, or all; the result is the number of those that failed."""
    failed = 0
    for name in wanted or measurements():
        print(f"== {name}", flush=True)
        failed += (
            subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False, cwd=HERE.parent).returncode
            != 0
        )
        print(flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
