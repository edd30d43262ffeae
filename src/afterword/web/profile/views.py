"""The candidate's profile and business card."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterword.core.errors import BadInput
from afterword.core.facts import Candidate
from afterword.core.handover.qr import qr_svg
from afterword.core.handover.vcard import business_card, short_card
from afterword.services.keep_profile import ProfileGiven, as_lines, import_resume, keep_profile, show_profile
from afterword.web.desk import desk
from afterword.web.forms import PlainForm
from afterword.web.long_select import LongSelect
from afterword.web.zones import offer_zones


def _lines(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=8000, help_text=help_text,
        widget=forms.Textarea({"rows": 3, "data-grow": ""}),
    )  # fmt: skip


class ProfileForm(PlainForm):
    """Who the candidate is; lists hold one entry a line."""

    name = forms.CharField(
        label="Your name", max_length=200, help_text="As letters are signed; “, CPA” is left off there."
    )
    headline = forms.CharField(
        label="Headline",
        max_length=200,
        required=False,
        help_text="For instance: Staff accountant, food industry",
    )
    email = forms.CharField(label="E-mail", max_length=254, required=False)
    phone = forms.CharField(label="Phone", max_length=60, required=False)
    link = forms.CharField(
        label="Profile page",
        max_length=300,
        required=False,
        help_text="LinkedIn or your own; shown on your card.",
    )
    zone = forms.ChoiceField(label="Your time zone", widget=LongSelect)
    locale = forms.ChoiceField(label="Spelling", choices=(("en-US", "American"), ("en-GB", "British")))
    strengths = _lines("Strengths", "One a line, as you would say them: close checklists")
    achievements = _lines(
        "Achievements", "One a line, with its number: Cut the close from eight days to five"
    )
    employers = _lines("Employers", "One a line: Rowan Dairy (staff accountant, 2021-2026)")
    schools = _lines("Schools", "One a line: Hill State University, BS Accounting (2015-2019)")
    certificates = _lines("Certificates", "CPA, CMA, CIA …")
    associations = _lines("Associations", "State society, IMA chapter …")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        offer_zones(self.fields["zone"], self.initial.get("zone", ""))


@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Show and keep the profile."""
    at = desk(request)
    known = show_profile(owner=at.owner)
    form = ProfileForm(request.POST or None, initial=_first_values(known))
    if request.method == "POST" and form.is_valid():
        try:
            keep_profile(ProfileGiven(**form.cleaned_data), owner=at.owner)
        except BadInput as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Saved.")
            return redirect("profile")
    return render(
        request, "profile/profile.html", {"form": form, "known": known}, status=400 if form.errors else 200
    )


@require_POST
def resume(request: HttpRequest) -> HttpResponse:
    """Read a JSON Resume into the profile."""
    at = desk(request)
    upload = request.FILES.get("file")
    if upload is None:
        messages.error(request, "Choose a JSON Resume file first.")
        return redirect("profile")
    try:
        findings = import_resume(upload.read(), owner=at.owner, reader=at.wiring.reader)
    except BadInput as problem:
        messages.error(request, f"{problem} Your profile is as it was.")
        return redirect("profile")
    messages.success(request, "Read. Please look it over below.")
    for finding in findings:
        messages.warning(request, finding.message)
    return redirect("profile")


@require_GET
def card(request: HttpRequest) -> HttpResponse:
    """The business card on screen, for another phone's camera."""
    return render(request, "profile/card.html", {"known": show_profile(owner=desk(request).owner)})


@require_GET
def card_sheet(request: HttpRequest) -> HttpResponse:
    """Ten cards on a sheet to print and cut."""
    return render(
        request, "profile/sheet.html", {"known": show_profile(owner=desk(request).owner), "ten": range(10)}
    )


@require_GET
def card_file(request: HttpRequest) -> HttpResponse:
    """The card as a vCard file."""
    text = business_card(show_profile(owner=desk(request).owner))
    answer = HttpResponse(text, content_type="text/vcard; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="card.vcf"'
    return answer


@require_GET
def card_code(request: HttpRequest) -> HttpResponse:
    """The card as a QR code."""
    svg = qr_svg(short_card(show_profile(owner=desk(request).owner)))
    return HttpResponse(svg, content_type="image/svg+xml")


def _first_values(known: Candidate) -> dict[str, object]:
    return {
        **{
            name: getattr(known, name)
            for name in ("name", "headline", "email", "phone", "link", "zone", "locale")
        },
        "strengths": as_lines(known.strengths),
        "achievements": as_lines(known.achievements),
        "employers": as_lines(tuple(e.text or e.organisation for e in known.employers)),
        "schools": as_lines(tuple(s.text or s.name for s in known.schools)),
        "certificates": as_lines(known.certificates),
        "associations": as_lines(known.associations),
    }
