"""What a view takes along to a service: whose workspace, what time it is, and the outside things."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from afterword import wiring
from afterword.services.show_today import remembered_zone


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's owner and moment, and this process's wiring."""

    owner: str
    now: datetime
    wiring: wiring.Wiring

    @property
    def zone(self) -> str:
        """The IANA zone of the person signed in."""
        return remembered_zone(self.owner)


def desk(request: HttpRequest) -> Desk:
    """The desk of the person who is signed in."""
    house = wiring.wired()
    return Desk(owner=request.session["owner"], now=house.clock.now(), wiring=house)
