"""What a view takes along to a service: whose workspace, what time it is, and the outside things."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from afterword import wiring


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's owner and moment, and this process's wiring."""

    owner: str
    now: datetime
    wiring: wiring.Wiring


def desk(request: HttpRequest) -> Desk:
    """The desk of the person who is signed in."""
    house = wiring.wired()
    return Desk(owner=request.session["owner"], now=house.clock.now(), wiring=house)
