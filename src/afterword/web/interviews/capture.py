"""The two-minute capture: one person at a time, every line saved as it is typed."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from afterword.core.errors import BadInput, NotFound
from afterword.core.facts import PointKind
from afterword.services.keep_debrief import drop_line, keep_free_text, keep_line
from afterword.services.keep_promise import answer_promise, keep_own_promise
from afterword.services.show_interview import show_debrief
from afterword.web.desk import Desk, desk
from afterword.web.forms import read_day
from afterword.web.interviews.board import CaptureBoard, capture_board, read_line, read_lines, spare


@require_http_methods(["GET", "POST"])
def debrief(request: HttpRequest, interview: str) -> HttpResponse:
    """What one person said. GET shows what is kept; POST (any button of the page) keeps the whole page first."""
    at = desk(request)
    person = request.GET.get("person", "")
    board = _board(at, interview, person)
    if request.method == "GET":
        return render(request, "interviews/debrief.html", {"board": board})
    if board.person is None:
        raise NotFound("Add who interviewed you first.")
    _keep_page(request, at, board)
    if "answer" in request.POST:
        _answer(request, at, interview)
    return _onward(request, board)


def _keep_page(request: HttpRequest, at: Desk, board: CaptureBoard) -> None:
    """Every line, the free box, and a promise of the user's own."""
    assert board.person
    about = {"owner": at.owner, "interview": board.interview.id, "person": board.person.id}
    for line in read_lines(request.POST):
        keep_line(line, **about)
    if "free" in request.POST:
        keep_free_text(request.POST["free"], **about)
    if "remove" in request.POST:
        drop_line(request.POST["remove"], **about)
    if "promised" in request.POST:
        _keep_own_promise(request, at, board.opportunity.id)


def _keep_own_promise(request: HttpRequest, at: Desk, opportunity: str) -> None:
    keep_own_promise(
        request.POST.get("promised", ""),
        due=_day(request, "promised-by"),
        page=request.POST.get("promise", ""),
        opportunity=opportunity,
        owner=at.owner,
        ids=at.wiring.ids,
        now=at.now,
    )


def _answer(request: HttpRequest, at: Desk, interview: str) -> None:
    """The answer to "They decide by … — is that right?"; the button says which question it answers."""
    answer, _, heard = request.POST.get("answer", "").partition("-")
    day, instead = _day(request, f"day-{heard}"), _day(request, f"instead-{heard}")
    if day is None or answer not in ("yes", "no", "change"):
        raise BadInput("Please answer with yes, another date, or no.")
    if answer == "change" and instead is None:
        raise BadInput("Which date did they name?")
    answer_promise(
        heard,
        day=day,
        said=request.POST.get(f"said-{heard}", ""),
        yes=answer != "no",
        instead=instead if answer == "change" else None,
        owner=at.owner,
        interview=interview,
        now=at.now,
    )
    said = (
        "Not counted as a promise." if answer == "no" else "Noted. The call waits until that day has passed."
    )
    messages.success(request, said)


@require_POST
def promise(request: HttpRequest, interview: str) -> HttpResponse:
    """The answer to a date in the notes, given on the page of the interview or of its opportunity."""
    at = desk(request)
    _answer(request, at, interview)
    if request.POST.get("back") == "opportunity":
        return redirect("opportunity", show_debrief(interview, owner=at.owner).opportunity.id)
    return redirect("interview", interview)


def _onward(request: HttpRequest, board: CaptureBoard) -> HttpResponse:
    """Where the button pressed leads: the next person, the interview, or here again."""
    then = request.POST.get("then", "")
    if then == "done":
        messages.success(request, "Your notes are kept.")
        return redirect("interview", board.interview.id)
    others = {one.person.id for one in board.tabs}
    person = then if then in others else (board.person.id if board.person else "")
    return redirect(f"{reverse('debrief', args=[board.interview.id])}?person={person}")


@require_POST
def point(request: HttpRequest, interview: str, person: str, point: str) -> HttpResponse:
    """Save one line as it stands; a new point brings a fresh line below it."""
    at = desk(request)
    line = read_line(request.POST, point)
    created = keep_line(line, owner=at.owner, interview=interview, person=person)
    board = _board(at, interview, person)
    fresh = spare(line.kind, at.wiring.ids) if created else None
    return render(
        request,
        "interviews/saved.html",
        {"board": board, "fresh": fresh, "asks": line.kind is PointKind.NEXT_STEP},
    )


@require_POST
def remove(request: HttpRequest, interview: str, person: str, point: str) -> HttpResponse:
    """Take one line away; the answer is empty, and so is its place on the page."""
    at = desk(request)
    drop_line(point, owner=at.owner, interview=interview, person=person)
    return HttpResponse("")


@require_POST
def own_promise(request: HttpRequest, interview: str, person: str) -> HttpResponse:
    """Save what the user promised, as it stands."""
    at = desk(request)
    board = _board(at, interview, person)
    _keep_own_promise(request, at, board.opportunity.id)
    return render(request, "interviews/saved.html", {"board": board})


@require_POST
def free(request: HttpRequest, interview: str, person: str) -> HttpResponse:
    """Save the free box as it stands."""
    at = desk(request)
    keep_free_text(request.POST.get("free", ""), owner=at.owner, interview=interview, person=person)
    board = _board(at, interview, person)
    return render(request, "interviews/saved.html", {"board": board, "asks": True})


def _day(request: HttpRequest, name: str) -> date | None:
    try:
        return read_day(request.POST.get(name, ""), unreadable="")
    except BadInput:  # half typed; the page asks where it is needed
        return None


def _board(at: Desk, interview: str, person: str) -> CaptureBoard:
    view = show_debrief(interview, owner=at.owner)
    return capture_board(view, person=person, owner=at.owner, ids=at.wiring.ids, now=at.now)
