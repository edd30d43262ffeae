"""The link to join a meeting: known conference hosts only, in a fixed order of places."""

import re
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

from afterword.core.reading.invitation.lines import Properties

#: Where a link is looked for, first found wins (X-GOOGLE…, X-MICROSOFT…, RFC 7986, then free text).
PLACES = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
    "URL",
    "LOCATION",
    "DESCRIPTION",
    "X-ALT-DESC",
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]{1,2000}", re.IGNORECASE)
_WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "google.com": "q",
    "www.google.com": "q",
    "urldefense.proofpoint.com": "u",
}


def _hosts() -> dict[str, str]:
    """Conference hosts and how the path of a link to join begins ("" = any)."""
    text = files("afterword.core.reading.invitation").joinpath("conference_hosts.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows}


HOSTS = _hosts()


def conference_link(event: Properties) -> str:
    """The first link to join on a known host, "" when there is none. Nothing is fetched."""
    for place in PLACES:
        for held in event.all(place):
            for found in _ADDRESS.findall(held.text.replace("&amp;", "&")):
                if link := _known(found.rstrip(".,;:)]}>")):
                    return link
    return ""


def _known(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    for wrapper, field in _WRAPPERS.items():
        if host == wrapper or host.endswith("." + wrapper):
            inner = parse_qs(parts.query).get(field, [""])[0]
            if inner.lower().startswith(("https://", "http://")) and inner != address:
                return _known(inner) if _WRAPPERS.get(urlsplit(inner).hostname or "") is None else ""
    known = next((name for name in HOSTS if host == name or host.endswith("." + name)), None)
    if known is None or parts.username is not None:
        return ""
    opening = HOSTS[known]
    return address if not opening or re.match(opening, parts.path) else ""
