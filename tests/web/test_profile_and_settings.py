"""The profile, the card, and what can be set."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from afterword.services.keep_voice import learn_word, own_words, set_voice
from afterword.store.facts import load_facts

FORM = {
    "name": "Zsófia Takács-Murray, CPA", "headline": "Tax senior", "email": "zsofia@mail.example", "phone": "555-0136",
    "zone": "Europe/London", "locale": "en-GB", "strengths": "international tax forms\n\nreviews ",
    "achievements": "Reviewed 140 Forms 5471", "employers": "Brandt & Lowe (tax senior, 2019-2026)",
    "schools": "Loyola University, MST (2016-2018)",
}  # fmt: skip


def text(answer):
    return answer.content.decode()


def test_the_profile_is_kept_a_line_an_entry(client, house):
    assert client.post("/profile/", FORM).status_code == 302
    kept = load_facts(house.owner).candidate
    assert kept.name == "Zsófia Takács-Murray, CPA"
    assert kept.strengths == ("international tax forms", "reviews")
    assert (kept.employers[0].organisation, kept.employers[0].title, kept.employers[0].start) == (
        "Brandt & Lowe",
        "tax senior",
        "2019",
    )
    page = text(client.get("/profile/"))
    assert "Brandt &amp; Lowe (tax senior, 2019-2026)" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "required"),
        ({"email": "nobody"}, "is not an e-mail address"),
        ({"zone": "Mars/Base"}, "valid choice"),
    ],
)
def test_a_profile_that_cannot_be_kept_is_shown_again_whole(client, house, changes, sentence):
    answer = client.post("/profile/", FORM | changes)
    assert answer.status_code == 400
    assert sentence in text(answer)
    assert "Reviewed 140 Forms 5471" in text(answer)
    assert load_facts(house.owner).candidate.achievements == ()


def test_a_json_resume_fills_the_profile_and_keeps_the_zone(client, house):
    client.post("/profile/", FORM)
    resume = {
        "basics": {"name": "Jo Mills", "email": "jo@mail.example"},
        "work": [{"name": "Hollis Mills", "position": "Accountant", "startDate": "2020-01"}],
    }
    client.post("/profile/resume/", {"file": SimpleUploadedFile("resume.json", json.dumps(resume).encode())})
    kept = load_facts(house.owner).candidate
    assert (kept.name, kept.employers[0].organisation, kept.zone) == (
        "Jo Mills",
        "Hollis Mills",
        "Europe/London",
    )


def test_a_broken_resume_changes_nothing_and_says_so(client, house):
    client.post("/profile/", FORM)
    page = text(
        client.post(
            "/profile/resume/", {"file": SimpleUploadedFile("resume.json", b'{"basics": ')}, follow=True
        )
    )
    assert "Your profile is as it was." in page
    assert load_facts(house.owner).candidate.name == "Zsófia Takács-Murray, CPA"


def test_the_card_is_shown_printed_and_given_as_a_file(client, house):
    assert "Add it to your profile" in text(client.get("/profile/card/"))
    client.post("/profile/", FORM)
    assert "Zsófia Takács-Murray" in text(client.get("/profile/card/"))
    assert text(client.get("/profile/card/sheet/")).count("card-one") == 10
    card = text(client.get("/profile/card.vcf"))
    assert "EMAIL" in card
    assert "zsofia@mail.example" in card
    code = client.get("/profile/card.svg")
    assert code.headers["Content-Type"] == "image/svg+xml"
    assert "<script" not in text(code)
    assert "style=" not in text(code)


def test_the_voice_is_set_and_shown(client, house):
    client.post(
        "/settings/voice/",
        {
            "tone": "warm",
            "greeting": "Hi",
            "close": "All the best,",
            "contractions": "no",
            "avoided": "thrilled, synergy",
        },
    )
    voice = set_voice(house.owner)
    assert (voice.tone.value, voice.greeting, voice.close, voice.contractions) == (
        "warm",
        "Hi",
        "All the best",
        False,
    )
    assert voice.avoided == ("thrilled", "synergy")
    assert 'value="Hi"' in text(client.get("/settings/"))


def test_a_tone_that_is_none_changes_nothing(client, house):
    assert "Choose one of the tones" in text(
        client.post("/settings/voice/", {"tone": "shouting"}, follow=True)
    )


def test_a_word_learnt_is_shown_and_can_be_unlearnt(client, house):
    client.post("/letters/learn/word/", {"word": "retainage"})
    assert own_words(house.owner) == {"retainage"}
    assert "retainage" in text(client.get("/settings/"))
    client.post("/settings/words/forget/", {"word": "retainage"})
    assert own_words(house.owner) == frozenset()


@pytest.mark.parametrize("word", ["", "  ", "x" * 81, "this is far too many words"])
def test_what_is_no_word_is_not_learnt(house, word):
    from afterword.core.errors import BadInput

    with pytest.raises(BadInput):
        learn_word(word, owner=house.owner)


def test_signing_out_closes_the_workspace_in_this_browser(client):
    assert client.get("/settings/").status_code == 200
    client.post("/settings/sign-out/")
    assert client.get("/settings/").status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/settings/voice/",
        "/settings/backup/",
        "/settings/sign-out/",
        "/settings/words/forget/",
        "/profile/resume/",
        "/week/aims/",
        "/week/applied/",
        "/letters/learn/word/",
    ],
)
def test_looking_changes_nothing(client, path):
    assert client.get(path).status_code == 405
