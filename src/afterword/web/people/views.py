"""People: the list, one person, and the words exchanged."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import BadInput
from afterword.services.keep_connection import ConnectionGiven, forget_connection, keep_connection
from afterword.services.keep_person import keep_person
from afterword.services.log_touch import log_touch, take_back_touch
from afterword.services.show_people import show_people, show_person
from afterword.web.desk import Desk, desk
from afterword.web.pages import page_number
from afterword.web.people.forms import ConnectionForm, PersonForm, TouchForm, first_values
from afterword.web.words import zone_of

CIRCLE_NAMES = (
    ("all", "Everybody"),
    ("interviewers", "Interviewers"),
    ("recruiters", "Recruiters"),
    ("network", "Network"),
)


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Those due a word first, fifty to a page."""
    at = desk(request)
    circle, search = request.GET.get("circle", "all"), request.GET.get("q", "")
    page = show_people(circle=circle, search=search, page=page_number(request), owner=at.owner, now=at.now)
    return render(
        request, "people/people.html", {"page": page, "circle": circle, "q": search, "circles": CIRCLE_NAMES}
    )


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Somebody new."""
    form = PersonForm(request.POST or None, initial={"relation": request.GET.get("relation", "network")})
    kept = _keep(form, desk(request), "") if request.method == "POST" else ""
    if kept:
        messages.success(request, "Added.")
        return redirect("person", kept)
    return render(request, "people/edit.html", {"form": form, "title": "Somebody new"}, status=_status(form))


@require_GET
def person(request: HttpRequest, person: str) -> HttpResponse:
    """One person, with what you share and when you were in touch."""
    return _person_page(request, person, TouchForm(), ConnectionForm())


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, person: str) -> HttpResponse:
    """Change what is known."""
    at = desk(request)
    page = show_person(person, owner=at.owner, now=at.now)
    known = page.person
    values = first_values(known)
    values["email"] = values["email"] or request.GET.get("email", "")[:254]
    form = PersonForm(request.POST or None, initial=values)
    if page.likely:
        form.fields["email"].help_text = (
            f"Perhaps {page.likely.address}, going by {page.likely.seen_in}. That is a guess: ask the recruiter or"
            " coordinator."
        )
    if request.method == "POST" and _keep(form, at, person):
        messages.success(request, "Saved.")
        return redirect("person", person)
    return render(
        request,
        "people/edit.html",
        {"form": form, "title": known.name, "person": known},
        status=_status(form),
    )


@require_POST
def touch(request: HttpRequest, person: str) -> HttpResponse:
    """Log a contact."""
    at = desk(request)
    form = TouchForm(request.POST)
    if form.is_valid():
        try:
            log_touch(
                person, kind=form.cleaned_data["kind"], note=form.cleaned_data["note"],
                at=_local(form.cleaned_data["at"], at), owner=at.owner, ids=at.wiring.ids, now=at.now,
            )  # fmt: skip
        except BadInput as problem:
            form.add_error(None, str(problem))
    if form.errors:
        return _person_page(request, person, form, ConnectionForm())
    messages.success(request, "Logged.")
    return redirect("person", person)


@require_POST
def touch_back(request: HttpRequest, person: str, touch: str) -> HttpResponse:
    """A contact logged by mistake."""
    at = desk(request)
    take_back_touch(touch, owner=at.owner, now=at.now)
    return redirect("person", person)


@require_POST
def connect(request: HttpRequest, person: str) -> HttpResponse:
    """Keep something shared, ticked or typed."""
    at = desk(request)
    form = ConnectionForm(request.POST)
    if not form.is_valid():
        return _person_page(request, person, TouchForm(), form)
    keep_connection(ConnectionGiven(**form.cleaned_data), person=person, owner=at.owner, ids=at.wiring.ids)
    messages.success(request, "Kept.")
    return redirect("person", person)


@require_POST
def disconnect(request: HttpRequest, person: str, connection: str) -> HttpResponse:
    """Take a point of connection away."""
    forget_connection(connection, owner=desk(request).owner)
    return redirect("person", person)


def _person_page(
    request: HttpRequest, person: str, touch: TouchForm, connect: ConnectionForm
) -> HttpResponse:
    at = desk(request)
    page = {
        "page": show_person(person, owner=at.owner, now=at.now),
        "touch": touch,
        "connect": connect,
        "now": at.now,
        "zone": at.zone,
    }
    return render(request, "people/person.html", page, status=400 if touch.errors or connect.errors else 200)


def _keep(form: PersonForm, at: Desk, person: str) -> str:
    """The id of the person kept, "" when something must be put right first."""
    if not form.is_valid():
        return ""
    try:
        return keep_person(form.given(), owner=at.owner, ids=at.wiring.ids, person=person)
    except BadInput as problem:
        form.add_error(None, str(problem))
        return ""


def _local(wall: datetime | None, at: Desk) -> datetime | None:
    return wall.replace(tzinfo=zone_of(at.zone)) if wall else None


def _status(form: PersonForm) -> int:
    return 400 if form.is_bound and form.errors else 200
