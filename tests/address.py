"""Where the app answers in tests, and signing a test browser in."""

from django.conf import settings
from django.test import Client

HOST = "127.0.0.1:8048"


def sign_in(browser: Client, owner: str) -> Client:
    """The browser with an open session; signed cookies hold the session themselves."""
    session = browser.session
    session["owner"] = owner
    session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return browser
