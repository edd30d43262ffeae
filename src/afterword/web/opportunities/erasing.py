"""An opportunity deleted for good, after a page that says what goes with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterword.services.erase import erase_opportunity, opportunity_to_erase
from afterword.web.desk import desk
from afterword.web.erased import ask_before_erasing, said_yes, say_erased


@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, opportunity: str) -> HttpResponse:
    """Ask, and after the yes delete an opportunity with its interviews, notes and letters."""
    at = desk(request)
    backups = at.wiring.options.backups
    if not said_yes(request):
        return ask_before_erasing(
            request,
            opportunity_to_erase(opportunity, owner=at.owner, backups=backups),
            back=reverse("opportunity", args=[opportunity]),
            stays="The people you met stay under People. If it only came to an end, record how it stands instead.",
            button="Delete this opportunity for good",
        )
    say_erased(request, erase_opportunity(opportunity, owner=at.owner, backups=backups))
    return redirect("opportunities")
