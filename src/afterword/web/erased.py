"""What is said after a deletion: that it is gone, and where older copies still are."""

from django.contrib import messages
from django.http import HttpRequest

from afterword.services.erase import Erased


def say_erased(request: HttpRequest, erased: Erased) -> None:
    """One message for what is gone, one for each place that still names it."""
    messages.success(request, "Deleted for good.")
    if erased.mentions:
        where = ", ".join(f"{count} in {table}" for table, count in sorted(erased.mentions.items()))
        messages.warning(request, f"Other notes of yours still name them: {where}.")
    if erased.backups:
        count = len(erased.backups)
        words = "backup was" if count == 1 else "backups were"
        messages.warning(
            request,
            f"{count} {words} made before and still hold it; they age out, or delete them in the settings.",
        )
