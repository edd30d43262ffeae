"""A date read out of notes becomes a promise only after a yes, and is asked about once."""

from datetime import date, datetime, timedelta

import pytest

from afterword.core.errors import BadInput, Refused
from afterword.core.facts import Party, PointKind
from afterword.services.keep_debrief import Line, keep_free_text, keep_line
from afterword.services.keep_interview import add_interview
from afterword.services.keep_promise import (
    answer_promise,
    keep_own_promise,
    keep_promise,
    log_promise,
    promises_heard,
)
from afterword.store.facts import load_debriefs, load_facts, load_history, load_interview
from services.interviews import END, given

NEXT_DAY = END + timedelta(days=1)


@pytest.fixture
def debriefed(workspace, ids):
    """An interview whose debrief says when they decide; the value is its id."""
    interview = add_interview(given(), owner=workspace, ids=ids)
    person = load_interview(workspace, interview).interviewers[0]
    line = Line("a" * 32, PointKind.NEXT_STEP, "CFO meeting, decision by 20 November")
    keep_line(line, owner=workspace, interview=interview, person=person)
    return interview


def heard(owner, interview):
    return promises_heard(
        load_debriefs(owner, interview),
        interview=load_interview(owner, interview),
        owner=owner,
        known=load_history(owner),
    )


def answer(owner, interview, *, yes=True, instead=None, now=NEXT_DAY):
    (asked,) = heard(owner, interview)
    answer_promise(
        asked.id,
        day=asked.day,
        said=asked.said,
        yes=yes,
        instead=instead,
        owner=owner,
        interview=interview,
        now=now,
    )


def promised(owner):
    return [(p.by, p.due) for p in load_history(owner, what="promise")]


def test_a_date_in_the_next_step_is_asked_about_and_not_yet_a_promise(workspace, debriefed):
    (asked,) = heard(workspace, debriefed)
    assert (asked.day, asked.said) == (date(2026, 11, 20), "CFO meeting, decision by 20 November")
    assert promised(workspace) == []


def test_a_yes_makes_it_a_promise_and_ends_the_question(workspace, debriefed):
    answer(workspace, debriefed)
    assert promised(workspace) == [(Party.EMPLOYER, date(2026, 11, 20))]
    assert heard(workspace, debriefed) == ()


def test_a_no_ends_the_question_without_a_promise(workspace, debriefed):
    answer(workspace, debriefed, yes=False)
    assert (promised(workspace), heard(workspace, debriefed)) == ([], ())


def test_the_right_date_can_be_given_instead(workspace, debriefed):
    answer(workspace, debriefed, instead=date(2026, 11, 24))
    assert promised(workspace) == [(Party.EMPLOYER, date(2026, 11, 24))]
    assert heard(workspace, debriefed) == ()


def test_the_same_yes_twice_counts_once(workspace, debriefed):
    (asked,) = heard(workspace, debriefed)
    for _ in range(2):
        answer_promise(
            asked.id, day=asked.day, said="", yes=True, owner=workspace, interview=debriefed, now=NEXT_DAY
        )
    assert len(promised(workspace)) == 1


def test_a_corrected_note_replaces_the_date_of_the_same_interview(workspace, debriefed):
    answer(workspace, debriefed)
    person = load_interview(workspace, debriefed).interviewers[0]
    line = Line("a" * 32, PointKind.NEXT_STEP, "decision by 23 November")
    keep_line(line, owner=workspace, interview=debriefed, person=person)
    answer(workspace, debriefed)
    assert promised(workspace) == [(Party.EMPLOYER, date(2026, 11, 23))]


def test_the_free_box_counts_only_where_it_speaks_of_deciding(workspace, ids):
    interview = add_interview(given(), owner=workspace, ids=ids)
    person = load_interview(workspace, interview).interviewers[0]
    keep_free_text("NetSuite goes live on 1 December.", owner=workspace, interview=interview, person=person)
    assert heard(workspace, interview) == ()
    keep_free_text("They decide by 1 December.", owner=workspace, interview=interview, person=person)
    assert [one.day for one in heard(workspace, interview)] == [date(2026, 12, 1)]


