"""A proposal of the user's own language model, shown beside the letter with every change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from afterword.services.polish_letter import polish_letter
from afterword.web.desk import desk


@require_POST
def polish(request: HttpRequest, letter: str) -> HttpResponse:
    """Ask the model; the letter changes only when the user takes the proposal."""
    at = desk(request)
    proposal = polish_letter(
        letter, model=at.wiring.model, owner=at.owner, playbook=at.wiring.playbook, now=at.now
    )
    return render(request, "letters/polish.html", {"proposal": proposal, "kept": proposal.desk.kept})
