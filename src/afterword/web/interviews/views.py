"""An interview: typed in, looked at, moved, called off, and who took part."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import BadInput
from afterword.core.facts import InterviewStatus
from afterword.services.keep_interview import (
    add_interview,
    add_interviewer,
    change_interview,
    mark_interview,
    remove_interviewer,
)
from afterword.services.known import known
from afterword.services.show_interview import show_interview
from afterword.web.desk import Desk, desk
from afterword.web.interviews.forms import OpportunityChoice, WhenForm, initial_of
from afterword.web.interviews.people import PeopleRows
from afterword.web.interviews.when import when_words

SAID = {
    InterviewStatus.PLANNED: "It stands again, and so do its steps.",
    InterviewStatus.CANCELLED: "Marked as cancelled. Nobody is owed a thank-you for it.",
    InterviewStatus.MISSED: "Marked as not taken place. Nobody is owed a thank-you for it.",
}


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Type an interview in: a company, a role, a time and a name are enough."""
    at = desk(request)
    if request.method == "POST":
        return _added(request, at)
    which = OpportunityChoice(
        known=known(at.owner).opportunities, initial={"opportunity": request.GET.get("opportunity", "")}
    )
    when = WhenForm(home=known(at.owner).candidate.zone)
    return _new_page(request, at, when, which, PeopleRows())


def _added(request: HttpRequest, at: Desk) -> HttpResponse:
    when = WhenForm(request.POST, home=known(at.owner).candidate.zone)
    which = OpportunityChoice(request.POST, known=known(at.owner).opportunities)
    people = PeopleRows(request.POST, blank=int("more" in request.POST))
    if "more" in request.POST:
        people.is_valid()
        return _new_page(request, at, when, which, people)
    sound = [when.is_valid(), which.is_valid(), people.is_valid()]
    if all(sound):
        given = when.given(people=people.met(), **which.cleaned_data)
        fresh = request.POST.get("fresh", "")
        try:
            kept = add_interview(given, owner=at.owner, ids=at.wiring.ids, interview=fresh)
        except BadInput as problem:
            if not people.explain(problem):
                when.add_error(None, str(problem))
        else:
            messages.success(request, "The interview is on record.")
            return redirect("interview", kept)
    return _new_page(request, at, when, which, people, status=400)


def _new_page(
    request: HttpRequest,
    at: Desk,
    when: WhenForm,
    which: OpportunityChoice,
    people: PeopleRows,
    *,
    status: int = 200,
) -> HttpResponse:
    page = {
        "when": when,
        "which": which,
        "people": people,
        "wrong": status >= 400,
        "fresh": request.POST.get("fresh") or at.wiring.ids.new(),
    }
    return render(request, "interviews/new.html", page, status=status)


@require_GET
def interview(request: HttpRequest, interview: str) -> HttpResponse:
    """When, where, who, and the next thing to do for each person."""
    at = desk(request)
    return _page(request, at, interview)


def _page(
    request: HttpRequest, at: Desk, interview: str, *, rows: PeopleRows | None = None, status: int = 200
) -> HttpResponse:
    view = show_interview(interview, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    page: dict[str, Any] = {
        "view": view,
        "when": when_words(view.interview, home=view.candidate.zone),
        "rows": rows or PeopleRows(),
        "stands": view.interview.status is InterviewStatus.PLANNED,
        "now": at.now,
    }
    return render(request, "interviews/interview.html", page, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, interview: str) -> HttpResponse:
    """Move it or correct it."""
    at = desk(request)
    view = show_interview(interview, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    form = WhenForm(
        request.POST or None,
        initial=initial_of(view.interview),
        home=view.candidate.zone,
        likely=(view.interview.zone,),
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_interview(form.given(), owner=at.owner, interview=interview)
        except BadInput as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Changed. Every step that counts from it has moved along.")
            return redirect("interview", interview)
    status = 400 if form.errors else 200
    return render(request, "interviews/edit.html", {"view": view, "when": form}, status=status)


@require_POST
def status(request: HttpRequest, interview: str) -> HttpResponse:
    """It was cancelled, did not take place, or stands after all."""
    at = desk(request)
    said = request.POST.get("status", "")
    if said not in set(InterviewStatus):
        raise BadInput("Choose whether it stands, was cancelled, or did not take place.")
    mark_interview(InterviewStatus(said), owner=at.owner, interview=interview)
    messages.success(request, SAID[InterviewStatus(said)])
    return redirect("interview", interview)


@require_POST
def add_person(request: HttpRequest, interview: str) -> HttpResponse:
    """Somebody else who took part."""
    at = desk(request)
    rows = PeopleRows(request.POST, blank=0)
    if rows.is_valid() and rows.filled():
        try:
            for met in rows.met():
                add_interviewer(met, owner=at.owner, ids=at.wiring.ids, interview=interview)
        except BadInput as problem:
            rows.explain(problem)
        else:
            messages.success(request, "Added.")
            return redirect("interview", interview)
    elif rows.forms[0].is_bound and not rows.filled():
        rows.forms[0].add_error("name", "Who is it? The name is enough.")
    return _page(request, at, interview, rows=rows, status=400)


@require_POST
def remove_person(request: HttpRequest, interview: str) -> HttpResponse:
    """Somebody did not take part after all."""
    at = desk(request)
    remove_interviewer(request.POST.get("person", ""), owner=at.owner, interview=interview)
    messages.success(request, "Taken off this interview. The person and your notes stay on record.")
    return redirect("interview", interview)
