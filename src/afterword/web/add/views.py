"""Adding: files dropped or chosen, what was read in them, and the user's yes to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import BadInput
from afterword.services.confirm_interview import (
    call_off,
    confirm_interview,
    leave_out,
    leave_out_rest,
    move_interview,
)
from afterword.services.import_invitation import Imported, forget_file, import_invitation
from afterword.services.import_seminars import keep_as_seminar
from afterword.services.keep_profile import keep_own_address
from afterword.services.show_incoming import (
    IncomingShown,
    Sort,
    files_waiting,
    named_in,
    offered_in,
    show_incoming,
)
from afterword.web.add.forms import Confirm, confirm_form, recurrence_id
from afterword.web.desk import Desk, desk
from afterword.web.interviews.when import when_words
from afterword.web.pages import page_number

MOST_FILES = 20
ASKED = frozenset(
    {"zone.ask", "zone.check", "recurrence.which", "time.all_day", "time.end_guessed"}
)  # the form asks these itself


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The drop zone, and files that still wait for a yes."""
    at = desk(request)
    if request.method == "GET":
        return render(request, "add/add.html", {"waiting": files_waiting(at.owner)})
    files = [(file.name or "a file", file.read()) for file in request.FILES.getlist("files")]
    problems, kept = _taken_in(files, at)
    if not files:
        problems = ["No file came along. Choose the invitation, an .ics or a saved .eml file."]
    if problems or len(kept) != 1:
        waiting = {one.id: one for one in files_waiting(at.owner)}
        just_read = [{"file": one, "said": waiting.pop(one.id, None)} for one in kept]
        page = {"waiting": waiting.values(), "problems": problems, "kept": just_read}
        return render(request, "add/add.html", page, status=400 if problems else 200)
    if kept[0].again:
        messages.info(request, "You gave this file before; here it is.")
    return redirect("incoming", kept[0].id)


def _taken_in(files: list[tuple[str, bytes]], at: Desk) -> tuple[list[str], list[Imported]]:
    """Every file that could be kept, and a sentence for each that could not."""
    problems: list[str] = []
    kept: list[Imported] = []
    if len(files) > MOST_FILES:
        problems.append(f"Up to {MOST_FILES} files at a time; the first {MOST_FILES} were read.")
    for name, data in files[:MOST_FILES]:
        try:
            kept.append(
                import_invitation(
                    data,
                    name=name,
                    owner=at.owner,
                    reader=at.wiring.reader,
                    ids=at.wiring.ids,
                    now=at.now,
                )
            )
        except BadInput as problem:
            problems.append(str(problem))
    return problems, kept


@require_GET
def incoming(request: HttpRequest, incoming: str) -> HttpResponse:
    """What was read, to confirm."""
    at = desk(request)
    return _page(request, _shown(request, at, incoming), now=at.now)


def _shown(request: HttpRequest, at: Desk, incoming: str) -> IncomingShown:
    about = request.GET.get("about", "")
    return show_incoming(incoming, owner=at.owner, about=about, page=page_number(request))


def _page(
    request: HttpRequest, shown: IncomingShown, *, now: datetime, sent: Confirm | None = None
) -> HttpResponse:
    """The page; ``sent`` is the form that was sent, shown again, alone, with what is wrong."""
    forms = [sent] if sent else [confirm_form(shown, one) for one in shown.offered]
    home = shown.candidate.zone
    entries = [
        {
            "form": form,
            "one": form.offered,
            "before": when_words(form.offered.known, home=home) if form.offered.known else "",
        }
        for form in forms
    ]
    only = shown.count == 1 and bool(forms)
    waits = [one for one in shown.offered if not one.became]
    page = {
        "shown": shown,
        "now": now,
        "entries": entries,
        "findings": _findings(shown) if entries else shown.findings,
        "alone": only or sent is not None,
        "about": request.GET.get("about", ""),
        "page": page_number(request),
        "first": waits[0].number if waits else -1,
        "spare": not shown.on_record and sent is None,
        "in_row": only and forms[0].offered.sort in (Sort.NEW, Sort.MOVED),
    }
    return render(request, "add/incoming.html", page, status=400 if sent and sent.wrong else 200)


def _findings(shown: IncomingShown) -> list[Mapping[str, Any]]:
    """What there is to look at beside what the forms ask: not who the user is, where the profile tells by now."""
    mine = shown.candidate.email.casefold()
    told = any(mine == person.email.casefold() for one in shown.offered for person in one.people if mine)
    shown_there = any(person.perhaps_me for one in shown.offered for person in one.people)
    asked = ASKED | {"people.me"} if told or shown_there else ASKED
    return [one for one in shown.findings if one["code"] not in asked]


