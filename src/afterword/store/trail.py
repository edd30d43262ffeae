"""What was recorded about one happening, taken back or not."""

from afterword.store import models


def recorded(owner: str, happening: str) -> bool:
    """Whether a happening with this id was ever recorded, even when it was taken back since."""
    return models.Happening.objects.filter(owner=owner, id=happening).exists()


def opportunity_of(owner: str, happening: str) -> str:
    """The opportunity a happening that stands belongs to, or ""."""
    rows = models.Happening.objects.filter(owner=owner, id=happening, retracted_at=None)
    return rows.values_list("opportunity", flat=True).first() or ""
