"""The test database is not the user's."""

import os
from pathlib import Path

from django.conf import settings

from afterword.store import facts


def test_no_test_sees_the_data_folder_of_whoever_runs_it():
    assert str(settings.OPTIONS.home) == os.environ["AFTERWORD_HOME"]
    assert not settings.OPTIONS.home.is_relative_to(Path.home())


def test_a_workspace_starts_blank(workspace):
    assert facts.load_facts(workspace).people == ()
