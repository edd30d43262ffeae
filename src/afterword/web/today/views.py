"""Today: whom do I owe a word?"""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.services.back_up import newest
from afterword.services.show_incoming import count_waiting
from afterword.services.show_today import show_today
from afterword.services.skip_step import put_back, skip_step
from afterword.web.desk import Desk, desk
from afterword.web.today.board import board

BACKUP_LATE = timedelta(hours=48)


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What is late, what is open, what comes next, and what the rules leave out, each with its reason."""
    at = desk(request)
    view = show_today(owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    page = {
        "board": board(view, now=at.now),
        "now": at.now,
        "backup_late": _backup_late(at),
        "waiting": count_waiting(at.owner),
    }
    return render(request, "today/today.html", page)


def _backup_late(at: Desk) -> bool:
    """Whether there are backups and the newest is older than two days: the daily one must have failed."""
    backup = newest(folder=at.wiring.options.backups, now=at.now)
    return backup is not None and at.now - backup.at > BACKUP_LATE


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


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Put a step back that the user had left out."""
    at = desk(request)
    put_back(request.POST.get("step", ""), owner=at.owner, now=at.now)
    messages.success(request, "It is back. If it is still due, you find it in the list.")
    return redirect("today")
