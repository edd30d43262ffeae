"""People in from a vCard file, and out for good."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from afterword.services.erase import erase_person, person_to_erase
from afterword.services.import_people import import_people
from afterword.web.desk import desk
from afterword.web.erased import ask_before_erasing, said_yes, say_erased


@require_POST
def from_file(request: HttpRequest) -> HttpResponse:
    """Add everybody of the files who is not on record yet."""
    at = desk(request)
    uploads = request.FILES.getlist("files")
    if not uploads:
        messages.error(request, "Choose a vCard file (.vcf) first.")
    for upload in uploads:
        name = upload.name or "file"
        done = import_people(name, upload.read(), reader=at.wiring.reader, owner=at.owner, ids=at.wiring.ids)
        known = f" {len(done.known)} you know already." if done.known else ""
        messages.success(request, f"{name}: {done.added} added.{known}")
        for finding in done.findings:
            messages.warning(request, f"{name}: {finding.message}")
    return redirect("people")


@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, person: str) -> HttpResponse:
    """Ask, and after the yes delete a person and everything kept about them."""
    at = desk(request)
    backups = at.wiring.options.backups
    if not said_yes(request):
        return ask_before_erasing(
            request,
            person_to_erase(person, owner=at.owner, backups=backups),
            back=reverse("person", args=[person]),
            stays="The interviews themselves stay, and so does what you noted of others.",
            button="Delete this person for good",
        )
    say_erased(request, erase_person(person, owner=at.owner, backups=backups))
    return redirect("people")
