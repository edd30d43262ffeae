"""A select for long lists: the same HTML as Django's, without rendering a template for every option."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """Hundreds of options in a millisecond or two; choices are pairs, or a group's name with its pairs."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The select with the option of ``value`` chosen."""
        held = {"name": name, **self.build_attrs(self.attrs, attrs)}
        flags = format_html_join(
            "", ' {}="{}"', ((k, v) for k, v in held.items() if v not in (True, False, None))
        )
        bare = format_html_join("", " {}", ((k,) for k, v in held.items() if v is True))
        chosen = "" if value is None else str(value)
        inner = format_html_join("", "{}", ((self._entry(entry, chosen),) for entry in self.choices))
        return format_html("<select{}{}>{}</select>", flags, bare, inner)

    def _entry(self, entry: Any, chosen: str) -> SafeString:
        key, words = entry
        if isinstance(words, list | tuple):
            return format_html('<optgroup label="{}">{}</optgroup>', key, self._options(words, chosen))
        return self._options([(key, words)], chosen)

    def _options(self, pairs: Iterable[tuple[Any, Any]], chosen: str) -> SafeString:
        rows = ((key, SafeString(" selected") if str(key) == chosen else "", words) for key, words in pairs)
        return format_html_join("", '<option value="{}"{}>{}</option>', rows)
