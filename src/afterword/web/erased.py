"""The question before a deletion, and what is said after it: what is gone, and where older copies still are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from afterword.services.erase import Doomed, Erased

#: What a row of each table is called, one and several; tables left out here say nothing to a reader.
_CALLED = {
    "interviews": ("interview", "interviews"),
    "debrief_notes": ("page of notes", "pages of notes"),
    "points": ("point you noted", "points you noted"),
    "questions": ("question with its answer", "questions with their answers"),
    "letters": ("letter", "letters"),
    "happenings": ("thing that happened", "things that happened"),
    "points_of_connection": ("thing you share", "things you share"),
    "incoming": ("file you gave", "files you gave"),
}


def ask_before_erasing(
    request: HttpRequest, doomed: Doomed, *, back: str, stays: str, button: str
) -> HttpResponse:
    """The page that says what would go and asks for the yes. ``back`` leads away from it; ``stays`` tells what is kept."""
    goes = [
        f"{count} {_CALLED[table][count != 1]}" for table, count in doomed.rows.items() if table in _CALLED
    ]
    page = {"doomed": doomed, "goes": goes, "back": back, "stays": stays, "button": button}
    return render(request, "web/erase.html", page)


def said_yes(request: HttpRequest) -> bool:
    """Whether this is the yes of that page."""
    return request.method == "POST" and request.POST.get("sure") == "yes"


def say_erased(request: HttpRequest, erased: Erased) -> None:
    """One message for what is gone, one for each place that still names it."""
    messages.success(request, "Deleted for good.")
    if erased.mentions:
        called = (
            (count, _CALLED.get(table, ("entry", "entries"))) for table, count in erased.mentions.items()
        )
        where = ", ".join(f"{count} {words[count != 1]}" for count, words in called)
        messages.warning(request, f"Other notes of yours still name them: {where}.")
    if erased.backups:
        count = len(erased.backups)
        words, they = ("backup was", "it ages") if count == 1 else ("backups were", "they age")
        still = "holds" if count == 1 else "hold"
        messages.warning(
            request,
            f"{count} {words} made before and still {still} it; {they} out, or you delete backups in the settings.",
        )
