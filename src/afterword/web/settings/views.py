"""Settings: how letters sound, the words the proofreader leaves alone, and where the data lives."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import AfterwordError
from afterword.services.back_up import back_up, newest
from afterword.services.erase import Doomed, erase_backups, erase_everything
from afterword.services.keep_voice import (
    follow_habit,
    keep_voice,
    learnt_habits,
    own_words,
    set_voice,
    unlearn_word,
)
from afterword.web.desk import desk
from afterword.web.erased import ask_before_erasing, said_yes, say_erased

TONES = (("auto", "As fits the reader"), ("plain", "Plain"), ("warm", "Warm"), ("formal", "Formal"))

_HABITS = {
    "greeting": "You greet with “{}”.",
    "close": "You close with “{}”.",
    "contractions": "You write “I'd” and “it's”: {}.",
    "favourite": "You like the word “{}”.",
    "avoided": "You take out the word “{}”.",
}


@require_GET
def settings_page(request: HttpRequest) -> HttpResponse:
    """Everything that can be set, with what it does."""
    at = desk(request)
    options = at.wiring.options
    page = {
        "voice": set_voice(at.owner),
        "habits": [
            (habit, on, _HABITS[habit.kind.value].format(habit.value))
            for habit, on in learnt_habits(at.owner)
        ],
        "tones": TONES,
        "words": sorted(own_words(at.owner), key=str.casefold),
        "options": options,
        "backup": newest(folder=options.backups, now=at.now),
        "now": at.now,
        "zone": at.zone,
    }
    return render(request, "settings/settings.html", page)


@require_POST
def voice(request: HttpRequest) -> HttpResponse:
    """Set the voice."""
    names = ("tone", "greeting", "close", "contractions", "avoided")
    try:
        keep_voice(**{name: request.POST.get(name, "") for name in names}, owner=desk(request).owner)
    except AfterwordError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Saved. New drafts will sound like this; drafts you have stay as they are.")
    return redirect("settings")


@require_POST
def habit(request: HttpRequest) -> HttpResponse:
    """Follow a habit, or leave it."""
    key, follow = request.POST.get("habit", ""), request.POST.get("follow") == "yes"
    follow_habit(key, follow=follow, owner=desk(request).owner)
    return redirect("settings")


@require_POST
def forget_word(request: HttpRequest) -> HttpResponse:
    """Let the proofreader check a word again."""
    unlearn_word(request.POST.get("word", ""), owner=desk(request).owner)
    return redirect("settings")


@require_POST
def backup(request: HttpRequest) -> HttpResponse:
    """Make a verified backup now."""
    at = desk(request)
    options = at.wiring.options
    try:
        made = back_up(database=options.database, folder=options.backups, now=at.now)
    except AfterwordError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"Backed up and verified: {made.path.name}")
    return redirect("settings")


@require_http_methods(["GET", "POST"])
def delete_backups(request: HttpRequest) -> HttpResponse:
    """Ask, and after the yes delete every backup."""
    folder = desk(request).wiring.options.backups
    if not said_yes(request):
        return ask_before_erasing(
            request,
            Doomed("every backup", {}, 0),
            back=reverse("settings"),
            stays="Your workspace stays as it is, but an earlier day cannot be brought back. The next copy is made tomorrow, or when you ask for one.",
            button="Delete all backups",
        )
    count = erase_backups(backups=folder)
    messages.success(request, f"{count} {'backup' if count == 1 else 'backups'} deleted.")
    return redirect("settings")


@require_POST
def erase_all(request: HttpRequest) -> HttpResponse:
    """Delete everything, when the word was typed that says so."""
    at = desk(request)
    if request.POST.get("word", "").strip().casefold() != "delete everything":
        messages.error(request, "Nothing was deleted: type “delete everything” to do it.")
        return redirect("settings")
    say_erased(request, erase_everything(owner=at.owner, backups=at.wiring.options.backups))
    return redirect("today")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close the workspace in this browser."""
    request.session.flush()
    return redirect("login")
