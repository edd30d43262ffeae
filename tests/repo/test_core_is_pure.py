"""The core is values and functions: it loads no framework and touches nothing outside."""

import subprocess
import sys

from repo.places import SOURCE

HEAVY = {"django", "granian", "typer", "rich", "sqlite3", "pysqlite3", "socket", "ssl", "smtplib", "imaplib"}


def core_modules() -> list[str]:
    files = sorted(SOURCE.joinpath("core").rglob("*.py"))
    return [".".join(path.relative_to(SOURCE.parent).with_suffix("").parts) for path in files]


def loaded_after(imports: list[str]) -> set[str]:
    lines = [*(f"import {name}" for name in imports), "import sys", "print(*sys.modules)"]
    program = "\n".join(lines)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_importing_all_of_the_core_loads_no_django() -> None:
    names = [name.removesuffix(".__init__") for name in core_modules()]
    assert len(names) > 20
    assert "django" not in loaded_after(names)


def test_a_framework_would_be_seen_if_it_were_loaded() -> None:
    assert "django" in loaded_after(["afterword.core.facts", "django"])


def test_showing_the_help_loads_neither_django_nor_the_core() -> None:
    program = (
        "import sys; sys.argv = ['afterword', '--help']\n"
        "from afterword.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.partition("LOADED")[2].split()
    assert "Usage: afterword" in done.stdout
    assert {name.split(".")[0] for name in loaded} & {"django", "rich", "icalendar", "granian"} == set()
    assert [name for name in loaded if name.startswith("afterword.core.")] == ["afterword.core.errors"]
