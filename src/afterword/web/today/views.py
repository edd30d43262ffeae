"""Today: whom do I owe a word?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.services.show_today import show_today
from afterword.services.skip_step import skip_step
from afterword.web.desk import desk
from afterword.web.today.board import board


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What is late, what is open, what comes next, and what the rules leave out, each with its reason."""
    at = desk(request)
    view = show_today(owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    return render(request, "today/today.html", {"board": board(view, now=at.now), "now": at.now})


@require_POST
def skip(request: HttpRequest) -> HttpResponse:
    """Take a step off the list with the user's reason; it stays visible among what was left out."""
    at = desk(request)
    skip_step(
        request.POST.get("step", ""),
        reason=request.POST.get("reason", ""),
        owner=at.owner,
        ids=at.wiring.ids,
        now=at.now,
    )
    messages.success(request, "Left out. You find it under “Left out, and why”.")
    return redirect("today")