def test_relative_words_count_from_the_interview_not_from_today(workspace, ids):
    interview = add_interview(given(), owner=workspace, ids=ids)
    person = load_interview(workspace, interview).interviewers[0]
    line = Line("a" * 32, PointKind.NEXT_STEP, "we hear by Tuesday")
    keep_line(line, owner=workspace, interview=interview, person=person)
    assert [one.day for one in heard(workspace, interview)] == [date(2026, 11, 17)]


def test_an_answer_to_a_question_that_was_not_asked_is_refused(workspace, debriefed):
    with pytest.raises(BadInput):
        answer_promise(
            "f" * 32,
            day=date(2026, 11, 20),
            said="",
            yes=True,
            owner=workspace,
            interview=debriefed,
            now=NEXT_DAY,
        )


def test_a_promised_date_before_the_interview_is_refused(workspace, debriefed):
    with pytest.raises(BadInput):
        answer(workspace, debriefed, instead=date(2026, 11, 1))
    assert promised(workspace) == []


@pytest.mark.parametrize(
    ("by", "text", "due", "fine"),
    [
        (Party.CANDIDATE, "send my references", date(2026, 11, 16), True), (Party.CANDIDATE, "call", None, True),
        (Party.EMPLOYER, "", date(2026, 11, 20), True), (Party.EMPLOYER, "word by mail", None, True),
        (Party.CANDIDATE, " ", date(2026, 11, 16), False), (Party.EMPLOYER, "", None, False),
    ],
)  # fmt: skip
def test_a_promise_says_what_or_when(workspace, ids, now: datetime, by, text, due, fine):
    add_interview(given(), owner=workspace, ids=ids)
    about = load_facts(workspace).opportunities[0].id
    if fine:
        log_promise(text, by=by, due=due, opportunity=about, owner=workspace, ids=ids, now=now)
    else:
        with pytest.raises(BadInput):
            log_promise(text, by=by, due=due, opportunity=about, owner=workspace, ids=ids, now=now)
    assert len(promised(workspace)) == fine


def test_a_kept_promise_is_marked_so(workspace, ids, now):
    add_interview(given(), owner=workspace, ids=ids)
    about = load_facts(workspace).opportunities[0].id
    log_promise("call", by=Party.CANDIDATE, due=None, opportunity=about, owner=workspace, ids=ids, now=now)
    (promise,) = load_history(workspace, what="promise")
    keep_promise(promise.id, owner=workspace, opportunity=about)
    assert load_history(workspace, what="promise")[0].kept
    with pytest.raises(Refused):
        keep_promise("f" * 32, owner=workspace, opportunity=about)


def typed(owner, ids, text, *, due=None, page="e" * 32):
    opportunity = load_facts(owner).opportunities[0].id
    keep_own_promise(text, due=due, page=page, opportunity=opportunity, owner=owner, ids=ids, now=NEXT_DAY)


def own(owner):
    return [(p.text, p.due) for p in load_history(owner, what="promise")]


def test_a_promise_of_ones_own_is_kept_as_it_stands_while_it_is_typed(workspace, ids, debriefed):
    for text, due in (
        ("to send", None),
        ("to send my references", None),
        ("to send my references", None),
        ("to send my references", date(2026, 11, 16)),
        ("to send", None),
    ):
        typed(workspace, ids, text, due=due)
        assert own(workspace) == [(text, due)]
    typed(workspace, ids, "  ")
    assert own(workspace) == []
    typed(workspace, ids, "to call", page="f" * 32)
    typed(workspace, ids, "to write")
    assert sorted(own(workspace)) == [("to call", None), ("to write", None)]


def test_a_promise_marked_as_kept_is_not_changed_by_an_old_page(workspace, ids, debriefed):
    typed(workspace, ids, "to call")
    keep_promise("e" * 32, owner=workspace, opportunity=load_facts(workspace).opportunities[0].id)
    typed(workspace, ids, "to write")
    assert own(workspace) == [("to call", None)]


def test_a_date_that_is_on_record_is_not_asked_about(workspace, ids, debriefed):
    opportunity = load_facts(workspace).opportunities[0].id
    log_promise(
        "", by=Party.EMPLOYER, due=date(2026, 11, 20), opportunity=opportunity, owner=workspace, ids=ids,
        now=NEXT_DAY,
    )  # fmt: skip
    assert heard(workspace, debriefed) == ()
