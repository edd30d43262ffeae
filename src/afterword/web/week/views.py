"""This week's hunt, and the events in view."""

from dataclasses import asdict

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.core.errors import BadInput
from afterword.services.keep_seminar import (
    SeminarGiven,
    forget_seminar,
    import_seminars,
    keep_seminar,
    set_seminar,
)  # fmt: skip
from afterword.services.show_week import keep_aims, log_application, show_seminars, show_week
from afterword.web.desk import desk
from afterword.web.forms import DayInput, PlainForm, WallTimeField, zone_choices
from afterword.web.words import zone_of

AIMS = {
    "applications": "Applications",
    "new_contacts": "New contacts",
    "keep_in_touch": "Words to people you know",
    "seminars": "Seminars or conferences in view",
    "recruiters": "Recruiters spoken to",
    "cards": "Business cards given",
}


class AppliedForm(PlainForm):
    """An application that went out."""

    company = forms.CharField(label="Company", max_length=200)
    role = forms.CharField(label="Role", max_length=200)
    on = forms.DateField(label="On", required=False, widget=DayInput(), help_text="Empty: today.")


class SeminarForm(PlainForm):
    """An event typed in."""

    title = forms.CharField(label="What is it?", max_length=300)
    start = WallTimeField(label="Starts")
    end = WallTimeField(label="Ends", required=False, help_text="Empty: an hour later.")
    zone = forms.ChoiceField(label="Time zone")
    place = forms.CharField(label="Where", max_length=300, required=False)
    url = forms.CharField(label="Page", max_length=500, required=False)

    def __init__(self, *args: object, zone: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["zone"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(zone_choices())
        field.initial = zone


@require_GET
def week(request: HttpRequest) -> HttpResponse:
    """What is done, what is behind, and the next concrete thing."""
    return _week_page(request, AppliedForm())


@require_POST
def aims(request: HttpRequest) -> HttpResponse:
    """Set the aims."""
    try:
        keep_aims(request.POST.dict(), owner=desk(request).owner)
    except BadInput as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Your aims are set.")
    return redirect("week")


@require_POST
def applied(request: HttpRequest) -> HttpResponse:
    """Log an application."""
    at = desk(request)
    form = AppliedForm(request.POST)
    if not form.is_valid():
        return _week_page(request, form)
    values = form.cleaned_data
    day = values["on"] or at.now.astimezone(zone_of(at.zone)).date()
    log_application(company=values["company"], role=values["role"], on=day, owner=at.owner, ids=at.wiring.ids)
    messages.success(request, "Counted. Keep going.")
    return redirect("week")


@require_GET
def seminars(request: HttpRequest) -> HttpResponse:
    """Events ahead and past."""
    return _seminars_page(request, SeminarForm(zone=desk(request).zone))


@require_POST
def seminar_new(request: HttpRequest) -> HttpResponse:
    """Add one by hand."""
    at = desk(request)
    form = SeminarForm(request.POST, zone=at.zone)
    if form.is_valid():
        try:
            keep_seminar(SeminarGiven(**form.cleaned_data), owner=at.owner, ids=at.wiring.ids)
        except BadInput as problem:
            form.add_error(None, str(problem))
    if form.errors:
        return _seminars_page(request, form)
    messages.success(request, "Added.")
    return redirect("seminars")


@require_POST
def seminar_file(request: HttpRequest) -> HttpResponse:
    """Read a calendar file."""
    at = desk(request)
    uploads = request.FILES.getlist("files")
    if not uploads:
        messages.error(request, "Choose a calendar file (.ics) first.")
    for upload in uploads:
        added, findings = import_seminars(
            upload.name or "file", upload.read(), zone=at.zone, reader=at.wiring.reader, owner=at.owner,
            ids=at.wiring.ids,
        )  # fmt: skip
        messages.success(request, f"{upload.name}: {added} new {'event' if added == 1 else 'events'}.")
        for finding in findings:
            messages.warning(request, f"{upload.name}: {finding.message}")
    return redirect("seminars")


@require_POST
def seminar_set(request: HttpRequest, seminar: str) -> HttpResponse:
    """Attended, called off, or forgotten."""
    owner = desk(request).owner
    what = request.POST.get("what", "")
    if what == "forget":
        forget_seminar(seminar, owner=owner)
    elif what in ("attended", "cancelled"):
        set_seminar(seminar, owner=owner, **{what: True})
    else:
        raise BadInput("Choose what happened with the event.")
    return redirect("seminars")


def _week_page(request: HttpRequest, form: AppliedForm) -> HttpResponse:
    at = desk(request)
    page = show_week(owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    shown = {
        "page": page,
        "aims": [(name, words, asdict(page.aims)[name]) for name, words in AIMS.items()],
        "progress": [(AIMS.get(p.aim, p.aim), p) for p in page.week.progress],
        "form": form,
        "now": at.now,
    }
    return render(request, "week/week.html", shown, status=400 if form.errors else 200)


def _seminars_page(request: HttpRequest, form: SeminarForm) -> HttpResponse:
    at = desk(request)
    ahead, past = show_seminars(owner=at.owner, now=at.now)
    return render(
        request, "week/seminars.html", {"ahead": ahead, "past": past, "form": form},
        status=400 if form.errors else 200,
    )  # fmt: skip
