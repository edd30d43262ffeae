"""What a template leaves behind: [Name], {company}, "Dear ,"."""

import re
from collections.abc import Iterator

from afterword.core.findings import Finding, Severity, Span

_FIELD = (
    r"(?:your|my|the|insert|first|last|full|recipient|hiring|contact|their|enter|add|job|company|role|position|name|title|date|"
    r"interviewer|employer|manager|firm|department|team|specific|project|topic|day|time|organi[sz]ation|candidate|signature|"
    r"phone|email|address|city|skill|person|x+)"
)
_LEFT = re.compile(
    rf"\[\s*{_FIELD}[^\]\n]{{0,60}}\]"  # [Name], [insert project]
    rf"|\{{\{{[^}}\n]{{1,60}}\}}\}}|\{{%[^\n]{{1,60}}%\}}|\$\{{[^}}\n]{{1,60}}\}}"
    rf"|\{{\s*{_FIELD}[^}}\n]{{0,40}}\}}|<<[^>\n]{{1,60}}>>|«[^»\n]{{1,40}}»"
    rf"|<\s*{_FIELD}(?:[ _-][^>\n]{{0,40}})?>|%[A-Z_]{{3,30}}%"
    r"|\b[Xx]{3,}\b|_{4,}|\bTBD\b|\bTK TK\b|(?i:lorem ipsum)",
    re.IGNORECASE,
)
_EMPTY_GREETING = re.compile(
    r"(?m)^[ \t]*((?:Dear|Hi|Hello)(?:[ \t]+(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.?)?[ \t]*[,:])"
)


def placeholders(text: str) -> Iterator[Finding]:
    """Every leftover of a template; certain, so a letter with one asks before it is approved."""
    for match in _LEFT.finditer(text):
        yield _stop(
            "placeholder.left", "A template's blank was left in: fill it or take it out.", match.span()
        )
    for match in _EMPTY_GREETING.finditer(text):
        yield _stop("placeholder.greeting", "The greeting names nobody.", match.span(1))


def _stop(code: str, message: str, span: tuple[int, int]) -> Finding:
    return Finding(code, message, Span(*span), severity=Severity.STOP)
