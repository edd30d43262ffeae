"""Proofreading on the letter screen: once when the page is shown, and again while the user types."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.core.findings import Finding, Severity
from afterword.services.keep_voice import learn_word
from afterword.services.proof_letter import proof_letter
from afterword.web.desk import desk


@require_GET
def proofread(request: HttpRequest, letter: str) -> HttpResponse:
    """What the proofreader says of the letter as it is kept: a fragment, or a page without JavaScript."""
    at = desk(request)
    text, result = proof_letter(letter, owner=at.owner, engine=at.wiring.engine)
    found = [(_excerpt(text, f), f) for f in result.findings]
    name = "letters/proof_fragment.html" if request.headers.get("HX-Request") else "letters/proof_page.html"
    return render(request, name, {"found": found, "letter": letter})


@require_POST
def while_typing(request: HttpRequest, letter: str) -> HttpResponse:
    """Findings in the text as typed; positions are counted as JavaScript counts, in UTF-16 units."""
    at = desk(request)
    text = request.POST.get("body", "").replace("\r\n", "\n")
    _, result = proof_letter(letter, text=text, owner=at.owner, engine=at.wiring.engine)
    units = _units(text)
    shown = [
        {
            "start": units[f.span.start],
            "end": units[f.span.end],
            "code": f.code,
            "message": f.message,
            "fixes": list(f.fixes),
            "certain": f.severity is Severity.STOP,
        }
        for f in result.findings
        if f.span
    ]
    return JsonResponse({"findings": shown, "note": result.engine_missing})


@require_POST
def learn(request: HttpRequest) -> HttpResponse:
    """Leave a word alone from now on."""
    learn_word(request.POST.get("word", ""), owner=desk(request).owner)
    if request.POST.get("back"):
        return redirect("letter", request.POST["back"])
    return HttpResponse("Learnt")


def _units(text: str) -> list[int]:
    """For each character position, and the end, how many UTF-16 units stand before it."""
    units, place = [0], 0
    for character in text:
        place += 2 if ord(character) > 0xFFFF else 1
        units.append(place)
    return units


def _excerpt(text: str, finding: Finding) -> tuple[str, str, str]:
    """Some words before, the words meant, some words after."""
    if finding.span is None:
        return "", "", ""
    start, end = finding.span.start, finding.span.end
    before = text[max(0, start - 40) : start].rpartition("\n")[2]
    after = text[end : end + 40].partition("\n")[0]
    return before, text[start:end], after
