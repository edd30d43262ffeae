"""Who may reach the app: this machine's browser, on our address, logged in with a one-time link.

Three gates in order: the Host and Origin of the request before anything is routed, headers that keep the
page from running or reaching anything foreign, and the login. Reason: docs/explanation/safety.md.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

Next = Callable[[HttpRequest], HttpResponseBase]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
OPEN_PATHS = ("/login/", "/static/")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def our_hosts() -> frozenset[str]:
    """The exact Host headers we answer to."""
    port = settings.OPTIONS.port
    return frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})


class LocalGate:
    """Refuses every request that is not addressed to us by a page of ours or by the address bar."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 403 before routing when Host, Origin or Sec-Fetch-Site is foreign."""
        reason = refusal(request)
        if reason:
            return HttpResponseForbidden(f"Refused: {reason}.\n", content_type="text/plain; charset=utf-8")
        return self.get_response(request)


def refusal(request: HttpRequest) -> str:
    """Why a request may not pass, or "" when it may."""
    host = request.META.get("HTTP_HOST", "")
    if host not in our_hosts():
        return "this address is not Afterword's"
    origin = request.META.get("HTTP_ORIGIN")
    if origin is not None and (urlsplit(origin).scheme != "http" or urlsplit(origin).netloc != host):
        return "the request comes from another page"
    site = request.META.get("HTTP_SEC_FETCH_SITE", "none")
    if site in ("cross-site", "same-site") and not _followed_link(request):
        return "the request comes from another site"
    if request.method not in SAFE_METHODS and request.method != "POST":
        return "only GET and POST are answered"
    return ""


def _followed_link(request: HttpRequest) -> bool:
    """A plain top-level navigation, such as a link clicked in a mail: shows a page, changes nothing."""
    return (
        request.method == "GET"
        and request.META.get("HTTP_SEC_FETCH_MODE") == "navigate"
        and (request.META.get("HTTP_SEC_FETCH_DEST") == "document")
    )


class SafeHeaders:
    """Puts the headers on every answer, errors included."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the policy; pages are never stored by the browser, static files are."""
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        # "no-referrer" would make browsers send forms with the Origin "null", which the gate refuses.
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store"
        return response


class LoginGate:
    """Lets a request in whose session was opened with a one-time link."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Send a stranger to the page that tells how to get a link."""
        if request.path.startswith(OPEN_PATHS) or request.session.get("owner"):
            return self.get_response(request)
        if request.headers.get("HX-Request"):
            answer = HttpResponse("Please open Afterword again.", status=401)
            answer.headers["HX-Redirect"] = "/login/"
            return answer
        return redirect("/login/")
