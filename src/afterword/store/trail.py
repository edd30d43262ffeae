"""What was recorded about one happening, taken back or not."""

from afterword.store import models


def recorded(owner: str, happening: str) -> bool:
    """Whether a happening with this id was ever recorded, even when it was taken back since."""
    return models.Happening.objects.filter(owner=owner, id=happening).exists()


def one_of_series(owner: str, uid: str) -> str:
    """The interview that an occurrence of this series (RFC 5545: UID) became, when it is the only one; else ""."""
    if not uid:
        return ""
    found = list(models.Interview.objects.filter(owner=owner, uid=uid).values_list("id", flat=True)[:2])
    return found[0] if len(found) == 1 else ""
