"""The events in view: typed in, read from a file, corrected, attended, called off, removed."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import BadInput
from afterword.core.facts import Seminar
from afterword.core.findings import Severity
from afterword.services.import_seminars import SeminarsImported, import_seminars
from afterword.services.keep_seminar import (
    SeminarGiven,
    correct_seminar,
    find_seminar,
    forget_seminar,
    keep_seminar,
    set_seminar,
)  # fmt: skip
from afterword.services.show_week import show_seminars
from afterword.web.desk import desk
from afterword.web.forms import PlainForm, WallTimeField
from afterword.web.long_select import LongSelect
from afterword.web.words import zone_of
from afterword.web.zones import offer_zones

#: What a button on the list says of an event.
_SAYS: dict[str, dict[str, bool]] = {
    "attended": {"attended": True},
    "missed": {"attended": False},
    "cancelled": {"cancelled": True},
    "takes_place": {"cancelled": False},
}


class SeminarForm(PlainForm):
    """An event; its times are those of clocks in ``zone``."""

    title = forms.CharField(label="What is it?", max_length=300)
    start = WallTimeField(label="Starts")
    end = WallTimeField(label="Ends", required=False, help_text="Empty: an hour later.")
    zone = forms.ChoiceField(label="Time zone", widget=LongSelect)
    place = forms.CharField(label="Where", max_length=300, required=False)
    url = forms.CharField(label="Page", max_length=500, required=False)

    def __init__(self, *args: object, zone: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        offer_zones(self.fields["zone"], self.initial.get("zone", ""), zone)
        self.initial.setdefault("zone", zone)


@require_GET
def seminars(request: HttpRequest) -> HttpResponse:
    """Events ahead and past."""
    return _page(request, SeminarForm(zone=desk(request).zone))


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Add one by hand."""
    at = desk(request)
    form = SeminarForm(request.POST, zone=at.zone)
    if form.is_valid():
        try:
            keep_seminar(SeminarGiven(**form.cleaned_data), owner=at.owner, ids=at.wiring.ids)
        except BadInput as problem:
            form.add_error(None, str(problem))
    if form.errors:
        return _page(request, form)
    messages.success(request, "Added.")
    return redirect("seminars")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, seminar: str) -> HttpResponse:
    """Move or correct one."""
    at = desk(request)
    known = find_seminar(seminar, owner=at.owner)
    form = SeminarForm(request.POST or None, initial=_first_values(known), zone=at.zone)
    if request.method == "POST" and form.is_valid():
        try:
            correct_seminar(seminar, SeminarGiven(**form.cleaned_data), owner=at.owner)
        except BadInput as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Changed.")
            return redirect("seminars")
    page = {"seminar": known, "form": form}
    return render(request, "week/seminar.html", page, status=400 if form.errors else 200)


@require_POST
def from_file(request: HttpRequest) -> HttpResponse:
    """Read a calendar file."""
    at = desk(request)
    uploads = request.FILES.getlist("files")
    if not uploads:
        messages.error(request, "Choose a calendar file (.ics) first.")
    for upload in uploads:
        name = upload.name or "file"
        read = import_seminars(
            name, upload.read(), zone=at.zone, reader=at.wiring.reader, owner=at.owner, ids=at.wiring.ids
        )
        messages.success(request, f"{name}: {_counted(read)}.")
        for finding in read.findings:
            level = messages.INFO if finding.severity is Severity.NOTE else messages.WARNING
            messages.add_message(request, level, f"{name}: {finding.message}")
    return redirect("seminars")


@require_POST
def say(request: HttpRequest, seminar: str) -> HttpResponse:
    """Attended or not, called off or not, or forgotten."""
    owner = desk(request).owner
    what = request.POST.get("what", "")
    if what == "forget":
        forget_seminar(seminar, owner=owner)
        messages.success(request, "Removed.")
    elif what in _SAYS:
        set_seminar(seminar, owner=owner, **_SAYS[what])
    else:
        raise BadInput("Choose what happened with the event.")
    return redirect("seminars")


def _counted(read: SeminarsImported) -> str:
    """“2 new events”, and what changed of others, or that nothing did."""
    parts = [f"{read.added} new {'event' if read.added == 1 else 'events'}"] if read.added else []
    parts += [f"{read.moved} moved"] if read.moved else []
    parts += [f"{read.changed} with something else new"] if read.changed else []
    parts += [f"{read.called_off} called off"] if read.called_off else []
    parts += [f"{read.back_on} taking place after all"] if read.back_on else []
    return ", ".join(parts) or "nothing new"


def _first_values(known: Seminar) -> dict[str, Any]:
    there = zone_of(known.zone)

    def wall(moment: datetime) -> datetime:
        return moment.astimezone(there).replace(tzinfo=None, second=0, microsecond=0)

    return {
        "title": known.title, "start": wall(known.start), "end": wall(known.end), "zone": known.zone,
        "place": known.place, "url": known.url,
    }  # fmt: skip


def _page(request: HttpRequest, form: SeminarForm) -> HttpResponse:
    at = desk(request)
    ahead, past = show_seminars(owner=at.owner, now=at.now)
    shown = {"ahead": ahead, "past": past, "form": form}
    return render(request, "week/seminars.html", shown, status=400 if form.errors else 200)
