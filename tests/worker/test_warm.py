"""The first look at Today, taken in the background."""

import os
import threading

import pytest

from afterword.core.errors import OutsideFailed
from afterword.store import facts, memory
from afterword.worker import server, warm


@pytest.mark.django_db(transaction=True)
def test_after_it_the_facts_need_not_be_read_again(owner, monkeypatch):
    memory.forget_facts()
    warm.warm_today()
    monkeypatch.setattr(facts, "load_facts", None)
    assert memory.remembered_facts(owner)[1].interviews == ()
    memory.forget_facts()


@pytest.mark.django_db
def test_what_goes_wrong_in_it_ends_nothing(monkeypatch):
    def broken(**_):
        raise OutsideFailed("The file is damaged.")

    monkeypatch.setattr(warm, "show_today", broken)
    warm.warm_today()


def test_it_runs_beside_and_the_pages_are_there_before_it_ends():
    begun, end = threading.Event(), threading.Event()

    def beside():
        begun.set()
        end.wait(10)

    assert server.load_pages("os:getcwd", served_by=os.getppid(), beside=beside)
    assert begun.wait(10)
    assert not end.is_set()
    end.set()


def test_two_who_ask_at_once_take_turns_and_other_owners_do_not_wait():
    turns = memory.Turns()
    with turns.of("a"):
        assert not turns.of("a").acquire(blocking=False)
        assert turns.of("b").acquire(blocking=False)