@require_POST
def save(request: HttpRequest, incoming: str, number: int) -> HttpResponse:
    """The yes to one interview: it, its people and its opportunity are kept in one go."""
    at = desk(request)
    shown, form = _sent(request, at, incoming, number)
    if "more" not in request.POST and form.is_valid():
        try:
            kept = confirm_interview(
                incoming,
                number,
                form.given(),
                owner=at.owner,
                ids=at.wiring.ids,
                now=at.now,
                recurrence_id=recurrence_id(form.offered, form.picked),
            )
        except BadInput as problem:
            form.explain(problem)
        else:
            messages.success(request, "The interview is on record.")
            return _onward(shown, kept)
    return _page(request, shown, now=at.now, sent=form)


@require_POST
def move(request: HttpRequest, incoming: str, number: int) -> HttpResponse:
    """The yes to a later version of an invitation."""
    at = desk(request)
    shown, form = _sent(request, at, incoming, number)
    wrong = [tick for tick in form.ticks if not tick.is_valid()]
    if form.when.is_valid() and not wrong:
        given = form.when.given()
        try:
            kept = move_interview(
                incoming,
                number,
                start=given.start,
                end=given.end,
                zone=given.zone,
                details=given,
                people=tuple(tick.met() for tick in form.ticks if tick.ticked()),
                owner=at.owner,
                ids=at.wiring.ids,
                now=at.now,
            )
        except BadInput as problem:
            form.explain(problem)
        else:
            messages.success(request, "Moved. Every step that counts from it has moved along.")
            return _onward(shown, kept)
    return _page(request, shown, now=at.now, sent=form)


@require_POST
def withdraw(request: HttpRequest, incoming: str, number: int) -> HttpResponse:
    """The yes to a cancellation."""
    at = desk(request)
    kept = call_off(incoming, number, owner=at.owner, now=at.now)
    messages.success(request, "Marked as cancelled. Nobody is owed a thank-you for it.")
    return redirect("interview", kept)


@require_POST
def leave(request: HttpRequest, incoming: str, number: int) -> HttpResponse:
    """Leave one out; it can still be added from this page."""
    at = desk(request)
    leave_out(incoming, number, owner=at.owner, now=at.now)
    messages.success(request, "Left out. The file stays here, should you want it after all.")
    return redirect("incoming", incoming)


@require_POST
def seminar(request: HttpRequest, incoming: str, number: int) -> HttpResponse:
    """It is no interview but an event: put it in view of the week, as the file says it."""
    at = desk(request)
    keep_as_seminar(incoming, number, zone=at.zone, owner=at.owner, ids=at.wiring.ids, now=at.now)
    messages.success(request, "In view among your events. Correct it there if the file had it wrong.")
    return redirect("seminars")


@require_POST
def me(request: HttpRequest, incoming: str) -> HttpResponse:
    """One of the people named is the user: their address goes into the profile."""
    at = desk(request)
    person = named_in(incoming, request.POST.get("me", ""), owner=at.owner)
    keep_own_address(person.email, name=person.name, owner=at.owner)
    messages.success(request, f"{person.email} is you, and not among those to thank.")
    return redirect("incoming", incoming)


@require_POST
def leave_rest(request: HttpRequest, incoming: str) -> HttpResponse:
    """Leave out everything of the file that still waits."""
    at = desk(request)
    leave_out_rest(incoming, owner=at.owner, now=at.now)
    messages.success(request, "The rest is left out. The file stays here, should you want it after all.")
    return redirect("add")


@require_POST
def forget(request: HttpRequest, incoming: str) -> HttpResponse:
    """Delete a file of which no interview is on record."""
    forget_file(incoming, owner=desk(request).owner)
    messages.success(request, "The file is gone from here.")
    return redirect("add")


def _sent(request: HttpRequest, at: Desk, incoming: str, number: int) -> tuple[IncomingShown, Confirm]:
    offered = offered_in(incoming, number, owner=at.owner)
    shown = _shown(request, at, incoming)
    return shown, confirm_form(shown, offered, request.POST)


def _onward(shown: IncomingShown, kept: str) -> HttpResponse:
    """To the interview; back to the file while more of it waits."""
    return redirect("incoming", shown.id) if shown.waiting > 1 else redirect("interview", kept)
