"""HTML into plain text: tags dropped, scripts and styles with all they hold, links kept as addresses."""

import re
from html.parser import HTMLParser

_LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype|html|body|head|p|br|div|span|a\s|b|i|u|ul|ol|li|table|tr|td|font|strong|em|h[1-6]|script|style|img|meta)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNCLOSED = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
)
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "iframe", "svg"})


class _Words(HTMLParser):
    """Collects the text a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._silent.clear()
        elif tag in _SILENT:
            self._silent.append(tag)
        elif tag in _BREAKS:
            self.parts.append("\n- " if tag == "li" else "\n")
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.lower().startswith(("https://", "http://")) and not self._silent:
            self.parts.append(f" {address} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BREAKS and tag != "li":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain_text(text: str) -> str:
    """Readable text with at most one empty line in a row; text that is no HTML keeps its angle brackets."""
    if _LOOKS_LIKE_HTML.search(text):
        words = _Words()
        words.feed(_UNCLOSED.sub("&lt;", _COMMENT.sub(" ", text)))
        words.close()
        text = "".join(words.parts)
    lines = [" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
