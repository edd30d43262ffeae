"""The first look at Today, taken in the background."""

import os
import threading
from types import SimpleNamespace

import pytest

from afterword.core.errors import BadInput, OutsideFailed
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
@pytest.mark.parametrize(
    "problem", [OutsideFailed("The file is damaged."), BadInput("No such port."), KeyError("x")]
)
@pytest.mark.parametrize("where", ["show_today", "wiring"])
def test_what_goes_wrong_in_it_is_left_for_the_page_to_tell(monkeypatch, problem, where):
    asked = []

    def broken(**_):
        asked.append(where)
        raise problem

    monkeypatch.setattr(warm, where, SimpleNamespace(wired=broken) if where == "wiring" else broken)
    warm.warm_today()
    assert asked == [where]


def test_it_runs_beside_and_the_pages_are_there_before_it_ends(monkeypatch):
    pages_are_there, seen, done = threading.Event(), [], threading.Event()

    def beside():
        seen.append(pages_are_there.wait(10))
        done.set()

    monkeypatch.setattr(server, "end_without", lambda parent: None)
    assert server.load_pages("os:getcwd", served_by=os.getppid(), beside=beside)
    pages_are_there.set()
    assert done.wait(20)
    assert seen == [True]


def test_two_who_ask_at_once_take_turns_and_other_owners_do_not_wait():
    turns = memory.Turns()
    with turns.of("a"):
        assert not turns.of("a").acquire(blocking=False)
        assert turns.of("b").acquire(blocking=False)


def test_a_turn_somebody_holds_is_the_same_turn_however_many_others_ask():
    turns = memory.Turns()
    with turns.of("a"):
        for other in range(100):
            turns.of(f"other {other}")
        assert not turns.of("a").acquire(blocking=False)
