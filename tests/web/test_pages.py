"""Page numbers come from the address, where anybody may write anything."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from afterword.web.pages import page_number
from services.invitations import invitation

ODD = ["", "0", "-3", "²", "two", "1.5", "9" * 20, "9" * 5000]


@pytest.mark.parametrize(("asked", "page"), [("1", 1), ("27", 27), ("٣", 3), *((odd, 1) for odd in ODD)])
def test_what_is_no_page_number_means_the_first(asked, page):
    assert page_number(RequestFactory().get("/people/", {"page": asked})) == page


@pytest.mark.parametrize("asked", [*ODD, "999999"])
def test_every_list_opens_whatever_page_is_asked_for(client, asked):
    dropped = client.post("/add/", {"files": SimpleUploadedFile("i.ics", invitation())}).headers["Location"]
    for address in ("/people/", "/opportunities/", dropped):
        assert client.get(address, {"page": asked}).status_code == 200
