"""Where the app answers in tests."""

HOST = "127.0.0.1:8048"
