"""This week's hunt."""

from dataclasses import asdict

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.core.errors import BadInput
from afterword.services.show_week import keep_aims, log_application, show_week
from afterword.web.desk import desk
from afterword.web.forms import DayField, PlainForm
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
    on = DayField(label="On", required=False, help_text="Empty: today.")


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
