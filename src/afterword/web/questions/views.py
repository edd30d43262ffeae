"""Questions worth asking each person, and room for what they answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from afterword.services.prepare_questions import (
    answer_questions,
    choose_questions,
    drop_question,
    show_questions,
)
from afterword.web.desk import desk

ANSWER = "answer-"


@require_GET
def questions(request: HttpRequest, interview: str) -> HttpResponse:
    """The sheet of one interview."""
    return render(
        request, "questions/questions.html", {"sheet": show_questions(interview, owner=desk(request).owner)}
    )


@require_POST
def choose(request: HttpRequest, interview: str) -> HttpResponse:
    """Keep the ticked questions of one person."""
    at = desk(request)
    choose_questions(
        interview, person=request.POST.get("person", ""), texts=request.POST.getlist("question"),
        own=request.POST.get("own", ""), owner=at.owner, ids=at.wiring.ids,
    )  # fmt: skip
    messages.success(request, "Kept. Take the sheet along.")
    return redirect("questions", interview)


@require_POST
def answer(request: HttpRequest, interview: str) -> HttpResponse:
    """Keep the answers; each becomes a point of the debrief."""
    at = desk(request)
    answers = {
        name.removeprefix(ANSWER): text for name, text in request.POST.items() if name.startswith(ANSWER)
    }
    answer_questions(
        interview, answers={k: str(v) for k, v in answers.items()}, owner=at.owner, ids=at.wiring.ids
    )
    if not request.headers.get("HX-Request"):
        messages.success(request, "Answers kept; they are points of the debrief now.")
        return redirect("questions", interview)
    return HttpResponse("Saved")


@require_POST
def drop(request: HttpRequest, interview: str, question: str) -> HttpResponse:
    """Take a question off the sheet."""
    drop_question(question, owner=desk(request).owner)
    return redirect("questions", interview)
