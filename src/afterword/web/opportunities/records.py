"""Recording what happened on an opportunity, and taking back what was recorded wrongly."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from afterword.core.errors import BadInput
from afterword.core.facts import Outcome, Party, ReplyClass
from afterword.services.keep_promise import keep_promise, log_promise
from afterword.services.log_reply import log_reply
from afterword.services.record_outcome import record_outcome, take_back
from afterword.services.show_opportunity import OpportunityShown
from afterword.web.desk import Desk, desk
from afterword.web.opportunities.forms import FeedbackForm, OutcomeForm, PromiseForm, ReplyForm
from afterword.web.opportunities.views import opportunity_page, people_of, shown

Filled = TypeVar("Filled", bound=forms.Form)


@require_POST
def reply(request: HttpRequest, opportunity: str) -> HttpResponse:
    """A word that came back."""
    at = desk(request)
    view = shown(at, opportunity)
    form = ReplyForm(request.POST, now=at.now, home=view.candidate.zone, people=people_of(view))
    fact = request.POST.get("fact", "")

    def keep(filled: ReplyForm) -> None:
        held = filled.cleaned_data
        log_reply(
            ReplyClass(held["klass"]), opportunity=opportunity, owner=at.owner, ids=at.wiring.ids, now=at.now,
            at=filled.at(), sender=filled.person(), returns=held["returns"], text=filled.words(), fact=fact,
        )  # fmt: skip

    return _recorded(request, at, view, "reply", form, keep, "Recorded, and the plan has moved with it.")


@require_POST
def feedback(request: HttpRequest, opportunity: str) -> HttpResponse:
    """What they answered to the request for feedback; it is shown when the next interview comes."""
    at = desk(request)
    view = shown(at, opportunity)
    form = FeedbackForm(request.POST, now=at.now, home=view.candidate.zone)
    fact = request.POST.get("fact", "")

    def keep(filled: FeedbackForm) -> None:
        log_reply(
            ReplyClass.OTHER, opportunity=opportunity, owner=at.owner, ids=at.wiring.ids, now=at.now,
            at=filled.at(), text=filled.cleaned_data["text"], fact=fact,
        )  # fmt: skip

    return _recorded(
        request, at, view, "feedback", form, keep, "Filed. You see it before your next interview."
    )


@require_POST
def outcome(request: HttpRequest, opportunity: str) -> HttpResponse:
    """How it stands."""
    at = desk(request)
    view = shown(at, opportunity)
    form = OutcomeForm(request.POST, now=at.now, home=view.candidate.zone)
    fact = request.POST.get("fact", "")

    def keep(filled: OutcomeForm) -> None:
        held = filled.cleaned_data
        record_outcome(
            Outcome(held["outcome"]), opportunity=opportunity, owner=at.owner, ids=at.wiring.ids, now=at.now,
            at=filled.at(), note=held["note"], fact=fact,
        )  # fmt: skip

    return _recorded(request, at, view, "outcome", form, keep, "Recorded, and the plan has moved with it.")


@require_POST
def promise(request: HttpRequest, opportunity: str) -> HttpResponse:
    """What one side said it would do."""
    at = desk(request)
    view = shown(at, opportunity)
    fact = request.POST.get("fact", "")

    def keep(filled: PromiseForm) -> None:
        held = filled.cleaned_data
        log_promise(
            held["text"], by=Party(held["by"]), due=held["due"], opportunity=opportunity, owner=at.owner,
            ids=at.wiring.ids, now=at.now, fact=fact,
        )  # fmt: skip

    return _recorded(request, at, view, "promise", PromiseForm(request.POST), keep, "Noted.")


@require_POST
def kept(request: HttpRequest, opportunity: str) -> HttpResponse:
    """A promise was kept."""
    at = desk(request)
    keep_promise(request.POST.get("promise", ""), owner=at.owner, opportunity=opportunity)
    messages.success(request, "Good. It is off your list.")
    return redirect("opportunity", opportunity)


@require_POST
def back(request: HttpRequest, opportunity: str) -> HttpResponse:
    """Take back something recorded wrongly; the plan is derived anew without it."""
    at = desk(request)
    why = request.POST.get("why", "")
    take_back(request.POST.get("fact", ""), why=why, owner=at.owner, opportunity=opportunity, now=at.now)
    messages.success(request, "Taken back. The plan is as if it had not been recorded.")
    return redirect("opportunity", opportunity)


def _recorded(
    request: HttpRequest,
    at: Desk,
    view: OpportunityShown,
    name: str,
    form: Filled,
    keep: Callable[[Filled], None],
    said: str,
) -> HttpResponse:
    """Keep what the form says, or show the form again with the reason beside it."""
    if form.is_valid():
        try:
            keep(form)
        except BadInput as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, said)
            # The form was sent to its own place on the page; what was said stands at the top.
            return redirect(reverse("opportunity", args=[view.opportunity.id]) + "#main")
    return opportunity_page(request, at, view, wrong={name: form})
