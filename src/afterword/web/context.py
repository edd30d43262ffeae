"""What every page knows."""

from django.conf import settings
from django.http import HttpRequest

from afterword import __version__


def everywhere(request: HttpRequest) -> dict[str, object]:
    """Version, demo flag and the part of the app this page belongs to (for the navigation)."""
    return {
        "version": __version__,
        "demo": settings.OPTIONS.demo,
        "section": request.path.strip("/").split("/")[0] or "today",
    }
