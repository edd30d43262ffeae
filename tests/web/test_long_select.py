"""The fast select says what Django's own says."""

import re

import pytest
from django import forms

from afterword.web.long_select import LongSelect

CHOICES = [("", "Choose <one>"), ("Likely", [("a", "A & B"), ("b", 'B "b"')]), ("c", "C")]


class Both(forms.Form):
    """One field in both renderings."""

    slow = forms.ChoiceField(choices=CHOICES)
    fast = forms.ChoiceField(choices=CHOICES, widget=LongSelect)


@pytest.mark.parametrize("value", [None, "", "b", "c", "not there"])
def test_it_is_the_same_html(value):
    form = Both({"slow": value, "fast": value} if value else None, initial={"slow": value, "fast": value})
    slow, fast = str(form["slow"]).replace("slow", "fast"), str(form["fast"])
    assert parts(fast) == parts(slow)


def parts(html):
    """The attributes of the select in any order, then everything in it without the blanks between tags."""
    opening, _, inner = re.sub(r">\s+<", "><", html.strip()).partition(">")
    return sorted(re.findall(r'[\w-]+(?:="[^"]*")?', opening)), inner
