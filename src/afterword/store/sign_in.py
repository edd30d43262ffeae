"""One-time links, by the digest of their secret."""

from datetime import datetime

from django.db import transaction

from afterword.store.models import LoginLink


def keep_link(digest: str, *, expires_at: datetime, now: datetime) -> None:
    """Remember a new link; links past their time are removed."""
    with transaction.atomic():
        LoginLink.objects.filter(expires_at__lt=now).delete()
        LoginLink.objects.create(digest=digest, expires_at=expires_at)


def use_link(digest: str, *, now: datetime) -> bool:
    """Mark the link used, once; False when there is none to use."""
    links = LoginLink.objects.filter(digest=digest, used_at=None, expires_at__gte=now)
    return links.update(used_at=now) == 1
