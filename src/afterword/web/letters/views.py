"""A letter from draft to logged as sent."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import AfterwordError, BadInput
from afterword.services.approve_letter import CertainFindings, approve_letter, words_digest
from afterword.services.draft_letter import draft_letter, letter_of, redraft_letter, step_named
from afterword.services.edit_letter import edit_letter
from afterword.services.hand_over_letter import log_sent, mail_link, message_file, not_sent_after_all
from afterword.services.sensible_day import ODD_YEAR, sensible
from afterword.services.show_letter import LetterOnDesk, show_letter
from afterword.web.desk import Desk, desk
from afterword.web.letters.paper import pieces, traces
from afterword.web.words import zone_of

TITLES = {
    "thank_you": "Thank-you to {}",
    "status_check": "How does it stand? To {}",
    "feedback_request": "One question for {}",
    "connection_note": "LinkedIn note to {}",
    "withdrawal": "Withdrawing, to {}",
    "helper_thanks": "Thanks for helping, to {}",
}


@require_http_methods(["GET", "POST"])
def letter_for(request: HttpRequest) -> HttpResponse:
    """The letter a step asks for: GET opens the one that exists or offers to write it, POST writes it."""
    at = desk(request)
    key = request.POST.get("step") or request.GET.get("step", "")
    step = step_named(key, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    there = letter_of(step, owner=at.owner)
    if not there and request.method == "POST":
        there = draft_letter(step, owner=at.owner, playbook=at.wiring.playbook, ids=at.wiring.ids, now=at.now)
    if there:
        return redirect("letter", there.id)
    return render(request, "letters/offer.html", {"step": step})


@require_GET
def letter(request: HttpRequest, letter: str) -> HttpResponse:
    """The letter with the source of every sentence, the gate's findings, and the next thing to do with it."""
    at = desk(request)
    view = show_letter(letter, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    return render(request, "letters/letter.html", _page(view, at))


@require_POST
def edit(request: HttpRequest, letter: str) -> HttpResponse:
    """Keep the user's own words; when they cannot be kept, show them again with the reason."""
    at = desk(request)
    subject, body = request.POST.get("subject", ""), request.POST.get("body", "")
    try:
        edit_letter(letter, subject=subject, body=body, owner=at.owner, now=at.now)
    except BadInput as problem:
        view = show_letter(letter, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
        page = _page(view, at) | {"problem": str(problem), "typed_subject": subject, "typed_body": body}
        return render(request, "letters/letter.html", page, status=400)
    messages.success(request, "Saved.")
    return redirect("letter", letter)


@require_POST
def redraft(request: HttpRequest, letter: str) -> HttpResponse:
    """Write it anew from the notes as they stand."""
    at = desk(request)
    redraft_letter(letter, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
    messages.success(request, "Written anew from your notes.")
    return redirect("letter", letter)


@require_POST
def approve(request: HttpRequest, letter: str) -> HttpResponse:
    """The user's yes to exactly these words."""
    at = desk(request)
    try:
        approve_letter(
            letter, seen=request.POST.get("seen", ""), reason=request.POST.get("reason", ""),
            sure=bool(request.POST.get("sure")), owner=at.owner, playbook=at.wiring.playbook, ids=at.wiring.ids,
            now=at.now,
        )  # fmt: skip
    except CertainFindings as problem:
        view = show_letter(letter, owner=at.owner, playbook=at.wiring.playbook, now=at.now)
        page = _page(view, at) | {"certain": problem.findings, "reason": request.POST.get("reason", "")}
        return render(request, "letters/letter.html", page, status=409)
    except AfterwordError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Approved. Nothing has been sent: choose below how it leaves.")
    return redirect(reverse("letter", args=[letter]) + "#leave")


@require_GET
def message(request: HttpRequest, letter: str) -> HttpResponse:
    """The approved bytes as a file the user's mail program opens."""
    content = message_file(letter, owner=desk(request).owner)
    answer = HttpResponse(content, content_type="message/rfc822")
    answer.headers["Content-Disposition"] = 'attachment; filename="letter.eml"'
    return answer


@require_POST
def sent(request: HttpRequest, letter: str) -> HttpResponse:
    """The user says it has gone."""
    at = desk(request)
    try:
        log_sent(
            letter, at=_moment(request.POST.get("at", ""), at), owner=at.owner, ids=at.wiring.ids, now=at.now
        )
    except AfterwordError as problem:
        messages.error(request, str(problem))
        return redirect("letter", letter)
    messages.success(request, "Logged as sent.")
    return redirect("letter", letter)


@require_POST
def not_sent(request: HttpRequest, letter: str) -> HttpResponse:
    """Logged by mistake."""
    at = desk(request)
    not_sent_after_all(letter, owner=at.owner, now=at.now)
    messages.success(request, "Taken back: the letter is a draft again.")
    return redirect("letter", letter)


def _moment(text: str, at: Desk) -> datetime | None:
    """A local date and time from the form, in the candidate's zone; None when left empty."""
    if not text:
        return None
    try:
        local = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput("The time it was sent is not a date and time.") from error
    if not sensible(local):
        raise BadInput(ODD_YEAR)
    return local.replace(tzinfo=zone_of(at.zone)) if local.tzinfo is None else local


def _page(view: LetterOnDesk, at: Desk) -> dict[str, object]:
    kept = view.kept
    ready = kept.state == "approved" and not view.stands
    return {
        "desk": view,
        "kept": kept,
        "title": TITLES[kept.letter.kind.value].format(view.person.name),
        "pieces": list(pieces(kept.letter.body, view.sentences)),
        "traces": traces(view.sentences),
        "seen": words_digest(kept.letter.subject, kept.letter.body),
        "ready": ready,
        "mailto": mail_link(kept.id, owner=at.owner) if ready and kept.message_id else "",
        "words": len(kept.letter.body.split()),
        "characters": len(kept.letter.body),
        "now_local": at.now.astimezone(zone_of(at.zone)).strftime("%Y-%m-%dT%H:%M"),
        "panel": view.panel,
        "model": at.wiring.options.model_name if at.wiring.model else "",
    }
