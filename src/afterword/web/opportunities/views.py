"""Opportunities: the list with the next thing for each, and one with its story."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from afterword.core.facts import Interview, InterviewStatus, LetterKind, LetterSent, Party
from afterword.services.keep_opportunity import keep_opportunity
from afterword.services.known import known
from afterword.services.show_opportunity import (
    OpportunityShown,
    Row,
    Rows,
    Which,
    list_opportunities,
    show_opportunity,
)
from afterword.web.desk import Desk, desk
from afterword.web.interviews.when import when_words
from afterword.web.opportunities.board import timeline
from afterword.web.opportunities.forms import (
    FeedbackForm,
    OpportunityForm,
    OutcomeForm,
    PromiseForm,
    ReplyForm,
    choose_people,
    initial_of,
)
from afterword.web.pages import page_number
from afterword.web.today.board import card, left_out


@require_GET
def opportunities(request: HttpRequest) -> HttpResponse:
    """Open ones with the most pressing step first, or closed ones, a page at a time."""
    at = desk(request)
    which = Which.CLOSED if request.GET.get("show") == Which.CLOSED else Which.OPEN
    page = page_number(request)
    found = list_opportunities(which, owner=at.owner, playbook=at.wiring.playbook, now=at.now, page=page)
    context = {
        "rows": [_row(row, found, at) for row in found.rows],
        "which": which.value,
        "open_count": found.counts[Which.OPEN],
        "closed_count": found.counts[Which.CLOSED],
        "page": page,
        "next_page": page + 1 if found.more else 0,
    }
    return render(request, "opportunities/list.html", context)


def _row(row: Row, found: Rows, at: Desk) -> dict[str, Any]:
    home = found.today.facts.candidate.zone
    return {
        "opportunity": row.opportunity,
        "card": card(row.next, found.today, at.now) if row.next else None,
        "ending": row.ending,
        "interview": when_words(row.last_interview, home=home) if row.last_interview else "",
        "which": _which(row.last_interview, at.now) if row.last_interview else "",
    }


def _which(interview: Interview, now: datetime) -> str:
    """What the list calls an interview."""
    if interview.status is not InterviewStatus.PLANNED:
        return "Interview called off" if interview.status is InterviewStatus.CANCELLED else "Interview missed"
    return "Interview ahead" if interview.start > now else "Last interview"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A role at an employer, before there is an interview."""
    at = desk(request)
    form = OpportunityForm(request.POST or None, **choose_people(known(at.owner).people, None, ()))
    fresh = request.POST.get("fresh") or at.wiring.ids.new()
    if request.method == "POST" and form.is_valid():
        kept = keep_opportunity(form.given(), owner=at.owner, ids=at.wiring.ids, opportunity=fresh)
        messages.success(request, "It is on record.")
        return redirect("opportunity", kept)
    page = {"form": form, "fresh": fresh, "view": None}
    return render(request, "opportunities/edit.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, opportunity: str) -> HttpResponse:
    """Correct company, role, who decides, and whether a call is welcome."""
    at = desk(request)
    view = shown(at, opportunity)
    people = choose_people(known(at.owner).people, view.opportunity, view.taking_part)
    form = OpportunityForm(request.POST or None, initial=initial_of(view.opportunity), **people)
    if request.method == "POST" and form.is_valid():
        keep_opportunity(form.given(), owner=at.owner, ids=at.wiring.ids, opportunity=opportunity)
        messages.success(request, "Changed.")
        return redirect("opportunity", opportunity)
    page = {"form": form, "view": view}
    return render(request, "opportunities/edit.html", page, status=400 if form.errors else 200)


@require_GET
def opportunity(request: HttpRequest, opportunity: str) -> HttpResponse:
    """Its people, its steps, its story, and the forms to record what happened."""
    at = desk(request)
    return opportunity_page(request, at, shown(at, opportunity))


def opportunity_page(
    request: HttpRequest, at: Desk, view: OpportunityShown, *, wrong: dict[str, forms.Form] | None = None
) -> HttpResponse:
    """The page; ``wrong`` holds a form that was refused, under its name, to be shown again as it was sent."""
    home = view.candidate.zone
    page: dict[str, Any] = {
        "view": view,
        "cards": [card(step, view.today, at.now) for step in view.steps],
        "dropped": left_out(view.dropped, view.today),
        "entries": timeline(view),
        "involved": people_of(view),
        "open_promises": [one for one in view.promises if one.by is Party.CANDIDATE and not one.kept],
        "reply": ReplyForm(now=at.now, home=home, people=people_of(view)),
        "feedback": FeedbackForm(now=at.now, home=home),
        "outcome": OutcomeForm(now=at.now, home=home),
        "promise": PromiseForm(),
        "asked_feedback": any(
            isinstance(one, LetterSent) and one.kind is LetterKind.FEEDBACK_REQUEST for one in view.history
        ),
        "fresh": at.wiring.ids.new(),
        "now": at.now,
    }
    return render(
        request, "opportunities/opportunity.html", page | (wrong or {}), status=400 if wrong else 200
    )


def shown(at: Desk, opportunity: str) -> OpportunityShown:
    """The opportunity as its page needs it."""
    return show_opportunity(opportunity, owner=at.owner, playbook=at.wiring.playbook, now=at.now)


def people_of(view: OpportunityShown) -> list[Any]:
    """Everybody who may have answered."""
    return [view.people[one] for one in view.taking_part if one in view.people]
