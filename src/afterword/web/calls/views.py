"""The call card: one screen to speak from, and its outcome recorded on the spot."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.core.errors import AfterwordError, BadInput
from afterword.services.make_call import log_call, show_call
from afterword.web.desk import desk
from afterword.web.forms import read_day

#: The branches in the order a call takes, with what the other side says.
BRANCHES = (
    ("not_yet", "“No decision yet.”"),
    ("moving_forward", "“Yes, we would like to go on with you.”"),
    ("someone_else", "“We decided on somebody else.”"),
    ("gatekeeper", "Somebody else answers"),
    ("wrong_moment", "It is the wrong moment"),
    ("voicemail", "Voicemail"),
)

#: What a button records: the call's result, and the news it brought.
ENDINGS = {
    "not_yet": ("not_yet", ""),
    "voicemail": ("voicemail", ""),
    "someone_else": ("someone_else", ""),
    "wrong_moment": ("wrong_moment", ""),
    "next_round": ("decided_yes", "next_round"),
    "offer": ("decided_yes", "offer"),
    "rejection": ("decided_no", "rejection"),
}


@require_GET
def call(request: HttpRequest, opportunity: str) -> HttpResponse:
    """The card."""
    at = desk(request)
    view = show_call(opportunity, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    branches = [(title, view.card.branches[name]) for name, title in BRANCHES if view.card.branches.get(name)]
    page = {
        "desk": view,
        "branches": branches,
        "said": view.card.branches,
        "now": at.now,
        "opportunity": opportunity,
    }
    return render(request, "calls/call.html", page)


@require_POST
def log(request: HttpRequest, opportunity: str) -> HttpResponse:
    """Record how it ended."""
    at = desk(request)
    try:
        result, outcome = _ending(request.POST.get("ending", ""))
        log_call(
            opportunity, person=request.POST.get("person", ""), result=result, outcome=outcome,
            check_back=read_day(
                request.POST.get("check_back", ""), unreadable="The day to check back is not a date."
            ),
            note=request.POST.get("note", ""),
            owner=at.owner, ids=at.wiring.ids, now=at.now,
        )  # fmt: skip
    except AfterwordError as problem:
        messages.error(request, str(problem))
        return redirect("call", opportunity)
    messages.success(request, "Recorded. The plan has moved on.")
    return redirect("opportunity", opportunity)


def _ending(name: str) -> tuple[str, str]:
    if name not in ENDINGS:
        raise BadInput("Choose how the call ended.")
    return ENDINGS[name]
