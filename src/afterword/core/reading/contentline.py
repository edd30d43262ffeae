"""Content lines, the grammar calendars and vCards share: a name, parameters, a value (RFC 5545, RFC 6350)."""

import quopri
import re
from collections.abc import Mapping
from dataclasses import dataclass

from icalendar.parser.content_line import Contentline

#: Characters of one line that are looked at; the rest of a longer one is left.
MAX_LENGTH = 200_000
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Property:
    """One property: name and parameter names in capitals, the value as written."""

    name: str
    parameters: Mapping[str, str]
    raw: str

    @property
    def text(self) -> str:
        r"""The value as text: quoted-printable decoded, ``\n`` a line break, other escapes undone."""
        raw = self.raw
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            raw = quopri.decodestring(raw.encode("utf-8", "replace")).decode("utf-8", "replace")
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], raw)


def read_line(line: str) -> Property | None:
    """One content line, or None when it is none."""
    try:
        name, parameters, raw = Contentline(line[:MAX_LENGTH]).raw_parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    plain = {
        str(key).upper(): ", ".join(value) if isinstance(value, list) else str(value)
        for key, value in parameters.items()
    }
    return Property(str(name).upper(), plain, str(raw))
