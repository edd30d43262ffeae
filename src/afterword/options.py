"""Every setting in one typed table, and the only reader of the environment.

A setting is named AFTERWORD_<NAME> in the environment; docs/reference/settings.md is checked against
this table. A bad value stops the start with a sentence that names the setting.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from afterword.core.errors import BadInput


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: what it is called, what it is when nobody says, and what it does."""

    name: str
    default: str
    what: str


TABLE: tuple[Setting, ...] = (
    Setting(
        "home",
        "",
        "Folder that holds the database, its backups and the key. Default: the user's data folder.",
    ),
    Setting("port", "8048", "Port of the web app on 127.0.0.1 (1024 to 65535)."),
    Setting("host", "127.0.0.1", "Address of the web app. Anything but 127.0.0.1 is refused."),
    Setting("browser", "yes", "Open the browser at start: yes or no."),
    Setting("now", "", "A fixed moment (ISO 8601 with offset) in place of the clock, for trying things out."),
    Setting("demo", "no", "The workspace is a sample: yes or no. Set by `afterword demo`."),
    Setting("proof_engine", "lingotweaker", "Engine behind the proofreader: lingotweaker, harper or none."),
    Setting(
        "model_url", "", "Address of a language model that speaks the chat completions protocol. Empty: none."
    ),
    Setting("model_name", "", "Name of the model at that address."),
    Setting("model_key_file", "", "File that holds the key for that address, readable by you alone."),
)


@dataclass(frozen=True, slots=True)
class Options:
    """The settings, checked."""

    home: Path
    port: int
    host: str
    browser: bool
    now: str
    demo: bool
    proof_engine: str
    model_url: str
    model_name: str
    model_key_file: str

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.home / "afterword.sqlite3"

    @property
    def backups(self) -> Path:
        """The folder of verified backups."""
        return self.home / "backups"


def default_home(environment: Mapping[str, str]) -> Path:
    """The data folder of this user by the XDG base directory rules."""
    base = environment.get("XDG_DATA_HOME") or str(
        Path(environment.get("HOME", "~")).expanduser() / ".local/share"
    )
    return Path(base) / "afterword"


def read_options(environment: Mapping[str, str] | None = None, **given: object) -> Options:
    """The options from the environment, with anything ``given`` (not None) put first.

    Raises :class:`BadInput` naming the setting that cannot be used.
    """
    environment = os.environ if environment is None else environment
    raw = {s.name: environment.get(f"AFTERWORD_{s.name.upper()}", s.default) for s in TABLE}
    raw |= {name: str(value) for name, value in given.items() if value is not None}
    home = Path(raw["home"]).expanduser() if raw["home"] else default_home(environment)
    options = Options(
        home=home.absolute(),
        port=_port(raw["port"]),
        host=_host(raw["host"]),
        browser=_yes(raw["browser"], "browser"),
        now=raw["now"],
        demo=_yes(raw["demo"], "demo"),
        proof_engine=_one_of(raw["proof_engine"], "proof_engine", ("lingotweaker", "harper", "none")),
        model_url=raw["model_url"],
        model_name=raw["model_name"],
        model_key_file=raw["model_key_file"],
    )
    assert {f.name for f in fields(Options)} == {s.name for s in TABLE}
    return options


def pass_on(options: Options) -> None:
    """Put the options into the environment, so that child processes read the same."""
    for setting in TABLE:
        value = getattr(options, setting.name)
        os.environ[f"AFTERWORD_{setting.name.upper()}"] = (
            ("yes" if value else "no") if isinstance(value, bool) else str(value)
        )


def _port(text: str) -> int:
    if not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise BadInput(f"AFTERWORD_PORT is “{text}”; it must be a number from 1024 to 65535.")
    return int(text)


def _host(text: str) -> str:
    if text != "127.0.0.1":
        raise BadInput(
            f"AFTERWORD_HOST is “{text}”; Afterword answers on 127.0.0.1 only, because it holds private "
            "notes and has no accounts."
        )
    return text


def _yes(text: str, name: str) -> bool:
    return _one_of(text.lower(), name, ("yes", "no")) == "yes"


def _one_of(text: str, name: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise BadInput(f"AFTERWORD_{name.upper()} is “{text}”; it must be one of: {', '.join(allowed)}.")
    return text
