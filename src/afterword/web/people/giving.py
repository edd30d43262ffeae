"""People in from a vCard file, and out for good."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from afterword.services.erase import erase_person
from afterword.services.import_people import import_people
from afterword.web.desk import desk
from afterword.web.erased import say_erased


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


@require_POST
def erase(request: HttpRequest, person: str) -> HttpResponse:
    """Delete a person and everything kept about them."""
    at = desk(request)
    say_erased(request, erase_person(person, owner=at.owner, backups=at.wiring.options.backups))
    return redirect("people")
