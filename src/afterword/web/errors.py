"""Errors to status and sentence, in one table."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from afterword.core.errors import AfterwordError, BadInput, NotFound, OutsideFailed, Refused

STATUS: dict[type[AfterwordError], int] = {BadInput: 400, NotFound: 404, Refused: 409, OutsideFailed: 502}


def status_of(error: AfterwordError) -> int:
    """The HTTP status of an anticipated failure."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


class ErrorPages:
    """Turns anticipated failures into a page that says what happened and that nothing was lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer an :class:`AfterwordError`; anything else goes on to Django."""
        if not isinstance(exception, AfterwordError):
            return None
        return error_page(request, str(exception), status_of(exception))


def error_page(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """One page for every failure; for htmx a fragment that is shown in place."""
    name = "web/error_fragment.html" if request.headers.get("HX-Request") else "web/error.html"
    return render(request, name, {"sentence": sentence, "status": status}, status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: most often a page left open over a restart."""
    return error_page(
        request,
        "This page was opened before Afterword restarted. Go back, reload it, and send it again.",
        403,
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such address."""
    return error_page(request, "There is no such page.", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something unforeseen failed."""
    return error_page(
        request,
        "Something went wrong that we did not foresee. What you saved before is safe; `./afterword doctor` checks it.",
        500,
    )
