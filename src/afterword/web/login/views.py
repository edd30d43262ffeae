"""Opening the workspace in a browser with a one-time link."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from afterword import wiring
from afterword.services.keep_profile import keep_first_zone
from afterword.services.sign_in import LinkRefused, use_login_link
from afterword.web.words import place


@sensitive_post_parameters("key")
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """GET shows the button (and changes nothing); POST uses the link up and opens the session."""
    if request.method == "GET":
        key = request.GET.get("key", "")
        return (
            render(request, "login/link.html", {"key": key}) if key else render(request, "login/closed.html")
        )
    house = wiring.wired()
    try:
        use_login_link(request.POST.get("key", ""), now=house.clock.now())
    except LinkRefused as refused:
        return render(request, "login/closed.html", {"sentence": str(refused)}, status=403)
    request.session.clear()
    request.session["owner"] = house.owner
    zone = request.POST.get("zone", "")
    if keep_first_zone(zone, owner=house.owner):
        messages.info(
            request,
            f"Times are shown as clocks in {place(zone)} show them. Your profile lets you change that.",
        )
    return redirect("today")
